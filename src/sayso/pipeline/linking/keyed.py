"""What others find a report by: each thing in it with its keys, and which kinds of keys meet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from sayso.model import Report
from sayso.pipeline.linking.items import Item
from sayso.pipeline.linking.prepared import Keys, Prepared

Thing = Report | Item
"""What is held against others: a report, for its text and its outlet, or what stands in it."""

BAND, KEY, TOLL, OUTLET, CITING = "band", "key", "toll", "outlet", "citing"
"""The kinds of keys: of texts, assertions, tolls, and of outlets: of whose reports are there, and
who is named as a source."""
OF_REPORTS: Final = frozenset((BAND, OUTLET))
"""The kinds of keys that reports themselves have; all others are of items."""
MEETS: Final[Mapping[str, str]] = {
    BAND: BAND,
    KEY: KEY,
    TOLL: TOLL,
    OUTLET: CITING,
    CITING: OUTLET,
}
"""The kind of the keys that those of a kind are held against: whatever shares one is compared."""


def things_of(one: Prepared) -> Iterator[tuple[str, Thing, Keys]]:
    """Everything in a report that others are held against: the kind of its keys, it, its keys."""
    yield from ((CITING, citing, keys) for citing, keys in one.citings)
    yield OUTLET, one.report, one.outlet
    yield BAND, one.report, one.bands
    yield from ((KEY, assertion, keys) for assertion, keys in one.assertions)
    yield from ((TOLL, toll, keys) for toll, keys in one.tolls)

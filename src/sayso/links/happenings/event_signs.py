"""The signs in what two assertions tell of the event: the word, who, where, when, how many."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from itertools import product

from sayso.links.assertions.assertion import Assertion
from sayso.links.happenings.kinds import kinds_of, stems_shared, wider_kind
from sayso.links.happenings.parties import Parties, alike, clash, common
from sayso.links.happenings.sign import LIKE, in_days, quoted, told
from sayso.links.happenings.where_and_when import days_between, days_covered, same_place
from sayso.links.matching import NOTHING, Found, untold

_WEEK = 7


def same_word(a: Assertion, b: Assertion) -> Found:
    """Both tell it with one word, in whatever form: "arrested", "the arrest"."""
    if not stems_shared(told(a), told(b)):
        return NOTHING
    return 1.0, lambda: f"both tell it with {_triggers(a, b)}"


def same_kind(a: Assertion, b: Assertion) -> Found:
    """Their words differ but are of one kind: "killed" and "the massacre" are both killings."""
    both = kinds_of(told(a)) & kinds_of(told(b))
    if not both or stems_shared(told(a), told(b)):
        return NOTHING
    return 1.0, lambda: f"both tell of {min(kind.called for kind in both)}"


def wider_word(a: Assertion, b: Assertion) -> Found:
    """The word of one is of a wider kind: what one calls a shooting, the other calls an attack."""
    if stems_shared(told(a), told(b)) or kinds_of(told(a)) & kinds_of(told(b)):
        return NOTHING
    kind = wider_kind(told(a), told(b))
    return (1.0, lambda: f"one tells only of {kind.called}") if kind else NOTHING


def other_mode(a: Assertion, b: Assertion) -> Found:
    """It is done in another way, by PLOVER's modes: with firearms, with explosives."""
    one, other = told(a).mode, told(b).mode
    if one is None or other is None or one == other:
        return NOTHING
    return 1.0, lambda: f"the modes differ: {' and '.join(sorted((one, other)))}"


def same_actor(a: Assertion, b: Assertion) -> Found:
    """Both name the same party as who did it."""
    return _shared_party(told(a).actors, told(b).actors, "as who did it")


def other_actor(a: Assertion, b: Assertion) -> Found:
    """Each names another party as who did it; one named and one described are no clash."""
    return _clashing(told(a).actors, told(b).actors, "who did it")


def same_recipient(a: Assertion, b: Assertion) -> Found:
    """Both name the same party as whom it was done to."""
    return _shared_party(told(a).recipients, told(b).recipients, "as whom it was done to")


def other_recipient(a: Assertion, b: Assertion) -> Found:
    """Each names another party as whom it was done to."""
    return _clashing(told(a).recipients, told(b).recipients, "whom it was done to")


def actors_alike(a: Assertion, b: Assertion) -> Found:
    """Who did it is told in like words: "two masked men", "the masked men"."""
    value = alike(told(a).actors, told(b).actors)
    return value, _who_alike if value > LIKE else untold


def recipients_alike(a: Assertion, b: Assertion) -> Found:
    """Whom it was done to is told in like words: "a police officer", "the officer"."""
    value = alike(told(a).recipients, told(b).recipients)
    return value, _whom_alike if value > LIKE else untold


def place_shared(a: Assertion, b: Assertion) -> Found:
    """Their places are one, or one lies in the other."""
    one, other = told(a).place, told(b).place
    if one is None or other is None or not same_place(one, other):
        return NOTHING
    names = {one.name, other.name}
    return 1.0, lambda: f"the place is {' or '.join(_titled(names))}"


def other_place(a: Assertion, b: Assertion) -> Found:
    """Their places lie apart: two towns, two countries."""
    one, other = told(a).place, told(b).place
    if one is None or other is None or same_place(one, other) is not False:
        return NOTHING
    names = one.name, other.name
    return 1.0, lambda: f"the places differ: {' and '.join(_titled(names))}"


def time_shared(a: Assertion, b: Assertion) -> Found:
    """Their times meet; a day tells more than a month, and a month more than a year."""
    one, other = told(a).when, told(b).when
    if one is None or other is None or days_between(one, other):
        return NOTHING
    first, last = max(one.first, other.first), min(one.last, other.last)
    when = first if first == last else f"between {first} and {last}"
    return days_covered(one, other) ** -0.5, lambda: f"the time is {when}"


def other_time(a: Assertion, b: Assertion) -> Found:
    """Their times lie apart, from a day (a seventh of the weight) to a week and more."""
    one, other = told(a).when, told(b).when
    if one is None or other is None or not (days := days_between(one, other)):
        return NOTHING
    return min(1.0, days / _WEEK), lambda: f"the times lie {in_days(days)} apart"


def count_shared(a: Assertion, b: Assertion) -> Found:
    """They count the same, and the numbers do not exclude each other; they need not agree."""
    for one, other in product(told(a).counts, told(b).counts):
        if one.of is other.of and _meet((one.low, one.high), (other.low, other.high)):
            return 1.0, partial(_numbers, one.of.value, "agree")
    return NOTHING


def other_number(a: Assertion, b: Assertion) -> Found:
    """They count the same, and each number excludes the other: that weighs little."""
    if count_shared(a, b)[0]:
        return NOTHING
    for one, other in product(told(a).counts, told(b).counts):
        if one.of is other.of:
            return 1.0, partial(_numbers, one.of.value, "differ")
    return NOTHING


def other_status(a: Assertion, b: Assertion) -> Found:
    """One tells that it happened, the other that it may, will or did not."""
    statuses = told(a).status, told(b).status
    if statuses[0] is statuses[1]:
        return NOTHING
    return 1.0, lambda: f"one has it {' , the other '.join(sorted(statuses))}"


def _shared_party(some: Parties, others: Parties, role: str) -> Found:
    name = common(some, others)
    return (1.0, lambda: f"both name {name} {role}") if name is not None else NOTHING


def _clashing(some: Parties, others: Parties, role: str) -> Found:
    names = clash(some, others)
    return (1.0, lambda: f"they differ in {role}: {' and '.join(names)}") if names else NOTHING


def _meet(one: tuple[int | None, int | None], other: tuple[int | None, int | None]) -> bool:
    (low, high), (least, most) = one, other
    apart = high is not None and least is not None and high < least
    return not apart and not (most is not None and low is not None and most < low)


def _triggers(a: Assertion, b: Assertion) -> str:
    return quoted(sorted({told(one).trigger.text.casefold() for one in (a, b)}))


def _titled(names: Iterable[str]) -> list[str]:
    return [name.title() for name in sorted(names)]


def _numbers(of: str, how: str) -> str:
    return f"the numbers of {of} {how}"


def _who_alike() -> str:
    return "who did it is told in like words"


def _whom_alike() -> str:
    return "whom it was done to is told in like words"

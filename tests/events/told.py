from collections.abc import Iterable

from sayso.events.arguments.arguments import Argument
from sayso.reader import Document


def told(doc: Document, found: Iterable[Argument]) -> set[str]:
    """Each argument as "ARG2 to: the town"."""
    return {
        " ".join((one.role.removeprefix("ARGM-"), one.preposition)).strip()
        + ": "
        + doc.span(one.run).text
        for one in found
    }

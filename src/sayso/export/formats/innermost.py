"""In whose words something stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sayso.model import Span, Statement


def innermost(spans: Sequence[Span], statements: Iterable[Statement]) -> Iterator[Statement | None]:
    """For each of `spans`, in text order, the deepest statement in whose content it stands.

    Null where it stands in none. Statements nest, so few are open at any place: this takes time in
    proportion to the number of spans and statements.
    """
    coming = sorted(
        ((content, one) for one in statements for content in one.content),
        key=lambda each: (-each[0].start, each[1].id),
    )
    opened: list[tuple[Span, Statement]] = []
    for span in spans:
        while coming and coming[-1][0].start <= span.start:
            opened.append(coming.pop())
        opened = [each for each in opened if each[0].end > span.start]
        holding = (one for content, one in opened if content.contains(span))
        yield max(holding, key=lambda one: (one.depth, one.id), default=None)

"""Of whom sources speak."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.model.records import Reading, Statement
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokenOf:
    """That the actor `source` speaks of `actor` in `statement`; `words` name him last in it."""

    source: str
    actor: str
    statement: Statement
    words: Span


def spoken_of(reading: Reading, statements: Iterable[Statement]) -> Iterator[SpokenOf]:
    """Of whom the sources of `statements` of a reading speak, but of themselves."""
    mentions = [(mention.span, actor.id) for actor in reading.actors for mention in actor.mentions]
    mentions.sort()
    starts = [span.start for span, _ in mentions]
    for statement in statements:
        source = statement.source.actor
        if source is None:
            continue
        for actor, span in sorted(dict(_within(mentions, starts, statement.content)).items()):
            if actor != source:
                yield SpokenOf(source=source, actor=actor, statement=statement, words=span)


def _within(
    mentions: list[tuple[Span, str]], starts: list[int], contents: Iterable[Span]
) -> Iterator[tuple[str, Span]]:
    """The actors that are mentioned in `contents`, with the words; the last mention is last."""
    for content in contents:
        for at in range(bisect_left(starts, content.start), bisect_left(starts, content.end)):
            span, actor = mentions[at]
            if span.end <= content.end:
                yield actor, span

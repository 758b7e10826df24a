"""Who has it from whom: from the outlet that published a statement to the deepest source told.

In its report a statement stands in the words of those who credit its source. Where the report took
over words of another that the ledger has, or cites it for them, the chain goes on in that report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.export.claims.readings import Readings
from sayso.export.telling import file_name, one_line
from sayso.model import Link, LinkKind, Passage, Report, Statement

Outlets = Callable[[Report], tuple[str, ...]]
"""Who published a report, then the agency that it credits; nothing where the report tells neither.

Given as a function, because it takes reading the words of the report.
"""


_KEPT = 512
"""Of so many reports it is kept who published them: to find that takes reading their words."""
_MOST_REPORTS = 20
"""A chain goes through so many reports at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One through whom a statement came: an outlet with its report, or a source with his word.

    An agency that a report only credits has neither.
    """

    name: str
    report: Report | None = None
    statement: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Origin:
    """Where a statement was taken from: a report, and, where it can be told, a statement there.

    `before` are the voices through whom it came from there; `after` those whom it credits itself,
    for where that report tells of none.
    """

    report: str
    statement: Statement | None
    before: list[Voice]
    after: list[Voice]


class Chains:
    """The chains of statements; `outlets` names who publishes a report."""

    def __init__(self, readings: Readings, outlets: Outlets) -> None:
        self._readings = readings
        self._outlets = lru_cache(_KEPT)(lambda report: outlets(readings.report(report)))

    def who(self, statement: Statement) -> str:
        """Whose word a statement is, by name; for the author's, his outlet where that is told."""
        if statement.depth:
            return self._readings.speaker(statement) or "somebody"
        return next(iter(self._outlets(statement.report)), "the author")

    def of(self, statement: Statement, alike: Sequence[Statement] = ()) -> tuple[Voice, ...]:
        """The chain of `statement`: first the outlet that published it, last the deepest source.

        Where it cites another report as a whole, the chain goes on with the statement there that is
        among `alike`, which say the same.
        """
        chain: list[Voice] = []
        for voice in self._chain(statement, frozenset(), alike):
            if not chain or voice.name != chain[-1].name or (voice.report and chain[-1].report):
                chain.append(voice)
        return tuple(chain)

    def _chain(
        self, statement: Statement, above: frozenset[str], alike: Sequence[Statement]
    ) -> list[Voice]:
        seen = above | {statement.report}
        origins = self._origins(statement, seen, alike)
        origin = next(origins, None) if len(seen) < _MOST_REPORTS else None
        if origin is None:
            return [*self._published(statement.report), *self._voices(statement)]
        if origin.statement is None:
            return [*origin.before, *self._published(origin.report), *origin.after]
        through = self._chain(origin.statement, seen, alike)
        told = any(voice.statement for voice in through)
        return [*origin.before, *through, *([] if told else origin.after)]

    def _published(self, report: str) -> list[Voice]:
        """Who published a report, and the agency that it credits."""
        of = self._readings.report(report)
        publisher, *agency = self._outlets(report) or (file_name(of) or of.id,)
        return [Voice(name=publisher, report=of), *(Voice(name=name) for name in agency)]

    def _voices(self, statement: Statement) -> list[Voice]:
        """Whom the author credits, whom that one credits, and so on to the statement's source."""
        credited = [one for one in self._readings.up_from(statement) if one.depth]
        return [Voice(name=self.who(one), statement=one) for one in reversed(credited)]

    def _origins(
        self, statement: Statement, seen: frozenset[str], alike: Sequence[Statement]
    ) -> Iterator[_Origin]:
        """Where a statement may be taken from, the likeliest first, without the reports `seen`.

        Of reports that share its words that is the earliest: those between may have it from there.
        """
        reprints = self._readings.links_from(statement.report, LinkKind.REPRINTS)
        for link in sorted(reprints, key=lambda one: self._readings.day(one.to)):
            taken = [theirs for ours, theirs in _side_by_side(link) if _holds(ours, statement)]
            if taken and link.to not in seen:
                yield self._reprinted(statement, link.to, taken)
        for each in self._readings.up_from(statement):
            for link in self._readings.links_from(each.id, LinkKind.CITES):
                cited = self._cited(statement, link.to, alike)
                if cited.report not in seen:
                    yield cited

    def _reprinted(self, statement: Statement, report: str, taken: list[Passage]) -> _Origin:
        """That a statement was printed before in `report`, in the words `taken`."""
        words = one_line(statement.content)
        there = self._readings.said_in([report])
        same = (one for one in there if one_line(one.content) == words)
        return _Origin(
            report=report,
            statement=next((one for one in same if any(_holds(each, one) for each in taken)), None),
            before=self._published(statement.report)[:1],
            after=self._voices(statement),
        )

    def _cited(self, statement: Statement, cited: str, alike: Sequence[Statement]) -> _Origin:
        """That a statement is credited to an outlet for what it had in a report or a statement."""
        whole = cited in self._readings
        told = _deepest(cited, alike) if whole else self._readings.statement(cited)
        voices = self._voices(statement)
        media = [place for place, one in enumerate(voices) if self._is_media(one)]
        return _Origin(
            report=told.report if told else cited,
            statement=told,
            before=[*self._published(statement.report), *voices[: media[-1] if media else 0]],
            after=voices[media[-1] + 1 if media else 0 :],
        )

    def _is_media(self, voice: Voice) -> bool:
        return voice.statement is not None and self._readings.by_media(voice.statement)


def _deepest(report: str, said: Iterable[Statement]) -> Statement | None:
    """Of what was said, what stands deepest in others' words in a report; null if nothing does."""
    there = (one for one in said if one.report == report)
    return max(there, key=lambda one: (one.depth, -one.span.start, one.id), default=None)


def _side_by_side(link: Link) -> Iterator[tuple[Passage, Passage]]:
    """The passages of a reprint: as they stand in the one report, and in the other."""
    return zip(link.evidence[::2], link.evidence[1::2], strict=False)


def _holds(words: Passage, statement: Statement) -> bool:
    """Whether `words` have something of what `statement` says."""
    return any(words.span.overlaps(span) for span in statement.content)

"""One report's statements as records: the author's own, and everybody's whom he credits_of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from sayso.known import ActorList
from sayso.model import Cue, Place, Report, Source, SourceKind, Span, Statement, Time, cover
from sayso.model.ids import statement_id
from sayso.reader import Document, Run, load_encoder
from sayso.statements.account import Account
from sayso.statements.actors import (
    Coreference,
    Credit,
    Directory,
    Roster,
    credits_of,
)
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.heads import load_heads
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.wording.said_at import said_at
from sayso.statements.wording.wording import Wording, author_wording, credited_depths, wordings

_AUTHOR: Final = Source(spans=(), kind=SourceKind.AUTHOR, actor=None)


def read_statements(
    report: Report,
    doc: Document,
    places: Sequence[Place],
    times: Sequence[Time],
    known: ActorList | None = None,
) -> Account:
    """The account of `report` with every statement in it.

    `doc` is the report's text, parsed, `places` and `times` what was read in it; `known` are a
    user's own known actors. Raises ReaderError when the network cannot be loaded.
    """
    quoted = Quotations(doc)
    found = attributions(doc, quoted, load_encoder().encode(doc), load_heads())
    directory = Directory(known, report.published)
    coreference = Coreference(doc, found, quoted, directory=directory)
    roster = Roster(report.id, doc, coreference, directory)
    credit_of = credits_of(doc, found, coreference, roster)
    assembly = _Assembly(report, doc, times, credit_of, wordings(doc, found, quoted))
    return Account(
        report=report,
        doc=doc,
        statements=tuple(sorted(assembly.statements(), key=_text_order)),
        roster=roster,
        places=tuple(places),
        times=tuple(times),
    )


def _text_order(statement: Statement) -> tuple[int, int, str]:
    return statement.span.start, statement.depth, statement.id


class _Assembly:
    """Turns the attributions of one report into its statements."""

    def __init__(
        self,
        report: Report,
        doc: Document,
        times: Sequence[Time],
        credit_of: dict[int, Credit],
        worded: dict[Attribution, Wording],
    ) -> None:
        self._report, self._doc, self._times = report, doc, times
        self._credits, self._wordings = credit_of, worded
        self._found = tuple(worded)
        self._depths = credited_depths(self._found)
        self._parts = {one: self._parts_of(one) for one in self._found}
        self._ids = {one: statement_id(report.id, *parts) for one, parts in self._parts.items()}
        self._said = _said_by_cue(self._found)
        self._author_ids: dict[int, str] = {}
        """The id of each of the author's statements by the number of its sentence."""

    def statements(self) -> list[Statement]:
        whole = _sentences_inside(self._doc, self._found)
        whole -= {self._doc.sentence_of[one.head] for one in self._found if one.parent is None}
        authors = [
            self._author(number)
            for number in range(len(self._doc.sentences))
            if number not in whole
        ]
        return authors + [self._credited(one) for one in self._found]

    def _author(self, number: int) -> Statement:
        sentence = self._doc.sentences[number]
        span = self._doc.span(sentence)
        wording = author_wording(self._doc, sentence, lambda token: token in self._depths)
        self._author_ids[number] = statement_id(self._report.id, (), (), (span,))
        return Statement(
            id=self._author_ids[number],
            report=self._report.id,
            span=span,
            source=_AUTHOR,
            cue=None,
            content=(span,),
            act=wording.act,
            stance=wording.stance,
            polarity=wording.polarity,
            certainty=wording.certainty,
            hedges=self._spans(wording.hedges),
            quote=wording.quote,
            parent=None,
            depth=0,
            said_at=None,
            score=1.0,
        )

    def _credited(self, one: Attribution) -> Statement:
        source, cue, content = self._parts[one]
        wording = self._wordings[one]
        credit = self._credits[one.head]
        parent = self._author_ids.get(self._doc.sentence_of[one.head])
        return Statement(
            id=self._ids[one],
            report=self._report.id,
            span=cover(self._report.text, (*source, *cue, *content)),
            source=Source(spans=source, kind=credit.kind, actor=credit.actor),
            cue=Cue(spans=cue),
            content=content,
            act=wording.act,
            stance=wording.stance,
            polarity=wording.polarity,
            certainty=wording.certainty,
            hedges=self._spans(wording.hedges),
            quote=wording.quote,
            parent=parent if one.parent is None else self._ids[one.parent],
            depth=one.depth,
            said_at=said_at(self._doc, self._with_all_said(one), self._times),
            score=one.score,
        )

    def _with_all_said(self, one: Attribution) -> Attribution:
        """`one` with everything that its cue credits_of: "said A and that B" is two statements."""
        return replace(one, content=tuple(self._said[one.head]))

    def _parts_of(self, one: Attribution) -> tuple[tuple[Span, ...], ...]:
        return self._spans(one.source), self._spans((one.cue,)), self._spans(one.content)

    def _spans(self, runs: Iterable[Run]) -> tuple[Span, ...]:
        return tuple(self._doc.span(run) for run in runs)


def _said_by_cue(found: Iterable[Attribution]) -> dict[int, list[Run]]:
    """All that each cue credits somebody with, by the word that heads the cue."""
    said: defaultdict[int, list[Run]] = defaultdict(list)
    for one in found:
        said[one.head] += one.content
    return said


def _sentences_inside(doc: Document, found: Iterable[Attribution]) -> set[int]:
    """The numbers of the sentences whose every word is somebody's content."""
    inside: set[int] = set()
    for one in found:
        content = {token for run in one.content for token in run}
        for number in {doc.sentence_of[token] for token in content}:
            words = (t for t in doc.sentences[number] if doc.words[t][0].isalnum())
            if all(token in content for token in words):
                inside.add(number)
    return inside

"""Places in the example reports as the claims name them ("13-observer 7"), and who speaks there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from examples.annotation_files import AnnotationError, Page, first_sentence
from examples.compile_gold import compile_report, report_and_page, report_paths
from sayso.model import Reading, SourceKind, Span, Statement, cover

AUTHOR, UNNAMED = "author", "unnamed"


@dataclass(frozen=True, slots=True)
class Place:
    """Sentences of a report: its name in the claims ("13-observer") and "7" or "7-9"."""

    report: str
    sentences: str

    @classmethod
    def of(cls, at: str) -> Place:
        """The place that `at` ("13-observer 7") names; raises AnnotationError."""
        report, blank, sentences = at.partition(" ")
        if not blank:
            raise AnnotationError(f"{at!r} is not of the form 'report sentence'")
        return cls(report, sentences)

    @property
    def is_absent(self) -> bool:
        """Whether it is a headline that the extracted text lacks."""
        return first_sentence(self.sentences) in page(self.report).absent

    def find(self, words: str) -> Span:
        """The one place of `words` in these sentences; raises AnnotationError."""
        return page(self.report).find(self.sentences, words)


@dataclass(frozen=True, slots=True)
class Voice:
    """Words of a report and the gold statement on whose word they are."""

    report: str
    statement: Statement
    words: Span


def voice(at: str, who: str, words: str) -> Voice:
    """The innermost statement that holds `words`; AnnotationError if it is not that of `who`.

    `who` is the name of an actor in the gold of that report, AUTHOR or UNNAMED.
    """
    place = Place.of(at)
    span = place.find(words)
    statement = _innermost(gold(place.report), span)
    if (speaker := _speaker(statement, gold(place.report))) != who:
        raise AnnotationError(f"{at}: {words!r} is on the word of {speaker!r}, not of {who!r}")
    return Voice(place.report, statement, span)


def _innermost(reading: Reading, words: Span) -> Statement:
    holding = [
        statement
        for statement in reading.statements
        if cover(reading.report.text, statement.content).contains(words)
    ]
    if not holding:
        raise AnnotationError(f"{words.text!r} is in no statement")
    return min(
        holding, key=lambda s: (s.cue is None, sum(len(c.text) for c in s.content), -s.depth)
    )


def _speaker(statement: Statement, reading: Reading) -> str:
    """Who it is, in the words of the claims."""
    for actor in reading.actors:
        if actor.id == statement.source.actor:
            return actor.name
    return AUTHOR if statement.source.kind is SourceKind.AUTHOR else UNNAMED


@cache
def report_path(name: str) -> Path:
    """The report of a short name: day of the month, and a word of its file name."""
    day, _, word = name.partition("-")
    found = [p for p in report_paths() if p.stem[8:10] == day and f"-{word}-" in p.stem]
    if not word or len(found) != 1:
        raise AnnotationError(f"{len(found)} reports are {name!r}")
    return found[0]


@cache
def page(name: str) -> Page:
    """The text of a report with its numbered sentences."""
    return report_and_page(report_path(name))[1]


@cache
def gold(name: str) -> Reading:
    """The gold records of a report."""
    return compile_report(report_path(name), "reconciled")

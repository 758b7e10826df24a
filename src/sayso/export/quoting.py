"""Words of reports, quoted in place, each with its speaker and from whom he has it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from sayso.export.claims import Chains, Outlets, Readings, Voice
from sayso.export.telling import one_line
from sayso.ledger import Ledger
from sayso.model import Member, Passage, Report, Span, Stance, Statement

_LONGEST = 600
"""Characters of a statement that are quoted whole; of a longer one what bears on the matter."""


def anchor(report: str, words: Span) -> str:
    """What the place of `words` in a report is called on the page."""
    return f"{report}-{words.start}-{words.end}"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of a report as they stand there; of these, `marked` are the ones that matter.

    Of more words than are quoted, these are the first: then they are `cut`.
    """

    words: Passage
    marked: tuple[Span, ...]
    cut: bool = False

    @property
    def anchor(self) -> str:
        """What the place of the words in the report is called on the page."""
        return anchor(self.words.report, self.words.span)

    @property
    def pieces(self) -> tuple[tuple[str, bool], ...]:
        """The words, cut where what is marked begins and ends; and whether a piece is marked."""
        text, begins = self.words.text, self.words.start
        pieces, at = [], 0
        for span in sorted(self.marked):
            start, end = max(span.start - begins, at), span.end - begins
            if start < end:
                pieces += [(text[at:start], False), (text[start:end], True)]
                at = end
        return tuple((text, marked) for text, marked in (*pieces, (text[at:], False)) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What somebody said, quoted, with the chain of who has it from whom.

    `stance` is his to what is asked about: of a statement by itself, to its content. `again` are
    the same words of the same source, as other reports print them.
    """

    statement: Statement
    report: Report
    chain: tuple[Voice, ...]
    quotations: tuple[Quotation, ...]
    stance: Stance
    again: tuple[Word, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The words that are quoted, one text a quotation."""
        return tuple(one.words.text + (" …" if one.cut else "") for one in self.quotations)

    @property
    def speaker(self) -> str:
        """Whose word it is: the last of the chain."""
        return self.chain[-1].name


class Quoting:
    """Quotes a ledger; `quoted` are all passages that were quoted so far.

    `published` tells when the report with an id was published, and remembers it: a ledger may have
    more readings than are kept in memory.
    """

    def __init__(self, ledger: Ledger, outlets: Outlets) -> None:
        self.readings = Readings(ledger)
        self.chains = Chains(self.readings, outlets)
        self.quoted: set[Passage] = set()
        self.published = cache(lambda report: self.readings.report(report).published)

    def word(self, statement: Statement, *bearing: Span, stance: Stance | None = None) -> Word:
        """`statement` with the words `bearing` on the matter marked."""
        report = self.readings.report(statement.report)
        return Word(
            statement=statement,
            report=report,
            chain=self.chains.of(statement),
            quotations=tuple(map(self._quote, _quotations(report.text, statement, bearing))),
            stance=stance or statement.stance,
        )

    def mention(self, words: Passage) -> Quotation:
        """`words` by themselves."""
        return self._quote(Quotation(words, (words.span,)))

    def member(self, member: Member) -> Word:
        """The word of a member of a claim."""
        statement = self.readings.statement(member.statement)
        return self.word(statement, *member.spans, stance=member.stance)

    def order(self, statement: Statement) -> tuple[str, str, int, str]:
        """Where `statement` comes by publication (without a date last), report and place in it."""
        published = self.published(statement.report) or "9999"
        return published, statement.report, statement.span.start, statement.id

    def _quote(self, quotation: Quotation) -> Quotation:
        self.quoted.add(quotation.words)
        return quotation


def by_day(word: Word) -> tuple[str, str, int, str]:
    """By publication (what has no date last), report and place in it."""
    report, statement = word.report, word.statement
    return report.published or "9999", report.id, statement.span.start, statement.id


def told_once(words: Iterable[Word]) -> tuple[Word, ...]:
    """`words` by day, each told once: where several reports print it, with the first."""
    printed: dict[tuple[str, str, Stance], list[Word]] = {}
    for word in sorted(words, key=by_day):
        said = one_line(span for one in word.quotations for span in one.marked).casefold()
        printed.setdefault((word.speaker, said, word.stance), []).append(word)
    return tuple(replace(first, again=tuple(again)) for first, *again in printed.values())


def _quotations(text: str, statement: Statement, bearing: tuple[Span, ...]) -> Iterable[Quotation]:
    """What is quoted of `statement`, which stands in `text`."""
    marked = bearing or statement.content
    whole = statement.span
    if len(whole.text) <= _LONGEST:
        yield Quotation(Passage.of(statement.report, whole), tuple(filter(whole.contains, marked)))
        return
    for span in marked:
        quoted = span if len(span.text) <= _LONGEST else _begun(text, span)
        yield Quotation(Passage.of(statement.report, quoted), (quoted,), cut=quoted != span)


def _begun(text: str, span: Span) -> Span:
    """The first words of `span`."""
    last = text.rfind(" ", span.start, span.start + _LONGEST)
    return Span.of(text, span.start, last if last > span.start else span.start + _LONGEST)

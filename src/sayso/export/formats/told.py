"""What reports tell, each thing with whose word it is and who denies it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sayso.export.claims import Readings
from sayso.export.formats.readings import readings
from sayso.export.formats.voices import Voices
from sayso.export.telling import one_line
from sayso.ledger import Ledger
from sayso.model import About, Claim, Member, Reading, Report, Span, Stance, Statement

Scalar = str | int | float | None
"""A value that stands in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """Somebody's word that something is so.

    `chain` are those through whom it came: first who published it, last whose word it is. `claim`
    is the one that the words are on, null where they are on none; `denied_by` those who deny it
    in any report.
    """

    report: Report
    statement: Statement
    chain: tuple[str, ...]
    claim: Claim | None
    denied_by: tuple[str, ...]

    def fields(self) -> dict[str, Scalar]:
        """What is known of it, each in one cell, by names of the record contract where it has one.

        `chain` tells who has it from whom: `Harbour Post ← The Herald ← officials`.
        """
        said, claim = self.statement, self.claim
        return {
            "said_by": self.chain[-1],
            "chain": " ← ".join(self.chain),
            "source_kind": said.source.kind,
            "act": said.act,
            "stance": said.stance,
            "certainty": said.certainty,
            "said_at": said.said_at.value if said.said_at else None,
            "content_text": one_line(said.content),
            "claim": claim.id if claim else None,
            "standing": claim.standing if claim else None,
            "fewest_origins": claim.fewest_origins if claim else None,
            "most_origins": claim.most_origins if claim else None,
            "denied_by": "; ".join(self.denied_by) or None,
            "statement": said.id,
            "report": self.report.id,
            "title": self.report.title,
            "publisher": self.report.publisher,
            "published": self.report.published,
            "uri": self.report.uri,
        }


class Telling:
    """The `reading` of one report, and whose word is what."""

    def __init__(self, reading: Reading, denials: _Denials) -> None:
        self.reading = reading
        self._voices = Voices(reading)
        self.names = self._voices.names
        self._denials = denials
        self._claims = denials.claims_of(reading)

    def word(self, statement: str, *words: Span) -> Word:
        """The word of the statement with this id, as it is said in `words` of its content."""
        said = self._voices.statements[statement]
        claim = _nearest(self._claims[statement], words)
        return Word(
            report=self.reading.report,
            statement=said,
            chain=self._voices.chain(statement),
            claim=claim,
            denied_by=self._denials.of(claim) if claim else (),
        )


def tellings(ledger: Ledger) -> Iterator[Telling]:
    """What every report tells, in the order of `readings`."""
    denials = _Denials(ledger)
    for reading in readings(ledger):
        yield Telling(reading, denials)


_OnClaim = tuple[Claim, Member]


class _Denials:
    """Who denies the claims of a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._readings = Readings(ledger)
        self._known: dict[str, tuple[str, ...]] = {}

    def claims_of(self, reading: Reading) -> Mapping[str, list[_OnClaim]]:
        """The claims that the statements of a reading are on, by the statement's id."""
        found: dict[str, list[_OnClaim]] = defaultdict(list)
        for claim in self._ledger.claims_of(*(one.id for one in reading.statements)):
            for member in claim.members:
                found[member.statement].append((claim, member))
        return found

    def of(self, claim: Claim) -> tuple[str, ...]:
        """Who denies `claim`, by name, in the order of its members."""
        if claim.id not in self._known:
            self._known[claim.id] = tuple(dict.fromkeys(self._deniers(claim)))
        return self._known[claim.id]

    def _deniers(self, claim: Claim) -> Iterator[str]:
        for member in claim.members:
            if member.stance is Stance.DENIES:
                said = self._readings.statement(member.statement)
                yield Voices(self._readings.reading(said.report)).who(said.id)


def _nearest(claims: list[_OnClaim], words: tuple[Span, ...]) -> Claim | None:
    """Of the claims that a statement is on, the one that is on `words` and on the least besides.

    Claims that something happened go before all others.
    """
    fitting = [
        (claim.about is not About.EVENT, sum(len(span.text) for span in member.spans), claim.id)
        for claim, member in claims
        if all(any(span.contains(word) for span in member.spans) for word in words)
    ]
    by_id = {claim.id: claim for claim, _ in claims}
    return by_id[min(fitting)[-1]] if fitting else None

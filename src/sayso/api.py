"""The verbs: reading one report, linking many, and looking into the claims that they make."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.export.claims import ClaimInFull, claim_in_full
from sayso.known import read_actor_file
from sayso.ledger import Ledger, StatementQuery
from sayso.model import Reading
from sayso.pipeline.hypotheses import Matrix, matrix_of
from sayso.pipeline.linking import link_reports
from sayso.pipeline.outlets import outlets
from sayso.pipeline.reading import read_file, read_text
from sayso.pipeline.stances import StanceIn, stances


def read(
    path_or_text: Path | str, *, published: str | None = None, actors: Path | None = None
) -> Reading:
    """Read one report: a file when given a `Path`, else a text given as a string.

    `published` is the date of publication (ISO 8601 or EDTF) where you know it; it goes before
    any that the report states. `actors` is the file of your own list of known actors, which goes
    before the one that ships (docs/actors.md tells its columns). The first call loads the language
    pipeline, which takes a second.

    >>> reading = sayso.read("The mayor denied that the bridge was unsafe.")
    >>> [denial] = [s for s in reading.statements if s.stance == "denies"]
    >>> denial.source.spans[0].text, denial.cue.spans[0].text, denial.content[0].text
    ('The mayor', 'denied', 'that the bridge was unsafe')

    Raises InputError when this cannot become a report or the list of actors is wrong, ReaderError
    when the language pipeline is missing.
    """
    known = read_actor_file(actors) if actors is not None else None
    if isinstance(path_or_text, Path):
        return read_file(path_or_text, published=published, known=known)
    return read_text(path_or_text, published=published, known=known)


def link(ledger: Ledger) -> int:
    """Link the reports of `ledger` that are not linked yet; returns how many.

    Who reprints whom, who has it from whom, who tells, denies and contradicts the same: this makes
    the claims of the ledger and its links.

    >>> with sayso.Ledger("port.db") as ledger:
    ...     for text in (
    ...         "Rebels shelled the port of Sel, the army said.",
    ...         "The rebels denied that they shelled the port of Sel.",
    ...     ):
    ...         added = ledger.add(sayso.read(text, published="2031-05-01"))
    ...     linked = sayso.link(ledger)
    ...     [claim] = ledger.claims(sayso.ClaimQuery(min_members=2))
    >>> claim.gist, claim.standing.value
    ('Rebels shelled the port of Sel', 'disputed')

    Raises LedgerError when the ledger cannot be written.
    """
    return link_reports(ledger)


def claim(ledger: Ledger, claim_id: str) -> ClaimInFull:
    """A claim with everybody's word on it, and from whom each has it.

    `claim_id` is its id or how it alone begins. Raises RecordNotFound.
    """
    return claim_in_full(ledger, claim_id, outlets)


def ach(ledger: Ledger, *claims: str) -> Matrix:
    """Claims held against statements: an analysis of competing hypotheses, for a person to judge.

    `claims` are ids or how they alone begin. The statements are those on the claims, those that
    contradict them, and those that a person has marked. Raises RecordNotFound.
    """
    return matrix_of(ledger, claims)


def stance(ledger: Ledger, claim: str, among: StatementQuery | None = None) -> Iterator[StanceIn]:
    """What the reports of `ledger` make of a claim in your words, the nearest to it first.

    `claim` is best a whole sentence. `among`: only reports with a statement that it asks for.
    Reports that hardly share a word with the claim are left out. The ledger need not be linked.

    >>> with sayso.Ledger("canal.db") as ledger:
    ...     for text in (
    ...         "A whale swam up the canal at Sel on Sunday, the harbour office confirmed.",
    ...         "A photograph of a whale in the canal at Sel is a hoax, police said.",
    ...     ):
    ...         added = ledger.add(sayso.read(text))
    ...     told = list(sayso.stance(ledger, "There is a whale in the canal at Sel"))
    >>> sorted(one.stance.value for one in told)
    ['agrees', 'disagrees']

    Raises ReaderError when the network cannot be loaded.
    """
    return stances(ledger, claim, among or StatementQuery())

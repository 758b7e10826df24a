"""`sayso delete`: a report, for good, and on record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from sayso.cli.existing import existing, report_meant
from sayso.cli.options import DEFAULT_LEDGER, LedgerOption, ReportArgument
from sayso.cli.output import console, count, printable, quoted
from sayso.ledger import Ledger
from sayso.model import Deletion, Reading
from sayso.pipeline.hypotheses import now


def delete(
    report: ReportArgument,
    *,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who deletes it.")],
    reason: Annotated[str, typer.Option(metavar="WORDS", help="Why, kept with the deletion.")],
    keep_raw: Annotated[
        bool, typer.Option("--keep-raw", help="Leave the raw bytes where they are kept.")
    ] = False,
    ledger: LedgerOption = DEFAULT_LEDGER,
) -> None:
    """Delete a report with all its records, and record who did so, when and why.

    Its raw bytes go too, and the claims and links that rest on its words: no word of it is left in
    the ledger's file. What others said is linked anew by `sayso link`. That it was here, where it
    came from and that it was deleted stays on record, as do judgements.

    Example: sayso delete r-1f2e3d4c --by "A. Editor" --reason "Asked for by the author"
    """
    with existing(ledger) as book:
        reading = book.reading(report_meant(book, report))
        before = book.counts()
        deletion = book.delete(reading.report.id, by=by, at=now(), reason=reason, keep_raw=keep_raw)
        after = book.counts()
        out = console()
        out.print(_gone(reading, str(ledger)), soft_wrap=True)
        resting = (before.claims - after.claims, "claim"), (before.links - after.links, "link")
        for line in _rest(book, deletion, resting):
            out.print(line, soft_wrap=True)


def _gone(reading: Reading, ledger: str) -> str:
    report = reading.report
    title = f" {quoted([report.title])}" if report.title else ""
    records = (
        (len(reading.statements), "statement"),
        (len(reading.events), "event"),
        (len(reading.relations), "relation"),
        (len(reading.actors), "actor"),
        (len(reading.places), "place"),
        (len(reading.times), "time"),
    )
    with_it = ", ".join(count(*each) for each in records if each[0])
    return f"Deleted {report.id}{title} from {ledger}, with {with_it or 'no records'}."


def _rest(book: Ledger, deletion: Deletion, resting: tuple[tuple[int, str], ...]) -> Iterator[str]:
    went = " and ".join(count(*each) for each in resting if each[0])
    if went:
        yield f"With it went {went} that rested on its words."
    unjoined = len(book.link_index.unjoined())
    if unjoined:
        yield f"{count(unjoined, 'report')} to be linked anew: run `sayso link`."
    yield _raw_told(book, deletion)
    yield printable(f"Recorded as {deletion.id}: {deletion.at}, {deletion.by}: {deletion.reason}")


def _raw_told(book: Ledger, deletion: Deletion) -> str:
    if deletion.raw_deleted:
        return "Its raw bytes went too."
    if deletion.sha256 in book.raw:
        return f"Its raw bytes stay in {book.raw}."
    return "Its raw bytes had not been kept."

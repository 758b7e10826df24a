"""What a ledger knows of where its reports come from, and of those that were deleted."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.ledger import fetch
from sayso.ledger.custody.delete import delete_report
from sayso.ledger.custody.fetch import acquisitions_by_time, deletions_by_time, last_deletion
from sayso.ledger.custody.write import write_acquisitions
from sayso.ledger.opened import OpenLedger
from sayso.ledger.raw import RawKept
from sayso.ledger.schema import reports
from sayso.model import Acquisition, Deletion, LedgerError
from sayso.model.ids import deletion_id, report_id


class CustodyBook(OpenLedger):
    """The chain of custody of a ledger, and the raw bytes of its reports."""

    @property
    def raw(self) -> RawKept:
        """The raw bytes of reports that were kept: beside a file, or in the same database."""
        return self._store.raw

    def add_acquisition(self, acquisition: Acquisition) -> bool:
        """Record how a report was acquired; False if that is there already. It stays for good.

        To find the same bytes in the same place again is no new acquisition, unless their report
        was deleted in between. Raises RecordError if the acquisition breaks an invariant.
        """
        with self.writing() as connection:
            return bool(write_acquisitions(connection, [acquisition]))

    def acquisitions(
        self, report: str | None = None, uri: str | None = None
    ) -> Iterator[Acquisition]:
        """Every acquisition, or those of the report with this id, from this address, or both.

        As they happened, then by id. The report may have been deleted since.
        """
        with self.snapshot() as connection:
            yield from acquisitions_by_time(connection, report=report, uri=uri)

    def delete(
        self, report_id: str, *, by: str, at: str, reason: str, keep_raw: bool = False
    ) -> Deletion:
        """Delete the report with this id, or whose id alone begins so, and record that.

        With it go all its records, its raw bytes unless `keep_raw`, and the claims and links that
        rest on its words; the reports that shared these are linked anew when the ledger is next
        linked. Judgements, acquisitions and deletions stay. `at` is an ISO 8601 instant in UTC.

        What keeps the ledger is written anew so that no words are left in it, which takes its size
        again in room for a while. Where another process is reading, the log of a file may hold them
        until that ends. On PostgreSQL nobody reads meanwhile, only the owner of the tables can do
        it, and the server's own log (WAL) and backups keep them as long as they are set to.

        Raises RecordNotFound, and RecordError where `by` or `reason` is empty or `at` no instant.
        """
        with self.erasing() as connection:
            report = fetch.one_report(connection, fetch.find(connection, reports, report_id))
            deletion = Deletion(
                id=deletion_id(report.id, by, at),
                report=report.id,
                sha256=report.sha256,
                by=by,
                at=at,
                reason=reason,
                raw_deleted=not keep_raw and report.sha256 in self.raw,
            )
            delete_report(connection, deletion)
        if deletion.raw_deleted:
            self.raw.delete(deletion.sha256)
        self._write_anew(deletion)
        return deletion

    def deletions(self) -> Iterator[Deletion]:
        """Every deletion, as they happened, then by id."""
        with self.snapshot() as connection:
            yield from deletions_by_time(connection)

    def deletion_of(self, report_id: str) -> Deletion | None:
        """The last deletion of the report with this id; null if it is there, or never was."""
        with self.snapshot() as connection:
            there = fetch.has(connection, reports, report_id)
            return None if there else last_deletion(connection, report_id)

    def unowned_raw(self) -> Iterator[str]:
        """The SHA-256 of raw bytes that are kept, and are of no report that is here or was deleted.

        A run that was stopped between keeping the bytes and recording the report leaves them.
        """
        with self.snapshot() as connection:
            for sha256 in self.raw.hashes():
                name = report_id(sha256)
                here = fetch.has(connection, reports, name)
                if not here and last_deletion(connection, name) is None:
                    yield sha256

    def _write_anew(self, deletion: Deletion) -> None:
        try:
            self.rewrite(raw=deletion.raw_deleted)
        except LedgerError as error:
            raise LedgerError(
                f"report {deletion.report} is deleted, but words of it may be left in the ledger:"
                f" it could not be written anew ({error}); the next deletion does that too"
            ) from error

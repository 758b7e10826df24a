"""What is of PostgreSQL alone: how it is reached and made, what it refuses, and what it checks."""

import os
import pickle
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from sayso.ledger import Ledger, StatementQuery, verify
from sayso.ledger.versions import SCHEMA
from sayso.model import (
    ExtraMissing,
    LedgerError,
    LedgerNotFound,
    LedgerReadOnly,
    LedgerTooNew,
    QueryError,
    RawDamaged,
    RawMissing,
    RecordError,
)
from sayso.model.ids import sha256_hex
from tests.custody_samples import acquisition
from tests.ledger.test_ledger_schema import UNDOING
from tests.postgres import Server
from tests.samples import gazette, herald, reading_of, report

FIRST = 8
"""The schema before the first that ledgers on PostgreSQL have had."""


@pytest.fixture
def place(postgres: Server) -> Iterator[str]:
    with postgres.new_ledger() as address:
        yield address


def by_hand(address: str, *commands: str) -> None:
    with closing(psycopg.connect(address)) as connection:
        for command in commands:
            connection.execute(command.encode())
        connection.commit()


def test_a_database_that_is_not_there_is_not_found(postgres: Server) -> None:
    with pytest.raises(LedgerNotFound, match=r"there is no database .*/nowhere.*createdb nowhere"):
        Ledger(postgres.address("nowhere"))


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("postgresql://u:secret@127.0.0.1:1/d", "the server says: .*Connection refused"),
        ("postgresql://u:secret@/d?host=/nowhere", "the server says: .*No such file"),
        ("postgresql://u:secret@/d?host=/nowhere&sslmode=odd", "the server says: .*odd"),
    ],
)
def test_a_server_that_does_not_answer_is_told_without_the_password(
    address: str, message: str
) -> None:
    with pytest.raises(LedgerError, match=message) as raised:
        Ledger(address)
    assert "secret" not in str(raised.value)


def test_a_role_that_is_not_there_is_told(postgres: Server) -> None:
    with pytest.raises(LedgerError, match=r'the server says: .*role "nobody" does not exist'):
        Ledger(postgres.address("postgres").replace("postgres@", "nobody@"))


def test_without_its_package_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'sayso\[postgres\]'"):
        Ledger("postgresql://h/d")


def test_a_ledger_is_made_only_where_it_is_to_be(postgres: Server) -> None:
    with postgres.database() as address:
        with pytest.raises(LedgerError, match="is empty, not a sayso ledger"):
            Ledger(address, mode="read")
        with pytest.raises(LedgerNotFound, match=r"there is no ledger in .*`sayso read` makes one"):
            Ledger(address, make=False)
        with Ledger(address) as ledger:
            assert ledger.add(herald())
            assert list(verify(ledger)) == []
        with Ledger(address, make=False) as ledger:
            assert herald().report.id in ledger


def test_what_is_no_ledger_is_refused_and_left_alone(postgres: Server) -> None:
    with postgres.database() as address:
        by_hand(address, "CREATE TABLE things (name text)")
        with pytest.raises(LedgerError, match="is a database, but not a sayso ledger"):
            Ledger(address)
        by_hand(address, "DROP TABLE things")


def test_a_database_of_another_encoding_is_refused(postgres: Server) -> None:
    postgres.run("CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0")
    with pytest.raises(LedgerError, match="has the encoding LATIN1: make it anew, by `createdb"):
        Ledger(postgres.address("latin"))
    postgres.run("DROP DATABASE latin")


def test_a_ledger_of_a_newer_schema_is_refused(place: str) -> None:
    by_hand(place, "UPDATE ledger_version SET version_num = '9999'")
    with pytest.raises(LedgerTooNew, match="has schema 9999"):
        Ledger(place)


def test_later_migrations_run_on_postgresql_too(place: str) -> None:
    with Ledger(place) as ledger:
        ledger.add(herald())
    undoing = (step for schema in range(SCHEMA, FIRST, -1) for step in UNDOING[schema])
    by_hand(place, *undoing, f"UPDATE ledger_version SET version_num = '{FIRST:04}'")  # noqa: S608
    with pytest.raises(LedgerError, match=f"has schema {FIRST}, and this sayso reads"):
        Ledger(place, mode="read")
    with Ledger(place) as ledger:
        assert herald().report.id in ledger
        assert list(verify(ledger)) == []


def test_who_may_not_write_is_told(postgres: Server, place: str) -> None:
    postgres.run("CREATE ROLE guest LOGIN")
    by_hand(place, "GRANT SELECT ON ALL TABLES IN SCHEMA public TO guest")
    with Ledger(place.replace("postgres@", "guest@")) as ledger:
        assert ledger.counts().reports == 0
        with pytest.raises(LedgerReadOnly, match=r"not given you the right .*nothing was written"):
            ledger.add(herald())
    by_hand(place, "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM guest")
    postgres.run("DROP ROLE guest")


def test_a_database_that_is_read_only_says_so_when_written(place: str) -> None:
    read_only = f"{place}&options=-c%20default_transaction_read_only%3Don"
    with (
        Ledger(read_only) as ledger,
        pytest.raises(LedgerReadOnly, match="it is read-only; nothing was written"),
    ):
        ledger.add(herald())


def test_who_writes_waits_for_another_no_longer_than_told(place: str) -> None:
    with Ledger(place) as first, Ledger(place, timeout=0.05) as second:
        with first.writing(), pytest.raises(LedgerError, match="another process is writing to it"):
            second.add(herald())
        assert second.add(herald())


def test_a_reader_sees_what_was_there_when_it_began(place: str) -> None:
    with Ledger(place) as writer, Ledger(place, mode="read") as reader:
        writer.add(herald())
        before = reader.version
        found = reader.reports()
        assert next(found) == herald().report
        writer.add(gazette())
        assert list(found) == []
        assert len(list(reader.reports())) == 2
        assert reader.version != before


def test_a_lost_connection_is_told_and_the_next_is_new(place: str) -> None:
    with Ledger(place) as ledger:
        with (
            pytest.raises(LedgerError, match="connection to the server was lost; what"),
            ledger.writing() as connection,
        ):
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        assert ledger.add(herald())


def test_a_number_out_of_range_is_told(place: str) -> None:
    huge = replace(acquisition(herald().report), size=2**31)
    with Ledger(place) as ledger, pytest.raises(LedgerError, match="a number is out of range"):
        ledger.add_acquisition(huge)


def test_a_text_that_holds_a_nul_cannot_be_kept_or_asked_for(place: str) -> None:
    with Ledger(place) as ledger:
        with pytest.raises(RecordError, match=r"holds a NUL \(U\+0000\), which PostgreSQL cannot"):
            ledger.add(reading_of(report("No\0one was hurt.")))
        with pytest.raises(QueryError, match="what is asked for holds a NUL"):
            list(ledger.statements(StatementQuery(source="a\0b")))
        assert list(ledger.statements(StatementQuery(text="a\0b"))) == []


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ("DROP TABLE times", "the table times is gone or changed"),
        ("ALTER TABLE rejects DROP COLUMN stage", "the column rejects.stage is gone or changed"),
        ("DROP INDEX ix_statements_content_fts", "the index ix_statements_content_fts is gone"),
        ("ALTER TABLE links DROP CONSTRAINT pk_links", "the index pk_links is gone or changed"),
        (
            "ALTER TABLE events DROP CONSTRAINT fk_events_report_reports",
            "the foreign key fk_events_report_reports is gone",
        ),
        ("ALTER TABLE judgements DISABLE TRIGGER ALL", "the trigger judgements_stay is gone"),
        (
            (
                "CREATE OR REPLACE FUNCTION sayso_refuse() RETURNS trigger LANGUAGE plpgsql"
                " AS 'BEGIN RETURN NULL; END'"
            ),
            "the function sayso_refuse is gone or changed",
        ),
        ("DROP VIEW claims_fts", "the view claims_fts is gone or changed"),
    ],
)
def test_parts_of_the_schema_that_are_gone_are_told(place: str, command: str, told: str) -> None:
    with Ledger(place) as ledger:
        ledger.add(herald())
    by_hand(place, command)
    with Ledger(place, mode="read") as ledger:
        problems = [str(problem.message) for problem in verify(ledger)]
    assert any(message.startswith(told) for message in problems)


@pytest.mark.parametrize("table", ["judgements", "acquisitions", "deletions"])
@pytest.mark.parametrize("command", ["UPDATE {} SET at = ''", "DELETE FROM {}", "TRUNCATE {}"])
def test_what_is_only_added_stays(place: str, table: str, command: str) -> None:
    with pytest.raises(psycopg.errors.RaiseException, match=f"{table} are only added, never"):
        by_hand(place, command.format(table))


def test_what_is_deleted_leaves_the_pages(place: str) -> None:
    with Ledger(place) as ledger:
        ledger.add(gazette())
        ledger.add(reading_of(report("Nobody in Quixotown saw the armistice.")))
        ledger.raw.put(b"Quixotown in bytes")
        assert on_a_page(place, b"Quixotown")
        [gone] = [each.id for each in ledger.reports() if "Quixotown" in each.text]
        ledger.delete(gone, by="an editor", at="2031-06-01T00:00:00Z", reason="asked for")
        assert list(verify(ledger)) == []
    assert not on_a_page(place, b"armistice")


def on_a_page(address: str, words: bytes) -> bool:
    """Whether any page of a table or an index of the ledger has these words."""
    with closing(psycopg.connect(address, autocommit=True)) as connection:
        connection.execute("CHECKPOINT")
        files = connection.execute(
            "SELECT pg_relation_filepath(oid) FROM pg_class WHERE pg_relation_filenode(oid) > 0"
        ).fetchall()
        folder = connection.execute("SHOW data_directory").fetchone()
    assert folder is not None
    pages = (Path(folder[0]) / path for (path,) in files)
    return any(words in page.read_bytes() for page in pages if page.exists())


def test_only_the_owner_can_have_words_leave_the_pages(postgres: Server, place: str) -> None:
    postgres.run("CREATE ROLE clerk LOGIN")
    by_hand(
        place,
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO clerk",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO clerk",
    )
    with Ledger(place.replace("postgres@", "clerk@")) as ledger:
        ledger.add(herald())
        with pytest.raises(LedgerError, match=r"is deleted, but words of it may be left .*owner"):
            ledger.delete(
                herald().report.id, by="a clerk", at="2031-06-01T00:00:00Z", reason="asked for"
            )
        assert ledger.counts().reports == 0
    by_hand(place, "DROP OWNED BY clerk")
    postgres.run("DROP ROLE clerk")


RAW = b"\x00\xffbytes"


def test_raw_bytes_are_kept_in_a_table(place: str) -> None:
    with Ledger(place) as ledger:
        sha256 = ledger.raw.put(RAW)
        assert (sha256, ledger.raw.put(RAW)) == (sha256_hex(RAW), sha256)
        assert ledger.raw.get(sha256) == RAW
        other = ledger.raw.put(b"")
        assert list(ledger.raw.hashes()) == sorted([sha256, other])
        assert sha256 in ledger.raw
        assert ledger.raw.delete(other)
        assert not ledger.raw.delete(other)
        with pytest.raises(RawMissing, match="are not kept: no row in the table raw_bytes of"):
            ledger.raw.get(other)
        with pytest.raises(LedgerError, match="is no SHA-256"):
            ledger.raw.get("../etc")
        by_hand(place, "UPDATE raw_bytes SET raw = 'other'")
        with pytest.raises(RawDamaged, match="has other bytes"):
            ledger.raw.get(sha256)


def test_another_process_can_put_raw_bytes(place: str) -> None:
    with Ledger(place) as ledger:
        elsewhere = pickle.loads(pickle.dumps(ledger.raw))  # noqa: S301 - its own
        assert elsewhere == ledger.raw
        if not (child := os.fork()):
            elsewhere.put(RAW)
            os._exit(0)
        assert os.waitpid(child, 0)[1] == 0
        assert ledger.raw.get(sha256_hex(RAW)) == RAW

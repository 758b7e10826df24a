"""What the roles of a server may do with a ledger, and what they may not."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.ledger import (
    DatabaseRole,
    HitQuery,
    IndexedKey,
    Ledger,
    Linked,
    StatementQuery,
    grant_role,
    granting_sql,
    look_for,
    verify,
)
from sayso.model import JudgementKind, LedgerError, LedgerReadOnly, RecordNotFound
from tests.claim_samples import judgement, write_joined
from tests.custody_samples import DELETED, acquisition, write_kept
from tests.postgres import Server, as_user
from tests.samples import gazette, herald, reading_of, refused, report

HERALD = herald().report
DENIED = herald().statements[2]
NEW = report("Something new.")
ODD = 'Ída "the desk" 100%'
"""A name that a server may give, too."""
NAMES = {"reader": "Lea", "judge": ODD, "writer": "desk"}


@pytest.fixture(scope="module")
def server(postgres: Server) -> Server:
    """The server, with people beside its owner."""
    for name in (*NAMES.values(), "stranger"):
        doubled = name.replace('"', '""')
        postgres.run(f'CREATE ROLE "{doubled}" LOGIN')
    return postgres


@pytest.fixture
def address(server: Server) -> Iterator[str]:
    """A ledger in which each has a role."""
    with server.new_ledger() as address:
        with Ledger(address) as owned:
            write_kept(owned)
            write_joined(owned)
            for role in DatabaseRole:
                grant_role(owned, role, NAMES[role])
        yield address


def by_hand(command: str) -> Callable[[Ledger], object]:
    def change(ledger: Ledger) -> None:
        with ledger.writing() as connection:
            connection.exec_driver_sql(command)

    return change


def read_all(ledger: Ledger) -> None:
    assert not list(verify(ledger))
    assert len(list(ledger.statements(StatementQuery(text="strike")))) == 3
    assert look_for(ledger, HitQuery(text="strike"), 9).hits
    assert ledger.raw.get(HERALD.sha256)
    assert ledger.counts().reports == 2


def judge(ledger: Ledger) -> None:
    assert ledger.add_judgement(judgement(DENIED.id, JudgementKind.REJECT, None))
    merged = judgement(gazette().actors[0].id, JudgementKind.MERGE, herald().actors[1].id)
    assert ledger.add_judgement(merged)
    with pytest.raises(RecordNotFound):
        ledger.statement(DENIED.id)


def link(ledger: Ledger) -> None:
    ledger.link_index.clear()
    key = IndexedKey(kind="word", key=7, item="a-1")
    ledger.link_index.write(Linked(version="1", reports=(HERALD.id,), keys=[key]))
    write_joined(ledger)


def add(ledger: Ledger) -> None:
    ledger.raw.put(NEW.text.encode())
    assert ledger.add(reading_of(NEW), acquisition(NEW, kept=True))
    assert ledger.add(reading_of(report("A second report.")))


READER, JUDGE, WRITER, NOBODY = 1, 2, 3, 4

# What is done → the least role that may.
DEEDS: dict[str, tuple[Callable[[Ledger], object], int]] = {
    "read": (read_all, READER),
    "judge": (judge, JUDGE),
    "link": (link, JUDGE),
    "add": (add, WRITER),
    "reject": (lambda ledger: ledger.add_reject(refused()), WRITER),
    "acquire": (lambda ledger: ledger.add_acquisition(acquisition(HERALD, uri="x:y")), WRITER),
    "keep raw bytes": (lambda ledger: ledger.raw.put(b"new"), WRITER),
    "delete raw bytes": (lambda ledger: ledger.raw.delete("0" * 64), WRITER),
    "delete a report by hand": (by_hand("DELETE FROM reports WHERE false"), WRITER),
    "change a report": (by_hand("UPDATE reports SET title = 'x'"), WRITER),
    "change a judgement": (by_hand("UPDATE judgements SET note = 'x'"), NOBODY),
    "take a judgement away": (by_hand("DELETE FROM judgements"), NOBODY),
    "forget an acquisition": (by_hand("DELETE FROM acquisitions"), NOBODY),
    "forget a deletion": (by_hand("DELETE FROM deletions"), NOBODY),
    "change the schema": (by_hand("UPDATE ledger_version SET version_num = '1'"), NOBODY),
    "take a table away": (by_hand("DROP TABLE links"), NOBODY),
    "let rows be changed": (by_hand("DROP TRIGGER judgements_stay ON judgements"), NOBODY),
}


@pytest.mark.parametrize("what", DEEDS)
@pytest.mark.parametrize("role", DatabaseRole)
def test_a_role_may_do_what_it_says_and_nothing_more(
    address: str, role: DatabaseRole, what: str
) -> None:
    deed, least = DEEDS[what]
    with Ledger(as_user(address, NAMES[role])) as ledger:
        if [*DatabaseRole].index(role) + 1 >= least:
            deed(ledger)
        else:
            with pytest.raises(LedgerReadOnly, match="its owner has not given you the right"):
                deed(ledger)


def test_who_has_no_role_does_not_even_read(address: str) -> None:
    with pytest.raises(LedgerError, match="has not given you the right"):
        Ledger(as_user(address, "stranger"), mode="read")


def test_a_role_takes_the_place_of_another(address: str) -> None:
    with Ledger(address) as ledger:
        grant_role(ledger, DatabaseRole.READER, NAMES["writer"])
    with Ledger(as_user(address, NAMES["writer"])) as ledger:
        read_all(ledger)
        with pytest.raises(LedgerReadOnly):
            add(ledger)


def test_only_the_owner_grants(address: str) -> None:
    with Ledger(as_user(address, NAMES["writer"])) as ledger, pytest.raises(LedgerError):
        grant_role(ledger, DatabaseRole.WRITER, "stranger")
    test_who_has_no_role_does_not_even_read(address)


def test_who_is_granted_what_must_be_there(address: str) -> None:
    with Ledger(address) as ledger, pytest.raises(LedgerError, match='role "nobody" does not'):
        grant_role(ledger, DatabaseRole.READER, "nobody")


def test_words_of_a_deleted_report_leave_the_pages_when_the_owner_deletes(address: str) -> None:
    with Ledger(as_user(address, NAMES["writer"])) as ledger:
        with pytest.raises(LedgerError, match="is deleted, but words of it may be left"):
            ledger.delete(HERALD.id, **DELETED)
        assert HERALD.id not in ledger
    with Ledger(address) as ledger:
        ledger.delete(gazette().report.id, **DELETED)


def test_a_file_has_no_roles(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger, pytest.raises(LedgerError, match="is a file"):
        granting_sql(ledger, DatabaseRole.READER, "Lea")

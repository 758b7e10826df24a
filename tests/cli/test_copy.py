"""`sayso copy` and `sayso grant`: from a laptop to a team, and back."""

from contextlib import ExitStack
from pathlib import Path

from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.postgres import Server, Somewhere, as_user
from tests.samples import herald


def test_a_ledger_is_copied_and_its_export_is_the_same(
    sayso: Sayso, kept: Path, somewhere: Somewhere
) -> None:
    with somewhere() as there:
        copied = sayso("copy", kept, there)
        assert copied.code == 0
        assert copied.out.startswith(f"Copied {kept} to ")
        assert " rows in 17 tables and 2 raw files, all read back the same.\n" in copied.out
        assert copied.out.endswith("\nVerified: nothing wrong.\n")
        assert sayso("copy", there, "back.db", "--quiet").out == ""
        told = [sayso("export", "--ledger", where).out for where in (kept, there, "back.db")]
        assert told[0] == told[1] == told[2]
        assert told[0].count("\n") > 20


def test_what_cannot_be_copied_is_told(sayso: Sayso, kept: Path) -> None:
    assert sayso("copy", "none.db", "new.db").code == 3
    assert not Path("new.db").exists()
    again = sayso("copy", kept, kept)
    assert again.code == 3
    assert "copy to where no ledger is yet, or an empty one" in again.err


def test_what_is_wrong_with_a_ledger_is_wrong_with_its_copy(sayso: Sayso, kept: Path) -> None:
    with Ledger(kept) as ledger, ledger.writing() as connection:
        connection.exec_driver_sql("UPDATE links SET reason = ''")
    copied = sayso("copy", kept, "new.db")
    assert copied.code == 1
    assert copied.out.endswith("problems, copied as they are.\n")


COMMANDS = (
    *("statements --text strike", "events", "relations", "actors", "places", "times", "claims"),
    *("reports", "rejects", "verify", "history", "review", "manifest"),
    *(f"show {herald().report.id}", f"locate {herald().statements[4].id}"),
    *(f"export --format {name}" for name in ("jsonl", "graphml")),
)


def test_every_command_tells_the_same_of_either(sayso: Sayso, kept: Path, postgres: Server) -> None:
    with postgres.new_ledger() as there:
        sayso("copy", kept, there)
        for command in COMMANDS:
            here, copied = (sayso(*command.split(), "--ledger", place) for place in (kept, there))
            assert (copied.code, copied.out) == (here.code, here.out), command


def test_a_role_is_granted(sayso: Sayso, kept: Path, postgres: Server) -> None:
    with ExitStack() as stack:
        there = stack.enter_context(postgres.new_ledger())
        sayso("copy", kept, there)
        postgres.run('CREATE ROLE "ana" LOGIN')
        shown = sayso("grant", "reader", "ana", "--show", "--ledger", there)
        assert shown.out.count("\n") == shown.out.count(";\n") == 5
        assert sayso("reports", "--ledger", as_user(there, "ana")).code == 3
        granted = sayso("grant", "reader", "ana", "--ledger", there)
        assert granted.out.startswith(shown.out)
        assert "\nana may do what a reader does with postgresql://" in granted.out
        assert sayso("reports", "--ledger", as_user(there, "ana")).code == 0
        refused = sayso("link", "--all", "--ledger", as_user(there, "ana"))
        assert refused.code == 3
        assert "has not given you the right" in refused.err
    assert sayso("grant", "reader", "ana", "--ledger", kept).code == 3

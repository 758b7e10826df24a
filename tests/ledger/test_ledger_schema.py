import sqlite3
from collections import Counter
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import ExecutableDDLElement, create_mock_engine, select

from sayso.ledger import Ledger, StatementQuery, verify, versions
from sayso.ledger.schema import metadata
from sayso.ledger.stores.sqlite.connecting import in_memory
from sayso.ledger.stores.sqlite.making import make, parts_in
from sayso.ledger.versions import SCHEMA, VERSION_TABLE
from sayso.model import LedgerError
from tests.samples import gazette, herald

# What undoes a migration, and so leads to the schema before it.
UNDOING = {
    9: tuple(
        f"DROP TABLE {table}" for table in ("feeds", "feed_entries", "told_facts", "changed_claims")
    ),
    8: (
        "DROP TABLE as_read",
        "DROP TABLE named_claims",
        "DROP INDEX ix_judgements_kind_value",
        "DROP INDEX ix_statements_score_id",
        "DROP INDEX ix_ties_statement",
    ),
    7: (
        "DROP INDEX ix_reports_published_id_title_publisher_language",
        "DROP INDEX ix_reports_publisher",
        "DROP TABLE ties",
        "DROP TABLE parties",
        "DROP INDEX ix_actors_party_report",
        "ALTER TABLE actors DROP COLUMN party",
        "DROP INDEX ix_events_time_first_report_trigger_start",
        "DROP INDEX ix_events_place_name_place_latitude_place_longitude_time_first_place_country",
        "DROP INDEX ix_places_name_report",
        "DROP INDEX ix_members_known_as",
        "ALTER TABLE members DROP COLUMN known_as",
    ),
    6: (
        "DROP TABLE acquisitions",
        "DROP TABLE deletions",
        *(
            f"ALTER TABLE reports DROP COLUMN {column}"
            for column in (
                *("updated", "canonical_url", "credits", "stated", "source_map"),
                *("dateline_start", "dateline_end", "dateline_text"),
            )
        ),
    ),
    5: (
        "ALTER TABLE statements DROP COLUMN quantities",
        "DROP TABLE claims_fts",
        *(
            f"DROP TABLE {table}"
            for table in (
                *("members", "origins", "claims", "links", "judgements"),
                *("link_keys", "assertions", "linked"),
            )
        ),
    ),
    4: ("DROP TABLE participants", "DROP TABLE events", "DROP TABLE relations"),
    3: ("DROP TABLE places", "DROP TABLE times"),
    2: (
        "DROP TRIGGER statements_fts_insert",
        "DROP TRIGGER statements_fts_delete",
        "DROP TRIGGER statements_fts_update",
        "DROP TABLE statements_fts",
    ),
}


def of_schema(schema: int, path: Path) -> Path:
    """A ledger of an earlier schema, with a report."""
    with Ledger(path) as ledger:
        ledger.add(herald())
    with closing(sqlite3.connect(path)) as connection:
        for undone in range(SCHEMA, schema, -1):
            for step in UNDOING[undone]:
                connection.execute(step)
        connection.execute("UPDATE ledger_version SET version_num = ?", [f"{schema:04}"])
        connection.commit()
    return path


@pytest.fixture(params=range(1, SCHEMA), ids="schema {}".format)
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return of_schema(request.param, tmp_path / "sayso.db")


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger, ledger.snapshot() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table": VERSION_TABLE,
                "compare_type": True,
                "include_name": lambda name, kind, _: kind != "table" or "_fts" not in str(name),
            },
        )
        assert compare_metadata(context, metadata) == []


def test_a_new_ledger_is_what_the_migrations_lead_to() -> None:
    with in_memory() as migrated, in_memory() as made:
        versions.upgrade(migrated)
        make(made)
        assert {*parts_in(made)} == {*parts_in(migrated)}
        for rows in (versions.NOTED, *metadata.sorted_tables):
            assert made.execute(select(rows)).all() == migrated.execute(select(rows)).all()


def test_the_schema_is_the_last_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "sayso.ledger:migrations")
    head = ScriptDirectory.from_config(config).get_current_head()
    assert head is not None
    assert int(head) == SCHEMA


def test_the_migrations_are_in_the_package() -> None:
    steps = files("sayso.ledger.migrations.versions").iterdir()
    found = sorted(step.name[:5] for step in steps if step.name.startswith("v"))
    assert found == [f"v{number:04}" for number in range(1, SCHEMA + 1)]


def test_the_tables_can_be_made_on_postgresql() -> None:
    made: list[ExecutableDDLElement] = []
    engine = create_mock_engine("postgresql://", lambda ddl, *_, **__: made.append(ddl))
    metadata.create_all(engine, checkfirst=False)
    commands = [str(each.compile(dialect=engine.dialect)).split()[1] for each in made]
    assert Counter(commands) == {"TABLE": 28, "INDEX": 51}


@pytest.mark.parametrize(("schema", "events"), [(1, 0), (2, 0), (3, 0), (4, 4), (5, 4)])
def test_an_older_ledger_is_brought_up_to_date_when_written(
    tmp_path: Path, schema: int, events: int
) -> None:
    with Ledger(of_schema(schema, tmp_path / "sayso.db")) as ledger:
        assert ledger.add(gazette())
        strike = ledger.statements(StatementQuery(text="strike"))
        doubts = ledger.statements(StatementQuery(text="story"))
        assert (len(list(strike)), len(list(doubts))) == (3, 2)
        # What was not read then is not there now.
        assert len(list(ledger.events())) == events
        assert [*ledger.claims(), *ledger.links()] == []
        assert set(ledger.link_index.unlinked()) == ledger.report_ids()
        assert list(verify(ledger)) == []


def test_an_older_ledger_is_not_read_before_that(older: Path) -> None:
    with pytest.raises(
        LedgerError, match=rf"has schema \d, and this sayso reads schema {SCHEMA}: open"
    ):
        Ledger(older, mode="read")


@pytest.mark.parametrize(
    "in_the_way", ["statements_fts", "times", "relations", "links", "deletions"]
)
def test_a_ledger_half_brought_up_to_date_is_as_before(tmp_path: Path, in_the_way: str) -> None:
    path = of_schema(1, tmp_path / "sayso.db")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"CREATE TABLE {in_the_way} (in_the_way)")
        before = connection.execute("SELECT name FROM sqlite_master").fetchall()
    with pytest.raises(LedgerError, match="already exists"):
        Ledger(path)
    with closing(sqlite3.connect(path)) as connection:
        version = connection.execute("SELECT version_num FROM ledger_version").fetchall()
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == before
    assert version == [("0001",)]


def test_the_word_index_follows_every_change_by_hand(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ledger.add(herald())
    found = "SELECT count(*) FROM statements_fts WHERE content_text MATCH ?"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "UPDATE statements SET content_text = 'the peace' WHERE content_text = 'the strike'"
        )
        assert connection.execute(found, ["peace"]).fetchone() == (1,)
        assert connection.execute(found, ["strike"]).fetchone() == (2,)
        connection.execute("DELETE FROM statements WHERE content_text LIKE '%strike%'")
        assert connection.execute(found, ["strike"]).fetchone() == (0,)
        connection.rollback()
        assert connection.execute(found, ["strike"]).fetchone() == (3,)
        connection.execute("VACUUM")
        assert connection.execute(found, ["strike"]).fetchone() == (3,)
    with Ledger(path, mode="read") as ledger:
        assert list(verify(ledger)) == []


def test_a_report_that_is_not_added_leaves_no_word_behind(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger, closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TRIGGER stop AFTER INSERT ON statements WHEN new.content_text LIKE 'Ships%'"
            " BEGIN SELECT raise(ABORT, 'stopped'); END"
        )
        with pytest.raises(LedgerError, match="stopped"):
            ledger.add(herald())
        assert ledger.counts().reports == 0
        words = connection.execute("SELECT count(*) FROM statements_fts_docsize").fetchone()
        assert words == (0,)

"""What the pages of the reading room ask across reports: indexes, parties, and their ties.

Parties, ties and the ids that claims may be known by follow from the records: they are made here
for those that are there already.
"""

import json

from alembic import op
from sqlalchemy import Column, ForeignKey, Index, Integer, Text

from sayso.model import Span
from sayso.model.edtf import ends
from sayso.model.ids import claim_id
from sayso.model.parties import name_key, party_id

revision = "0007"
down_revision = "0006"

_INDEXES = {
    # All that a list of reports shows or is narrowed by: their texts are not touched for it.
    "reports": (("published", "id", "title", "publisher", "language"), ("publisher",)),
    "actors": (("party", "report"),),
    "events": (
        ("time_first", "report", "trigger_start"),
        ("place_name", "place_latitude", "place_longitude", "time_first", "place_country"),
    ),
    "places": (("name", "report"),),
    "members": (("known_as",),),
}
# What the id of the claim is, was or would be while this member puts it in words.
_KNOW = """
    UPDATE members SET known_as = sayso_claim_id(
        (SELECT about FROM claims WHERE claims.id = members.claim), statement, spans)
"""
_COUNTED = ("actors", "said", "denied", "acted", "befell", "accused", "weight")
_EVERY = ("day", "kind", "status")

_COUNT = """
    INSERT INTO parties
    WITH one AS (
        SELECT party, kind, name, country,
            (SELECT count(*) FROM statements WHERE source_actor = actors.id) AS said,
            (SELECT count(CASE WHEN act = 'deny' AND stance = 'denies' THEN 1 END)
                FROM statements WHERE source_actor = actors.id) AS denied,
            (SELECT count(DISTINCT event) FROM participants
                WHERE actor = actors.id AND role = 'actor') AS acted,
            (SELECT count(DISTINCT event) FROM participants
                WHERE actor = actors.id AND role = 'recipient') AS befell,
            (SELECT count(DISTINCT event) FROM participants
                JOIN events ON events.id = event AND code = 'ACCUSE'
                WHERE actor = actors.id AND role = 'recipient') AS accused
        FROM actors
    ), spelled AS (
        SELECT party, name,
            row_number() OVER (PARTITION BY party ORDER BY count(*) DESC, name) AS rank
        FROM actors GROUP BY party, name
    ), based AS (
        SELECT party, group_concat(country, ' ') AS countries FROM (
            SELECT DISTINCT party, country FROM actors
            WHERE country IS NOT NULL ORDER BY party, country
        ) GROUP BY party
    )
    SELECT one.party, spelled.name, sayso_name_key(spelled.name), kind, coalesce(countries, ''),
        count(*), sum(said), sum(denied), sum(acted), sum(befell), sum(accused),
        sum(said) + sum(acted) + sum(befell)
    FROM one
    JOIN spelled ON spelled.party = one.party AND rank = 1
    LEFT JOIN based ON based.party = one.party
    GROUP BY one.party
"""
_SAID_ON = """
    CREATE TEMP VIEW said_on AS SELECT statements.id AS statement,
        coalesce(sayso_first_day(said_at_value), sayso_first_day(published)) AS day
    FROM statements JOIN reports ON reports.id = statements.report
"""
_TIES = (
    """INSERT INTO ties (report, statement, record, "from", "to", kind, status, day)
        SELECT told.report, told.statement, told.id, one.party, other.party, code, status,
            coalesce(sayso_first_day(time_value), said_on.day)
        FROM events AS told
        JOIN participants AS doing ON doing.event = told.id AND doing.role = 'actor'
        JOIN participants AS done ON done.event = told.id AND done.role = 'recipient'
        JOIN actors AS one ON one.id = doing.actor
        JOIN actors AS other ON other.id = done.actor AND other.party != one.party
        JOIN said_on ON said_on.statement = told.statement
        GROUP BY told.id, one.id, other.id""",
    """INSERT INTO ties (report, statement, record, "from", "to", kind, status, day)
        SELECT told.report, told.statement, told.id, one.party, other.party, told.kind, status,
            coalesce(sayso_first_day(time_value), said_on.day)
        FROM relations AS told
        JOIN actors AS one ON one.id = "from"
        JOIN actors AS other ON other.id = "to" AND other.party != one.party
        JOIN said_on ON said_on.statement = told.statement""",
    """INSERT INTO ties (report, statement, record, "from", "to", kind, status, day)
        WITH said AS MATERIALIZED (
            SELECT statements.id, report, source_actor,
                json_extract(words.value, '$.start') AS begins,
                json_extract(words.value, '$.end') AS ends
            FROM statements, json_each(content) AS words WHERE source_actor IS NOT NULL
        ), naming AS (
            SELECT DISTINCT said.id, said.report, source_actor, other.id AS other, other.party
            FROM said
            CROSS JOIN actors AS other ON other.report = said.report
            CROSS JOIN mentions AS named ON named.actor = other.id
                AND named.start >= begins AND named.start < ends AND named."end" <= ends
        )
        SELECT naming.report, naming.id, naming.id, one.party, naming.party, 'speaks_of', NULL, day
        FROM naming
        JOIN actors AS one ON one.id = source_actor AND one.party != naming.party
        JOIN said_on ON said_on.statement = naming.id""",
)


def upgrade() -> None:
    """Make the indexes and the tables, and count what is there."""
    op.add_column("actors", Column("party", Text, nullable=False, server_default=""))
    _make_parties()
    _make_ties()
    _define_functions()
    op.execute("UPDATE actors SET party = sayso_party_id(kind, name)")
    op.add_column("members", Column("known_as", Text, nullable=False, server_default=""))
    op.execute(_KNOW)
    for table, indexes in _INDEXES.items():
        for columns in indexes:
            op.create_index(None, table, list(columns))
    for step in (_COUNT, _SAID_ON, *_TIES, "DROP VIEW said_on"):
        op.execute(step)


def _make_parties() -> None:
    op.create_table(
        "parties",
        Column("id", Text, primary_key=True),
        *(_text(name) for name in ("name", "called", "kind", "countries")),
        *(Column(name, Integer, nullable=False) for name in _COUNTED),
        Index(None, "weight", "id"),
    )


def _make_ties() -> None:
    op.create_table(
        "ties",
        Column("number", Integer, primary_key=True),
        Column("report", Text, ForeignKey("reports.id"), nullable=False),
        Column("statement", Text, ForeignKey("statements.id"), nullable=False),
        *(_text(name) for name in ("record", "from", "to", "kind")),
        *(_text(name, null=True) for name in ("status", "day")),
        Index(None, "report", "to"),
        Index(None, "from", "to", *_EVERY),
        Index(None, "to", "from", *_EVERY),
        Index(None, "day", "from", "to", "kind", "status"),
    )


def _define_functions() -> None:
    connection = op.get_bind().connection.driver_connection
    assert connection is not None
    connection.create_function("sayso_party_id", 2, party_id, deterministic=True)
    connection.create_function("sayso_name_key", 1, name_key, deterministic=True)
    connection.create_function("sayso_claim_id", 3, _claim_id, deterministic=True)
    connection.create_function("sayso_first_day", 1, _first_day, deterministic=True)


def _claim_id(about: str, statement: str, spans: str) -> str:
    """The id of the claim to which `statement` gives the gist, in the words at `spans`."""
    return claim_id(about, statement, (Span(**span) for span in json.loads(spans)))


def _first_day(value: str | None) -> str | None:
    """The first day that an EDTF value covers, as far as it is known."""
    first, _ = ends(value) or (None, None)
    return None if first is None or first.startswith("0000") else first


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)

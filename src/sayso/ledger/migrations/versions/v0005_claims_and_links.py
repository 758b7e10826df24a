"""The tables of claims, links and judgements, and of the link index.

Claims have a word index as statements have (migration 2). Judgements are only ever added: triggers
refuse to change or delete one, whoever asks.

Reports that an earlier sayso read are linked when they are next gone through.
"""

from alembic import op
from sqlalchemy import BigInteger, Column, Double, ForeignKey, Index, Integer, Text

revision = "0005"
down_revision = "0004"

_MAKE_INDEX = """
    CREATE VIRTUAL TABLE claims_fts USING fts5(
        words,
        content = 'claims', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2'
    )
"""
_ENTER = "INSERT INTO claims_fts (rowid, words) VALUES (new.number, new.words);"
_STRIKE = """
    INSERT INTO claims_fts (claims_fts, rowid, words) VALUES ('delete', old.number, old.words);
"""
_REFUSE = "SELECT raise(ABORT, 'judgements are only added, never changed or deleted');"
_TRIGGERS = {
    "claims_fts_insert AFTER INSERT ON claims": _ENTER,
    "claims_fts_delete AFTER DELETE ON claims": _STRIKE,
    "claims_fts_update AFTER UPDATE ON claims": _STRIKE + _ENTER,
    "judgements_update BEFORE UPDATE ON judgements": _REFUSE,
    "judgements_delete BEFORE DELETE ON judgements": _REFUSE,
}


def upgrade() -> None:
    """Make the tables, empty, and what keeps them as they should be."""
    op.add_column("statements", Column("quantities", Text, nullable=False, server_default="[]"))
    _make_claims()
    _make_members()
    _make_origins()
    _make_links()
    _make_judgements()
    _make_link_index()
    op.execute(_MAKE_INDEX)
    for trigger, body in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {trigger} BEGIN {body} END")


def _make_claims() -> None:
    op.create_table(
        "claims",
        Column("number", Integer, primary_key=True),
        Column("id", Text, unique=True, nullable=False),
        _text("gist"),
        _of("gist_at_report", "reports"),
        _number("gist_at_start"),
        _number("gist_at_end"),
        _text("gist_at_text"),
        _text("about"),
        _number("fewest_origins"),
        _number("most_origins"),
        _text("standing"),
        Column("contested", BigInteger, nullable=False),
        _text("words"),
        Index(None, "contested", "id"),
        Index(None, "standing", "contested", "id"),
    )


def _make_members() -> None:
    op.create_table(
        "members",
        _of("claim", "claims", key=True),
        Column("position", Integer, primary_key=True),
        _of("statement", "statements"),
        _text("stance"),
        _text("spans"),
        _number("span_start"),
        _number("span_end"),
        Index(None, "statement"),
    )


def _make_origins() -> None:
    op.create_table(
        "origins",
        _of("claim", "claims", key=True),
        Column("position", Integer, primary_key=True),
        Column("id", Text, unique=True, nullable=False),
        _text("statements"),
        _text("why"),
    )


def _make_links() -> None:
    op.create_table(
        "links",
        Column("id", Text, primary_key=True),
        _text("kind"),
        _text("from"),
        _text("to"),
        Column("score", Double, nullable=False),
        _text("reason"),
        _text("evidence"),
        _text("clash", null=True),
        Index(None, "score", "id"),
        Index(None, "kind", "score", "id"),
        Index(None, "from"),
        Index(None, "to"),
    )


def _make_judgements() -> None:
    op.create_table(
        "judgements",
        Column("id", Text, primary_key=True),
        _text("target"),
        _text("by"),
        _text("at"),
        _text("kind"),
        _text("value", null=True),
        _text("note", null=True),
        _text("claim", null=True),
        Index(None, "at", "id"),
        Index(None, "target", "at"),
        Index(None, "claim", "at"),
    )


def _make_link_index() -> None:
    op.create_table(
        "assertions",
        Column("id", Text, primary_key=True),
        _of("report", "reports"),
        _of("statement", "statements"),
        _text("about"),
        _text("data"),
        Index(None, "report"),
        Index(None, "statement"),
    )
    op.create_table(
        "link_keys",
        Column("kind", Text, primary_key=True),
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("item", Text, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table("linked", _of("report", "reports", key=True), _text("version"))


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _of(name: str, owner: str, *, key: bool = False) -> Column[str]:
    return Column(name, Text, ForeignKey(f"{owner}.id"), nullable=False, primary_key=key)

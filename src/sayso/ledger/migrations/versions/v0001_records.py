"""The record tables: reports, actors, mentions, statements, rejects."""

from alembic import op
from sqlalchemy import Column, Double, ForeignKey, Index, Integer, Text

revision = "0001"
down_revision = None

_READING_ORDER = ("report", "span_start", "depth")


def upgrade() -> None:
    """Make the record tables."""
    _make_reports()
    _make_actors()
    _make_statements()
    op.create_table("rejects", _key("id"), _text("input"), _text("stage"), _text("reason"))


def _make_reports() -> None:
    op.create_table(
        "reports",
        _key("id"),
        _text("sha256"),
        _text("media_type"),
        _text("uri", null=True),
        _text("retrieved", null=True),
        _text("title", null=True),
        _text("publisher", null=True),
        _text("authors"),
        _text("language", null=True),
        _text("published", null=True),
        _text("published_from", null=True),
        _text("text"),
        _text("reader", null=True),
        _text("text_sha256"),
        Index(None, "published", "id"),
    )


def _make_actors() -> None:
    op.create_table(
        "actors",
        _key("id"),
        Column("report", Text, ForeignKey("reports.id"), nullable=False),
        _text("name"),
        _text("kind"),
        _text("country", null=True),
        _text("roles"),
        Index(None, "report", "id"),
    )
    op.create_table(
        "mentions",
        Column("actor", Text, ForeignKey("actors.id"), primary_key=True),
        Column("position", Integer, primary_key=True),
        _text("report"),
        _number("start"),
        _number("end"),
        _text("text"),
    )


def _make_statements() -> None:
    parent = ForeignKey("statements.id", deferrable=True, initially="DEFERRED")
    op.create_table(
        "statements",
        Column("number", Integer, primary_key=True),
        Column("id", Text, unique=True, nullable=False),
        Column("report", Text, ForeignKey("reports.id"), nullable=False),
        _number("span_start"),
        _number("span_end"),
        _text("span_text"),
        _text("source_kind"),
        Column("source_actor", Text, ForeignKey("actors.id"), nullable=True),
        _text("source_text"),
        _text("source_spans"),
        _text("cue_spans", null=True),
        _text("content_text"),
        _text("content"),
        _text("act"),
        _text("stance"),
        _text("polarity"),
        _text("certainty"),
        _text("hedges"),
        _text("quote"),
        Column("parent", Text, parent, nullable=True),
        _number("depth"),
        _text("said_at_span", null=True),
        _text("said_at_value", null=True),
        Column("score", Double, nullable=False),
        Index(None, *_READING_ORDER),
        Index(None, "act", *_READING_ORDER),
        Index(None, "stance", *_READING_ORDER),
        Index(None, "source_actor"),
        Index(None, "parent"),
    )


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)

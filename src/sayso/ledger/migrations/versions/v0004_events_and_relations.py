"""The tables of events, of those who take part in them, and of relations.

Reports that an earlier sayso read have none: what it did not read is not made up here.
"""

from alembic import op
from sqlalchemy import Column, Double, ForeignKey, Index, Integer, Text

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the three tables, empty."""
    _make_events()
    _make_participants()
    _make_relations()


def _make_events() -> None:
    op.create_table(
        "events",
        *_told(),
        *_span("trigger"),
        _text("code"),
        _text("mode", null=True),
        _text("context", null=True),
        _text("instruments"),
        *_span("place_span", null=True),
        _text("place_name", null=True),
        Column("place_geonameid", Integer, nullable=True),
        Column("place_latitude", Double, nullable=True),
        Column("place_longitude", Double, nullable=True),
        _text("place_country", null=True),
        _text("place_precision", null=True),
        *_time(),
        _text("time_first", null=True),
        _text("time_last", null=True),
        _text("status"),
        _text("quantities"),
        Column("score", Double, nullable=False),
        Index(None, "report", "trigger_start"),
        Index(None, "code", "report", "trigger_start"),
        Index(None, "statement"),
    )


def _make_participants() -> None:
    op.create_table(
        "participants",
        Column("event", Text, ForeignKey("events.id"), primary_key=True),
        Column("role", Text, primary_key=True),
        Column("position", Integer, primary_key=True),
        *_span("span"),
        Column("actor", Text, ForeignKey("actors.id"), nullable=True),
        Index(None, "actor"),
    )


def _make_relations() -> None:
    op.create_table(
        "relations",
        *_told(),
        _text("kind"),
        Column("from", Text, ForeignKey("actors.id"), nullable=False),
        Column("to", Text, ForeignKey("actors.id"), nullable=False),
        Column("span_start", Integer, nullable=False),
        _text("spans_text"),
        _text("spans"),
        _text("status"),
        *_time(),
        Column("score", Double, nullable=False),
        Index(None, "report", "span_start"),
        Index(None, "statement"),
        Index(None, "from"),
        Index(None, "to"),
    )


def _told() -> tuple[Column[str], ...]:
    return (
        Column("id", Text, primary_key=True),
        Column("report", Text, ForeignKey("reports.id"), nullable=False),
        Column("statement", Text, ForeignKey("statements.id"), nullable=False),
    )


def _span(field: str, *, null: bool = False) -> tuple[Column[str] | Column[int], ...]:
    return (
        Column(f"{field}_start", Integer, nullable=null),
        Column(f"{field}_end", Integer, nullable=null),
        _text(f"{field}_text", null=null),
    )


def _time() -> tuple[Column[str] | Column[int], ...]:
    return (
        *_span("time_span", null=True),
        _text("time_value", null=True),
        _text("time_precision", null=True),
    )


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)

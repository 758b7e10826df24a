"""Where the text of a report stands in its bytes, what it states of itself, and its custody.

Acquisitions and deletions are only ever added: triggers refuse to change or delete one. Reports
that an earlier sayso read have no source map and no acquisition.
"""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Text

revision = "0006"
down_revision = "0005"

_REFUSED = ("acquisitions", "deletions")


def upgrade() -> None:
    """Add the columns; make the tables, empty, and what keeps them as they should be."""
    for column in _report_columns():
        op.add_column("reports", column)
    _make_acquisitions()
    _make_deletions()
    for table in _REFUSED:
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_{act} BEFORE {act.upper()} ON {table} BEGIN"
                f" SELECT raise(ABORT, '{table} are only added, never changed or deleted'); END"
            )


def _report_columns() -> tuple[Column[str] | Column[int], ...]:
    return (
        _text("updated", null=True),
        _text("canonical_url", null=True),
        Column("credits", Text, nullable=False, server_default="[]"),
        Column("dateline_start", Integer, nullable=True),
        Column("dateline_end", Integer, nullable=True),
        _text("dateline_text", null=True),
        Column("stated", Text, nullable=False, server_default="[]"),
        _text("source_map", null=True),
    )


def _make_acquisitions() -> None:
    op.create_table(
        "acquisitions",
        Column("id", Text, primary_key=True),
        _text("report"),
        _text("sha256"),
        _text("acquired_from"),
        _text("uri", null=True),
        _text("container", null=True),
        Column("position", BigInteger, nullable=True),
        _text("at"),
        _text("by"),
        Column("size", Integer, nullable=False),
        Column("kept", Boolean, nullable=False),
        _text("etag", null=True),
        _text("last_modified", null=True),
        _text("after", null=True),
        Index(None, "report", "at"),
        Index(None, "uri", "at"),
    )


def _make_deletions() -> None:
    op.create_table(
        "deletions",
        Column("id", Text, primary_key=True),
        _text("report"),
        _text("sha256"),
        _text("by"),
        _text("at"),
        _text("reason"),
        Column("raw_deleted", Boolean, nullable=False),
        Index(None, "report", "at"),
    )


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)

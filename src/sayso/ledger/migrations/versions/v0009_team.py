"""What a team's ledger keeps beside the records: what watching feeds has to remember."""

from alembic import op
from sqlalchemy import Boolean, Column, Index, Integer, Text

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Make the tables, empty."""
    _watching()


def _watching() -> None:
    op.create_table(
        "feeds",
        Column("url", Text, primary_key=True),
        *(_text(name, null=True) for name in ("etag", "last_modified", "asked")),
        _text("due"),
        Column("failures", Integer, nullable=False),
    )
    op.create_table(
        "feed_entries",
        *(Column(name, Text, primary_key=True) for name in ("feed", "entry")),
        _text("version"),
        _text("link", null=True),
        Column("tries", Integer, nullable=False),
        _text("due", null=True),
        Index(None, "link"),
        Index(None, "due", "feed", "entry"),
    )
    op.create_table(
        "told_facts",
        *(Column(name, Text, primary_key=True) for name in ("claim", "fact", "who")),
    )
    op.create_table(
        "changed_claims",
        Column("claim", Text, primary_key=True),
        Column("quiet", Boolean, nullable=False),
        Column("tries", Integer, nullable=False),
        _text("due"),
        Index(None, "due", "claim"),
    )


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)

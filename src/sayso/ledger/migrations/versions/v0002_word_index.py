"""The word index over statements: SQLite's FTS5.

Triggers keep it in step inside the transaction that changes a statement, whoever makes the
change; the words themselves stay in `statements` alone.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_MAKE_INDEX = """
    CREATE VIRTUAL TABLE statements_fts USING fts5(
        content_text, source_text,
        content = 'statements', content_rowid = 'number',
        tokenize = 'unicode61 remove_diacritics 2'
    )
"""
_ENTER = """
    INSERT INTO statements_fts (rowid, content_text, source_text)
    VALUES (new.number, new.content_text, new.source_text);
"""
_STRIKE = """
    INSERT INTO statements_fts (statements_fts, rowid, content_text, source_text)
    VALUES ('delete', old.number, old.content_text, old.source_text);
"""
_TRIGGERS = {
    "statements_fts_insert AFTER INSERT": _ENTER,
    "statements_fts_delete AFTER DELETE": _STRIKE,
    "statements_fts_update AFTER UPDATE": _STRIKE + _ENTER,
}


def upgrade() -> None:
    """Make the index, its triggers, and enter the statements that are there."""
    op.execute(_MAKE_INDEX)
    for trigger, body in _TRIGGERS.items():
        op.execute(f"CREATE TRIGGER {trigger} ON statements BEGIN {body} END")
    op.execute("INSERT INTO statements_fts (statements_fts) VALUES ('rebuild')")

"""Alembic's entry point: runs the steps on the connection that `sayso.ledger.versions` hands over.

The caller holds the transaction, so that all steps stand or none does.
"""

from alembic import context

from sayso.ledger.schema import metadata
from sayso.ledger.versions import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,  # for its naming of keys and indexes
    version_table=VERSION_TABLE,
)
context.run_migrations()

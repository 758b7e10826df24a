"""How the schema of a ledger came to be: one numbered step after another, run by Alembic."""

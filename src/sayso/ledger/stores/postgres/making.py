"""Making a ledger in an empty database of a PostgreSQL server.

Its tables are those of `sayso.ledger.schema`, to which the migrations of a ledger in a file lead.
What is in these migrations alone is in `schema.sql` in PostgreSQL's own way: the word indexes, and
what keeps judgements and the chain of custody as they were written.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from sqlalchemy import Connection, text

from sayso.ledger import versions
from sayso.ledger.address import ServerAddress
from sayso.ledger.schema import metadata
from sayso.ledger.stores.postgres.tables import raw_bytes
from sayso.model import LedgerError

_OLDEST = 140_000
"""PostgreSQL 14, the first in which the bodies of functions are bound to what they call."""

_FACTS = text("""
    SELECT current_setting('server_encoding') AS encoding,
        current_setting('server_version') AS version,
        current_setting('server_version_num')::int AS number,
        EXISTS (SELECT FROM pg_collation WHERE collname = 'und-x-icu') AS has_icu
""")


def require_fit(connection: Connection, address: ServerAddress) -> None:
    """Raise LedgerError, which says what to do, unless the database can keep a ledger."""
    facts = connection.execute(_FACTS).one()
    if facts.number < _OLDEST:
        raise LedgerError(
            f"ledger {address}: the server is PostgreSQL {facts.version}: take 14 or later"
        )
    if facts.encoding != "UTF8":
        raise LedgerError(
            f"ledger {address}: the database has the encoding {facts.encoding}: make it anew, by"
            f" `createdb --encoding=UTF8 --template=template0 {address.name}`"
        )
    if not facts.has_icu:
        raise LedgerError(
            f"ledger {address}: the server was built without ICU, which knows letters: take another"
        )


def make(connection: Connection) -> None:
    """Make all parts of the schema, and note which it is."""
    metadata.create_all(connection)
    raw_bytes.create(connection)
    for command in commands():
        connection.exec_driver_sql(command)
    versions.note_current(connection)


def commands() -> Iterator[str]:
    """What `schema.sql` has done, one command after another: a blank line stands between them."""
    written = (files("sayso.ledger.stores.postgres") / "schema.sql").read_text(encoding="utf-8")
    for part in written.split(";\n\n"):
        yield part.replace("%", "%%")

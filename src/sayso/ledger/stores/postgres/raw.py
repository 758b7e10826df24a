"""The raw bytes of reports, in a table of a ledger on PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.dialects.postgresql import insert

from sayso.ledger.address import ServerAddress
from sayso.ledger.raw import require_sha256
from sayso.ledger.stores.postgres.connecting import connect_once
from sayso.ledger.stores.postgres.errors import errors_told
from sayso.ledger.stores.postgres.tables import raw_bytes
from sayso.model import RawDamaged, RawMissing
from sayso.model.ids import sha256_hex

_AT_ONCE = 1000
"""So many hashes come from the server at a time."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """The raw bytes that are kept in the database at `address`, as `RawKept` says.

    Each change is a transaction of its own. `engine` has the connections of the ledger that it is
    of; in another process it opens its own.
    """

    address: ServerAddress
    engine: Engine | None = field(default=None, compare=False, repr=False)

    def __str__(self) -> str:
        return f"the table {raw_bytes.name} of {self.address}"

    def __reduce__(self) -> tuple[type[RawTable], tuple[ServerAddress]]:
        return RawTable, (self.address,)

    def put(self, raw: bytes) -> str:
        """Keep `raw` unless it is there already; returns its SHA-256."""
        sha256 = sha256_hex(raw)
        with self._connected() as connection:
            new = insert(raw_bytes).values(sha256=sha256, raw=raw)
            connection.execute(new.on_conflict_do_nothing())
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with this SHA-256; raises RawMissing, or RawDamaged if others are there."""
        require_sha256(sha256)
        with self._connected() as connection:
            found = select(raw_bytes.c.raw).where(raw_bytes.c.sha256 == sha256)
            raw: bytes | None = connection.scalar(found)
        if raw is None:
            raise RawMissing(f"raw bytes {sha256} are not kept: no row in {self}")
        if sha256_hex(raw) != sha256:
            raise RawDamaged(f"{self} has other bytes at {sha256}: restore a copy")
        return raw

    def __contains__(self, sha256: object) -> bool:
        if not isinstance(sha256, str):
            return False
        require_sha256(sha256)
        with self._connected() as connection:
            found = select(raw_bytes.c.sha256).where(raw_bytes.c.sha256 == sha256)
            return connection.scalar(found) is not None

    def delete(self, sha256: str) -> bool:
        """Take away the bytes with this SHA-256; False if they are not there."""
        require_sha256(sha256)
        with self._connected() as connection:
            gone = connection.execute(delete(raw_bytes).where(raw_bytes.c.sha256 == sha256))
            return gone.rowcount > 0

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of everything that is kept, in order."""
        listed = select(raw_bytes.c.sha256).order_by(raw_bytes.c.sha256)
        portions = {"yield_per": _AT_ONCE}
        with (
            self._connected() as connection,
            connection.execute(listed, execution_options=portions) as found,
        ):
            yield from found.scalars()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        engine = self.engine or connect_once(self.address)
        with errors_told(self.address), engine.begin() as connection:
            yield connection

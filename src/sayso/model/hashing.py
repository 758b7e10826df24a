"""Keys of an index: what is the same has the same number, on any machine and in any order."""

from __future__ import annotations

from hashlib import blake2b


def key_of(*parts: str) -> int:
    """A signed 64-bit number for these parts, in this order (BLAKE2b, RFC 7693)."""
    digest = blake2b("\x1f".join(parts).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)

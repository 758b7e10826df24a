"""Actors of several reports that are taken for one party: those of one name and kind."""

from __future__ import annotations

from sayso.model.ids import sha256_hex

_DIGITS = 16


def name_key(name: str) -> str:
    """What two names have in common that are taken for one party's: "the Herald", "Herald"."""
    return name.casefold().removeprefix("the ")


def party_id(kind: str, name: str) -> str:
    """The id of the party that an actor of this kind and name is taken for."""
    key = f"{kind}\0{name_key(name)}"
    return f"n-{sha256_hex(key.encode())[:_DIGITS]}"

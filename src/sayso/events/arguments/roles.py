"""PropBank's roles, and the table that tells which one a position around a predicate has."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from sayso.reader.tables import read_rows

NONE = "-"
"""Stands in the tables where a position has no role."""
_ANY = "*"
_TABLES = ("roles_counted.tsv", "roles.tsv")
"""What was counted, and what was written by hand, which goes before it."""


class Role(StrEnum):
    """The part that a phrase has in what a predicate tells, by PropBank's names."""

    ARG0 = "ARG0"
    """Who does it."""
    ARG1 = "ARG1"
    """To whom or what it is done, or happens."""
    ARG2 = "ARG2"
    """As the predicate's frame says; often for whom, or with what."""
    ARG3 = "ARG3"
    ARG4 = "ARG4"
    """Often where it ends."""
    LOC = "ARGM-LOC"
    """Where."""
    TMP = "ARGM-TMP"
    """When."""
    MNR = "ARGM-MNR"
    """How, and with which instrument."""
    PRP = "ARGM-PRP"
    """What for."""
    NEG = "ARGM-NEG"
    """The word that negates it."""
    MOD = "ARGM-MOD"
    """Its modal verb."""


_NUMBERED = (Role.ARG1, Role.ARG2, Role.ARG3, Role.ARG4)


def role_at(lemma: str, kind: str, position: str) -> Role | None:
    """The role of what stands at `position` around a `kind` ("verb" or "noun") of this lemma.

    The table's row for the lemma goes before the one for any lemma. None if it is no argument.
    """
    table = _table()
    usual = table.get((_ANY, kind, position))
    return table.get((lemma, kind, position), usual)


def has_place_for(lemma: str, kind: str, position: str) -> bool:
    """Whether this very lemma has a numbered role at `position`: "accuse … of"."""
    return _table().get((lemma, kind, position)) in _NUMBERED


@cache
def _table() -> dict[tuple[str, str, str], Role | None]:
    return {
        (lemma, kind, position): None if role == NONE else Role(role)
        for name in _TABLES
        for lemma, kind, position, role in read_rows(__package__, name)
    }

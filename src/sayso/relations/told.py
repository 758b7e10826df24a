"""A tie as a text tells it, before it is known who its two actors are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sayso.reader import Run
from sayso.relations.ties import Tie


class Way(StrEnum):
    """How a text tells a tie: which construction it is read from."""

    TITLE = "title"
    """Beside a name: "Ida Noor, the union's president", "Hamas spokesman Sami Abu Zuhri"."""
    PREDICATE = "predicate"
    """Said of somebody: "is the leader of", "elected her as"."""
    ITSELF = "itself"
    """By a noun that stands for its bearer: "the spokesman of the union said"."""
    BOND = "bond"
    PHRASE = "phrase"
    VERB = "verb"
    PARTICIPLE = "participle"
    STATE = "state"
    COMPOUND = "compound"
    """In one word with hyphens: "Hamas-controlled"."""
    AFFILIATION = "affiliation"
    """By a preposition alone: "Ann Ruiz of the Red Cross"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A tie as it is told: its words, and the head of each phrase for either actor.

    `word` is the word that tells it, `run` that word with the preposition right behind it.
    `holders` have the tie, `others` are those with whom; with no `others`, the holders have it
    with one another. `verb` says the tie of somebody; it is None where the text takes the tie
    for granted.
    """

    tie: Tie
    way: Way
    word: int
    run: Run
    holders: tuple[int, ...]
    others: tuple[int, ...]
    verb: int | None = None

"""What is to be watched, and who is to be told: what a FEEDS.toml says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Event(StrEnum):
    """What may come to hold of a claim, and is then told once."""

    DISPUTED = "disputed"
    """Somebody affirms it and somebody denies it."""
    DENIAL = "denial"
    """Somebody denies it who was not known to."""
    SECOND_ORIGIN = "second_origin"
    """Two or more independent origins affirm it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed to watch.

    It is asked for every so many seconds (`every`). With `pages`, the pages that its entries lead
    to are read, else the texts of the entries alone. `publisher` is who publishes them, null to
    take what they state.
    """

    url: str
    every: float
    pages: bool
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """Who is told what: by running `command`, by posting to `webhook`, or both.

    `on` are the events that are told. `secret` names the environment variable that holds the key
    which posts are signed with. Either may take `timeout` seconds.
    """

    on: frozenset[Event]
    command: tuple[str, ...] | None
    webhook: str | None
    secret: str | None
    timeout: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Everything that is to be watched. `contact` is an address of yours that servers are told."""

    feeds: tuple[Feed, ...]
    notify: Notify | None
    contact: str | None

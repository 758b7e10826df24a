"""FEEDS.toml: read, checked, and told what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from sayso.model import WatchError
from sayso.pipeline.watching.plan import Event, Feed, Notify, Plan

_MOST_BYTES = 1 << 20
_MOST_FEEDS = 5_000
_TIME = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*(s|min|h|d)")
_SECONDS = {"s": 1, "min": 60, "h": 3_600, "d": 86_400}
_SHORTEST, _LONGEST = 60.0, 30 * 86_400.0
_MOST_PATIENCE = 600.0


def plan_in(path: Path) -> Plan:
    """What the FEEDS.toml at `path` says; raises WatchError that tells what to change where."""
    try:
        with path.open("rb") as stream:
            text = stream.read(_MOST_BYTES + 1)
        if len(text) > _MOST_BYTES:
            raise WatchError(f"{path} is larger than {_MOST_BYTES:,} bytes: make it several files")
        return _plan(tomllib.loads(text.decode()))
    except OSError as error:
        raise WatchError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise WatchError(f"{path} is not in UTF-8: save it so") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WatchError(f"{path} is no TOML: {error}") from error
    except _Wrong as error:
        raise WatchError(f"{path}: {error}") from error


class _Wrong(Exception):
    """What is wrong with the tables of a file, and where."""


def _plan(tables: dict[str, object]) -> Plan:
    try:
        found = _File.model_validate(tables)
    except ValidationError as error:
        raise _Wrong(_told(error.errors()[0], tables)) from error
    times = Counter(one.url for one in found.feed)
    if twice := next((url for url, times in times.items() if times > 1), None):
        raise _Wrong(f"the feed {twice} is there twice: leave one")
    return Plan(
        feeds=tuple(one.feed() for one in found.feed),
        notify=None if found.notify is None else found.notify.notify(),
        contact=found.contact,
    )


def _seconds(value: object) -> object:
    """`90 s`, `15 min`, `2 h`, `1 d` in seconds."""
    found = _TIME.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        raise ValueError(f'{value!r:.80} is no time: write "90 s", "15 min", "2 h" or "1 d"')
    return float(found[1]) * _SECONDS[found[2]]


def _interval(seconds: float) -> float:
    if not _SHORTEST <= seconds <= _LONGEST:
        raise ValueError("give a time from one minute to 30 days")
    return seconds


def _patience(seconds: float) -> float:
    if not 1 <= seconds <= _MOST_PATIENCE:
        raise ValueError("give a time from one second to 10 minutes")
    return seconds


def _address(url: str) -> str:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not url.isprintable():
        raise ValueError("give an address that begins with https:// or http://")
    if parts.username is not None:
        raise ValueError("it holds a user name: give the address without")
    return url


_Time = Annotated[float, BeforeValidator(_seconds)]
_Url = Annotated[str, Field(max_length=2_000), AfterValidator(_address)]
_Words = Annotated[str, Field(min_length=1, max_length=300)]
_STRICT = ConfigDict(extra="forbid", strict=True)


class _Feed(BaseModel):
    model_config = _STRICT

    url: _Url
    every: Annotated[_Time, AfterValidator(_interval)] = 15 * 60
    pages: bool = True
    publisher: _Words | None = None

    def feed(self) -> Feed:
        return Feed(url=self.url, every=self.every, pages=self.pages, publisher=self.publisher)


class _Notify(BaseModel):
    model_config = _STRICT

    on: Annotated[list[Annotated[Event, Field(strict=False)]], Field(min_length=1)] = list(Event)
    command: Annotated[list[_Words], Field(min_length=1)] | None = None
    webhook: _Url | None = None
    secret: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")] | None = None
    timeout: Annotated[_Time, AfterValidator(_patience)] = 30

    @model_validator(mode="after")
    def _has_somebody_to_tell(self) -> _Notify:
        if self.command is None and self.webhook is None:
            raise ValueError("give a command, a webhook, or both")
        if self.secret is not None and self.webhook is None:
            raise ValueError("a secret signs what is posted: give a webhook, or no secret")
        return self

    def notify(self) -> Notify:
        return Notify(
            on=frozenset(self.on),
            command=None if self.command is None else tuple(self.command),
            webhook=self.webhook,
            secret=self.secret,
            timeout=self.timeout,
        )


class _File(BaseModel):
    model_config = _STRICT

    contact: _Words | None = None
    feed: Annotated[list[_Feed], Field(min_length=1, max_length=_MOST_FEEDS)]
    notify: _Notify | None = None


_TABLES: dict[str, type[BaseModel]] = {"feed": _Feed, "notify": _Notify}


def _told(wrong: ErrorDetails, tables: dict[str, object]) -> str:
    """What is wrong where, as people say it."""
    table, *rest = wrong["loc"] or ("",)
    place = str(table)
    if table == "feed" and rest:
        number, *rest = rest
        place = _feed_called(tables, int(number))
    keys = ".".join(str(part) for part in rest)
    return f"{place}{': ' if keys else ''}{keys}: {_advice(wrong, str(table), nested=bool(rest))}"


def _feed_called(tables: dict[str, object], number: int) -> str:
    """`feed 2 (https://courier.example/rss)`, as far as it tells its address."""
    listed = tables.get("feed")
    one = listed[number] if isinstance(listed, list) else None
    url = one.get("url") if isinstance(one, dict) else None
    return f"feed {number + 1}" + (f" ({url:.200})" if isinstance(url, str) else "")


def _advice(wrong: ErrorDetails, table: str, *, nested: bool) -> str:
    model = _TABLES[table] if nested and table in _TABLES else _File
    match wrong["type"]:
        case "extra_forbidden":
            return f"nothing is called so here; there are {', '.join(model.model_fields)}"
        case "missing" if wrong["loc"] == ("feed",):
            return "there is none: add [[feed]] with a url"
        case "missing":
            return "it is missing: add it"
        case _:
            return wrong["msg"].removeprefix("Value error, ")

"""Columns: which field of a table's records tells what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date

from sayso.acquire.dates import check_date, date_stated_in
from sayso.acquire.given import Told
from sayso.model import InputError, Stated

# What tables call a field, the surest first; capitals, spaces and marks make no difference.
_USUAL = {
    "text": "text body content article fulltext articletext articlebody contenttext maintext story",
    "title": "title headline head subject articletitle",
    "publisher": "publisher publication outlet newspaper source sitename sourcename site",
    "authors": "authors author byline writer creator",
    "published": "published publishedat publisheddate publicationdate publishdate pubdate "
    "datepublished datepublish date pubtime timestamp",
    "updated": "updated updatedat modified datemodified lastmodified dateupdated",
    "language": "language lang",
    "uri": "uri url link canonicalurl sourceurl articleurl permalink",
}
_LONGEST_URI = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The names of a table's columns, as they stand there; null where there is none.

    Given by a person, null is one to be guessed by its usual names.
    """

    text: str | None = None
    title: str | None = None
    publisher: str | None = None
    authors: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    uri: str | None = None


def columns_from(settings: Iterable[str]) -> Columns:
    """What `FIELD=NAME` settings say; raises InputError (stage `find`) for one that is none."""
    known = [field.name for field in fields(Columns)]
    given: dict[str, str] = {}
    for setting in settings:
        field, _, name = setting.partition("=")
        if field not in known or not name:
            raise InputError(
                f"{setting!r} names no column: give FIELD=NAME, FIELD one of {', '.join(known)}",
                stage="find",
            )
        given[field] = name
    return Columns(**given)


def settle(columns: Columns, found: Iterable[str], *, all_there: bool = True) -> Columns:
    """`columns` for a table that has the columns `found`, the rest by their usual names.

    Raises InputError (stage `read`) when no column holds texts or, if `all_there` is asked, when
    the table lacks one that was given.
    """
    there = list(dict.fromkeys(filter(_is_sound, found)))
    named = {field: name for field, name in asdict(columns).items() if name is not None}
    for field, name in named.items():
        if all_there and name not in there:
            reason = f"it has no column {name!r} for {field}; {_they_are(there)}"
            raise InputError(reason, stage="read")
    settled = named | _guessed(there, named)
    if "text" not in settled:
        reason = f"it has no column of texts; {_they_are(there)}: give --column text=NAME"
        raise InputError(reason, stage="read")
    return Columns(**settled)


def told_by(columns: Columns, record: Mapping[str, object]) -> Told:
    """What the columns of `record` tell of its text; what is no date or no words tells nothing."""
    told = Told(
        title=_words(record.get(columns.title or "")),
        publisher=_words(record.get(columns.publisher or "")),
        authors=_names(record.get(columns.authors or "")),
        language=_words(record.get(columns.language or "")),
        published=date_told(record.get(columns.published or "")),
        updated=date_told(record.get(columns.updated or "")),
    )
    places = (
        Stated(field=field, where=f"column {name}")
        for field, name in asdict(columns).items()
        if name is not None and (field == "text" or getattr(told, field, None))
    )
    return replace(told, stated=tuple(sorted(places)))


def date_told(value: object) -> str | None:
    """The date that `value` is, in ISO 8601 or EDTF, or the first that its words state in full."""
    words = value.isoformat() if isinstance(value, date) else _words(value) or ""
    try:
        return check_date(words.replace(" ", "T", 1))
    except InputError:
        return date_stated_in(words)


def uri_of(columns: Columns, record: Mapping[str, object]) -> str | None:
    """The address that `record` tells of its text."""
    uri = _words(record.get(columns.uri or ""))
    return uri if uri and len(uri) <= _LONGEST_URI else None


def _guessed(there: Iterable[str], named: Mapping[str, str]) -> dict[str, str]:
    plain = {_plain(name): name for name in reversed(list(there)) if name not in named.values()}
    guessed = {}
    for field, usual in _USUAL.items():
        if field not in named and (name := next(filter(None, map(plain.get, usual.split())), None)):
            guessed[field] = name
    return guessed


def _plain(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _they_are(names: list[str]) -> str:
    shown = ", ".join(map(repr, names[:30]))
    return f"its columns are {shown}" + (" …" if len(names) > 30 else "")  # noqa: PLR2004 - enough


def _words(value: object) -> str | None:
    words = " ".join(str(value).split()) if isinstance(value, (str, int, float)) else ""
    return words if words and _is_sound(words) else None


def _names(value: object) -> tuple[str, ...]:
    """The names in a list, or in words that `;` parts."""
    listed = value if isinstance(value, list) else (_words(value) or "").split(";")
    return tuple(dict.fromkeys(filter(None, map(_words, listed))))


def _is_sound(words: str) -> bool:
    """Whether there are `words`, and no half of a character or NUL, which ledgers cannot keep."""
    try:
        written = words.encode()
    except UnicodeEncodeError:
        return False
    return bool(written) and b"\0" not in written

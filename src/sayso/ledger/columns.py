"""Values of fields as columns of the tables, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from sayso.model import RecordError, Span

Row = dict[str, Any]
"""Column → value, as the database takes and gives them."""

_GAP = " … "

_SPANS = TypeAdapter(tuple[Span, ...])


def words(spans: Iterable[Span]) -> str:
    """The words of `spans` for searching and for people, white space evened out."""
    return _GAP.join(" ".join(span.text.split()) for span in spans)


def texts_json(texts: Sequence[str]) -> str:
    """A list of strings as JSON."""
    return json.dumps(texts, ensure_ascii=False)


def spans_json(spans: tuple[Span, ...]) -> str:
    """A list of spans as JSON, in the form that the exports write."""
    return _SPANS.dump_json(spans).decode()


def span_columns(span: Span | None, field: str) -> Row:
    """The three columns of the span that `field` holds."""
    values = (span.start, span.end, span.text) if span else (None, None, None)
    return dict(zip(_span_names(field), values, strict=True))


def span_of(row: Row, field: str) -> Row | None:
    """The span that the three columns of `field` hold, to be checked; None where all are empty."""
    values = [row[name] for name in _span_names(field)]
    if values == [None, None, None]:
        return None
    return dict(zip(_PARTS, values, strict=True))


@contextmanager
def damage_told(row: Row) -> Iterator[None]:
    """Tell a value that no record can hold as RecordError, naming the record and the field."""
    try:
        yield
    except (ValueError, TypeError) as error:  # broken JSON; a value that the field cannot hold
        raise RecordError(f"{row['id']}: {_fault(error)}") from error


_PARTS = ("start", "end", "text")


@cache
def _span_names(field: str) -> tuple[str, ...]:
    return tuple(f"{field}_{part}" for part in _PARTS)


def _fault(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False)[0]
    return f"{'.'.join(map(str, first['loc']))}: {first['msg']}, found {first['input']!r:.40}"

"""Records in a few words, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from sayso.model import Act, Report, Span, Stance, Statement


def is_denial(statement: Statement) -> bool:
    """Whether the source denies the content in words; "has not denied" does not."""
    return statement.act is Act.DENY and statement.stance is Stance.DENIES


def speaker(statement: Statement, names: Mapping[str, str]) -> str | None:
    """Who a statement is credited to: the actor's name, else the words; null where none stand.

    `names` are the actors' names by id.
    """
    if statement.source.actor is not None:
        return names[statement.source.actor]
    return one_line(statement.source.spans) or None


def one_line(spans: Iterable[Span]) -> str:
    """The words of `spans` on one line, with an ellipsis for what stands between them."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def file_name(report: Report) -> str | None:
    """The name of the file or page that a report was read from; null where it has none."""
    return PurePosixPath(unquote(urlsplit(report.uri or "").path)).name or None

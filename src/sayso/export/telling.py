"""Records in a few words, for people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

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
    return PurePosixPath(unquote(_address(report).path)).name or None


def published_by(report: Report) -> str:
    """Who published a report, as far as it tells: else the site, file or report that it is."""
    return report.publisher or _address(report).hostname or file_name(report) or report.id


def _address(report: Report) -> SplitResult:
    try:
        return urlsplit(report.uri or "")
    except ValueError:
        return urlsplit("")  # a page may be given any address, such as http://[

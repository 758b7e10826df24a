"""Who has it from whom, and in which words, for the terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from sayso.cli.cast import credited
from sayso.cli.output import cell, printable, quoted
from sayso.export.claims import Spoken, Voice
from sayso.model import Certainty, Span

_LONGEST = 600
"""Characters of a statement that are shown whole."""


def drawn(chain: Iterable[Voice]) -> Text:
    """A chain on one line: the outlet with the day of its report, and after arrows its sources."""
    return Text(" ← ").join(map(_voice, chain))


def in_words(spoken: Spoken, bearing: Iterable[Span]) -> Text:
    """What was said, whole and verbatim; the words `bearing` on it stand out, or stand alone."""
    words = [span.text for span in bearing]
    whole = spoken.statement.span.text
    if len(whole) > _LONGEST:
        return Text(quoted(words))
    shown = Text(quoted([whole]))
    shown.highlight_words([" ".join(printable(each).split()) for each in words], "underline")
    return shown


def told_where(spoken: Spoken) -> Text:
    """Where to find it: the title, the report and the statement; and how sure the wording is."""
    report, statement = spoken.report, spoken.statement
    sure = "" if statement.certainty is Certainty.UNSTATED else f"worded as {statement.certainty}"
    parts = (report.title, report.id[:10], statement.id[:10], sure)
    return Text(printable(" · ".join(filter(None, parts))), "dim")


def _voice(voice: Voice) -> Text:
    if voice.statement is not None:
        return credited(voice.name, voice.statement)
    published = voice.report.published if voice.report else None
    return cell(", ".join(filter(None, (voice.name, published))))

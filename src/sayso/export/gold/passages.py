"""Paragraphs of which every statement was judged, in the form that training reads.

That is TOML: a `[[passage]]` with its text, and a `[[passage.statement]]` for each statement, by
its words. Words that stand there more than once are told apart by a number: `said#2`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

from sayso.model import Reading, Span, Statement

_BREAK = re.compile(r"\n[^\S\n]*\n\s*")
_MARKS = ("#", "[...]")
"""What means something else in such words."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A stretch of a report's text."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def meets(self, one: Statement) -> bool:
        """Whether any of `one` stands here."""
        return one.span.start < self.end and self.start < one.span.end

    def words(self, span: Span) -> str | None:
        """The words at `span` so that they are found here alone; null where that cannot be."""
        words = span.text.split()
        if not words or any(mark in span.text for mark in _MARKS):
            return None
        places = [place.span() for place in _pattern(words).finditer(self.text)]
        own = (span.start - self.start, span.end - self.start)
        if own not in places:
            return None
        number = f"#{places.index(own) + 1}" if len(places) > 1 else ""
        return " ".join(words) + number


def passages(shown: Reading, read: Reading, decided: Container[str]) -> Iterator[str]:
    """The paragraphs of a report of which every credited statement that was read is `decided`.

    Those are left out that have a statement which goes beyond them or cannot be told by its words.
    """
    for paragraph in _paragraphs(shown.report.text):
        found = [one for one in read.statements if one.depth and paragraph.meets(one)]
        if found and all(one.id in decided for one in found):
            told = [one for one in shown.statements if one.depth and paragraph.meets(one)]
            tables = [_table(one, paragraph) for one in sorted(told, key=_by_cue)]
            if all(tables):
                name = f"{shown.report.id}-{paragraph.start}"
                head = f"[[passage]]\nid = {_toml(name)}\ntext = {_toml(paragraph.text)}\n"
                yield head + "".join(table or "" for table in tables)


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    start = 0
    for match in _BREAK.finditer(text):
        yield _Paragraph(start, text[start : match.start()])
        start = match.end()
    yield _Paragraph(start, text[start:])


def _by_cue(one: Statement) -> tuple[int, int]:
    return (one.cue.spans[0].start if one.cue else one.span.start), one.depth


def _table(one: Statement, paragraph: _Paragraph) -> str | None:
    cues = one.cue.spans if one.cue else ()
    if len(cues) != 1:
        return None
    source, cue, content = (
        [paragraph.words(span) for span in spans] for spans in (one.source.spans, cues, one.content)
    )
    if None in source + cue + content:
        return None
    return (
        f"[[passage.statement]]\nsource = {_toml(source)}\ncue = {_toml(cue[0])}\n"
        f"content = {_toml(content)}\nact = {_toml(one.act)}\nstance = {_toml(one.stance)}\n"
    )


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Where these words stand, with any white space between them, as whole words."""
    found = r"\s+".join(map(re.escape, words))
    before = r"(?<!\w)" if words[0][0].isalnum() else ""
    return re.compile(f"{before}{found}" + (r"(?!\w)" if words[-1][-1].isalnum() else ""))


def _toml(value: object) -> str:
    """A string or a list of strings: JSON writes them as TOML does, but for one character."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")

"""The sentences of a report's text, apart from its headline, captions, links and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.reader.layout import paragraphs

_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»)\]]*(?:\s*(?:''|[\"'”’»)]))?$")
_LONG = 25
"""Pieces between blanks: a paragraph of so many is prose though no sentence of it is ended."""
_LINK = ("http", "www.")
_POST = re.compile(r"pic\.twitter\.com/|\(@\w+\)")
"""What tells a post from a social network that stands in a report."""
_CLOSING = 8
"""How many characters at its end tell whether a sentence is ended."""

Stretch = tuple[int, int]
"""The half-open `(start, end)` of a piece of the text."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by its sentences, which are told apart roughly: "Mr. Smith" may end one."""

    sentences: tuple[Stretch, ...]
    is_prose: bool
    """Whether one of its sentences is ended, or it leads on to the next paragraph by a colon."""
    leads_on: bool
    """Whether it ends with a colon."""
    is_post: bool
    """Whether it is a post from a social network."""

    @property
    def stretch(self) -> Stretch:
        """The whole paragraph."""
        return self.sentences[0][0], self.sentences[-1][1]


def read_paragraphs(text: str) -> list[Paragraph]:
    """The paragraphs of `text`, without bylines, datelines and captions in brackets."""
    return [_paragraph(text, chunks) for chunks in paragraphs(text)]


def prose_sentences(text_paragraphs: list[Paragraph]) -> list[Stretch]:
    """The sentences of the prose; of all paragraphs when the prose is the smaller part."""
    prose = [paragraph for paragraph in text_paragraphs if paragraph.is_prose]
    return all_sentences(prose if 2 * _size(prose) >= _size(text_paragraphs) else text_paragraphs)


def all_sentences(text_paragraphs: list[Paragraph]) -> list[Stretch]:
    """The sentences of paragraphs, one after another."""
    return [sentence for paragraph in text_paragraphs for sentence in paragraph.sentences]


def set_apart(text_paragraphs: list[Paragraph]) -> list[Stretch]:
    """The paragraphs of somebody's direct words: posts, and what another leads on to by a colon."""
    led_to = [after for before, after in pairwise(text_paragraphs) if before.leads_on]
    posts = [paragraph for paragraph in text_paragraphs if paragraph.is_post]
    return [paragraph.stretch for paragraph in (*led_to, *posts)]


def _size(some: list[Paragraph]) -> int:
    return sum(end - start for start, end in (paragraph.stretch for paragraph in some))


def _paragraph(text: str, chunks: list[Stretch]) -> Paragraph:
    sentences = tuple(_sentences(text, chunks))
    start, end = chunks[0][0], chunks[-1][1]
    leads_on = text[end - 1] == ":"
    is_long = len(chunks) >= _LONG and not text.startswith(_LINK, start)
    return Paragraph(
        sentences,
        is_prose=leads_on or is_long or len(sentences) > 1 or _is_ended(text, *sentences[-1]),
        leads_on=leads_on,
        is_post=bool(_POST.search(text, start, end)),
    )


def _sentences(text: str, chunks: list[Stretch]) -> Iterator[Stretch]:
    begun = chunks[0][0]
    for (start, end), (following, _) in pairwise(chunks):
        if not text[following].islower() and _is_ended(text, start, end):
            yield begun, end
            begun = following
    yield begun, chunks[-1][1]


def _is_ended(text: str, start: int, end: int) -> bool:
    return bool(_SENTENCE_END.search(text[max(start, end - _CLOSING) : end]))

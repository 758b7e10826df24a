"""Nested sentences made of flat ones: for one's content another sentence with an attribution.

PolNeAR annotates one layer only. "Officials said that A" and "The paper reports B" give "Officials
said that the paper reports B", whose two layers are known.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.reader import Document, Run
from training.reader.examples import Annotated, Span

_LONGEST = 45
"""No sentence with more words than this is put into another."""
_PER_TEXT = 5


@dataclass(frozen=True, slots=True)
class Text:
    """A made-up text; in `unknown` spans nobody said which words are cues."""

    text: str
    attributions: tuple[Annotated, ...]
    unknown: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence without its full stop, and its only attribution, with offsets into it."""

    words: str
    attribution: Annotated
    lowered: str
    """The same sentence as it stands inside another."""


def splices(
    articles: Iterable[tuple[Document, Sequence[Annotated]]], count: int, *, seed: int
) -> Iterator[Text]:
    """Make `count` nested sentences of the flat ones in `articles`, a few to a text."""
    flat = [one for doc, annotated in articles for one in _sentences(doc, annotated)]
    outer = [one for one in flat if _opens_its_content(one)]
    rng = random.Random(seed)  # noqa: S311 - reproducible, not secret
    for _ in range(0, count, _PER_TEXT):
        pairs = [(rng.choice(outer), rng.choice(flat)) for _ in range(_PER_TEXT)]
        yield _text([_splice(one, other) for one, other in pairs])


def _sentences(doc: Document, annotated: Sequence[Annotated]) -> Iterator[_Sentence]:
    """The sentences of `doc` that hold exactly one attribution, and hold it whole."""
    for run in doc.sentences:
        if len(run) > _LONGEST or doc.words[run.end - 1] != ".":
            continue
        start, end = doc.starts[run.start], doc.starts[run.end - 1]
        here = [one for one in annotated if _meets(one, start, end)]
        if len(here) == 1 and _within(here[0], start, end) and here[0].source:
            words = doc.text[start:end]
            if "\n" not in words and words[:1].isupper():
                yield _Sentence(words, _moved(here[0], -start), _lowered(doc, run, words))


def _lowered(doc: Document, run: Run, words: str) -> str:
    keeps = doc.tags[run.start].startswith("NNP") or doc.words[run.start] == "I"
    return words if keeps else words[0].lower() + words[1:]


def _opens_its_content(one: _Sentence) -> bool:
    """Whether its content is the whole rest of the sentence, from "that" on."""
    (start, end), *more = one.attribution.content
    return not more and end == len(one.words) and one.words[start:].startswith("that ")


def _splice(one: _Sentence, other: _Sentence) -> tuple[str, tuple[Annotated, Annotated]]:
    start = one.attribution.content[0][0]
    opening = one.words[:start] + "that "
    words = opening + other.lowered
    outer = Annotated(one.attribution.source, one.attribution.cue, ((start, len(words)),))
    return words + ".", (outer, _moved(other.attribution, len(opening)))


def _text(spliced: Sequence[tuple[str, tuple[Annotated, Annotated]]]) -> Text:
    text = ""
    found: list[Annotated] = []
    unknown: list[Span] = []
    for words, (outer, inner) in spliced:
        found += [_moved(outer, len(text)), _moved(inner, len(text))]
        unknown += found[-1].content
        text += words + "\n\n"
    return Text(text, tuple(found), tuple(unknown))


def _spans(one: Annotated) -> tuple[Span, ...]:
    return (*one.source, *one.cue, *one.content)


def _meets(one: Annotated, start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in _spans(one))


def _within(one: Annotated, start: int, end: int) -> bool:
    return all(start <= first and last <= end for first, last in _spans(one))


def _moved(one: Annotated, by: int) -> Annotated:
    parts = (
        tuple((s + by, e + by) for s, e in part) for part in (one.source, one.cue, one.content)
    )
    return Annotated(*parts)

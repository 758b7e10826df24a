"""Headlines: where one ends, and what is a name in one that is all capitals."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document, Run

_LONGEST = 25
"""A first paragraph of at most this many tokens with no full stop is a headline."""
_LONG_WORD = 4
"""Words of this many letters have a capital where every word of weight has one."""


def headline_end(doc: Document) -> int:
    """Where the headline of `doc` ends; 0 if it has none."""
    if not doc.paragraphs:
        return 0
    first = doc.paragraphs[0]
    return 0 if len(first) > _LONGEST or doc.words[first.end - 1] in ".!" else first.end


def is_in_title_case(doc: Document, end: int) -> bool:
    """Whether every long word before `end` has a capital: "Minister Denies Blast Claims"."""
    long = [word for word in doc.words[:end] if word.isalpha() and len(word) >= _LONG_WORD]
    return len(long) > 1 and all(word[0].isupper() for word in long)


def parts_known(doc: Document, run: Run, known: set[tuple[str, ...]]) -> Iterator[Run]:
    """The longest pieces of `run` that are `known`, in small letters, from left to right."""
    start = run.start
    while start < run.end:
        ends = range(run.end, start, -1)
        end = next((end for end in ends if doc.lowers[start:end] in known), None)
        if end is not None:
            yield Run(start, end)
        start = end or start + 1

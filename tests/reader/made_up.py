"""Documents made up for tests: their words are their numbers, their trees are as given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from sayso.reader import Document, Run
from sayso.reader.document import tree_columns

Layout = Sequence[Sequence[int]]
"""Paragraphs, as the lengths of their sentences in words."""


def document(
    layout: Layout, *, heads: Sequence[int] = (), deps: Sequence[str] = (), words: str = ""
) -> Document:
    """A document of this `layout`; by default its words are roots without a label."""
    sentences = [length for paragraph in layout for length in paragraph]
    count = sum(sentences)
    numbered = words.split() or [str(number) for number in range(count)]
    heads = heads or range(count)
    children, edges = tree_columns(heads)
    ends = list(accumulate((len(word) + 1 for word in numbered), initial=0))
    return Document(
        text=" ".join(numbered),
        words=tuple(numbered),
        lowers=tuple(word.lower() for word in numbered),
        lemmas=tuple(word.lower() for word in numbered),
        starts=tuple(ends[:-1]),
        ends=tuple(end - 1 for end in ends[1:]),
        tags=("NN",) * count,
        deps=tuple(deps) or ("dep",) * count,
        heads=tuple(heads),
        children=children,
        edges=edges,
        sentences=_runs(sentences),
        sentence_of=tuple(n for n, length in enumerate(sentences) for _ in range(length)),
        paragraphs=_runs(map(sum, layout)),
    )


def joined(first: Document, second: Document) -> Document:
    """The paragraphs of `first` and then those of `second`, each parsed as before."""
    words, sentences = len(first), len(first.sentences)
    text = f"{first.text}\n\n"
    heads = (*first.heads, *(head + words for head in second.heads))
    children, edges = tree_columns(heads)
    return Document(
        text=text + second.text,
        words=first.words + second.words,
        lowers=first.lowers + second.lowers,
        lemmas=first.lemmas + second.lemmas,
        starts=(*first.starts, *(start + len(text) for start in second.starts)),
        ends=(*first.ends, *(end + len(text) for end in second.ends)),
        tags=first.tags + second.tags,
        deps=first.deps + second.deps,
        heads=heads,
        children=children,
        edges=edges,
        sentences=(*first.sentences, *_shifted(second.sentences, words)),
        sentence_of=(*first.sentence_of, *(n + sentences for n in second.sentence_of)),
        paragraphs=(*first.paragraphs, *_shifted(second.paragraphs, words)),
    )


def run_of(doc: Document, words: str) -> Run:
    """The tokens of the first place where `words` stand in `doc`."""
    start = doc.text.index(words)
    return Run(doc.starts.index(start), doc.ends.index(start + len(words)) + 1)


def _runs(lengths: Iterable[int]) -> tuple[Run, ...]:
    ends = list(accumulate(lengths, initial=0))
    return tuple(map(Run, ends, ends[1:]))


def _shifted(runs: Iterable[Run], by: int) -> Iterable[Run]:
    return (Run(run.start + by, run.end + by) for run in runs)

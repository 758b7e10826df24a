"""A report's text as the other rooms see it: tokens in columns, a tree, sentences, paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Span


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Consecutive tokens, half-open: `[start, end)`."""

    start: int
    end: int

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end

    def __len__(self) -> int:
        return self.end - self.start

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.start, self.end))

    def overlaps(self, other: Run) -> bool:
        """Whether the two runs share a token."""
        return self.start < other.end and other.start < self.end

    def within(self, *limits: Run) -> tuple[Run, ...]:
        """The pieces of this run that lie in one of `limits`."""
        pieces = ((max(self.start, to.start), min(self.end, to.end)) for to in limits)
        return tuple(Run(start, end) for start, end in pieces if start < end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Tokens in parallel columns; a token is its index.

    `tags` are Penn Treebank tags, `deps` the dependency labels of the ClearNLP scheme, `heads`
    the index of each token's head (its own for a root). `edges[i]` is the run from the first to
    the last token of the subtree of `i`. `paragraphs` and `sentences` are runs in text order.
    """

    text: str
    words: tuple[str, ...]
    lowers: tuple[str, ...]
    lemmas: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    edges: tuple[Run, ...]
    sentences: tuple[Run, ...]
    sentence_of: tuple[int, ...]
    paragraphs: tuple[Run, ...]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, run: Run) -> Span:
        """The words of `run`, quoted in place."""
        return Span.of(self.text, self.starts[run.start], self.ends[run.end - 1])

    def sentence(self, token: int) -> Run:
        """The sentence that `token` stands in."""
        return self.sentences[self.sentence_of[token]]

    def child(self, token: int, *deps: str) -> int | None:
        """The first child of `token` with one of these labels, if there is one."""
        for child in self.children[token]:
            if self.deps[child] in deps:
                return child
        return None

    def children_with(self, token: int, *deps: str) -> Iterator[int]:
        """The children of `token` with one of these labels, in text order."""
        return (child for child in self.children[token] if self.deps[child] in deps)

    def tree(self, token: int) -> Run:
        """The words from the first to the last of the tree that `token` stands in."""
        while self.heads[token] != token:
            token = self.heads[token]
        return self.edges[token]

    def ancestors(self, token: int) -> Iterator[int]:
        """The heads above `token`, nearest first."""
        while self.heads[token] != token:
            token = self.heads[token]
            yield token


def tree_columns(
    heads: Iterable[int],
) -> tuple[tuple[tuple[int, ...], ...], tuple[Run, ...]]:
    """The `children` and `edges` columns that belong to a column of `heads`."""
    heads = list(heads)
    children: list[list[int]] = [[] for _ in heads]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    places = range(len(heads))
    firsts, lasts = _outermost(heads, places), _outermost(heads, reversed(places))
    edges = tuple(Run(first, last + 1) for first, last in zip(firsts, lasts, strict=True))
    return tuple(map(tuple, children)), edges


def _outermost(heads: Sequence[int], order: Iterable[int]) -> list[int]:
    """For each token, the one of its subtree that comes first in `order`."""
    found = [-1] * len(heads)
    for token in order:
        above = token
        while found[above] < 0:
            found[above] = token
            above = heads[above]
    return found

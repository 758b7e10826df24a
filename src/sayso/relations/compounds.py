"""Ties told inside one word: "the Hamas-controlled ministry", "anti-government protesters"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document, Run
from sayso.relations.ties import Sort, Tie
from sayso.relations.told import Told, Way

_SORTS = (Sort.VERB, Sort.DONE, Sort.STATE, Sort.PREFIX)
_HYPHENS = frozenset(("-", "‐", "‑", "–"))  # noqa: RUF001 - hyphens as they are printed


def told_in_compound(doc: Document, word: int, tie: Tie) -> Iterator[Told]:
    """The tie that `word`, a part of a word with hyphens, tells of the noun that this describes."""
    part = _named_in(doc, word, tie.sort)
    noun = _noun_of(doc, word if tie.sort is not Sort.PREFIX else word + 2)
    if part is None or noun is None:
        return
    ends = ((part,), (noun,)) if tie.sort is Sort.VERB else ((noun,), (part,))
    holders, others = ends
    yield Told(
        tie=tie,
        way=Way.COMPOUND,
        word=word,
        run=Run(word, word + 1),
        holders=holders,
        others=others,
    )


def is_in_compound(doc: Document, word: int, sort: Sort) -> bool:
    """Whether a hyphen joins `word` to the name with whom it tells the tie."""
    return _named_in(doc, word, sort) is not None


def _named_in(doc: Document, word: int, sort: Sort) -> int | None:
    """The other part of the word: before a participle, behind a prefix."""
    if sort not in _SORTS:
        return None
    step = 1 if sort is Sort.PREFIX else -1
    hyphen, part = word + step, word + 2 * step
    if not 0 <= part < len(doc) or doc.words[hyphen] not in _HYPHENS:
        return None
    touches = doc.starts[max(hyphen, word)] == doc.ends[min(hyphen, word)]
    return (
        part if touches and doc.starts[max(hyphen, part)] == doc.ends[min(hyphen, part)] else None
    )


def _noun_of(doc: Document, part: int) -> int | None:
    """The noun that the whole word describes."""
    head = doc.heads[part]
    if doc.deps[part] in ("acomp", "attr"):
        return doc.child(head, "nsubj", "nsubjpass")
    return head if head > part and doc.tags[head].startswith("NN") else None

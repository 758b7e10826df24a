"""Credits in a relative clause: "a report according to which troops left"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document, Run
from sayso.statements.attribution import grammar
from sayso.statements.attribution.decoding import Parts

_RELATIVE = frozenset(("which", "whom"))


def relative_credits(doc: Document, words: Run) -> Iterator[tuple[int, Parts]]:
    """The attributions among `words` that the grammar makes sure, each by its cue's head."""
    for token in range(words.start, words.end - 2):
        if doc.lowers[token] == "according" and doc.lowers[token + 1] == "to":
            said = _clause_behind(doc, token + 2)
            if doc.lowers[token + 2] in _RELATIVE and said is not None:
                cue, source = Run(token, token + 2), Run(token + 2, token + 3)
                yield token, Parts(cue, (source,), (said,))


def _clause_behind(doc: Document, pronoun: int) -> Run | None:
    """The words of the clause that begins behind `pronoun`."""
    sentence = doc.sentence(pronoun)
    first = pronoun + 1
    if first >= sentence.end:
        return None
    top = first
    while top < doc.heads[top] and doc.heads[top] in sentence:
        top = doc.heads[top]
    return grammar.trim(doc, Run(first, max(doc.edges[top].end, first + 1)))

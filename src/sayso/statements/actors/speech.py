"""Where somebody speaks: whose words a token stands in, and which word tells who says them."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.reader import Document
from sayso.statements.attribution.attribution import Attribution


def is_in_the_midst(doc: Document, one: Attribution) -> bool:
    """Whether somebody speaks in the midst of his words: "the log, they say, is lost"."""
    before = any(run.end <= one.cue.start for run in one.content)
    if before and any(run.start >= one.cue.end for run in one.content):
        return True
    start = min(run.start for run in (one.cue, *one.source))
    end = max(run.end for run in (one.cue, *one.source))
    around = (doc.words[start - 1] if start else "", doc.words[end] if end < len(doc) else "")
    return around == (",", ",")


def source_noun(doc: Document, one: Attribution) -> int:
    """The head of a source; where the parser took a wrong word for it, its last name."""
    assert one.source_head is not None
    head = one.source_head
    if doc.tags[head][0] in "NPWDCJ" and doc.deps[head] not in ("compound", "nmod"):
        return head
    words = [token for run in one.source for token in run]
    return next((t for t in reversed(words) if doc.tags[t].startswith("NNP")), head)


def innermost(found: Sequence[Attribution]) -> dict[int, Attribution]:
    """For each token of a content, the attribution whose content is the innermost around it."""
    innermost: dict[int, Attribution] = {}
    for one in sorted(found, key=lambda one: one.depth):
        for run in one.content:
            innermost.update(dict.fromkeys(run, one))
    return innermost

"""Who has it from whom: "The paper, citing officials, reported that A" is paper ← officials ← A."""

from __future__ import annotations

from dataclasses import replace

from sayso.reader import Document, Run
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.sources import names_whom_it_cites


def with_citations(doc: Document, found: list[Attribution]) -> list[Attribution]:
    """Put the phrase that cites somebody into the content of the one who cites him.

    So the cited one's statement is nested in it, as the credit is part of what was reported.
    """
    phrases = {
        doc.heads[one.head]: Run(one.cue.start, one.source[0].end)
        for one in found
        if one.source and names_whom_it_cites(doc, one.head) and one.cue.start < one.source[0].end
    }
    return [
        replace(one, content=grammar.merge([*one.content, phrases[one.head]]))
        if one.head in phrases
        else one
        for one in found
    ]

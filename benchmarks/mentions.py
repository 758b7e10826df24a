"""The mentions in a text that both sayso and the gold have."""

from __future__ import annotations

from collections.abc import Collection

from benchmarks.chains import SPEAKING, Mention
from sayso.reader import Document, load_encoder, load_reader
from sayso.statements.actors.coreference import Coreference
from sayso.statements.actors.phrase import Form, Phrase
from sayso.statements.actors.words import ARTEFACTS
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.heads import load_heads
from sayso.statements.attribution.quotations import Quotations
from training.gum import Chains

_PRONOUNS = {
    "m": "he, she", "f": "he, she", "it": "it", "they": "they",
    "first": SPEAKING, "second": "you", "relative": "who, which",
}  # fmt: skip
FORMS = (
    "he, she",
    "it",
    "they",
    SPEAKING,
    "you",
    "who, which",
    "name",
    "group",
    "document",
    "other description",
)
Placed = dict[tuple[int, int], Mention]
"""The mentions of a text that both sides have, by their place in it."""


def form_of(phrase: Phrase) -> str:
    """How a phrase refers, for the tables."""
    if phrase.form is Form.PRONOUN:
        return _PRONOUNS.get(phrase.noun, "it")
    if phrase.form is Form.NAME:
        return "name"
    if phrase.noun in ARTEFACTS:
        return "document"
    return "group" if phrase.plural else "other description"


def annotated(text: str) -> tuple[Document, Coreference]:
    """`text` with who is who in it, by what sayso finds."""
    doc = load_reader().annotate(text)
    quoted = Quotations(doc)
    found = attributions(doc, quoted, load_encoder().encode(doc), load_heads())
    return doc, Coreference(doc, found, quoted)


def placed(
    doc: Document, read: Coreference, chains: Chains, only: Collection[str] | None = None
) -> Placed:
    """The mentions that both sides have, in text order; of the entities in `only`, if given.

    Of several phrases in one mention, the one counts that the others hang from.
    """
    best: dict[tuple[int, int], tuple[tuple[bool, int], Mention]] = {}
    for phrase, party in read.referents():
        mention = _mention_of(doc, phrase, chains)
        if mention is None or (only is not None and mention[2] not in only):
            continue
        start, end, entity = mention
        rank = _hangs_inside(doc, phrase.head, start, end), abs(end - doc.ends[phrase.run.end - 1])
        who = id(party) if party is not None else None
        if (start, end) not in best or rank < best[start, end][0]:
            best[start, end] = rank, Mention(form_of(phrase), entity, who)
    return {place: best[place][1] for place in sorted(best)}


def _hangs_inside(doc: Document, head: int, start: int, end: int) -> bool:
    above = doc.heads[head]
    return above != head and start <= doc.starts[above] and doc.ends[above] <= end


def _mention_of(doc: Document, phrase: Phrase, chains: Chains) -> tuple[int, int, str] | None:
    """A name stands anywhere in its mention, other phrases begin it."""
    if phrase.name is not None:
        name = doc.span(phrase.name)
        return chains.around(name.start, name.end)
    last = phrase.run.end - 1 if phrase.form is Form.SEVERAL else phrase.head
    return chains.starting(doc.starts[phrase.run.start], doc.ends[last])

"""Credits that the grammar makes sure: unverified claims, and figures that somebody speaks of.

"The claim could not be verified", "officials speak of 12 dead".
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document, Run
from sayso.statements.attribution import grammar
from sayso.statements.attribution.decoding import Parts

_SAID = frozenset(
    ("account", "accusation", "allegation", "assertion", "claim", "report", "rumor", "rumour")
)
"""Nouns for what somebody says is so."""
_CHECKED = frozenset(("confirm", "corroborate", "substantiate", "verify"))
_ABLE = frozenset(("can", "could"))


def plain_credits(doc: Document, words: Run) -> Iterator[tuple[int, Parts]]:
    """The attributions among `words` that the grammar makes sure, each by its cue's head."""
    for token in range(words.start, words.end):
        if doc.lemmas[token] in _CHECKED:
            parts = _not_checked(doc, token)
        elif doc.lemmas[token] == "speak" and doc.tags[token].startswith("VB"):
            parts = _figure_given(doc, token)
        else:
            continue
        if parts is not None:
            yield token, parts


def _not_checked(doc: Document, verb: int) -> Parts | None:
    """What nobody says is so, or not: "the claim could not be verified"."""
    said = doc.child(verb, "nsubjpass")
    able = doc.child(verb, "aux")
    if said is None or able is None or not grammar.is_negated(doc, verb):
        return None
    if doc.lemmas[said] not in _SAID or doc.lowers[able] not in _ABLE or said > able:
        return None
    content = grammar.trim(doc, Run(doc.edges[said].start, min(doc.edges[said].end, able)))
    if content is None:
        return None
    return Parts(Run(able, verb + 1), (), (content,))


def _figure_given(doc: Document, verb: int) -> Parts | None:
    """The figure that somebody speaks of, which is what he says: "officials speak of 12"."""
    who = grammar.own_subject(doc, verb)
    of = verb + 1
    if who is None or who > verb or of >= len(doc) or doc.lowers[of] != "of":
        return None
    number = doc.child(of, "pobj")
    if number is None or not _is_figure(doc, number):
        return None
    auxiliaries = [child for child in doc.children_with(verb, "aux") if child > who]
    cue = Run(min([*auxiliaries, verb]), of + 1)
    source = grammar.trim(doc, Run(doc.edges[who].start, min(doc.edges[who].end, cue.start)))
    content = grammar.trim(doc, doc.edges[number])
    if source is None or content is None or content.overlaps(cue):
        return None
    return Parts(cue, (source,), (content,))


def _is_figure(doc: Document, noun: int) -> bool:
    number = noun if doc.tags[noun] == "CD" else doc.child(noun, "nummod")
    return number is not None and doc.lowers[number] != "one"

"""Credits that the grammar makes sure: unverified claims, figures that somebody speaks of, hearsay.

"The claim could not be verified", "officials speak of 12 dead, the union of 15", "the report is
said to conclude that the dam was safe".
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
_AMOUNTS = frozenset(
    ("average", "count", "figure", "increase", "number", "rate", "rise", "sum", "toll", "total")
)
"""Nouns whose "of" tells how many they are: "12 dead, a total of 15"."""
_HEARSAY = frozenset(("believe", "know", "report", "say", "think", "understand"))
_STATING = frozenset(
    """
    acknowledge admit argue claim conclude confirm deny find indicate insist note reveal say show
    state suggest warn
    """.split()
)


def plain_credits(doc: Document, words: Run) -> Iterator[tuple[int, Parts]]:
    """The attributions among `words` that the grammar makes sure, each by its cue's head."""
    for token in range(words.start, words.end):
        if doc.lemmas[token] in _CHECKED:
            parts = _not_checked(doc, token)
            if parts is not None:
                yield token, parts
        elif doc.lemmas[token] in _STATING and doc.tags[token] == "VB":
            parts = _by_hearsay(doc, token)
            if parts is not None:
                yield token, parts
        elif doc.lemmas[token] == "speak" and doc.tags[token].startswith("VB"):
            yield from _figures_given(doc, token)


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


def _by_hearsay(doc: Document, verb: int) -> Parts | None:
    """What others say that somebody states: "the report is said to conclude that it was safe"."""
    above, stated = doc.heads[verb], doc.child(verb, "ccomp")
    who = doc.child(above, "nsubjpass")
    if doc.deps[verb] != "xcomp" or doc.lemmas[above] not in _HEARSAY or None in (who, stated):
        return None
    assert who is not None
    assert stated is not None
    source, content = (grammar.trim(doc, doc.edges[each]) for each in (who, stated))
    if source is None or content is None or content.start != verb + 1:
        return None
    return Parts(Run(verb, verb + 1), (source,), (content,))


def _figures_given(doc: Document, verb: int) -> Iterator[tuple[int, Parts]]:
    """The figures that some speak of, which is what they say: "officials speak of 12".

    Each further one has the verb left out: "the mayor spoke of 12 dead, the union of 15".
    """
    who, of = grammar.own_subject(doc, verb), verb + 1
    if who is None or who > verb or of >= len(doc) or doc.lowers[of] != "of":
        return
    auxiliaries = [child for child in doc.children_with(verb, "aux") if child > who]
    cue = Run(min([*auxiliaries, verb]), of + 1)
    head, source = verb, Run(doc.edges[who].start, min(doc.edges[who].end, cue.start))
    for other in (*_gapped(doc, of), None):
        end = doc.sentence(verb).end if other is None else other.start
        parts = _figure_of(doc, cue, source, Run(of, end))
        if parts is None:
            return
        yield head, parts
        if other is not None:
            head, source, of = other.end, other, other.end


def _figure_of(doc: Document, cue: Run, source: Run, rest: Run) -> Parts | None:
    """That `source` speaks of the figure that the first word of `rest`, an "of", governs."""
    number = doc.child(rest.start, "pobj")
    if number is None or not _is_figure(doc, number):
        return None
    who = grammar.trim(doc, source)
    said = doc.edges[number].within(rest)
    content = grammar.trim(doc, said[0]) if said else None
    if who is None or content is None or content.overlaps(cue):
        return None
    return Parts(cue, (who,), (content,))


def _gapped(doc: Document, of: int) -> Iterator[Run]:
    """The phrases between a comma and an "of" with a bare figure: ", the union of 15"."""
    start = None
    for token in range(of + 1, doc.sentence(of).end):
        tag = doc.tags[token]
        if doc.lowers[token] == ",":
            start = token + 1
        elif start is not None and start < token and doc.lowers[token] == "of":
            number = doc.child(token, "pobj")
            bare = number is not None and doc.tags[number] == "CD"
            if bare and doc.lemmas[token - 1] not in _AMOUNTS:
                yield Run(start, token)
            start = None
        elif tag.startswith("V") or tag in (":", "MD"):
            return
        elif not tag.startswith(("DT", "JJ", "N", "POS", "PRP$")):
            start = None


def _is_figure(doc: Document, noun: int) -> bool:
    number = noun if doc.tags[noun] == "CD" else doc.child(noun, "nummod")
    return number is not None and doc.lowers[number] != "one"

"""Every construction that may credit somebody with something, found in the tree.

A candidate is only a possibility: `scoring` says how likely its cue word, in this frame, signals
an attribution. Spans follow the PolNeAR annotation guidelines (Newell et al., LREC 2018): the cue
is the whole verb group, "that" and "to" open the content, quotation marks belong to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.nouns import adjective_candidate, noun_candidate
from sayso.statements.attribution.parts import Candidate, source_runs, with_commas
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.attribution.verbs import verb_candidate

_SHORT_CONTENT = 6
"""What withholds a name, and nothing else, has no more words than this."""
_LONGEST_LABEL = 6
"""A speaker's label before a colon has no more words than this."""


def candidates(doc: Document, quoted: Quotations) -> Iterator[Candidate]:
    """Every candidate of `doc`, in the order of their cue words."""
    for token, tag in enumerate(doc.tags):
        found: Candidate | None = None
        if doc.lowers[token] == "according":
            found = _according(doc, token)
        elif tag.startswith("JJ") or _is_state(doc, token):
            found = adjective_candidate(doc, token)
        elif grammar.is_verb(doc, token):
            found = verb_candidate(doc, token, quoted)
        elif tag in ("NN", "NNS"):
            found = noun_candidate(doc, token)
        elif tag == ":" and doc.words[token] == ":":
            found = _colon(doc, token, quoted)
        if found is not None and found.content and _credits(doc, found):
            yield found


def _is_state(doc: Document, token: int) -> bool:
    """Whether a participle says how somebody feels: "is convinced that"."""
    if doc.tags[token] != "VBN" or doc.child(token, "agent") is not None:
        return False
    return doc.deps[token] == "acomp" or doc.lowers[token] in lexicon.STATES


def _credits(doc: Document, found: Candidate) -> bool:
    """Whether the cue's word, in its frame, can credit somebody at all."""
    lemma = doc.lemmas[found.head]
    if lemma in lexicon.NEVER_CUES or (lemma == "know" and found.frame.endswith("prep:as")):
        return False
    if lemma in lexicon.CITING and found.frame == "dobj" and doc.deps[found.head] != "advcl":
        return False
    if _withholds_a_name(doc, found) or _only_names_a_document(doc, found):
        return False
    return lemma not in lexicon.DEEDS or found.frame in lexicon.CLAUSES


def _withholds_a_name(doc: Document, found: Candidate) -> bool:
    """Such as "asked not to be named": it tells of the source, not of what he says."""
    words = [doc.lowers[token] for run in found.content for token in run]
    return len(words) <= _SHORT_CONTENT and not lexicon.WITHHELD.isdisjoint(words)


def _only_names_a_document(doc: Document, found: Candidate) -> bool:
    """Such as "issued a statement": nothing of what it says stands there."""
    if found.frame != "dobj" or doc.lemmas[found.head] not in lexicon.LIGHT:
        return False
    document = doc.child(found.head, "dobj")
    assert document is not None
    told = doc.child(document, "prep", "acl", "relcl", "ccomp", "poss", "appos")
    return told is None and doc.lemmas[document] in lexicon.DOCUMENTS


def _according(doc: Document, token: int) -> Candidate | None:
    to = token + 1
    sentence = doc.sentence(token)
    if to >= sentence.end or doc.lowers[to] != "to":
        return None
    who = doc.child(to, "pobj")
    if who is None:
        return None
    cue = Run(token, to + 1)
    if doc.lowers[who] in lexicon.RELATIVE:
        content: tuple[Run, ...] = (Run(who + 1, sentence.end),)
        return Candidate(token, cue, "according", (Run(who, who + 1),), who, content)
    phrase = Run(token, doc.edges[to].end)
    clause = doc.edges[doc.heads[token]]
    if _closes_sentence(doc, phrase, sentence) or len(clause) <= len(phrase) + 2:
        clause = sentence
    content = grammar.without(clause, with_commas(doc, phrase))
    return Candidate(token, cue, "according", source_runs(doc, who, cue), who, content)


def _closes_sentence(doc: Document, phrase: Run, sentence: Run) -> bool:
    """Whether only a full stop follows: then the phrase, set off by a comma, credits it all."""
    rest = range(phrase.end, sentence.end)
    return doc.words[phrase.start - 1] == "," and not any(doc.words[t][0].isalnum() for t in rest)


def _colon(doc: Document, colon: int, quoted: Quotations) -> Candidate | None:
    """Such as "Mayor: “We were not told”"."""
    sentence = doc.sentence(colon)
    before = Run(sentence.start, colon)
    opening = quoted.around(colon + 1)
    if opening is None or opening.start != colon + 1 or not 0 < len(before) <= _LONGEST_LABEL:
        return None
    if any(grammar.is_verb(doc, token) for token in before):
        return None
    return Candidate(colon, Run(colon, colon + 1), "colon", (before,), colon - 1, opening.runs)

"""Verbs as cues: "said that", "was told to", "…, they say, …", "denied reports"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import Act
from sayso.reader import Document, Run
from sayso.statements import lexicon
from sayso.statements.attribution import grammar
from sayso.statements.attribution.parts import (
    VERB_GROUP,
    Candidate,
    agent,
    clause_frame,
    governed,
    joined,
    outside,
    source_runs,
    verb_group_end,
    verb_group_start,
    with_commas,
)
from sayso.statements.attribution.quotations import Quotations

_OBJECTS = ("dobj", "oprd", "acomp", "attr")
_COMPLEMENTS = (*_OBJECTS, "prep", "xcomp", "ccomp", "pcomp", "dative", "acl")


def verb_candidate(doc: Document, verb: int, quoted: Quotations) -> Candidate | None:
    """The candidate whose cue word is `verb`."""
    passive = grammar.is_passive(doc, verb)
    frame, content, cue_end = _verb_content(doc, verb, quoted, passive=passive)
    if not content:
        return None
    who = agent(doc, verb) if passive else _speaker(doc, verb, frame)
    cue = Run(verb_group_start(doc, verb), cue_end)
    return Candidate(
        head=verb,
        cue=cue,
        frame=f"passive:{frame}" if passive else frame,
        source=source_runs(doc, who, cue),
        source_head=who,
        content=outside(content, cue),
    )


def _verb_content(
    doc: Document, verb: int, quoted: Quotations, *, passive: bool
) -> tuple[str, tuple[Run, ...], int]:
    """How the content hangs on `verb`, its runs, and where the cue ends."""
    end = verb_group_end(doc, verb)
    clauses = _clauses(doc, verb)
    if clauses:
        return clause_frame(doc, verb, clauses[0]), _clause_runs(doc, clauses), end
    host = _host(doc, verb)
    if host is not None:
        frame, run = host
        return frame, grammar.without(run, with_commas(doc, doc.edges[verb])), end
    quote = _near_quotation(doc, verb, quoted)
    if quote is not None:
        return "quote", quote, end
    return _phrase_content(doc, verb, end, passive=passive)


def _clauses(doc: Document, verb: int) -> list[int]:
    found = list(doc.children_with(verb, "ccomp"))
    if any(clause > verb for clause in found):
        found = [clause for clause in found if clause > verb or not _broken_off(doc, clause)]
    if found:
        found += [other for other in doc.children_with(verb, "conj") if _is_told(doc, other)]
    subject = doc.child(verb, "csubjpass", "csubj")
    if subject is not None and not found and doc.child(subject, "mark") is not None:
        found.append(subject)
    if not found:
        found = [child for child in doc.children[verb] if _is_pending(doc, verb, child)]
    return found or list(_told_in_a_document(doc, verb))


def _told_in_a_document(doc: Document, verb: int) -> Iterator[int]:
    """The clause that the parser hangs on the document: "said in a statement that …"."""
    for preposition in doc.children_with(verb, "prep"):
        document = doc.child(preposition, "pobj")
        if doc.lowers[preposition] == "in" and document is not None and document > verb:
            for clause in doc.children_with(document, "acl", "relcl", "ccomp"):
                if doc.lowers[doc.edges[clause].start] == "that":
                    yield clause


def _is_told(doc: Document, clause: int) -> bool:
    """Whether a coordinate clause goes on in reported speech: "…, and they would need help"."""
    if doc.lowers[doc.edges[clause].start - 1] != "and":
        return False
    told = any(doc.lowers[modal] == "would" for modal in doc.children_with(clause, "aux"))
    return told and grammar.own_subject(doc, clause) is not None


def _is_pending(doc: Document, verb: int, clause: int) -> bool:
    """Whether the clause is an indirect question that the parser took for a time: "say when"."""
    first = doc.edges[clause].start
    asks = doc.lemmas[verb] in lexicon.PENDING and first == verb + 1 and doc.tags[first] == "WRB"
    return asks and doc.deps[clause] == "advcl" and grammar.own_subject(doc, clause) is not None


def _broken_off(doc: Document, clause: int) -> bool:
    """Whether a semicolon ends the clause: what follows is another sentence."""
    after = doc.edges[clause].end
    return after < len(doc) and doc.words[after] == ";"


def _clause_runs(doc: Document, clauses: list[int]) -> tuple[Run, ...]:
    return grammar.merge([doc.edges[clause] for clause in clauses])


def _host(doc: Document, verb: int) -> tuple[str, Run] | None:
    """The clause that a parenthetical cue ("they say", "as officials put it") stands in."""
    head, dep = doc.heads[verb], doc.deps[verb]
    if grammar.own_subject(doc, verb) is None or head == verb:
        return None
    if dep == "parataxis":
        return "paren", doc.edges[head]
    first = doc.edges[verb].start
    if dep == "advcl" and doc.lowers[first] == "as" and first != verb:
        return "as", doc.edges[head]
    return None


def _near_quotation(doc: Document, verb: int, quoted: Quotations) -> tuple[Run, ...] | None:
    """The quotations of the verb's sentence that stand right before or after its phrase."""
    runs = quoted.in_sentence(doc.sentence_of[verb]) + _quotation_just_before(doc, verb, quoted)
    near = [run for run in runs if verb not in run and _adjoins(doc, verb, run)]
    return grammar.merge(near) if near else None


def _quotation_just_before(doc: Document, verb: int, quoted: Quotations) -> list[Run]:
    """A quotation whose own "?" or "!" made the parser end the sentence: "“Who?” Orlen asked."."""
    start = doc.sentence(verb).start
    before = quoted.around(start - 1) if start > 1 else None
    if before is None or before.end != start or doc.words[start - 2] not in ("?", "!"):
        return []
    return [before.runs[-1]]


def _adjoins(doc: Document, verb: int, quotation: Run) -> bool:
    """Whether only the verb's own phrase, and a comma or colon, stands between the two."""
    if quotation.start > verb:
        return doc.words[quotation.start - 1] in (",", ":") or quotation.start == verb + 1
    subject = grammar.own_subject(doc, verb)
    phrase = doc.edges[subject] if subject is not None else Run(verb, verb)
    return all(
        token in phrase or (doc.heads[token] == verb and doc.deps[token] in VERB_GROUP)
        for token in range(quotation.end, verb)
        if doc.words[token] not in (",", "—", "–", "-", ".")
    )


def _phrase_content(
    doc: Document, verb: int, end: int, *, passive: bool
) -> tuple[str, tuple[Run, ...], int]:
    infinitive = doc.child(verb, "xcomp")
    complements = _complements(doc, verb)
    subject = _moved_subject(doc, verb) if passive else ()
    if infinitive is not None and infinitive > verb:
        frame = {"TO": "to", "VBG": "ing"}.get(doc.tags[doc.edges[infinitive].start], "xcomp")
        return frame, (*subject, *complements), end
    first = doc.child(verb, *_OBJECTS)
    if first is not None and first > verb:
        as_phrase = any(doc.lowers[p] == "as" for p in doc.children_with(verb, "prep"))
        return f"{doc.deps[first]}{'+as' if as_phrase else ''}", (*subject, *complements), end
    if first is not None and doc.lowers[first] in lexicon.RELATIVE:
        return "relobj", (doc.edges[first],), end
    preposition = next(
        (p for p in doc.children_with(verb, "prep") if _leads_on(doc, verb, p)), None
    )
    if preposition is not None:
        frame = f"prep:{doc.lowers[preposition]}"
        if passive:
            return frame, (*subject, *complements), end
        return frame, governed(doc, preposition), joined(preposition, end)
    return "bare", subject if _has_doer(doc, verb) else (), end


def _has_doer(doc: Document, verb: int) -> bool:
    """Whether a bare passive credits anybody: by its "by" phrase, or because it denies."""
    return agent(doc, verb) is not None or doc.lemmas[verb] in lexicon.ACTS[Act.DENY]


def _leads_on(doc: Document, verb: int, preposition: int) -> bool:
    """Whether a preposition leads to what is said, not to whom, when or where."""
    if preposition < verb or doc.lowers[preposition] not in lexicon.TOPICAL:
        return False
    noun = doc.child(preposition, "pobj")
    return noun is None or doc.lowers[noun] not in lexicon.TIMES


def _moved_subject(doc: Document, verb: int) -> tuple[Run, ...]:
    """The subject of a passive, which is part of what is said: "He was described as …"."""
    subject = doc.child(verb, "nsubjpass")
    return () if subject is None or doc.lowers[subject] == "it" else (doc.edges[subject],)


def _complements(doc: Document, verb: int) -> tuple[Run, ...]:
    """From the first complement after `verb` to the last before another clause begins."""
    start: int | None = None
    end = verb + 1
    for child in doc.children[verb]:
        if child < verb:
            continue
        if doc.deps[child] in _COMPLEMENTS and doc.lowers[child] != "by":
            start = doc.edges[child].start if start is None else start
            end = doc.edges[child].end
        elif start is not None and doc.deps[child] in ("conj", "cc", "advcl", "punct"):
            break
    return (Run(start, end),) if start is not None else ()


def _is_day(doc: Document, token: int) -> bool:
    return doc.lowers[token] in lexicon.DAYS


def _speaker(doc: Document, verb: int, frame: str) -> int | None:
    """The subject of `verb`; after a quotation also the name right behind it: "…, said Orlen"."""
    if frame in ("inverted", "quote") and grammar.own_subject(doc, verb) is None:
        for child in doc.children_with(verb, "npadvmod", "dobj", "attr", "oprd"):
            nominal = doc.tags[child].startswith(("NN", "PRP"))
            if nominal and doc.edges[child].start == verb + 1 and not _is_day(doc, child):
                return child
    who = grammar.subject(doc, verb)
    return None if who is None or doc.deps[who] == "expl" else who

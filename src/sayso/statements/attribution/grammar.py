"""Questions about a sentence's tree that several rules ask."""

from __future__ import annotations

from sayso.reader import Document, Run

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_CLAUSES_OF_A_SUBJECT = ("advcl", "xcomp", "conj", "acl")
_OPENING = frozenset({"(", "[", "“", "``", "‘", "«"})
_EDGE_PUNCTUATION = frozenset({",", ";", ":", "-", "–", "—", "--", ".", "|", "…", "..."})
_MAX_CLIMB = 4


def is_passive(doc: Document, verb: int) -> bool:
    """Whether `verb` stands in the passive, with or without its auxiliary."""
    if doc.child(verb, "auxpass", "nsubjpass", "csubjpass", "agent") is not None:
        return True
    return (
        doc.tags[verb] == "VBN"
        and doc.deps[verb] in ("acl", "relcl", "advcl")
        and not doc.child(verb, "aux", *SUBJECTS)
    )


def is_negated(doc: Document, token: int) -> bool:
    """Whether a negation word belongs to `token` itself."""
    return doc.child(token, "neg") is not None


def own_subject(doc: Document, verb: int) -> int | None:
    """The head of the subject that `verb` has itself, or that the parser hung on its auxiliary."""
    found = doc.child(verb, *SUBJECTS)
    auxiliaries = doc.children_with(verb, "aux", "auxpass") if found is None else ()
    return next(
        (who for auxiliary in auxiliaries if (who := doc.child(auxiliary, *SUBJECTS)) is not None),
        found,
    )


def subject(doc: Document, verb: int) -> int | None:
    """The head of the subject of `verb`, its own or the one it shares with the verb above it."""
    for _ in range(_MAX_CLIMB):
        found = own_subject(doc, verb)
        if found is not None:
            return found
        head, dep = doc.heads[verb], doc.deps[verb]
        if dep == "acl" and doc.tags[head].startswith(("NN", "PRP")):
            return owner(doc, head) if doc.tags[verb] == "VB" else head
        if dep == "pcomp":
            preposition, head = head, doc.heads[head]
            if doc.lowers[preposition] == "as":
                return doc.child(head, "dobj", "nsubjpass")
        elif dep not in _CLAUSES_OF_A_SUBJECT or head == verb:
            return None
        if not doc.tags[head].startswith(("VB", "JJ", "MD")):
            return owner(doc, head)
        verb = head
    return None


def owner(doc: Document, noun: int) -> int | None:
    """Whose `noun` it is: its possessive, its "by" phrase, or the subject of its verb."""
    possessive = doc.child(noun, "poss")
    if possessive is not None:
        return possessive
    for preposition in doc.children_with(noun, "prep", "agent"):
        who = doc.child(preposition, "pobj")
        printed = doc.lowers[preposition] == "in" and who and doc.tags[who].startswith("NNP")
        if doc.lowers[preposition] in ("by", "from", "among") or printed:
            return who
    return None


def trim(doc: Document, run: Run) -> Run | None:
    """`run` without punctuation at its ends, unless a mark inside pairs with it."""
    start, end = run.start, run.end
    while start < end and doc.words[start] in _EDGE_PUNCTUATION:
        start += 1
    while start < end and _loose_at_end(doc, start, end - 1):
        end -= 1
    return Run(start, end) if start < end else None


def _loose_at_end(doc: Document, start: int, last: int) -> bool:
    word = doc.words[last]
    if word in _OPENING:
        return True
    if word in ('"', "''"):
        marks = sum(doc.words[token] in ('"', "''", "``") for token in range(start, last + 1))
        return marks % 2 == 1
    return word in _EDGE_PUNCTUATION


def without(run: Run, hole: Run) -> tuple[Run, ...]:
    """What is left of `run` when the tokens of `hole` are taken out."""
    if not run.overlaps(hole):
        return (run,)
    pieces = (Run(run.start, max(run.start, hole.start)), Run(min(hole.end, run.end), run.end))
    return tuple(piece for piece in pieces if len(piece))


def merge(runs: list[Run]) -> tuple[Run, ...]:
    """The same tokens as `runs`, sorted, with those that touch or overlap made one."""
    merged: list[Run] = []
    for run in sorted(runs):
        if merged and run.start <= merged[-1].end:
            merged[-1] = Run(merged[-1].start, max(run.end, merged[-1].end))
        else:
            merged.append(run)
    return tuple(merged)

"""The phrases that arguments are: their words, their head, those that "and" joins to them."""

from __future__ import annotations

from sayso.events.arguments.around import Dependent
from sayso.reader import Document, Run
from sayso.statements.actors.phrase import coordinated, start_of
from sayso.statements.actors.phrases import tail_end
from sayso.statements.attribution import grammar

_NOMINAL = "NPDC$W"
"""How the tags of words begin that head a noun phrase: nouns, pronouns, "those", "two"."""
_JOINTS = ("cc", "punct")


def conjuncts(doc: Document, head: int) -> list[int]:
    """`head`, and the heads of the noun phrases that "and" or "or" joins to it."""
    return coordinated(doc, head) if _is_nominal(doc, head) else [head]


def run_of(doc: Document, head: int) -> Run:
    """The words of the noun phrase of `head`, as a mention of an actor has them; a clause whole."""
    if _is_nominal(doc, head):
        return Run(start_of(doc, head, head), tail_end(doc, head))
    return grammar.trim(doc, doc.edges[head]) or Run(head, head + 1)


def top_of(doc: Document, run: Run) -> int:
    """The word that heads `run`: the first that hangs on none of its words, but no mere "and"."""
    tops = [word for word in run if doc.heads[word] not in run or doc.heads[word] == word]
    return next((word for word in tops if doc.deps[word] not in _JOINTS), tops[0])


def content_of(doc: Document, run: Run) -> Dependent:
    """The phrase that `run` is, with the preposition that it begins with told apart."""
    head = top_of(doc, run)
    preposition = ""
    while doc.deps[head] in ("prep", "agent", "dative") and doc.tags[head] in ("IN", "TO"):
        inside = [child for child in doc.children[head] if child in run and child > head]
        if not inside:
            break
        preposition, head = doc.lowers[head], inside[0]
    return Dependent("", head, preposition)


def _is_nominal(doc: Document, token: int) -> bool:
    return doc.tags[token][0] in _NOMINAL and doc.tags[token] != "WRB"

"""How many a noun phrase speaks of: "at least 15 people", "dozens of them", "a man", "no one"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from sayso.events.quantities.amounts import Amount, amounts
from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.phrase import LONGEST, call_of, start_of
from sayso.statements.actors.words import word_set

_AFTER = 8
"""An amount may run on so many tokens behind a phrase's head: "hundreds of thousands"."""
_NO_PERSONS = word_set(
    "animal attack bird brigade building camel car cattle chicken community company country cow "
    "dog family fish goat group home horse house household incident party pig place sheep strike "
    "team town unit vehicle village"
)
"""What is counted in reports beside people; a family is more than one."""
_NOT_ONE = word_set("any each either every neither no some such what which")
"""Before a noun in the singular: it speaks of nobody in particular."""
_SINGULAR = word_set("he her him i me myself she herself himself someone somebody")


def headcount(doc: Document, head: int, *, alone: bool = True) -> Amount | None:
    """How many the noun phrase of `head` speaks of; None where it does not say so.

    `alone` is whether a single person without a number counts: "a man".
    The amount's characters are those of the report. Of "15 of the 20 hostages", 15.
    """
    counted = _members(doc, head) if doc.lemmas[head] in _NO_PERSONS else head
    return None if counted is None else _told(doc, counted, alone=alone)


def _members(doc: Document, group: int) -> int | None:
    """The head of those in a group: of "a group of 12 men" the men."""
    tie = doc.child(group, "prep")
    return doc.child(tie, "pobj") if tie is not None and doc.lowers[tie] == "of" else None


def _told(doc: Document, head: int, *, alone: bool) -> Amount | None:
    near = sorted(_near(doc, head), key=lambda found: head not in found[0])
    counting = (amount for run, amount in near if _counts(doc, run, head))
    return next(counting, None) or _of_whole(doc, head) or (_one(doc, head) if alone else None)


def _of_whole(doc: Document, head: int) -> Amount | None:
    """How many are told before an "of": "dozens of people" from "people", not "of the people"."""
    tie = doc.heads[head]
    if (
        doc.deps[head] != "pobj"
        or doc.lowers[tie] != "of"
        or doc.child(head, "det", "poss") is not None
    ):
        return None
    whole = doc.heads[tie]
    return next((amount for run, amount in _near(doc, whole) if whole in run), None)


def strength(doc: Document, head: int) -> Amount | None:
    """How many strong a gathering is: "a 5,000-strong march"."""
    for run, amount in _near(doc, head):
        strong = doc.text[amount.end : amount.end + 7].casefold() in ("-strong", " strong")
        if strong and run.start < head:
            return amount
    return None


def _near(doc: Document, head: int) -> Iterator[tuple[Run, Amount]]:
    """The amounts in the words around `head`, in its sentence."""
    sentence = doc.sentence(head)
    first = max(sentence.start, head - LONGEST)
    last = min(sentence.end, head + _AFTER) - 1
    origin = doc.starts[first]
    for found in amounts(doc.text[origin : doc.ends[last]]):
        start, end = origin + found.start, origin + found.end
        run = Run(bisect_left(doc.ends, start + 1), bisect_left(doc.starts, end))
        yield run, Amount(start, end, found.low, found.high)


def _counts(doc: Document, run: Run, head: int) -> bool:
    """Whether the amount in `run` is that of `head`: its own words, or what stands before it."""
    if head in run:
        return True
    return any(head in _above(doc, token) for token in run if token < head)


def _above(doc: Document, token: int) -> Iterator[int]:
    """The noun that a number stands before, and the one before which that noun stands."""
    for _ in range(2):
        above = doc.heads[token]
        if above <= token or doc.deps[token] in ("nsubj", "nsubjpass", "dobj", "pobj", "appos"):
            return
        yield above
        token = above


def _one(doc: Document, head: int) -> Amount | None:
    """A single person: "a man", "the officer", "she"."""
    start = start_of(doc, head, head)
    words = {doc.lowers[token] for token in range(start, head + 1)}
    person = doc.lowers[head] in _SINGULAR or (
        doc.tags[head] == "NN" and not words & _NOT_ONE and _is_person(doc, head)
    )
    return Amount(doc.starts[start], doc.ends[head], 1, 1) if person else None


def _is_person(doc: Document, noun: int) -> bool:
    return call_of(doc, noun).kind is ActorKind.PERSON

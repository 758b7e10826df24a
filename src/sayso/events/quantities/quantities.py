"""How many were killed, injured, arrested, abducted, displaced, missing or present at an event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from sayso.events.arguments.phrases import conjuncts, content_of
from sayso.events.quantities.amounts import Amount
from sayso.events.quantities.counted_words import (
    CountedWord,
    Whom,
    by_predicate,
    counted_heads,
    counted_word,
    counted_words,
)
from sayso.events.quantities.headcount import headcount, strength
from sayso.events.quantities.outcomes import is_open, leads, parts_of
from sayso.model import Counted, Quantity, Span
from sayso.reader import Document, Run
from sayso.statements.actors.words import word_set
from sayso.statements.attribution import grammar

_NEAR = 60
"""What an event led to is looked for among so many tokens on either side of its trigger."""
_ALL = frozenset(Counted)
_HARM = _ALL & {Counted.KILLED, Counted.INJURED, Counted.MISSING, Counted.DISPLACED}
_SINGLE = _ALL - {Counted.PRESENT, Counted.DISPLACED}
"""What "a man" counts as one: a man who came, or ran away, tells nothing of how many did."""
_ANYBODY = word_set("anybody anyone")


def quantities_of(
    doc: Document, trigger: int, counted: Counted | None = None, runs: Sequence[Run] = ()
) -> tuple[Quantity, ...]:
    """How many an event counts, each set of people once, in text order.

    `trigger` is the head of the words that tell of the event. `counted` is what its predicate
    counts ("kill": the killed) and `runs` are the phrases of those counted, so the actors of a
    protest; the rest is found here: what the trigger itself says ("15 arrests"), and what it led to
    ("a raid that left 12 dead", "stormed the hotel, killing 12"). Those that a phrase includes ("15
    people, three of them children") are in its number, and not apart.
    """
    word = counted_word(doc, trigger)
    if word is None and counted is not None:
        word = by_predicate(doc, trigger, counted)
    told = list(_of_runs(doc, trigger, counted, runs))
    if word is not None and not told:
        told = list(quantities_of_word(doc, trigger, word))
    found = chain(told, _of_results(doc, trigger, word))
    unique = {(each.span.start, each.of): each for each in reversed(list(found))}
    return tuple(sorted(unique.values(), key=lambda each: (each.span, each.of)))


def _of_runs(
    doc: Document, trigger: int, counted: Counted | None, runs: Iterable[Run]
) -> Iterator[Quantity]:
    if counted is not None:
        for run in runs:
            yield from _counted(doc, trigger, (counted,), [content_of(doc, run).head])


def _of_results(doc: Document, trigger: int, own: CountedWord | None) -> Iterator[Quantity]:
    """What the words around a trigger tell of those who were harmed, seized or there."""
    above = set(parts_of(doc, trigger))
    told_above = _told_above(doc, trigger, own.of if own else ())
    sentence = doc.sentence(trigger)
    near = Run(max(sentence.start, trigger - _NEAR), min(sentence.end, trigger + _NEAR))
    for token, word in counted_words(doc, near):
        possible = told_above if token in above else _ALL
        if token == trigger or possible.isdisjoint(word.of) or is_open(doc, token):
            continue
        if leads(doc, token, {trigger, *above}):
            negated = grammar.is_negated(doc, token)
            yield from (
                q for q in quantities_of_word(doc, token, word) if q.high == 0 or not negated
            )


def _told_above(doc: Document, trigger: int, own: tuple[Counted, ...]) -> frozenset[Counted]:
    """What the words that an event's words belong to may count for it.

    As in "12 died in the attack", "thousands joined the rally" and "15 were arrested in the raid",
    but not in "joined the attack" or "two were arrested in the murder".
    """
    if doc.deps[trigger] == "advcl" or _HARM.intersection(own):
        return _HARM
    return _ALL if Counted.PRESENT in own else _ALL - {Counted.PRESENT}


def quantities_of_word(doc: Document, token: int, word: CountedWord) -> Iterator[Quantity]:
    """What a word that counts says by itself and with those beside it."""
    if word.whom is Whom.THOSE:
        yield from _quantities(doc, word.of, strength(doc, token))
    yield from _counted(doc, token, word.of, counted_heads(doc, token, word))


def _counted(
    doc: Document, word: int, of: tuple[Counted, ...], heads: Iterable[int]
) -> Iterator[Quantity]:
    for head in chain.from_iterable(conjuncts(doc, head) for head in heads):
        amount = headcount(doc, head, alone=_SINGLE.issuperset(of))
        if doc.lowers[head] in _ANYBODY and grammar.is_negated(doc, word):
            amount = Amount(doc.starts[head], doc.ends[head], 0, 0)
        yield from _quantities(doc, of, amount)


def _quantities(
    doc: Document, of: tuple[Counted, ...], amount: Amount | None
) -> Iterator[Quantity]:
    """A quantity for each thing counted; of what may be one or the other, none is a lower bound."""
    if amount is None:
        return
    if len(of) > 1 and amount.high != 0:
        amount = replace(amount, low=None)
    span = Span.of(doc.text, amount.start, amount.end)
    for counted in of:
        yield Quantity(span=span, of=counted, low=amount.low, high=amount.high)

"""What tells that two assertions are one claim: the table of features, and how each is found.

A feature's docstring is what the documentation says of it. All are symmetric.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from itertools import product, starmap

from sayso.links.assertions.assertion import Assertion, Count, Stretch, Wording
from sayso.links.claims.being import being_in
from sayso.links.claims.moment import moment_in
from sayso.links.claims.terms import full_shared_weight, terms_of, tolls_in, weight_of
from sayso.links.claims.what_it_was_not import what_it_was_not
from sayso.links.matching import NOTHING, Found, Row, Table, untold
from sayso.links.origins import cited_outlet, is_one_source
from sayso.model import Counted, Stance

_ENOUGH = 24.0
"""Shared words that weigh so much leave little doubt that two clauses are about one thing."""
_SAME_STORY = 3
"""From so many common stems of their stories on, two reports are about the same."""
_SEVERAL = 4
"""So many shared words are hardly shared by chance."""
_WHERE = 0.4
"""How far it counts that two names of places differ: one may be inside the other."""
_LONG = 60
"""Days between two reports after which they rarely tell of one thing."""
_BOTH_SIDES = frozenset((Stance.AFFIRMS, Stance.DENIES))
_SHOWN = 5
"""How many shared words a reason gives."""


def shared_words(a: Assertion, b: Assertion) -> Found:
    """How much of the shorter one's words the longer one has too, rare words counting more."""
    one, other = terms_of(a), terms_of(b)
    least = min(one.full_weight, other.full_weight)
    value = min(1.0, full_shared_weight(a, b) / least)
    return value, lambda: f"both say {_weightiest(one.words & other.words)}"


def _weightiest(words: Iterable[str]) -> str:
    ranked = sorted(words, key=lambda word: (-weight_of(word), word))
    return _listed(word.removeprefix("=") for word in ranked[:_SHOWN])


def nothing_new(a: Assertion, b: Assertion) -> Found:
    """The shorter one has no word, but for names, that the longer one lacks; few tell less."""
    one, other = terms_of(a).words, terms_of(b).words
    if not (one <= other or other <= one):
        return NOTHING
    return min(1.0, len(one & other) / _SEVERAL), untold


def few_other_words(a: Assertion, b: Assertion) -> Found:
    """How much of all the words of the two is shared."""
    both = full_shared_weight(a, b)
    either = terms_of(a).full_weight + terms_of(b).full_weight - both
    return min(1.0, both / max(either, 1.0)), untold


def much_in_common(a: Assertion, b: Assertion) -> Found:
    """How much is shared, however long they are: two common words may be shared by chance."""
    return min(1.0, full_shared_weight(a, b) / _ENOUGH), untold


def same_names(a: Assertion, b: Assertion) -> Found:
    """Both name the same, as far as the one that names less goes."""
    one, other = _wording(a).names, _wording(b).names
    both = one & other
    if not both:
        return NOTHING
    return len(both) / min(len(one), len(other)), lambda: f"both name {', '.join(sorted(both))}"


def other_names(a: Assertion, b: Assertion) -> Found:
    """Each names what the other does not; less weighs what they name as where it was."""
    one, other = _wording(a), _wording(b)
    core = _apart(one.names & one.core, other.names & other.core)
    where = _apart(one.names & one.details, other.names & other.details)
    value = max(core, _WHERE * where)
    only, alone = one.names - other.names, other.names - one.names
    return value, lambda: f"one names {_listed(only)} and the other {_listed(alone)}"


def _apart(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of either is not in the other, whichever is less."""
    only, alone = one - other, other - one
    return min(len(only) / len(one), len(alone) / len(other)) if only and alone else 0.0


def same_numbers(a: Assertion, b: Assertion) -> Found:
    """Both give the same number."""
    both = _wording(a).numbers & _wording(b).numbers
    return (1.0, lambda: f"both give {_listed(map(str, both))}") if both else NOTHING


def same_figure(a: Assertion, b: Assertion) -> Found:
    """Both give the same figure of the same people killed, injured and so on, and no other."""
    counted = product(_wording(a).counts, _wording(b).counts)
    both = [pair for pair in counted if _of_the_same(*pair)]
    if not (both and all(starmap(_are_as_many, both))):
        return NOTHING
    return 1.0, lambda: f"both count {_listed({_figure(*pair) for pair in both})}"


def _figure(one: Count, other: Count) -> str:
    return f"{min(one.low or 0, other.low or 0)} {one.of}"


def _of_the_same(one: Count, other: Count) -> bool:
    """Whether the same people are counted; whoever is at a place may be described or not."""
    present = one.of is Counted.PRESENT and None in (one.whom, other.whom)
    return one.of is other.of and (one.whom == other.whom or present)


def _are_as_many(one: Count, other: Count) -> bool:
    """Whether two counts give the same figure: "15" and "at least 15", "2,000" and "over 2,000"."""
    low, high = sorted((one, other), key=lambda count: count.low or 0)
    if low.low is None or high.low is None:
        return one.high is not None and one.high == other.high
    over = high.high is None and high.low == low.low + 1
    return high.low == low.low or over or (one.high is not None and one.high == other.high)


def same_toll(a: Assertion, b: Assertion) -> Found:
    """Both give the same number of killed, injured, arrested or abducted, in one story."""
    if not tolls_in(a) & tolls_in(b) or not _wording(a).numbers & _wording(b).numbers:
        return NOTHING
    return same_story(a, b)[0], untold


def same_mishap(a: Assertion, b: Assertion) -> Found:
    """Both give the same accident as the cause, or one rules it out."""
    both = _wording(a).mishap & _wording(b).mishap
    return (1.0, lambda: f"both speak of {_listed(both)} as the cause") if both else NOTHING


def same_thing(a: Assertion, b: Assertion) -> Found:
    """Both tell of the same thing that it was there, or was not."""
    one, other = being_in(a), being_in(b)
    if one is None or other is None or one.thing != other.thing:
        return NOTHING
    return 1.0, lambda: f"both tell of {one.thing.removeprefix('=')} that it was there or not"


def same_clock(a: Assertion, b: Assertion) -> Found:
    """Both have the same happen at the same time of day."""
    one = moment_in(a)
    if one is None or one != moment_in(b):
        return NOTHING
    return 1.0, lambda: f"both tell that it was at {one.at}"


def same_not_this(a: Assertion, b: Assertion) -> Found:
    """Both have one speaker say of something, one of them by a pronoun, what it is not."""
    one, other = what_it_was_not(a), what_it_was_not(b)
    if one is None or other is None or one.what != other.what:
        return NOTHING
    if one.pointed_at == other.pointed_at or not _of_one_speaker(a, b):
        return NOTHING
    return 1.0, lambda: f"both say that it was not {one.what.removeprefix('=')}"


def _of_one_speaker(a: Assertion, b: Assertion) -> bool:
    """Whether one has it from the other's outlet, and so the same speaker, called the same."""
    if a.source is None or b.source is None or a.source.called.isdisjoint(b.source.called):
        return False
    return cited_outlet(a, b) is not None or cited_outlet(b, a) is not None


def numbers_not_said(a: Assertion, b: Assertion) -> Found:
    """One is never to have given the numbers, and those alone, that the other has him give."""
    for no, said in ((a, b), (b, a)):
        only = no.not_said_by is not None and said.not_said_by is None and not terms_of(no).words
        numbers = _wording(no).numbers
        if only and numbers and numbers == _wording(said).numbers:
            by = replace(no, source=no.not_said_by, on_behalf=None)
            return (1.0, partial(_both_tell_of, numbers)) if is_one_source(said, by) else NOTHING
    return NOTHING


def _both_tell_of(numbers: Iterable[int]) -> str:
    return f"both tell of {_listed(map(str, numbers))}"


def number_of_one(a: Assertion, b: Assertion) -> Found:
    """One gives a number and the other none, or one of several."""
    only = _wording(a).numbers ^ _wording(b).numbers
    return (1.0, lambda: f"only one gives {_listed(map(str, only))}") if only else NOTHING


def same_time(a: Assertion, b: Assertion) -> Found:
    """Both tell of a time, and the two times meet."""
    one, other = _wording(a).when, _wording(b).when
    if one is None or other is None or not meet(one, other):
        return NOTHING
    return 1.0, lambda: f"both tell of {max(one.first, other.first)}"


def negated_in_one(a: Assertion, b: Assertion) -> Found:
    """One is worded as a negation, the other is not."""
    if a.negative == b.negative:
        return NOTHING
    return 1.0, lambda: "one says no to what the other says"


def answers(a: Assertion, b: Assertion) -> Found:
    """One denies and the other affirms: who denies something answers somebody."""
    if {a.stance, b.stance} != _BOTH_SIDES:
        return NOTHING
    return 1.0, lambda: "one denies and the other affirms"


def told_again(a: Assertion, b: Assertion) -> Found:
    """One speaker says both in one report, the shorter one with no word that the longer lacks."""
    again = a.source is not None and (a.report, a.source) == (b.report, b.source)
    if not again or a.statement == b.statement or not nothing_new(a, b)[0]:
        return NOTHING
    return 1.0, lambda: "one speaker says both in one report"


def long_between(a: Assertion, b: Assertion) -> Found:
    """Many days lie between the two reports."""
    days = days_between(a, b)
    return (min(1.0, days / _LONG), lambda: f"{days} days lie between them") if days else NOTHING


def same_story(a: Assertion, b: Assertion) -> Found:
    """The two reports are about the same as a whole, beside these words, or are one report."""
    if a.report == b.report:
        return 1.0, untold
    both = _story(a, b)
    if not both:
        return NOTHING
    told = a.story | b.story
    return min(1.0, len(both) / _SAME_STORY), lambda: f"both reports are about {_named(both, told)}"


def other_story(a: Assertion, b: Assertion) -> Found:
    """The two reports have nothing else in common as a whole: the fewer words shared, the worse."""
    if a.report == b.report or _story(a, b):
        return NOTHING
    return 1.0 - much_in_common(a, b)[0], lambda: "the reports are about different things"


def _story(a: Assertion, b: Assertion) -> frozenset[str]:
    """What both reports are about, in small letters, beside what the two assertions share."""
    both = _in_small(a.story) & _in_small(b.story)
    return both - (a.stems & b.stems) if both else both


def _named(stems: Iterable[str], told: frozenset[str]) -> str:
    """Stems as they are told: those of names with capitals."""
    return _listed(name if (name := stem.capitalize()) in told else stem for stem in stems)


@lru_cache(maxsize=4_096)
def _in_small(stems: frozenset[str]) -> frozenset[str]:
    return frozenset(stem.lower() for stem in stems)


WORDS = Table(
    -11.7,
    Row("told_again", 2.0, told_again),
    Row("few_other_words", 5.0, few_other_words),
    Row("same_numbers", 2.0, same_numbers),
    Row("long_between", -2.0, long_between),
    Row("same_toll", 2.0, same_toll),
    Row("answers", 1.5, answers),
    Row("same_time", 1.0, same_time),
    Row("same_names", 1.0, same_names),
    Row("nothing_new", 1.0, nothing_new),
    Row("other_names", -4.0, other_names),
    Row("much_in_common", 2.5, much_in_common),
    Row("shared_words", 6.0, shared_words),
    Row("same_story", 1.5, same_story),
    Row("number_of_one", -0.5, number_of_one),
    Row("other_story", -5.0, other_story),
    Row("negated_in_one", -0.5, negated_in_one),
)
"""The features of two assertions that are compared by their words.

In the order in which most pairs are settled after the fewest rows.
"""

FIGURES = Table(
    -1.0,
    Row("same_figure", 2.0, same_figure),
    Row("same_story", 2.0, same_story),
    Row("other_names", -3.0, other_names),
    Row("same_time", 0.5, same_time),
    Row("long_between", -2.0, long_between),
)
"""The features of two clauses that give the same figure of the killed, injured … of one story."""

SAYINGS = Table(
    -1.0,
    Row("numbers_not_said", 2.0, numbers_not_said),
    Row("same_story", 2.0, same_story),
    Row("long_between", -2.0, long_between),
)
"""The features of a number, and the denial of its speaker that he ever gave it."""

CAUSES = Table(
    -1.5,
    Row("same_mishap", 2.0, same_mishap),
    Row("same_story", 2.0, same_story),
    Row("other_names", -3.0, other_names),
    Row("same_time", 0.5, same_time),
    Row("long_between", -2.0, long_between),
)
"""The features of two clauses on one accident as the cause of what one story tells."""

BEING = Table(
    -1.5,
    Row("same_thing", 2.0, same_thing),
    Row("same_story", 2.0, same_story),
    Row("long_between", -2.0, long_between),
)
"""The features of two clauses of which each says that one thing was there, or was not."""

MOMENTS = Table(
    -1.5,
    Row("same_clock", 2.0, same_clock),
    Row("same_story", 2.0, same_story),
    Row("other_names", -3.0, other_names),
    Row("same_time", 0.5, same_time),
    Row("long_between", -2.0, long_between),
)
"""The features of two clauses that give the same time of day for one event."""

NOT_THIS = Table(
    -1.5,
    Row("same_not_this", 2.0, same_not_this),
    Row("same_story", 2.0, same_story),
    Row("long_between", -2.0, long_between),
)
"""The features of two clauses that have one speaker say what something was not."""

PRESENCE = Table(3.0, Row("long_between", -4.0, long_between))
"""The features of two presences of one party at one place."""


def days_between(a: Assertion, b: Assertion) -> int:
    """How many days lie between the two reports, 0 where one is not dated."""
    if a.published is None or b.published is None:
        return 0
    return abs((date.fromisoformat(a.published) - date.fromisoformat(b.published)).days)


def meet(one: Stretch, other: Stretch) -> bool:
    """Whether two times have a day in common."""
    return one.first <= other.last and other.first <= one.last


def _wording(one: Assertion) -> Wording:
    assert one.wording is not None
    return one.wording


def _listed(words: Iterable[str]) -> str:
    return ", ".join(sorted(words)[:_SHOWN])

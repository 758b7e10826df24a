"""The signs in how two events are told: by which reports, when, in which words."""

from __future__ import annotations

from functools import lru_cache

from sayso.links.assertions.assertion import Assertion
from sayso.links.happenings.event_signs import (
    actors_alike,
    count_shared,
    place_shared,
    recipients_alike,
    same_actor,
    same_recipient,
    same_word,
    time_shared,
)
from sayso.links.happenings.kinds import trigger_stems
from sayso.links.happenings.likeness import Stems, likeness, names_in, rarest
from sayso.links.happenings.sign import LIKE, in_days, quoted, told
from sayso.links.happenings.where_and_when import days_apart
from sayso.links.matching import NOTHING, Found, untold

_SOON, _LATE = 3, 30
"""Reports up to so many days apart are near, and from so many on as far apart as any."""
_ONE_STORY = 0.3
"""From this likeness on, two reports are of one story as surely as may be."""
_FEW, _HALF = 0.2, 0.5
"""Likenesses from which on a sentence, or who takes part, is taken to be told alike."""
_TOLD = 3
"""So many words that both share are given."""


def near_in_print(a: Assertion, b: Assertion) -> Found:
    """The reports were published within three days of each other."""
    if a.report == b.report or a.published is None or b.published is None:
        return NOTHING
    days = days_apart(a.published, b.published)
    if days > _SOON:
        return NOTHING
    return 1.0, lambda: f"published {f'{in_days(days)} apart' if days else 'on one day'}"


def far_in_print(a: Assertion, b: Assertion) -> Found:
    """The reports were published days apart, to the full weight from a month on."""
    if a.published is None or b.published is None:
        return NOTHING
    days = days_apart(a.published, b.published)
    if days <= _SOON:
        return NOTHING
    return min(1.0, days / _LATE), lambda: f"published {in_days(days)} apart"


def like_words(a: Assertion, b: Assertion) -> Found:
    """The sentences share words besides the one that tells it, the rare ones counting more."""
    return _in_common(_words_beside(a), _words_beside(b), "the sentences")


def story_alone(a: Assertion, b: Assertion) -> Found:
    """Nothing of the event itself is shared: no party, place, time or number, and few words."""
    if a.report == b.report or likeness(_words_beside(a), _words_beside(b)) >= _FEW:
        return NOTHING
    if any(own(a, b)[0] for own in (same_actor, same_recipient, place_shared, count_shared)):
        return NOTHING
    near = max(time_shared(a, b)[0], actors_alike(a, b)[0], recipients_alike(a, b)[0])
    return (1.0, lambda: "little but the story is shared") if near < _HALF else NOTHING


def like_story(a: Assertion, b: Assertion) -> Found:
    """The reports as a whole are about the same: they share the words that each tells most."""
    if a.report == b.report:
        return NOTHING
    value, shared = _in_common(a.story, b.story, "the reports")
    return min(1.0, value / _ONE_STORY), shared


def other_names(a: Assertion, b: Assertion) -> Found:
    """The reports as a whole name others: none of the names that each tells most is shared."""
    one, other = names_in(a.story), names_in(b.story)
    if not (one and other) or one & other:
        return NOTHING
    return 1.0, lambda: "one report is about {}, the other about {}".format(
        *sorted((rarest(one, 1)[0], rarest(other, 1)[0]))
    )


def same_report(a: Assertion, b: Assertion) -> Found:
    """One report tells both."""
    return (1.0, lambda: "one report tells both") if a.report == b.report else NOTHING


def retold(a: Assertion, b: Assertion) -> Found:
    """One report tells both with one word, and so most likely comes back to it."""
    return (1.0, untold) if a.report == b.report and same_word(a, b)[0] else NOTHING


def same_sentence(a: Assertion, b: Assertion) -> Found:
    """One sentence tells both, and so has two things to tell."""
    if a.report != b.report or a.spans != b.spans:
        return NOTHING
    return 1.0, lambda: "one sentence tells both"


def _words_beside(one: Assertion) -> Stems:
    return _less(one.stems, told(one).trigger.text.casefold())


@lru_cache(maxsize=16_384)
def _less(stems: Stems, trigger: str) -> Stems:
    return stems - trigger_stems(trigger)


def _in_common(one: frozenset[str], other: frozenset[str], what: str) -> Found:
    value = likeness(one, other)
    if value <= LIKE:
        return value, untold
    return value, lambda: f"{what} share {quoted(rarest(one & other, _TOLD))}"

"""Where and when an event happened, by the words nearest to the one that tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from sayso.events.arguments.arguments import Argument
from sayso.events.arguments.roles import Role
from sayso.model import EventPlace, EventTime, EventType, Place, Time, TimePrecision
from sayso.statements import Account
from sayso.statements.actors.words import word_set

_Named = TypeVar("_Named", Place, Time)

_Telling = Callable[[int], Iterator[tuple[int, _Named]]]
"""Of a word: what is told of it, each with the word that names it."""

_LOCATIVE = word_set(
    "across along around at behind below beneath beside between beyond by in inside into near "
    "off on outside over through throughout to toward towards under within"
)
_PARTIES = frozenset((Role.ARG0, Role.ARG1))
_LINKS = word_set("advmod agent amod appos compound conj nmod npadvmod nummod pcomp pobj poss prep")
"""Labels on the way from a word down to a place or time that is said of it, not of another deed."""
_CLAUSES = word_set("acl relcl")
"""Labels of clauses that tell more of a noun: "the battle fought in 629"."""
_UPWARD = word_set("advcl attr ccomp conj dobj nsubj nsubjpass pcomp xcomp")
"""Labels of words that share the time and place of the word above them."""
_PARTS_OF = word_set("at by during in on through with")
"""Prepositions behind which stands what is part of the deed: "killed in a raid"."""
_SPOKEN = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
"""Types of events that are words or votes: they happen wherever somebody speaks."""

_UNDATED = frozenset((TimePrecision.DURATION, TimePrecision.SET, TimePrecision.VAGUE))
"""Times that tell no day, whenever the report was published."""


class Setting:
    """The places and times of a report, to be asked which of them an event has."""

    def __init__(self, account: Account) -> None:
        self._account, self._doc = account, account.doc
        self._places = _by_token(account, account.places)
        self._times = _by_token(account, filter(self._dates, account.times))
        self._lengths = _by_token(
            account, (time for time in account.times if time.value and time.value[0] == "P")
        )
        self._dateline = next((p for p in account.places if _opens(account, p)), None)

    def place(
        self, trigger: int, arguments: Sequence[Argument], code: EventType
    ) -> EventPlace | None:
        """The place that its arguments tell, or a word above it, else that of the dateline.

        What only is said ("accused", "agreed") has a place only where its own words tell one.
        """
        found = _told(arguments, Role.LOC, self._places)
        if found is None and code not in _SPOKEN:
            found = (
                self._struck(arguments)
                or self._above(trigger, self._located)
                or self._at_parties(arguments)
                or self._dateline
            )
        return _event_place(found) if found is not None else None

    def time(self, trigger: int, arguments: Sequence[Argument]) -> EventTime | None:
        """The time that its arguments tell, or a word above it on the same statement's word.

        Where nothing tells when, its own length counts: "has denied it for a week".
        """
        found = _told(arguments, Role.TMP, self._times)
        found = found or self._above(trigger, self._dated)
        found = found or _told(arguments, Role.TMP, self._lengths)
        if found is None:
            return None
        return EventTime(span=found.span, value=found.value, precision=found.precision)

    def _dates(self, time: Time) -> bool:
        """Whether a time tells when something was; "last month" does in an undated report too."""
        if time.value is None:
            return self._account.report.published is None and time.precision not in _UNDATED
        return time.value[0] not in "PR"

    def _struck(self, arguments: Iterable[Argument]) -> Place | None:
        """The place that the deed is done to: "attacks on Israel"."""
        heads = (one.head for one in arguments if one.preposition in _LOCATIVE)
        return next((self._places[head] for head in heads if head in self._places), None)

    def _at_parties(self, arguments: Iterable[Argument]) -> Place | None:
        """The place where somebody is who takes part: "police in Nairobi"."""
        parties = (one.head for one in arguments if one.role in _PARTIES)
        places = (place for head in parties for _, place in self._located(head))
        return next(places, None)

    def _above(self, trigger: int, told_of: _Telling[_Named]) -> _Named | None:
        """What is told of `trigger`, else of the nearest word above it in the same statement."""
        for token in self._shared(trigger):
            nearest = min(told_of(token), key=lambda pair: abs(pair[0] - trigger), default=None)
            if nearest is not None:
                return nearest[1]
        return None

    def _shared(self, trigger: int) -> Iterator[int]:
        """`trigger` and the words above it whose time and place it has, in the same statement."""
        doc, statement = self._doc, self._account.statement_at(trigger)
        token = trigger
        while self._account.statement_at(token) is statement:
            yield token
            above = doc.heads[token]
            if doc.deps[token] == "pobj" and doc.lowers[above] in _PARTS_OF:
                token, above = above, doc.heads[above]
            elif doc.deps[token] not in _UPWARD:
                return
            if above == token:
                return
            token = above

    def _located(self, token: int) -> Iterator[tuple[int, Place]]:
        """The places that stand beside `token` as where it happens."""
        for below in self._said_of(token):
            if below in self._places and self._is_where(below):
                yield below, self._places[below]

    def _is_where(self, token: int) -> bool:
        """Whether the place at `token` follows a preposition of place, or modifies a noun."""
        head = self._doc.heads[token]
        if self._doc.deps[token] == "pobj":
            return self._doc.lowers[head] in _LOCATIVE
        return self._doc.deps[token] in ("appos", "compound", "nmod", "conj")

    def _dated(self, token: int) -> Iterator[tuple[int, Time]]:
        """The times that stand beside `token`."""
        return (
            (below, self._times[below]) for below in self._said_of(token) if below in self._times
        )

    def _said_of(self, token: int) -> Iterator[int]:
        """The words below `token` that no other clause stands between."""
        clauses = self._doc.children_with(token, *_CLAUSES)
        near = (child for word in (token, *clauses) for child in self._doc.children[word])
        waiting = [child for child in near if self._doc.deps[child] in _LINKS]
        while waiting:
            below = waiting.pop()
            yield below
            waiting += [c for c in self._doc.children[below] if self._doc.deps[c] in _LINKS]


def _told(arguments: Iterable[Argument], role: Role, named: Mapping[int, _Named]) -> _Named | None:
    """The first place or time in an argument of this role."""
    runs = (one.run for one in arguments if one.role is role)
    return next((named[token] for run in runs for token in run if token in named), None)


def _by_token(account: Account, named: Iterable[_Named]) -> dict[int, _Named]:
    """Each of `named` by every word that it has."""
    return {token: one for one in named for token in account.run_of(one.span.start, one.span.end)}


def _opens(account: Account, place: Place) -> bool:
    """Whether `place` stands in a dateline, whose words belong to no paragraph."""
    run = account.run_of(place.span.start, place.span.end)
    return not any(token in paragraph for token in run for paragraph in account.doc.paragraphs)


def _event_place(place: Place) -> EventPlace:
    return EventPlace(
        span=place.span,
        name=place.name,
        geonameid=place.geonameid,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        precision=place.precision,
    )

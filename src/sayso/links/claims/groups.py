"""A group: the assertions that are one claim, and what each source says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.words import has_verb
from sayso.links.claims.terms import terms_of
from sayso.model import About, Member, Passage, Span, Stance

_RELATIVE = re.compile(r"\b(?:which|who|whom|whose)\b", re.IGNORECASE)
_FEWEST_TERMS = 3
_OPPOSITE = {Stance.AFFIRMS: Stance.DENIES, Stance.DENIES: Stance.AFFIRMS}


@dataclass(frozen=True, slots=True)
class Stand:
    """An assertion in a group, and its source's stance to the group's gist."""

    assertion: Assertion
    stance: Stance


@dataclass(frozen=True, slots=True)
class Group:
    """Assertions that are one claim, in the order of their ids.

    `gist` is the assertion that puts it most plainly, `words` those of its words that stand
    together.
    """

    about: About
    gist: Assertion
    words: Span
    stands: tuple[Stand, ...]

    @property
    def gist_at(self) -> Passage:
        """Where the words of the gist stand."""
        return Passage.of(self.gist.report, self.words)

    @property
    def members(self) -> tuple[Member, ...]:
        """The statements of the group, each once: with the stance that it takes most plainly."""
        by_statement: dict[str, list[Stand]] = {}
        for stand in self.stands:
            by_statement.setdefault(stand.assertion.statement, []).append(stand)
        return tuple(
            _member(statement, by_statement[statement]) for statement in sorted(by_statement)
        )


def group_of(assertions: Sequence[Assertion]) -> Group:
    """The group of `assertions` (at least one), which are one claim."""
    return group_around(min(assertions, key=_plainness), assertions)


def group_around(gist: Assertion, assertions: Iterable[Assertion]) -> Group:
    """The group of `assertions`, of which `gist` puts it most plainly."""
    stands = (Stand(one, _to(one.stance, gist)) for one in assertions)
    words = max(gist.spans, key=lambda span: (len(span.text), -span.start))
    ordered = tuple(sorted(stands, key=lambda stand: stand.assertion.id))
    return Group(gist.about, gist, words, ordered)


def _plainness(one: Assertion) -> tuple[bool | int | str, ...]:
    """Less is plainer.

    Best is held to be so or not, a clause, positive, affirmed, in one piece, of some content and
    short.
    """
    text = " ".join(span.text for span in one.spans)
    return (
        one.stance not in (Stance.AFFIRMS, Stance.DENIES),
        not has_verb(text),
        one.negative,
        one.stance is not Stance.AFFIRMS,
        len(one.spans) > 1,
        _RELATIVE.search(text) is not None,
        len(terms_of(one).words) < _FEWEST_TERMS,
        len(text),
        one.id,
    )


def _to(stance: Stance, gist: Assertion) -> Stance:
    """A stance to the positive proposition, as one to the gist, which may be its negation."""
    return _OPPOSITE.get(stance, stance) if gist.negative else stance


def _member(statement: str, stands: Sequence[Stand]) -> Member:
    stances = {stand.stance for stand in stands}
    stance = next(stance for stance in _PLAINEST if stance in stances)
    spans = {span for stand in stands if stand.stance is stance for span in stand.assertion.spans}
    return Member(statement=statement, stance=stance, spans=tuple(sorted(spans)))


_PLAINEST = (Stance.DENIES, Stance.AFFIRMS, Stance.UNCERTAIN, Stance.NONE)
"""Which stance stands for a statement that takes several: who denies at all denies."""

"""From an event up to the top of what somebody says: what each word on the way makes of it."""

from __future__ import annotations

from typing import Final

from sayso.model import Status
from sayso.statements.account import Account
from sayso.statements.status.ages import Ages
from sayso.statements.status.clauses import has_modal, is_negated, own_status
from sayso.statements.status.governors import Effect, effect_of
from sayso.statements.status.links import ASIDE, Link, Tie, is_any, is_definite, link_of
from sayso.statements.status.stances import Word, is_saying

_HIGHEST: Final = 16
"""Words further up than this do not count."""
_PASSED_ON: Final = (Status.FUTURE, Status.HYPOTHETICAL, Status.HISTORICAL)
"""What an open tie passes on."""
_INFINITIVE: Final = Effect(Status.HYPOTHETICAL, Status.NEGATED)
"""The effect on an infinitive of a word that the table does not have: "available to"."""
_TOPIC: Final = ("about", "against", "on", "over")
"""Prepositions of what is only spoken of: "appealed against the verdict"."""


class Projection:
    """What is told of events on one word."""

    def __init__(self, account: Account, ages: Ages, word: Word) -> None:
        """Only what stands in the content of `word`, and its own act and stance, counts."""
        self._doc, self._ages, self._word = account.doc, ages, word
        self._shifted = word.is_shifted()

    def status(self, token: int, height: int = 0) -> Status:
        """The status of `token`; `height` counts the words passed on the way up to it."""
        own = self._own(token)
        if height > _HIGHEST:
            return own
        link = link_of(self._doc, token)
        if own is Status.NEGATED and self._negates_its_verb(token, link):
            return own
        return put_under(self._above(token, link, height), own)

    def _own(self, token: int) -> Status:
        own = own_status(self._doc, token, shifted=self._shifted)
        if own not in (Status.REPORTED, Status.ONGOING):
            return own
        if self._ages.is_long_over(token):
            return Status.HISTORICAL
        return Status.FUTURE if self._ages.is_to_come(token) else own

    def _negates_its_verb(self, noun: int, link: Link | None) -> bool:
        """Whether the "no" of `noun` is also the negation of its verb: "no attack was foreseen"."""
        argument = link is not None and link.how in ("noun", "subject")
        return argument and is_negated(self._doc, self._doc.heads[noun])

    def _above(self, token: int, link: Link | None, height: int) -> Status:
        if link is None:
            return self._word.status(token)
        if link.alone:
            return link.alone
        effect, governor = self._effect(link)
        if effect is not None and self._is_taken_for_granted(token, effect):
            return Status.REPORTED
        if not self._word.tells(governor):
            return self._under_cue(token, link, effect, governor)
        if effect is not None:
            return through(effect, self.status(governor, height + 1))
        return self._by_tie(token, link, height)

    def _effect(self, link: Link) -> tuple[Effect | None, int]:
        """The effect of the first governor that the table knows, else of any on an infinitive."""
        for governor in link.governors:
            effect = effect_of(self._doc, governor, link.how)
            if effect is not None:
                return effect, governor
        open_ = link.how == "infinitive" and link.tie is Tie.NONE
        return _INFINITIVE if open_ else None, link.governors[-1]

    def _is_taken_for_granted(self, token: int, effect: Effect) -> bool:
        rejected = effect.affirmed is Status.NEGATED and is_saying(self._doc, token)
        return effect.takes_for_granted or rejected

    def _under_cue(self, token: int, link: Link, effect: Effect | None, cue: int) -> Status:
        """What becomes of what hangs from the cue, of which only negation and date count."""
        if link.how == ASIDE or (link.how in _TOPIC and is_definite(self._doc, token)):
            return Status.REPORTED
        told = Status.HISTORICAL if self._ages.is_dated_long_over(cue) else Status.REPORTED
        if effect is None:
            return put_under(told, self._word.status(token))
        carriers = (cue, self._doc.heads[cue]) if self._doc.tags[cue].startswith("J") else (cue,)
        if any(is_negated(self._doc, one) for one in carriers):
            return through(effect, Status.NEGATED)
        return through(effect, Status.HYPOTHETICAL if is_any(self._doc, cue) else told)

    def _by_tie(self, token: int, link: Link, height: int) -> Status:
        if link.tie is Tie.NONE:
            return Status.REPORTED
        governor = link.governors[-1]
        above = self.status(governor, height + 1)
        if above is Status.NEGATED:
            return self._under_negation(token, link.tie, governor)
        passes = link.tie is Tie.WHOLE or (link.tie is Tie.OPEN and above in _PASSED_ON)
        return above if passes or above is Status.HISTORICAL else Status.REPORTED

    def _under_negation(self, token: int, tie: Tie, governor: int) -> Status:
        if tie is Tie.OPEN and has_modal(self._doc, governor):
            return Status.HYPOTHETICAL  # "would not leave until they paid"
        if tie is not Tie.WHOLE or is_saying(self._doc, token):
            return Status.REPORTED
        noun = self._doc.tags[token].startswith("NN")  # who repelled no attack may have seen one
        return Status.HYPOTHETICAL if noun else Status.NEGATED


def through(effect: Effect, governor: Status) -> Status:
    """What becomes of an event under a word with this `effect` that is itself `governor`."""
    if governor is Status.NEGATED:
        return effect.negated or governor
    return put_under(governor, effect.affirmed or Status.REPORTED)


def put_under(above: Status, own: Status) -> Status:
    """What becomes of an event that is `own` by itself under something that is `above`.

    Twice negated is reported; what was to come long ago is open.
    """
    if own is Status.REPORTED or own is above is Status.FUTURE:
        return above
    if above is Status.REPORTED:
        return own
    if above is Status.NEGATED:
        return Status.REPORTED if own is Status.NEGATED else Status.NEGATED
    if above is Status.HYPOTHETICAL or (above is Status.HISTORICAL and own is Status.FUTURE):
        return Status.HYPOTHETICAL
    return own

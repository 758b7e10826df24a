"""What a statement makes of what it tells: who denies, demands or promises does not report."""

from __future__ import annotations

from typing import Final

from sayso.model import Act, Polarity, Quote, Stance, Statement, Status
from sayso.reader import Document
from sayso.statements.account import Account

_OF_ACTS: Final = {
    Act.ASK: Status.HYPOTHETICAL,
    Act.DECLINE: Status.HYPOTHETICAL,
    Act.DEMAND: Status.HYPOTHETICAL,
    Act.DOUBT: Status.HYPOTHETICAL,
    Act.PROMISE: Status.FUTURE,
    Act.THREATEN: Status.FUTURE,
}
_FINITE: Final = ("VBD", "VBP", "VBZ")
_PAST: Final = ("VBD", "VBN")
_SAYINGS: Final = frozenset(
    "accusation account allegation appeal assertion call charge claim criticism demand offer "
    "order plan promise proposal report request rumor rumour speculation story suggestion threat "
    "version warning".split()
)
"""What there was, even if it was rejected: "denied the allegations"."""


class Word:
    """One statement as the word that events are told on; None is what nobody says."""

    def __init__(self, account: Account, statement: Statement | None) -> None:
        """The word that `statement` gives."""
        self._account, self._doc, self._statement = account, account.doc, statement

    def tells(self, token: int) -> bool:
        """Whether `token` stands in the content."""
        return self._statement is None or any(
            span.start <= self._doc.starts[token] < span.end for span in self._statement.content
        )

    def is_shifted(self) -> bool:
        """Whether the content is indirect speech, told in the past: "said they would fire"."""
        one = self._statement
        if one is None or one.cue is None or one.quote is Quote.DIRECT:
            return False
        cue = (self._account.run_of(span.start, span.end) for span in one.cue.spans)
        return any(self._doc.tags[token] in _PAST for run in cue for token in run)

    def status(self, token: int) -> Status:
        """What becomes of `token` as what is affirmed, denied, asked for and so on as a whole."""
        one = self._statement
        if one is None:
            return Status.REPORTED
        if one.stance is Stance.DENIES:
            return self._denied(one, token)
        if one.stance is Stance.UNCERTAIN:
            return Status.HYPOTHETICAL
        status = _OF_ACTS.get(one.act, Status.REPORTED)
        finished = status is Status.FUTURE and self._doc.tags[token] in _FINITE
        return Status.REPORTED if finished else status

    def _denied(self, one: Statement, token: int) -> Status:
        if one.act is Act.BELIEVE:
            return Status.HYPOTHETICAL  # who opposes or rules out does not say what is
        in_own_words = one.quote is Quote.DIRECT and one.polarity is Polarity.NEGATIVE
        kept = in_own_words or is_saying(self._doc, token)
        return Status.REPORTED if kept else Status.NEGATED


def is_saying(doc: Document, noun: int) -> bool:
    """Whether `noun` is itself a saying: who rejects a demand says that there was one."""
    return doc.tags[noun].startswith("NN") and doc.lemmas[noun] in _SAYINGS

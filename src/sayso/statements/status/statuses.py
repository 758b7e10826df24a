"""The status of an event or a relation on the word of the statement that tells it."""

from __future__ import annotations

from sayso.model import Status
from sayso.statements.account import Account
from sayso.statements.status.ages import Ages
from sayso.statements.status.projection import Projection
from sayso.statements.status.stances import Word


class Statuses:
    """How the events and ties that one report tells of stand, each on the word that tells it."""

    def __init__(self, account: Account) -> None:
        """What is read of a sentence's dates is kept for the next event in it."""
        self._account, self._ages = account, Ages(account)

    def of(self, token: int) -> Status:
        """The status of what `token`, a verb, noun or adjective, tells of.

        It is told on the word of the innermost statement; those further out change nothing.
        """
        word = Word(self._account, self._account.statement_at(token))
        return Projection(self._account, self._ages, word).status(token)


def status_of(account: Account, token: int) -> Status:
    """The status of what `token` tells of; to ask for many, keep one `Statuses`."""
    return Statuses(account).of(token)

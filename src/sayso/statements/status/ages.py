"""Whether what is told of is long over, or still to come, by the dates beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from sayso.statements.account import Account
from sayso.statements.status.dates import Dates, dates_in
from sayso.statements.status.links import first_joined, is_definite

_PAST: Final = ("VBD", "VBN")
_WARS: Final = frozenset(
    "battle conflict coup crusade genocide invasion massacre rebellion revolt revolution riot "
    "siege uprising war".split()
)
"""Events that a report may tell more of, once it has dated them."""
_SENTENCES_BACK: Final = 2
"""So far back a war is looked for that is only called "the war"."""


class Ages:
    """How long ago the events of a report happened."""

    def __init__(self, account: Account) -> None:
        """Dates are read sentence by sentence, when one is asked for."""
        self._account, self._doc = account, account.doc
        self._read: dict[int, Dates] = {}

    def is_dated_long_over(self, token: int) -> bool:
        """Whether a date of long ago stands with `token` itself."""
        return self._dates(token).is_long_over(token)

    def is_long_over(self, token: int) -> bool:
        """Whether `token` tells of something long over, by its date or that of what it is part of.

        "The war of 1967 killed many": so did the war, and what else the past tense tells of it.
        """
        if self._dates(token).has(token):
            return self.is_dated_long_over(token)
        if self._doc.tags[token].startswith("NN"):
            return self._is_of_old(token)
        if self._doc.tags[token] not in _PAST:
            return False
        first = first_joined(self._doc, token)
        if first != token and self.is_long_over(first):
            return True
        return any(self._is_war(noun) and self._is_of_old(noun) for noun in self._nouns(token))

    def is_to_come(self, token: int) -> bool:
        """Whether `token` is dated after the report, and is not told in the past tense."""
        return self._doc.tags[token] not in _PAST and self._dates(token).is_to_come(token)

    def _dates(self, token: int) -> Dates:
        number = self._doc.sentence_of[token]
        if number not in self._read:
            self._read[number] = dates_in(self._account, self._doc.sentences[number])
        return self._read[number]

    def _nouns(self, verb: int) -> Iterator[int]:
        """The subject of `verb`, and the nouns behind its prepositions."""
        yield from self._doc.children_with(verb, "nsubj", "nsubjpass")
        for preposition in self._doc.children_with(verb, "prep"):
            yield from self._doc.children_with(preposition, "pobj")

    def _is_of_old(self, noun: int) -> bool:
        """Whether a noun is dated, by its clause ("the battle fought in 629") or further up."""
        clauses = self._doc.children_with(noun, "acl", "relcl")
        dated = any(map(self.is_dated_long_over, (noun, *clauses)))
        known = self._is_war(noun) and is_definite(self._doc, noun)
        return dated or (known and self._was_told_of(noun))

    def _is_war(self, noun: int) -> bool:
        return self._doc.lemmas[noun] in _WARS

    def _was_told_of(self, war: int) -> bool:
        """Whether a war of that name was dated long ago in the sentences before."""
        number = self._doc.sentence_of[war]
        before = self._doc.sentences[max(number - _SENTENCES_BACK, 0) : number]
        named = (t for run in before for t in run if self._doc.lemmas[t] == self._doc.lemmas[war])
        around = ((t, self._doc.heads[t], *self._doc.children[t]) for t in named)
        return any(any(map(self.is_dated_long_over, words)) for words in around)

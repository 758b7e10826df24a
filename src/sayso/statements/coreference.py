"""Coreference within a report: every phrase with the party that it speaks of."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.reader import Document
from sayso.statements import grammar
from sayso.statements.actor_words import ARTEFACTS
from sayso.statements.attributions import Attribution
from sayso.statements.cast import Cast, Party
from sayso.statements.phrases import Form, Phrase, coordinated, phrases
from sayso.statements.pronouns import Earlier, Place, antecedent
from sayso.statements.quotations import Quotations

_RECENT = 60
"""How many phrases back a pronoun may look."""
_RELATIVE_GAP = 3
"""How many tokens may stand between a noun and the "which" of its "according to which"."""
_LONGEST_CLIMB = 6


class Coreference:
    """Reads a report from its first phrase to its last; afterwards `party` may be asked."""

    def __init__(self, doc: Document, found: Sequence[Attribution]) -> None:
        self._doc = doc
        self._quoted = Quotations(doc)
        self._sources = {one.source_head for one in found if one.source_head is not None}
        self._speaking = _innermost(found)
        self._cast = Cast(doc)
        self._recent: deque[Earlier] = deque(maxlen=_RECENT)
        self._parties: dict[int, Party | None] = {}
        self._phrases = phrases(doc, self._sources)
        self._at = {
            token: phrase for phrase in self._phrases for token in (*phrase.also, phrase.head)
        }
        for phrase in self._phrases:
            self._resolve(phrase)
        for phrase in self._phrases:
            if phrase.noun == "first":
                self._take_first_person(phrase)

    def phrase(self, head: int) -> Phrase:
        """The phrase that the token `head` heads, itself or by apposition."""
        return self._at[head]

    def party(self, head: int) -> Party | None:
        """The party that the phrase at `head` speaks of, None if that cannot be told."""
        return self._parties[self._at[head].head]

    def speaker(self, token: int) -> Party | None:
        """The party in whose words `token` stands, if any and if known by now."""
        one = self._speaking.get(token)
        if one is None or one.source_head is None:
            return None
        return self._parties.get(self._at[one.source_head].head)

    def _resolve(self, phrase: Phrase) -> Party | None:
        if phrase.head in self._parties:
            return self._parties[phrase.head]
        self._parties[phrase.head] = None
        party = self._referent(phrase)
        self._parties[phrase.head] = party
        if party is not None:
            speaks = phrase.head in self._sources
            self._recent.append(Earlier(phrase, party, speaks))
        if phrase.form is not Form.PRONOUN and not phrase.inner:
            self._note_several(phrase)
        return party

    def _referent(self, phrase: Phrase) -> Party | None:
        if phrase.form is not Form.PRONOUN:
            party = self._owner(phrase) or self._cast.place(phrase)
        elif phrase.noun == "relative":
            party = self._relative(phrase)
        elif phrase.noun == "first":
            party = None
        else:
            party = antecedent(self._doc, phrase, self._place(phrase), reversed(self._recent))
        if party is not None and phrase not in party.phrases:
            self._cast.add(party, phrase)
        return party

    def _place(self, phrase: Phrase) -> Place:
        return Place(
            speaks=phrase.head in self._sources,
            speaker=self.speaker(phrase.head),
            quoted=self._quoted.around(phrase.head) is not None,
        )

    def _note_several(self, phrase: Phrase) -> None:
        """Let "they" find "A and B" as a party of its own."""
        heads = coordinated(self._doc, phrase.head)
        if len(heads) > 1:
            pair = Party(several=True)
            pair.take(replace(phrase, form=Form.SEVERAL, plural=True, calls=(), gender=""))
            self._recent.append(Earlier(pair.phrases[0], pair, phrase.head in self._sources))

    # --- documents, relative pronouns, the first person ---

    def _owner(self, phrase: Phrase) -> Party | None:
        """Whose document it is: "a report in the newspaper", "its statement"."""
        if phrase.noun not in ARTEFACTS or phrase.form is Form.NAME:
            return None
        for token in self._owner_heads(phrase.head):
            owner = self._at.get(token)
            if owner is not None and owner is not phrase:
                party = self._resolve(owner)
                if party is not None and (party.kind is not None or party.names):
                    return party
        return None

    def _owner_heads(self, noun: int) -> Iterator[int]:
        """Those who may have made a document, the likeliest first."""
        doc = self._doc
        yield from doc.children_with(noun, "poss", "compound", "nmod")
        for preposition in doc.children_with(noun, "prep", "agent"):
            if doc.lowers[preposition] in ("by", "from", "in", "of"):
                yield from doc.children_with(preposition, "pobj")
        preposition = doc.heads[noun]
        if doc.deps[noun] == "pobj" and doc.lowers[preposition] in ("in", "on", "via"):
            writer = grammar.subject(doc, doc.heads[preposition])
            if writer is not None:
                yield writer

    def _relative(self, phrase: Phrase) -> Party | None:
        doc = self._doc
        token = phrase.head
        for _ in range(_LONGEST_CLIMB):
            if doc.deps[token] in ("relcl", "acl"):
                noun = self._at.get(doc.heads[token])
                return self._parties.get(noun.head) if noun is not None else None
            token = doc.heads[token]
        return self._right_before(phrase.head)

    def _right_before(self, token: int) -> Party | None:
        for one in reversed(self._recent):
            if 0 <= token - one.phrase.run.end <= _RELATIVE_GAP and not one.phrase.inner:
                return one.party
        return None

    def _take_first_person(self, phrase: Phrase) -> None:
        """ "I" and "we" are whoever is credited with the words around them."""
        party = self.speaker(phrase.head)
        self._parties[phrase.head] = party
        if party is not None:
            party.take(phrase)


def _innermost(found: Sequence[Attribution]) -> dict[int, Attribution]:
    """For each token of a content, the attribution whose content is the innermost around it."""
    innermost: dict[int, Attribution] = {}
    for one in sorted(found, key=lambda one: one.depth):
        for run in one.content:
            innermost.update(dict.fromkeys(run, one))
    return innermost

"""Coreference within a report: every phrase with the party that it speaks of."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actors.cast import Cast
from sayso.statements.actors.directory import Directory
from sayso.statements.actors.offices import bodies_of, speaks_for_many
from sayso.statements.actors.party import Party
from sayso.statements.actors.phrase import Form, Phrase, coordinated
from sayso.statements.actors.phrases import phrases
from sayso.statements.actors.pronouns import Earlier, Place, antecedent, subject_above
from sayso.statements.actors.speech import innermost, is_in_the_midst, source_noun
from sayso.statements.actors.words import ARTEFACTS, ONE_OF_SEVERAL, QUANTIFIERS, word_set
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.quotations import Quotations

Choice = Callable[[Document, Phrase, Place, Iterable[Earlier]], Party | None]
"""Whom a pronoun in its place stands for, of the phrases before it, the nearest first."""

_RECENT = 60
"""How many phrases back a pronoun may look."""
_RELATIVE_GAP = 3
"""How many tokens may stand between a noun and the "which" of its "according to which"."""
_MAKING = word_set("air author broadcast file issue post publish release tweet write")
_BODILY = frozenset(ActorKind) - {ActorKind.PERSON, ActorKind.PUBLIC, ActorKind.OTHER}
_LONGEST_CLIMB = 6
_LONGEST_BYLINE = 15


class Coreference:
    """Reads a report from its first phrase to its last; afterwards `party` may be asked."""

    def __init__(
        self,
        doc: Document,
        found: Sequence[Attribution],
        quoted: Quotations,
        *,
        choose: Choice = antecedent,
        directory: Directory | None = None,
    ) -> None:
        self._doc = doc
        self._choose = choose
        self._quoted = quoted
        self._head_of = {
            one.head: source_noun(doc, one) for one in found if one.source_head is not None
        }
        self._bylines = {token for run in doc.paragraphs if _is_byline(doc, run) for token in run}
        self._speaking = innermost(found)
        self._cast = Cast(doc)
        self._recent: deque[Earlier] = deque(maxlen=_RECENT)
        self._parties: dict[int, Party | None] = {}
        self._together: dict[int, Party] = {}
        """Those whom "and" joins as one party, by the head of the first."""
        self._divided: Party | None = None
        """The group of which a member was told last: "one of them", then "the other"."""
        known = directory or Directory(None, None)
        self._phrases = phrases(doc, self._head_of.values(), known)
        self._runs = {phrase.run for phrase in self._phrases}
        self._at = {token: phrase for phrase in self._phrases for token in phrase.name or ()}
        for phrase in self._phrases:
            self._at.update(dict.fromkeys((*phrase.also, phrase.head), phrase))
        self._own = {
            self._at[self._head_of[one.head]].head: one
            for one in found
            if one.head in self._head_of
        }
        for phrase in self._phrases:
            self._resolve(phrase)
        for phrase in self._phrases:
            if phrase.noun == "first":
                self._take_first_person(phrase)

    def referents(self) -> list[tuple[Phrase, Party | None]]:
        """Every phrase in text order, with its party: None for one that stands for nobody."""
        several = {id(party): party for party in self._together.values()}.values()
        joined = [(p, party) for party in several for p in party.phrases if p.form is Form.SEVERAL]
        single = [(phrase, self._parties.get(phrase.head)) for phrase in self._phrases]
        return sorted([*single, *joined], key=lambda pair: pair[0].run)

    def phrase(self, one: Attribution) -> Phrase | None:
        """The phrase that gives the source of `one`, None when no words do."""
        return self._at[self._head_of[one.head]] if one.head in self._head_of else None

    def party(self, one: Attribution) -> Party | None:
        """The party that is the source of `one`, None if that cannot be told (by now)."""
        phrase = self.phrase(one)
        if phrase is None:
            return None
        together = self._together.get(phrase.head)
        others = coordinated(self._doc, phrase.head)[1:]
        if together is not None and any(head in run for head in others for run in one.source):
            return together
        return self._parties.get(phrase.head)

    def party_at(self, token: int) -> Party | None:
        """The party that the phrase headed by `token`, or with it in its name, stands for."""
        phrase = self._at.get(token)
        return self._parties.get(phrase.head) if phrase is not None else None

    def is_named_in(self, party: Party, runs: Iterable[Run]) -> bool:
        """Whether a name of `party`, or of one of its members, stands in `runs`."""
        met = {id(self._at.get(token)): self._at.get(token) for run in runs for token in run}
        return any(
            phrase is not None
            and phrase.name is not None
            and self._parties.get(phrase.head) in (party, *party.members)
            for phrase in met.values()
        )

    def speaking(self, token: int) -> Attribution | None:
        """The innermost attribution in whose content `token` stands; None is the author's word."""
        return self._speaking.get(token)

    def speaker(self, token: int) -> Party | None:
        """The party in whose words `token` stands, if any and if known by now."""
        one = self.speaking(token)
        return self.party(one) if one is not None else None

    def _resolve(self, phrase: Phrase) -> Party | None:
        if phrase.head in self._parties:
            return self._parties[phrase.head]
        self._parties[phrase.head] = None
        party = self._referent(phrase)
        self._parties[phrase.head] = party
        if party is not None and not self._passes_over(phrase):
            self._remember(phrase, party)
        if party is not None and not phrase.inner:
            party.group = party.group or self._group(phrase)
            self._join(phrase)
        return party

    def _referent(self, phrase: Phrase) -> Party | None:
        pronoun = phrase.form is Form.PRONOUN
        party = self._referent_of_pronoun(phrase) if pronoun else self._owner(phrase)
        if party is not None:
            self._cast.add(party, phrase, mention=pronoun or phrase.head in self._own)
        return party if party is not None or pronoun else self._cast.place(phrase)

    def _referent_of_pronoun(self, pronoun: Phrase) -> Party | None:
        if pronoun.noun == "relative":
            return self._relative(pronoun)
        if pronoun.noun in ("first", "second", "empty"):
            return None
        self._read_ahead(pronoun)
        return self._choose(self._doc, pronoun, self._place(pronoun), reversed(self._recent))

    def _read_ahead(self, pronoun: Phrase) -> None:
        """Meet a name that is the subject before its time: "in his letter, Orlen said …"."""
        subject = subject_above(self._doc, pronoun.head)
        if subject is not None and subject > pronoun.head:
            phrase = self._at.get(subject)
            if phrase is not None and phrase.name is not None:
                self._resolve(phrase)

    def _place(self, phrase: Phrase) -> Place:
        own = self._own.get(phrase.head)
        return Place(
            own=own.content if own is not None else (),
            speaker=self.speaker(phrase.head),
            quoted=self._quoted.around(phrase.head) is not None,
            depth=self._depth(phrase.head),
            aside=own is not None and is_in_the_midst(self._doc, own),
        )

    def _join(self, phrase: Phrase) -> None:
        """Make "A and B" one party, for "they" to find and to be a source together."""
        if self._doc.deps[phrase.head] == "conj":
            return
        heads = coordinated(self._doc, phrase.head)
        joined = [self._at[head] for head in heads if head in self._at]
        run = Run(phrase.run.start, joined[-1].run.end)
        if run in self._runs or any(map(_is_further_role, joined[1:])):
            return
        members = [party for one in joined if (party := self._resolve(one)) is not None]
        if len({id(member) for member in members}) > 1:
            party = self._cast.together(phrase, run, members)
            self._together[phrase.head] = party
            self._remember(party.phrases[-1], party)

    def _group(self, phrase: Phrase) -> Party | None:
        """The group of which `phrase` tells a member: "one of them", "another official"."""
        if phrase.form is not Form.INDEFINITE or phrase.plural:
            return None
        if phrase.group in self._at:
            self._divided = self._resolve(self._at[phrase.group])
        elif not self._doc.tags[phrase.head].startswith("N"):
            return self._divided
        elif any(self._doc.lowers[token] in ONE_OF_SEVERAL for token in phrase.run):
            self._divided = self._cast.several_called(phrase)
        else:
            return None
        return self._divided

    def _remember(self, phrase: Phrase, party: Party) -> None:
        """Let later pronouns find `party`."""
        quoted = self._quoted.around(phrase.head) is not None
        speaks, depth = phrase.head in self._own, self._depth(phrase.head)
        self._recent.append(Earlier(phrase, party, speaks, quoted, depth))

    def _depth(self, token: int) -> int:
        one = self._speaking.get(token)
        return one.depth if one is not None else 0

    def _passes_over(self, phrase: Phrase) -> bool:
        """Whether no pronoun takes up `phrase`: "nobody", or who stands in a byline."""
        return phrase.noun in QUANTIFIERS or phrase.head in self._bylines

    # --- documents, relative pronouns, the first person ---

    def _owner(self, phrase: Phrase) -> Party | None:
        """Whose document it is: "a report in the newspaper", "its statement"."""
        if phrase.noun not in ARTEFACTS or phrase.form is Form.NAME:
            return None
        for token in self._owner_heads(phrase.head):
            owner = self._at.get(token)
            if owner is not None and owner.noun not in ARTEFACTS:
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
        above = doc.heads[noun]
        if doc.deps[noun] == "pobj" and doc.lowers[above] in ("in", "on", "via"):
            verbs = list(doc.ancestors(above))
        else:
            verbs = [above] * (doc.deps[noun] == "dobj" and doc.lemmas[above] in _MAKING)
        subjects = (grammar.subject(doc, verb) for verb in verbs)
        yield from (subject for subject in subjects if subject is not None)

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
        """Let "I" and "we" be whoever is credited with the words around them."""
        party = self.speaker(phrase.head)
        if party is not None and speaks_for_many(self._doc, phrase):
            party = self._body_of(party) or party
        self._parties[phrase.head] = party
        if party is not None:
            party.take(phrase)

    def _body_of(self, party: Party) -> Party | None:
        """The body that somebody speaks for, if the report says so."""
        nouns = (noun for phrase in party.phrases for noun in bodies_of(self._doc, phrase))
        told = (self._parties.get(self._at[noun].head) for noun in nouns if noun in self._at)
        return next((body for body in told if body is not None and body.told_kind in _BODILY), None)


def _is_further_role(phrase: Phrase) -> bool:
    """Whether a joined phrase tells of the same person: "the former mayor and party leader"."""
    return phrase.form is Form.BARE and phrase.kind is ActorKind.PERSON


def _is_byline(doc: Document, paragraph: Run) -> bool:
    short = len(paragraph) <= _LONGEST_BYLINE
    return short and doc.lowers[paragraph.start] == "by" and doc.words[paragraph.end - 1] != "."

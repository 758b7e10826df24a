"""Denials that something was said or happened at all, and whose telling of it they deny.

"No such order was given", "denies that the conversation took place", "I never said anything about
a fire", "They lied." So does who rejects the tape that, somebody says, proves it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import islice

from sayso.links.assertions.clauses import Clause, clauses_of, trimmed
from sayso.links.assertions.negation import is_negative
from sayso.links.assertions.nesting import Nesting
from sayso.links.assertions.pointing import REACH, Pointed
from sayso.links.assertions.words import has_verb, number, stem, stems_of, words_of
from sayso.model import Act, Reading, Span, Stance, Statement
from sayso.reader.tables import read_rows

_OPENING = r"[\s\"“'‘]*"
_NO_SUCH = re.compile(
    rf"{_OPENING}(?:there (?:had been|is|was|were) )?no such (?P<noun>\w+)", re.IGNORECASE
)
_TOOK_PLACE = re.compile(
    rf"{_OPENING}(?:that )?(?:any|any such|such an?|that|the|this) (?P<noun>\w+) "
    r"(?:ever )?(?:happened|occurred|(?:had (?:ever )?)?taken place|took place"
    r"|(?:had been|was|were) (?:ever )?(?:given|held|issued|made|sent))\b",
    re.IGNORECASE,
)
_NEVER_SAID = re.compile(
    rf"{_OPENING}(?:(?:and|but) )?(?:I|we) (?:(?:did|have|had)(?: not|n['’]t)|never)"
    r" (?:claim|describe|mention|say|said|tell|told)(?:d|ed)?\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\W*(?:how|if|what|when|where|whether|which|who|why)\b", re.IGNORECASE)
_LIED = re.compile(
    rf"{_OPENING}(?P<who>he|she|they|the [\w ]{{1,30}}?) (?:lied|(?:are|is|was|were) lying)\b",
    re.IGNORECASE,
)
_PROVES = re.compile(
    rf"{_OPENING}(?:(?:that|which),?\s)?(?:\w+ly\s)?"
    r"(?:confirm|demonstrate|document|establish|implicate|prove|show)[sd]?\b",
    re.IGNORECASE,
)
_PROOF = re.compile(
    r"\b(?:document|e-?mail|footage|letter|log|memo|message|note|photo|photograph|picture|recording"
    r"|tape|transcript|video)s?,?\s(?:that|which)\b",
    re.IGNORECASE,
)
_BEHIND = 3
"""So many characters may stand between a noun and what is said of it."""


class Tellings:
    """Which statements of a report somebody in it denies to be true as a whole."""

    def __init__(self, reading: Reading, nesting: Nesting) -> None:
        self._nesting = nesting
        self._by_id = {one.id: one for one in reading.statements}
        self._statements = sorted(
            reading.statements, key=lambda one: (one.content[0].start, one.depth, one.id)
        )
        self._place = {one.id: place for place, one in enumerate(self._statements)}
        self._inner_by: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in self._statements:
            if statement.parent is not None and statement.source.actor is not None:
                self._inner_by[statement.source.actor].append(statement)

    def denied_by(self, statement: Statement) -> Iterator[Pointed]:
        """What `statement` says was not told truly, or never told, clause by clause."""
        if statement.cue is None or statement.stance not in (Stance.AFFIRMS, Stance.DENIES):
            return
        for clause in clauses_of(statement.content):
            target = self._target(statement, clause)
            if target is not None:
                affirmed = statement.stance is Stance.AFFIRMS
                yield Pointed(target, Stance.DENIES, clause, affirmed and is_negative(clause))

    def _target(self, statement: Statement, clause: Clause) -> Statement | None:
        text = clause[0].text
        if statement.stance is Stance.DENIES:
            return self._denied(statement, clause)
        if (denied := _NO_SUCH.match(text)) is not None:
            return self._telling_of(statement, denied["noun"])
        if (never := _NEVER_SAID.match(text)) is not None:
            return self._ascribed(statement, stems_of([_rest(clause[0], never.end())]))
        if statement.act is Act.ADMIT:
            return None  # "he admitted he was lying": of himself
        if (lied := _LIED.match(text)) is not None:
            return self._said_by(statement, lied["who"], clause[0].start)
        return None

    def _denied(self, statement: Statement, clause: Clause) -> Statement | None:
        """What is denied by "that the meeting took place", or with a document that proves it."""
        denied = _TOOK_PLACE.match(clause[0].text)
        if denied is not None:
            return self._telling_of(statement, denied["noun"])
        return self._proof(statement, clause[-1]) if statement.act is Act.DENY else None

    def _telling_of(self, statement: Statement, noun: str) -> Statement | None:
        """The nearest earlier statement that tells of an order, a meeting …: by noun or not."""
        own, beginnings = stem(noun.casefold()), _beginnings().get(noun.casefold(), ())
        for other in self._earlier(statement):
            if self._may_be_denied(other, statement) and any(
                stem(word.lower) == own or word.lower.startswith(beginnings)
                for word in words_of(other.content)
            ):
                return other
        return None

    def _proof(self, statement: Statement, words: Span) -> Statement | None:
        """What somebody says that a document proves: "the tape that, she says, shows it"."""
        proof = _PROOF.search(words.text)
        if proof is None:
            return None
        place, start = self._place[statement.id], words.start + proof.end()
        for other in islice(self._statements, place + 1, place + REACH):
            if other.span.start > words.end + _BEHIND:
                return None
            said = other.depth > 0 and other.stance is Stance.AFFIRMS and other.span.end > start
            if said and _PROVES.match(other.content[-1].text) is not None:
                return other
        return None

    def _ascribed(self, statement: Statement, stems: frozenset[str]) -> Statement | None:
        """The statement that has the same speaker say what `stems` tell."""
        ascribed = self._inner_by.get(statement.source.actor or "", ())
        for other in islice(ascribed, REACH):
            outer = self._by_id[other.parent or ""]
            if self._may_be_denied(outer, statement) and stems and stems <= stems_of(other.content):
                return outer
        return None

    def _said_by(self, statement: Statement, who: str, until: int) -> Statement | None:
        """The nearest earlier statement of "they", within the same words too."""
        for other in self._earlier(statement, within=True):
            said = " ".join(span.text for span in other.source.spans).casefold()
            if said == who.casefold() and other.content[-1].end <= until and other != statement:
                return other if other.stance is Stance.AFFIRMS else None
        return None

    def _earlier(self, statement: Statement, *, within: bool = False) -> Iterator[Statement]:
        last = self._place[statement.id]
        if within:
            last += len(self._nesting.inside(statement))
        places = range(min(last, len(self._statements) - 1), -1, -1)
        return (self._statements[place] for place in islice(places, REACH))

    def _may_be_denied(self, other: Statement, statement: Statement) -> bool:
        same = other.source.actor is not None and other.source.actor == statement.source.actor
        said = other.depth > 0 and other.stance is Stance.AFFIRMS and not same
        apart = not other.span.overlaps(statement.span)
        return said and apart and self._nesting.stands(other)


def not_said_in(clause: Clause) -> Clause:
    """What whoever speaks tells never to have said: "I never said | forty or fifty"."""
    never = _NEVER_SAID.match(clause[0].text)
    if never is None:
        return ()
    words = trimmed((_rest(clause[0], never.end()), *clause[1:]))
    told = any(has_verb(span.text) for span in words) or any(
        number(word.lower) for word in words_of(words)
    )
    return words if told and not _ASKED.match(words[0].text) else ()


def _rest(span: Span, start: int) -> Span:
    return Span(span.start + start, span.end, span.text[start:])


@cache
def _beginnings() -> dict[str, tuple[str, ...]]:
    """The beginnings of words that tell of what a noun is for, by the noun."""
    rows = read_rows(__name__.rpartition(".")[0], "tellings.tsv")
    return {noun: tuple(words.split()) for nouns, words in rows for noun in nouns.split()}

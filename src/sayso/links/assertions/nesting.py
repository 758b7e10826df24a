"""Statements inside statements: which words of a statement are its own, and which stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.links.assertions.attitudes import is_supposed, is_undertaking
from sayso.links.assertions.clauses import (
    Clause,
    after,
    clauses_of,
    is_command,
    is_question,
    until,
    without,
)
from sayso.links.assertions.contraries import tells_a_state, tells_what_it_was
from sayso.links.assertions.mishaps import mishap_in
from sayso.links.assertions.negation import (
    has_negation,
    is_negative,
    says_that_none,
    tells_of_not_saying,
)
from sayso.links.assertions.responsibility import tells_who_did_it
from sayso.links.assertions.truth import said_true, said_untrue
from sayso.links.assertions.words import Word, content_words, has_verb, number
from sayso.model import Act, Polarity, Reading, SourceKind, Span, Stance, Statement
from sayso.model.contents import Contents

SILENT = frozenset((Act.ASK, Act.DEMAND, Act.DECLINE))
"""Acts that say of nothing that it is so."""
TOLD = (
    r"\b(?:accounts?|accusations?|allegations?|assertions?|beliefs?|charges?|claims?|conclusions?"
    r"|denials?|evidence|fears?|findings?|reports?|rumou?rs?|statements?|stor(?:y|ies)"
    r"|suggestions?|suspicions?|words?)\b"
)
"""Nouns for what was said, which it was even if it is not so."""
_TOLD_THAT = re.compile(rf"{TOLD}(?:[^.;]{{0,50}}?\bthat|\sof)\s", re.IGNORECASE)
_TOLD = re.compile(TOLD, re.IGNORECASE)
_UNCLEAR = re.compile(
    r"\W*it (?:is|remained|remains|was) (?:still )?(?:not (?:\w+ )?(?:certain|clear|known)"
    r"|uncertain|unclear|unknown) (?:if|whether) (?=\w)",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\W*(?:how|if|what|when|where|whether|which|who|why)\b", re.IGNORECASE)
_DESPITE = re.compile(r"\b(?:despite|in spite of|notwithstanding|amid)\s*$", re.IGNORECASE)
_REPORT_THAT = re.compile(rf"[^,.;]{{0,40}}?{TOLD}(?:[^,.;]{{0,50}}? that|\s+of)\s", re.IGNORECASE)
_BEFORE_NOW = re.compile(
    r"\b(?:earlier|last|past|previous)\s(?:year|hoax|report|rumou?r|story|(?:Jan|Febr)uary|March|April"
    r"|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)\b"
    r"|\bback in\s",
    re.IGNORECASE,
)
_SEEN = re.compile(r"\b(?:saw|seen|sighted|spotted|watched|witnessed)\b", re.IGNORECASE)
_REACH, _AFTER = 150, 40
"""So many characters before and after its words tell when a statement was made."""
_MOST_OF_IT = 0.6
"""A clause is a statement's own when it holds this share of its content words."""
_FEWEST = 4
_FEWEST_IF_TOLD = 2
"""Fewer content words, or with a verb or a number so many, are a thing and no proposition."""


@dataclass(frozen=True, slots=True)
class OwnClause:
    """A clause of a statement's own words, and whether they are a negation.

    `untrue` tells whether the statement says of it that it is not so: "it is a lie that …".
    """

    words: Clause
    negative: bool
    untrue: bool


class Nesting:
    """The statements of a report by what they stand in."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._by_id = {statement.id: statement for statement in reading.statements}
        self._denied = {
            place: span
            for one in reading.statements
            if one.stance is Stance.DENIES
            for span in one.content
            for place in range(span.start, span.end)
        }
        self._inside: defaultdict[str, list[Statement]] = defaultdict(list)
        for statement in reading.statements:
            if statement.parent is not None:
                self._inside[statement.parent].append(statement)
        self._stands: dict[str, bool] = {}
        self._beside = self._found_beside(reading)

    def inside(self, statement: Statement) -> list[Statement]:
        """The statements that stand in the content of `statement` and in none in between."""
        return self._inside[statement.id]

    def stands(self, statement: Statement) -> bool:
        """Whether somebody says that this was stated: not what a denial says was never said."""
        if statement.id not in self._stands:
            self._stands[statement.id] = self._is_stated(statement)
        return self._stands[statement.id]

    def _is_stated(self, statement: Statement) -> bool:
        inner = statement
        if is_supposed(statement, self._text):
            return False
        if statement.stance is Stance.AFFIRMS and self._is_denied_beside(statement):
            return False
        while inner.parent is not None:
            outer = self._by_id[inner.parent]
            if outer.stance is not Stance.AFFIRMS and not is_told_of(inner):
                return False
            inner = outer
        return True

    def never_said(self, statement: Statement) -> Iterator[Statement]:
        """What `statement` says was not said: "denied that she had said …", "I never said …"."""
        if statement.source.kind is SourceKind.AUTHOR or not self.stands(statement):
            return
        for inner in self._inside[statement.id]:
            said = " ".join(span.text for span in inner.content)
            if inner.act is Act.SAY and has_verb(said) and not _WHETHER.match(said):
                denied = statement.stance is Stance.DENIES and inner.stance is Stance.AFFIRMS
                if (denied and not is_told_of(inner)) or is_never_said(inner):
                    yield inner

    def tells_of_before(self, statement: Statement) -> bool:
        """Whether an earlier occasion is told of: "last May, a hoax claimed", "the last hoax"."""
        outer = self._by_id.get(statement.parent or "")
        if outer is None:
            return False
        first, last = statement.content[0].start, statement.content[-1].end
        start = max((span.start for span in outer.content if span.start <= first), default=first)
        before = self._text[max(start, first - _REACH) : first]
        after = self._text[last : last + _AFTER].partition(".")[0]
        return any(_BEFORE_NOW.search(words) is not None for words in (before, after))

    def _is_denied_beside(self, statement: Statement) -> bool:
        """Whether its words are what another denies: of "A denied that … and B said that …"."""
        denied = self._denied.get(statement.content[0].start)
        cues = statement.cue.spans if statement.cue is not None else ()
        return denied is not None and bool(cues) and not denied.contains(cues[0])

    def own_clauses(self, statement: Statement) -> Iterator[OwnClause]:
        """The clauses that `statement` itself asserts.

        Whether it is a negation the reader tells of a statement of one clause, of others their
        words do.
        """
        others = self._others(statement)
        clauses = clauses_of(statement.content)
        for clause in clauses:
            untrue = said_untrue(clause)
            said = untrue or said_true(clause)
            asserted = _asserted(said, statement)
            own = without(asserted, others)
            if (
                own
                and not (is_question(clause) or is_command(clause))
                and _is_own(own, asserted if _rejects(statement) else said, statement)
            ):
                alone = len(clauses) == 1 and not untrue
                told = statement.polarity is Polarity.NEGATIVE and has_negation(own)
                yield OwnClause(own, told if alone else is_negative(own), untrue is not None)

    def left_clauses(self, statement: Statement) -> Iterator[Clause]:
        """What other statements leave of each clause of `statement`, however little."""
        others = self._others(statement)
        for clause in clauses_of(statement.content):
            left = without(clause, others)
            if left and not is_question(clause):
                yield left

    def _others(self, statement: Statement) -> list[Span]:
        taken = [span for inner in self._inside[statement.id] for span in self._taken(inner)]
        beside = self._beside.get(statement.id, ())
        return taken + [span for other in beside if self._takes(other) for span in other.content]

    def _found_beside(self, reading: Reading) -> dict[str, list[Statement]]:
        """Those that have some of a statement's words for all of theirs, and are not inside it.

        "Shots fell, despite the army's claims that it withdrew, residents say": so the army's word.
        """
        found: defaultdict[str, list[Statement]] = defaultdict(list)
        contents = Contents(reading.statements, self._text)
        for one in reading.statements:
            if one.depth == 0:
                continue
            end = one.content[-1].end
            for other in contents.holding(Span.of(self._text, end - 1, end)):
                if other.parent == one.parent and _length(other) > _length(one):
                    found[other.id].append(one)
        return found

    def _taken(self, inner: Statement) -> Iterator[Span]:
        """The words that `inner` takes away from the statement that it stands in."""
        if not self._takes(inner):
            return
        by = (*inner.source.spans, *(inner.cue.spans if inner.cue is not None else ()))
        if by and self._is_conceded(min(span.start for span in by)):
            yield from by
        else:
            yield inner.span

    def _takes(self, inner: Statement) -> bool:
        """Whether the words of `inner` are its own: not of a demand, which its teller asserts."""
        if inner.act in SILENT:
            return inner.act is not Act.DEMAND
        if is_undertaking(inner) or _is_threat_to_somebody(inner):
            return False
        if inner.act is Act.SAY and not self.stands(inner):
            return True  # who denies that something was said does not deny what was said
        return inner.stance is not Stance.NONE and self.stands(inner)

    def _is_conceded(self, start: int) -> bool:
        """Whether what is said at `start` makes no difference: "despite denials by Hamas, …"."""
        return _DESPITE.search(self._text, max(0, start - 20), start) is not None


def _length(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content)


def _is_threat_to_somebody(statement: Statement) -> bool:
    """Whether it only tells whom or with what somebody threatened, which is its teller's word."""
    return statement.act is Act.THREATEN and not any(has_verb(s.text) for s in statement.content)


def is_never_said(statement: Statement) -> bool:
    """Whether it tells what its source did not say: "I never said that the bridge was shut"."""
    cue = statement.cue.spans if statement.cue is not None else ()
    return statement.stance is Stance.NONE and tells_of_not_saying(cue)


def _rejects(statement: Statement) -> bool:
    return statement.stance in (Stance.DENIES, Stance.UNCERTAIN)


def _asserted(clause: Clause, statement: Statement) -> Clause:
    """What `statement` says of `clause`: a denial what is reported there, an author that it was."""
    if statement.stance is Stance.UNCERTAIN:
        return _told_in(_after_unclear(clause))
    if _rejects(statement):
        return _told_in(clause)
    return _before_told(clause) if statement.source.kind is SourceKind.AUTHOR else clause


def _after_unclear(clause: Clause) -> Clause:
    """What is left open: "it was not clear whether the bridge was shut"."""
    head = _UNCLEAR.match(clause[0].text)
    return clause if head is None else (after(clause[0], head.end()), *clause[1:])


def _before_told(clause: Clause) -> Clause:
    """The clause up to what was only said there: "word that the bridge had fallen spread"."""
    for place, span in enumerate(clause):
        told = _TOLD_THAT.search(span.text)
        if told is not None:
            return (*clause[:place], until(span, told.end()))
    return clause


def is_only_told(words: Span, clause: Clause, statement: Statement) -> bool:
    """Whether an author only tells that `words` were said: "word that the bridge had fallen"."""
    if statement.source.kind is not SourceKind.AUTHOR or statement.stance is not Stance.AFFIRMS:
        return False
    return bool(clause) and words.start >= _before_told(clause)[-1].end


def _told_in(clause: Clause) -> Clause:
    """What the report tells, without the words that call it one: "a report in … that"."""
    head = _REPORT_THAT.match(clause[0].text)
    if head is None or head.end() == len(clause[0].text):
        return clause
    return (after(clause[0], head.end()), *clause[1:])


def is_told_of(statement: Statement) -> bool:
    """Whether a noun tells of the statement: "the report that …", "her claim"."""
    cue = statement.cue.spans if statement.cue is not None else ()
    return any(_TOLD.search(span.text) for span in cue)


def told_noun(text: str) -> re.Match[str] | None:
    """The first noun in `text` for what was said."""
    return _TOLD.search(text)


def _is_own(own: Clause, clause: Clause, statement: Statement) -> bool:
    words = content_words(own)
    return len(words) >= max(
        _fewest(own, words, statement), _MOST_OF_IT * len(content_words(clause))
    )


def _fewest(own: Clause, words: list[Word], statement: Statement) -> int:
    """How many content words make a proposition: one can be denied, but not affirmed."""
    told_in_a_word = (
        tells_who_did_it(own)
        or tells_a_state(own)
        or tells_what_it_was(own)
        or says_that_none(own)
        or mishap_in(own, statement)
        or _is_seen(statement)
    )
    if statement.stance is Stance.DENIES or told_in_a_word:
        return 1
    counted = any(number(word.lower) for word in words) and statement.stance is not Stance.NONE
    accused = statement.act is Act.ACCUSE
    told = counted or accused or any(has_verb(span.text) for span in own)
    return _FEWEST_IF_TOLD if told else _FEWEST


def _is_seen(statement: Statement) -> bool:
    """Whether somebody saw what `statement` tells: "he saw crates"."""
    cue = statement.cue.spans if statement.cue is not None else ()
    return statement.stance is Stance.AFFIRMS and any(_SEEN.search(span.text) for span in cue)

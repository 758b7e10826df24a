"""What a denial points back to: "denied the report", "rejected her account as a lie".

Who vouches for it ("stood by its story") or takes it back points back likewise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sayso.links.assertions.attitudes import makes_little_of
from sayso.links.assertions.cast import ReportCast
from sayso.links.assertions.clauses import Clause, clauses_of
from sayso.links.assertions.negation import has_negation, is_negative
from sayso.links.assertions.nesting import SILENT, TOLD, Nesting, is_told_of
from sayso.links.assertions.words import content_words, has_verb, words_of
from sayso.model import Act, ActorKind, Reading, Source, SourceKind, Span, Stance, Statement

REACH = 60
"""How many statements back one may be pointed at."""
_ACCUSED = re.compile(r"\b(?:accus|alleg|blam|charg|claim|suggest)", re.IGNORECASE)
_ACCUSATIONS = ("accus", "alleg", "charg", "claim", "sugges", "suspic")
_REPORTS = ("account", "report", "stor")
_FIGURES = ("figure", "toll")
_WORDS = ("statement", "word")
_NOUN = re.compile(rf"{TOLD}|\b(?:figures?|tolls?)\b", re.IGNORECASE)
_VOUCHED = re.compile(
    r"\b(?:confirm(?:s|ed|ing)?|reaffirm(?:s|ed|ing)?|repeat(?:s|ed|ing)?|st(?:an|oo)d(?:s|ing)? by"
    r"|vouch(?:es|ed|ing)? for|no reason to (?:disbelieve|doubt|question))\b",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(r"\W*(?:her|his|its|their)\b", re.IGNORECASE)
_WITHDRAWN = re.compile(
    r"\b(?:re(?:tract|nounce|scind)(?:s|ed|ing)?|t(?:ake|akes|aking|ook) back"
    r"|withdr(?:aw|aws|awing|ew)|withdrawn)\b",
    re.IGNORECASE,
)
_WHOSE = r"the|that|this|such|these|those|his|her|its|their|[\w-]{1,30}['’]s?"
_TO_COMMENT_ON = re.compile(
    rf"\W*(?:to )?(?:be drawn|comment|speak)\b[^.;,]{{0,20}}?"
    rf" (?:about|on) (?:{_WHOSE})\s{TOLD}\W*$",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\breport(?!edly)")
_QUOTED = re.compile(r"\bquot(?:ed|es|ing)\b", re.IGNORECASE)
_OUGHT = re.compile(r"\b(?:ought|should)\b", re.IGNORECASE)
_THIS = re.compile(r"\W*this\b", re.IGNORECASE)
_STEM = 5
"""So many letters tell whether a noun is of the verb that told it: "findings", "found that"."""
_RELATIVE = frozenset(("which", "that"))
FALSE: Final = (
    r"(?:baseless|fabricat(?:ed|ion|ions)|fake|false|groundless|hoax(?:es)?|incorrect|lies?|nonsense|rubbish"
    r"|unfounded|untrue|wrong)"
)
_A_LIE = re.compile(
    rf"[\s\"“'‘]*(?:that\s)?(?P<noun>(?:all\s)?(?:{_WHOSE})\s(?:[\w’'-]{{1,20}}\s){{0,2}}?{TOLD})"
    rf"\s(?:is|are|was|were)\s(?:[\w-]{{1,20}}\s){{0,2}}?{FALSE}\b",
    re.IGNORECASE,
)
"""A clause that calls what was said a lie."""
_FORGED = re.compile(
    rf"[\s\"“'‘]*(?:that\s)?(?:{_WHOSE})\s(?:[\w’'-]{{1,20}}\s){{0,2}}?"
    r"(?P<noun>document|e-?mail|footage|letter|log|memo|memorandum|message|note|photo|photograph"
    r"|picture|recording|tape|transcript|video)s?"
    r",?\s(?:(?:(?:had been|is|was|were)\s)?(?:\w+ly\s)?"
    r"(?:doctored|fabricated|faked?|forged|staged)"
    r"|(?:(?:is|was|were)\s)?[\"“'‘]?an?\s(?:[\w-]{1,20}\s){0,2}?(?:fabrication|fake|forgery))\b",
    re.IGNORECASE,
)
"""A clause that says that what is told in a document is not in it: "the letter is a forgery"."""
_TELLS = re.compile(
    r"[^,.;]{0,60}?\b(?:that|of|about)\s+\w|\s+(?:he|it|she|they)\s+\w", re.IGNORECASE
)
_BEFORE = 40
"""How many characters before "which" may hold the noun that it takes up."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a statement points back to, its stance to that, and its words for it.

    `negative` tells whether the words are a negation by themselves: "I never spoke of a flame".
    """

    target: Statement
    stance: Stance
    words: Clause
    negative: bool = False


class Pointing:
    """What the denials and doubts of a report point back to."""

    def __init__(self, reading: Reading, nesting: Nesting, cast: ReportCast) -> None:
        self._text = reading.report.text
        self._nesting = nesting
        self._statements = sorted(reading.statements, key=lambda one: (one.span.start, one.depth))
        self._place = {one.id: place for place, one in enumerate(self._statements)}
        self._media = {one.id for one in reading.actors if one.kind is ActorKind.MEDIA}
        self._cast = cast

    def pointed_at(self, statement: Statement) -> Pointed | None:
        """What `statement` denies, doubts or vouches for as a whole, None where it does not."""
        if statement.cue is None or not self._nesting.stands(statement):
            return None
        if statement.act is Act.DECLINE:
            return self._not_commented_on(statement)
        if statement.stance in (Stance.AFFIRMS, Stance.NONE):
            return (
                self._called_a_lie(statement)
                or self._called_a_forgery(statement)
                or self._stood_by(statement)
            )
        if makes_little_of(statement):
            return None
        target, noun = self._told_inside(statement), self._noun(statement)
        if target is None and noun is not None:
            target = self._nearest(statement, noun)
        return Pointed(target, statement.stance, statement.content) if target else None

    def _not_commented_on(self, statement: Statement) -> Pointed | None:
        """What `statement` says nothing about: "declined to comment on the claim"."""
        if _TO_COMMENT_ON.match(statement.content[0].text) is None:
            return None
        target = next(self._earlier(statement), None)
        if target is None or _may_be_one(target.source, statement.source):
            return None
        return Pointed(target, Stance.NONE, statement.content)

    def _called_a_lie(self, statement: Statement) -> Pointed | None:
        """What `statement` says is not so: "the report is a lie"."""
        for clause in clauses_of(statement.content):
            words = clause[0]
            found = _A_LIE.match(words.text)
            if found is not None:
                noun = Span(words.start, words.start + found.end("noun"), found["noun"])
                target = self._nearest(statement, noun)
                return Pointed(target, Stance.DENIES, clause) if target else None
        return None

    def _called_a_forgery(self, statement: Statement) -> Pointed | None:
        """What is told in a document that `statement` says is forged: "called the tape a fake"."""
        for clause in clauses_of(statement.content):
            forged = _FORGED.match(clause[0].text)
            if forged is not None:
                word = forged["noun"].casefold()
                target = next((o for o in self._earlier(statement) if self._is_in(o, word)), None)
                return Pointed(target, Stance.DENIES, clause) if target else None
        return None

    def _is_in(self, other: Statement, document: str) -> bool:
        """Whether `other` tells what a document says: "a letter in which, she said, …"."""
        sentence = self._text.rfind("\n", 0, other.span.start) + 1
        start = max(sentence, self._text.rfind(". ", 0, other.span.start), 0)
        before = self._text[start : other.content[0].start].casefold()
        told = _says(other) and any(has_verb(span.text) for span in other.content)
        return told and re.search(rf"\b{document}\b", before) is not None

    def _stood_by(self, statement: Statement) -> Pointed | None:
        """What `statement` vouches for, or takes back: "stood by its story"."""
        assert statement.cue is not None
        cue = " ".join(span.text for span in statement.cue.spans)
        said = _VOUCHED if statement.stance is Stance.AFFIRMS else _WITHDRAWN
        if said is _WITHDRAWN and said.search(cue) and (told := self._told_inside(statement)):
            return Pointed(told, Stance.NONE, statement.content)
        noun = self._noun(statement) if said.search(cue) else None
        if noun is None or not statement.source.spans or has_negation([noun]):
            return None
        if noun.end < _last_letter(statement.content[-1]):
            return None
        own = said is _WITHDRAWN or _ITS_OWN.match(noun.text) is not None
        owner = statement.source.actor if own else None
        target = self._nearest(statement, noun, owner=owner)
        return Pointed(target, statement.stance, statement.content) if target else None

    def points(self, statement: Statement) -> bool:
        """Whether what `statement` denies is only named there, and told elsewhere, if at all."""
        if statement.stance is not Stance.DENIES:
            return False
        return self._told_inside(statement) is not None or self._noun(statement) is not None

    def _told_inside(self, statement: Statement) -> Statement | None:
        """What a noun in the content tells there: "denied reports that the bridge had fallen"."""
        for inner in self._nesting.inside(statement):
            if is_told_of(inner) and len(content_words(inner.content)) > 1:
                return inner
        return None

    def _noun(self, statement: Statement) -> Span | None:
        """The noun for what was said that is all of the content, with the words before it."""
        content = statement.content[0]
        if content.text.casefold() in _RELATIVE:
            content = Span.of(self._text, max(0, content.start - _BEFORE), content.start)
            content = _from_last_mark(content)
        found = _NOUN.search(content.text)
        if found is None or _tells_itself(content.text[found.end() :]):
            return None
        figure = found[0].casefold().startswith(_FIGURES)
        if figure and statement.stance is Stance.DENIES and statement.act is not Act.DENY:
            return None  # "does not expect the toll to rise"
        noun = Span(content.start, content.start + found.end(), content.text[: found.end()])
        return noun if self._is_plain(noun) else None

    def _is_plain(self, noun: Span) -> bool:
        """Whether little more than whose it is stands before it: not "to comment on the story"."""
        words = list(words_of([noun]))[:-1]
        if not words or words[0].lower == "to":
            return not words
        own = self._cast.taken_by_actors(_before_last_word(noun))
        return sum(word.is_content and word.start not in own for word in words) <= 1

    def _nearest(
        self, statement: Statement, noun: Span, *, owner: str | None = None
    ) -> Statement | None:
        """The nearest earlier statement that the noun may be for; of a report its main one."""
        word = noun.text.split()[-1].casefold()
        known, owner = owner is not None, owner or self._owner(noun)
        earlier = list(self._earlier(statement))
        if owner is not None:
            own = next((other for other in earlier if other.source.actor == owner), None)
            if own is not None or known or owner not in self._media:
                return own
        if _THIS.match(noun.text) is not None and not word.startswith(_REPORTS):
            return next((o for o in earlier if o.act not in SILENT and _says(o)), None)
        such = [other for other in earlier if self._is_such(other, word)]
        found = next((other for other in such if not _continues(other)), next(iter(such), None))
        if not word.startswith(_REPORTS):
            return found
        if found is None:
            return self._lead(statement)
        teller = found.source.actor
        return [o for o in earlier if o is found or (teller and o.source.actor == teller)][-1]

    def _earlier(self, statement: Statement) -> Iterator[Statement]:
        """Others' statements before it, the nearest and innermost first."""
        before = range(self._place[statement.id] - 1, -1, -1)
        for place in islice(before, REACH):
            other = self._statements[place]
            if self._may_be_denied(other, statement):
                yield other

    def _may_be_denied(self, other: Statement, statement: Statement) -> bool:
        rejects = statement.stance in (Stance.DENIES, Stance.UNCERTAIN)
        same = rejects and _may_be_one(other.source, statement.source)
        said = other.depth > 0 and other.stance is Stance.AFFIRMS and not same
        before = other.content[-1].end <= self._begins(statement)
        return said and before and self._tells(other, statement) and self._nesting.stands(other)

    def _tells(self, other: Statement, statement: Statement) -> bool:
        """Whether `other` tells what can be false (not "should resign"), and says no to nothing."""
        words = " ".join(span.text for span in other.content)
        no = statement.stance is Stance.DENIES and is_negative(other.content)
        cue = " ".join(span.text for span in other.cue.spans) if other.cue is not None else ""
        of_a_thing = _QUOTED.search(cue) is not None and not has_verb(words)
        return not (no or of_a_thing or _OUGHT.search(words) is not None)

    def _begins(self, statement: Statement) -> int:
        """Where the words that deny begin, or else what they deny."""
        cue = statement.cue.spans if statement.cue is not None else ()
        return min(span.start for span in (*cue, *statement.content))

    def _owner(self, noun: Span) -> str | None:
        """Whose it is: "her account", "the ministry's claim"."""
        return next(self._cast.actors([_before_last_word(noun)]), None)

    def _is_such(self, other: Statement, word: str) -> bool:
        """Whether `other` is what `word` calls it: a report, an accusation, a rumour."""
        cue = " ".join(span.text for span in other.cue.spans) if other.cue is not None else ""
        named = " ".join([cue, *(span.text for span in other.source.spans)]).casefold()
        if word.startswith(_REPORTS):
            return _says(other) and (
                other.source.actor in self._media or _REPORTED.search(named) is not None
            )
        if word.startswith(_FIGURES):
            return bool(other.quantities)
        if word.startswith(_WORDS):
            return _says(other) and other.act is Act.SAY
        if word.startswith(_ACCUSATIONS):
            return other.act is Act.ACCUSE or _ACCUSED.search(cue) is not None
        return word[:_STEM] in named

    def _lead(self, statement: Statement) -> Statement | None:
        """The innermost of what the report's first attribution tells: what it reports."""
        first = next((one for one in self._statements if one.depth > 0 and _says(one)), None)
        if first is None or not self._may_be_denied(first, statement):
            return None
        inner: Sequence[Statement] = [first]
        while inner:
            first = inner[0]
            inner = [one for one in self._nesting.inside(first) if _says(one)]
        return first


def _says(statement: Statement) -> bool:
    """Whether it tells something, and not only what somebody knows, thinks or wants."""
    return statement.stance is Stance.AFFIRMS and statement.act is not Act.BELIEVE


def _continues(statement: Statement) -> bool:
    """Whether a report goes on that was told before: "according to the report"."""
    words = " ".join(span.text for span in statement.source.spans).casefold()
    return words in ("it", "the account", "the article", "the report", "the story")


def _may_be_one(one: Source, other: Source) -> bool:
    """Whether two sources are one, or may be: "a local newspaper" and "the newspaper"."""
    if one.actor is not None and one.actor == other.actor:
        return True
    if SourceKind.NAMED in (one.kind, other.kind) or not (one.spans and other.spans):
        return False
    first, second = (each.spans[-1].text.split()[-1].casefold() for each in (one, other))
    return first == second


def _last_letter(span: Span) -> int:
    """Where the last word of `span` ends."""
    return span.start + len(span.text.rstrip(" \t\r\n.,;:!?\"'”’)"))


def _before_last_word(noun: Span) -> Span:
    """The words of a phrase before its last, of which the last letter is cut off."""
    return Span(noun.start, noun.end - 1, noun.text[:-1])


def _from_last_mark(span: Span) -> Span:
    start = max(span.text.rfind(mark) for mark in ".;:\n") + 1
    return Span(span.start + start, span.end, span.text[start:]) if start < len(span.text) else span


def _tells_itself(rest: str) -> bool:
    """Whether the words after the noun say what was said: "the claim that the bridge was safe"."""
    return _TELLS.match(rest) is not None

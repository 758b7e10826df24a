"""Whether it is plain whose word a statement is: signs that the source is not who it seems."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sayso.links.assertions.assertion import Assertion
from sayso.links.assertions.clauses import Clause
from sayso.links.assertions.words import content_words, words_of
from sayso.model import Reading, SourceKind, Span, Stance, Statement
from sayso.model.contents import Contents

_PARTICIPLE = re.compile(
    r"\b(?:contradict|describ|imply|indicat|mean|prov|show|signall?|suggest)ing\b", re.IGNORECASE
)
"""What a happening can do as well as somebody: "…, contradicting claims that …"."""
_INCLUDED = re.compile(r"\b(?:contain|includ|involv)\w{1,3}$", re.IGNORECASE)
"""What only a thing does: "the deal, which included the release"."""
_NOBODY = frozenset(("a", "an", "the", "this", "that", "these", "those"))
_FAR = 25
"""So many characters from whoever says it, words may tell of somebody else's word."""
_FOR_OR_AGAINST = re.compile(r"\b(?:anti|pro)-\w", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\b(?P<noun>[^\W\d_]{2,30})\s(?:for|of)\s$")
_MADE_TO = re.compile(r"\b(?:let|lets|letting|made|make|makes|making)\s$", re.IGNORECASE)
_BEFORE = 40
"""How many characters before the source may tell that it goes with another word."""
_THEIR_WORD = frozenset(
    """
    account all any behalf both case claim claims dozens each either few hundreds letter majority
    many member members most name none number one opinion part report scores several some statement
    testimony thousands two view word words
    """.split()
)
"""Nouns before "of" that leave the word with whom they are of: "most of the residents"."""
_TURN = re.compile(r"[.;:]\s|\s(?:although|but|whereas|while)\s", re.IGNORECASE)
_RUMOURS = re.compile(
    r"\b(?:accusations|allegations|claims|hoax|reports|rumou?rs|speculation)\b", re.IGNORECASE
)
_OWN_WORD = re.compile(r"\b(?:add|confirm|credit|repeat|spread|trust)", re.IGNORECASE)
"""Cues by which somebody makes what is rumoured his own word."""


_QUOTED = re.compile(
    r"“[^“”\n]{1,2000}(?:”|(?=\n)|$)|\"[^\"\n]{1,2000}(?:\"|(?=\n)|$)"
    r"|(?<!\w)‘[^‘’\n]{1,2000}’(?!\w)"
)
_TOLD = re.compile(
    r"\b(?:according to|said|says|talked (?:about|of)|told(?! to\b))\b", re.IGNORECASE
)
"""Words of an author that tell of somebody else's, whom nobody found."""
_POST_ENDS = re.compile(
    r"(?:\s{0,3}(?:[.!?…\"”)]|[#@]\w{1,40}|https?://\S{1,100}|pic\.twitter\.com/\w{1,20})){0,12}"
    r"(?:\s{0,3}(?:https?://t\.co/|pic\.twitter\.com/)|\s{0,3}[—–-]{1,2}\s?[^\n(]{1,50}\(@\w{1,20}\))"
)
"""How a post ends that a report shows: "… https://t.co/… — Mara Quill (@maraquill)"."""


class Speakers:
    """Whose word the statements of a report are, as far as that is plain."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.report.text
        self._places = {place.span for place in reading.places}
        self._contents = Contents(reading.statements, reading.report.text)
        self._quoted = list(_quotations(reading.report.text))

    def is_plain(self, statement: Statement) -> bool:
        """Whether nothing tells that the source of `statement` is somebody else, or nobody."""
        if statement.cue is None or not (statement.cue.spans and statement.source.spans):
            return True
        return not (
            any(sign(statement, self._text) for sign in _SIGNS)
            or self._is_dateline(statement)
            or self._is_in_others_words(statement)
        )

    def voice(self, said: Assertion, clause: Clause) -> Assertion | None:
        """`said` by whom it is in `clause`: no author speaks in a post, or where others "said" it.

        None where the words of an author are a quotation, and nobody knows whose.
        """
        if said.source_kind is not SourceKind.AUTHOR:
            return said
        if _is_in(clause[0], self._quoted):
            return None
        told = any(_TOLD.search(span.text) for span in clause)
        if told or _POST_ENDS.match(self._text, clause[-1].end) is not None:
            return replace(said, source_kind=SourceKind.UNNAMED, outlet=None)
        return said

    def _is_dateline(self, statement: Statement) -> bool:
        """Whether the source is the place from which a report was sent: "VELMORA: The …"."""
        spoken = any(letter.isalpha() for letter in _cue(statement).text)
        return not spoken and any(span in self._places for span in statement.source.spans)

    def _is_in_others_words(self, statement: Statement) -> bool:
        """Whether others speak of the source in words that end before its own cue stands."""
        cue = _cue(statement)
        return any(
            other.id != statement.id and not any(held.contains(cue) for held in other.content)
            for other in self._contents.holding(statement.source.spans[0])
            if other.depth > 0
        )


def _quotations(text: str) -> Iterator[tuple[int, int]]:
    """Where words stand in quotation marks: from the first to behind the last."""
    for found in _QUOTED.finditer(text):
        yield found.span()


def _is_in(words: Span, places: Sequence[tuple[int, int]]) -> bool:
    """Whether all of `words` stand in one of `places`, which are in order."""
    before = bisect_right(places, (words.start, sys.maxsize)) - 1
    return before >= 0 and words.end <= places[before][1]


def _cue(statement: Statement) -> Span:
    assert statement.cue is not None
    return statement.cue.spans[0]


def _names_nobody(statement: Statement, _: str) -> bool:
    words = list(words_of(statement.source.spans))
    last = statement.source.spans[-1].text.casefold()
    return last in _NOBODY or not any(len(word.text) > 1 for word in words)


def _is_for_or_against(statement: Statement, _: str) -> bool:
    """Of "the pro-Front blog" the Front is not the speaker."""
    return any(_FOR_OR_AGAINST.search(span.text) for span in statement.source.spans)


def _is_far_from_participle(statement: Statement, _: str) -> bool:
    """Of "the girls had been married off, contradicting claims that …" the girls say nothing."""
    cue = _cue(statement)
    gap = min(max(cue.start - one.end, one.start - cue.end) for one in statement.source.spans)
    return gap > _FAR and _PARTICIPLE.search(cue.text) is not None


def _only_contains(statement: Statement, _: str) -> bool:
    return _INCLUDED.search(_cue(statement).text) is not None


def _goes_with_another(statement: Statement, text: str) -> bool:
    """Whether another noun stands before it: "reps for the actor", "let the world know"."""
    start = statement.source.spans[0].start
    before = text[max(0, start - _BEFORE) : start]
    found = _OF_ANOTHER.search(before)
    of_another = found is not None and found["noun"].casefold() not in _THEIR_WORD
    return of_another or _MADE_TO.search(before) is not None


def _another_comes_between(statement: Statement, text: str) -> bool:
    """Whether another subject stands before the cue: "Velk is silent, but photographs show"."""
    gap = Span(0, 0, text[statement.source.spans[-1].end : _cue(statement).start])
    turns = list(_TURN.finditer(gap.text))
    if len(gap.text) <= _FAR or not turns:
        return False
    rest = gap.text[turns[-1].end() :]
    return len(content_words([Span(0, len(rest), rest)])) > 1


def _is_of_rumours(statement: Statement, text: str) -> bool:
    """Whether rumours come between: "issued a statement to stop rumours that …"."""
    cue = statement.cue.spans[-1] if statement.cue is not None else statement.span
    between = text[cue.end : max(cue.end, statement.content[0].start)]
    affirmed = statement.stance is Stance.AFFIRMS and _OWN_WORD.search(cue.text) is None
    return affirmed and len(between) <= 2 * _BEFORE and _RUMOURS.search(between) is not None


_SIGNS: tuple[Callable[[Statement, str], bool], ...] = (
    _names_nobody,
    _is_for_or_against,
    _is_far_from_participle,
    _only_contains,
    _goes_with_another,
    _another_comes_between,
    _is_of_rumours,
)

"""The hand-made annotation files of the example reports, and the places their words have.

GUIDE.md says what the annotators write. Nothing is guessed: a string that is not found, or is
found more than once, is an AnnotationError that names it.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from sayso.model import Act, ActorKind, Certainty, Polarity, Quote, SourceKind, Span, Stance

GAP = " [...] "


class AnnotationError(Exception):
    """An annotation does not fit its report; the message says where and how."""


class Strict(BaseModel):
    """A table of an annotation file: its keys and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ActorTable(Strict):
    """One `[[actor]]`: who it is, and where else the report speaks of it."""

    key: str
    name: str
    kind: ActorKind
    roles: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()


class Wording(Strict):
    """What an annotator says of the wording of a statement; the defaults are the plain case."""

    at: str
    act: Act = Act.SAY
    stance: Stance = Stance.AFFIRMS
    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.UNSTATED
    hedges: tuple[str, ...] = ()


class StatementTable(Wording):
    """One `[[statement]]`: a statement that somebody is credited with."""

    source: tuple[str, ...] | str = ()
    kind: SourceKind
    actor: str | None = None
    cue: str
    content: tuple[str, ...] | str
    quote: Quote = Quote.INDIRECT
    said_at: tuple[str, str] | None = None


class AnnotationFile(Strict):
    """Everything one annotator wrote about one report."""

    actor: tuple[ActorTable, ...] = ()
    author: tuple[Wording, ...] = ()
    statement: tuple[StatementTable, ...] = ()

    def without(self, absent: frozenset[int]) -> AnnotationFile:
        """The same file less everything that stands in sentences the text does not have."""
        return AnnotationFile(
            actor=tuple(
                table.model_copy(
                    update={
                        "mentions": tuple(
                            m for m in table.mentions if first_sentence(m) not in absent
                        )
                    }
                )
                for table in self.actor
            ),
            author=tuple(table for table in self.author if first_sentence(table.at) not in absent),
            statement=tuple(
                table for table in self.statement if first_sentence(table.at) not in absent
            ),
        )


def first_sentence(place: str) -> int:
    """The first sentence of "4", "4-6" or "4: words"."""
    number = re.match(r"\d+", place)
    if number is None:
        raise AnnotationError(f"{place!r} names no sentence")
    return int(number[0])


def read_annotations(path: Path) -> AnnotationFile:
    """The annotation file at `path`; raises AnnotationError if it is missing or malformed."""
    try:
        return AnnotationFile.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise AnnotationError(f"{path.name}: {error}") from error


@dataclass(frozen=True, slots=True)
class Page:
    """A report's text with its numbered sentences, and the numbers of those it lacks."""

    text: str
    sentences: dict[int, Span]
    absent: frozenset[int]

    def find(self, at: str, words: str) -> Span:
        """The one place where `words` begin in sentences `at` ("4" or "4-6").

        `words` may end in `#2` (the second such place) and may leave out a middle (` [...] `).
        """
        first, _, last = at.partition("-")
        start, end = self.sentence(first).start, self.sentence(last or first).end
        wanted, _, number = words.partition("#")
        head, _, tail = wanted.partition(GAP)
        places = list(_pattern(head, tail).finditer(self.text, start, _reach(self.text, end)))
        places = [place for place in places if place.start() < end]
        chosen = int(number or 1) if (number or "1").isdigit() else 0
        if not 0 < chosen <= len(places) or (len(places) > 1 and not number):
            raise AnnotationError(f"{len(places)} places for {words!r} in sentence {at}")
        place = places[chosen - 1]
        return Span.of(self.text, place.start(), place.end())

    def find_mention(self, mention: str) -> Span:
        """The place of "sentence: words"."""
        at, colon, words = mention.partition(": ")
        if not colon:
            raise AnnotationError(f"{mention!r} is not of the form 'sentence: words'")
        return self.find(at, words)

    def sentence(self, number: str) -> Span:
        """The sentence of that number."""
        if not number.isdigit() or int(number) not in self.sentences:
            raise AnnotationError(f"there is no sentence {number!r}")
        return self.sentences[int(number)]

    def find_all(self, at: str, words: tuple[str, ...] | str) -> tuple[Span, ...]:
        """The places of one or several strings."""
        several = (words,) if isinstance(words, str) else words
        return tuple(self.find(at, one) for one in several)


def _pattern(head: str, tail: str) -> re.Pattern[str]:
    """Match `head`, or `head … tail`, with any white space where the annotator wrote a space."""
    parts = [_spaced(part) for part in (head, tail) if part]
    bounded = [rf"(?<!\w){part}" if part[0].isalnum() else part for part in parts]
    whole = ".*?".join(bounded)
    return re.compile(rf"{whole}(?!\w)" if whole[-1].isalnum() else whole, re.DOTALL)


def _spaced(words: str) -> str:
    """A pattern of `words` with any white space between them."""
    return r"\s+".join(map(re.escape, words.split()))


def _reach(text: str, end: int) -> int:
    """Where words that begin before `end` may end: no quotation here is longer."""
    return min(len(text), end + 1000)


def read_page(text: str, listing: str) -> Page:
    """`text` with the numbered sentences of `listing`; together with its furniture they cover it.

    A line is `4 | words`; `- | words` is furniture (byline, dateline, caption, bullet), and
    `1? | words` a headline that the extracted text may lack.
    """
    sentences: dict[int, Span] = {}
    absent: set[int] = set()
    position = 0
    for line in listing.splitlines():
        label, _, words = line.strip().partition(" | ")
        place = re.compile(r"\s*" + _spaced(words)).match(text, position)
        if place is None and label.endswith("?"):
            absent.add(int(label.rstrip("?")))
            continue
        if place is None:
            raise AnnotationError(f"line {line!r} does not follow at offset {position}")
        position = place.end()
        if label != "-":
            start = position - len(place[0].lstrip())
            sentences[int(label.rstrip("?"))] = Span.of(text, start, position)
    if rest := text[position:].strip():
        raise AnnotationError(f"text after the last sentence: {rest!r}")
    return Page(text, sentences, frozenset(absent))

"""The PLOVER context of an event: what it was about, from the words of its sentence and report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.reader import Document, Run
from sayso.reader.tables import read_rows

_ENOUGH = 3.0
"""A context that its words tell less strongly than this is none."""
_AHEAD = 1.0
"""By how much it has to be told more strongly than the next."""
_ELSEWHERE = 0.1
"""What a sign elsewhere in the report is worth, of one in the event's own sentence."""
_MOST_ELSEWHERE = 1.0
"""All signs elsewhere in the report together count no more than this for a context."""


_OF_ARMIES = "military"
"""The context that PLOVER keeps for what armies do."""
_PARTIES = 1.5
"""What signs of an army are worth where it takes part."""
_OTHERS = 0.6
"""What they are worth where it does not."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """A word or phrase that tells a context."""

    words: tuple[str, ...]
    context: str
    strength: int


class Contexts:
    """The contexts of the events of one document."""

    def __init__(self, doc: Document) -> None:
        self._doc = doc
        self._of_sentence = [_told(doc, sentence) for sentence in doc.sentences]
        self._of_report: Counter[str] = Counter()
        for told in self._of_sentence:
            self._of_report.update(told)

    def of(self, token: int, parties: Iterable[Run]) -> str | None:
        """The context of the event told at `token`; None where the words leave it open.

        An army that is named counts more among the `parties` of the event than elsewhere.
        """
        here = self._of_sentence[self._doc.sentence_of[token]]
        taking_part = {context for run in parties for context in _told(self._doc, run)}
        told = {
            context: self._strength(context, here) * _weight(context, taking_part)
            for context in self._of_report
        }
        first, second = (*sorted(told.values(), reverse=True), 0.0, 0.0)[:2]
        if first < _ENOUGH or first - second < _AHEAD:
            return None
        return max(told, key=lambda context: told[context])

    def _strength(self, context: str, here: Mapping[str, int]) -> float:
        elsewhere = self._of_report[context] - here.get(context, 0)
        return here.get(context, 0) + min(_ELSEWHERE * elsewhere, _MOST_ELSEWHERE)


def _weight(context: str, taking_part: Collection[str]) -> float:
    if context != _OF_ARMIES:
        return 1.0
    return _PARTIES if context in taking_part else _OTHERS


def _told(doc: Document, sentence: Run) -> Counter[str]:
    """How strongly the words of `sentence` tell each context; each sign counts once."""
    told: Counter[str] = Counter()
    for sign in {sign for token in sentence for sign in _signs_at(doc, token, sentence)}:
        told[sign.context] += sign.strength
    return told


def _signs_at(doc: Document, token: int, sentence: Run) -> Iterator[_Sign]:
    known = _signs()
    for word in {doc.lowers[token], doc.lemmas[token]}:
        for sign in known.get(word, ()):
            end = token + len(sign.words)
            if end <= sentence.end and all(
                each in (doc.lowers[at], doc.lemmas[at])
                for at, each in enumerate(sign.words, start=token)
            ):
                yield sign


@cache
def _signs() -> Mapping[str, tuple[_Sign, ...]]:
    """The table, by the first word of each sign."""
    signs: defaultdict[str, list[_Sign]] = defaultdict(list)
    for context, strength, phrases in read_rows(__package__, "contexts.tsv"):
        for phrase in phrases.split("; "):
            words = tuple(phrase.split())
            signs[words[0]].append(_Sign(words, context, int(strength)))
    return {word: tuple(found) for word, found in signs.items()}

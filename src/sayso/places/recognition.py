"""Whether a name is that of a place where it stands: "Paris" is, in "Paris Hilton" it is not.

What stands around each name has named features; it is taken for a place when the sum of their
weights is above a threshold. The weights are a table that people can read
(`recognition_weights.tsv`), made by `training/place_weights.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sayso.places.context import Context
from sayso.places.gazetteer import Gazetteer
from sayso.places.kinds import Kind, Sense
from sayso.places.mentions import Mention
from sayso.places.surroundings import A_PERSON, BODY, LOCATED, Surroundings
from sayso.places.words import PLACE_NOUNS
from sayso.reader import Document, Run

BASE: Final = "base"
"""The row of the table that every sum starts from; it is the threshold, turned."""
_STEP: Final = 20
"""Names are told apart by populations that differ by a factor of e², about seven."""
_MANY: Final = 3


def is_place(names: Sequence[str], weights: Mapping[str, float]) -> bool:
    """Whether a name with these features names a place; never one that a body is named after."""
    if f"after={BODY}" in names or f"before={BODY}" in names:
        return False
    return sum(weights.get(name, 0.0) for name in (BASE, *names)) > 0


class Recogniser:
    """Tells the features of the names of one document."""

    def __init__(
        self, doc: Document, mentions: Sequence[Mention], context: Context, gazetteer: Gazetteer
    ) -> None:
        self._doc, self._context, self._gazetteer = doc, context, gazetteer
        self._mentions = mentions
        self._small = frozenset(doc.words)
        """Among others, the words that the report has in small letters."""
        self._around = Surroundings(doc, mentions, gazetteer)
        self._before = [self._around.before(mention.run) for mention in mentions]
        self._located, self._persons = self._told_elsewhere()

    def features(self, number: int) -> list[str]:
        """What tells whether the mention with this number is a place."""
        mention = self._mentions[number]
        before, after = self._before[number], self._around.after(mention.run)
        return [
            f"before={before}",
            f"after={after}",
            f"before={before}, after={after}",
            *self._by_name(mention, after),
            *self._by_tree(mention),
            *self._by_report(number, before),
        ]

    def _by_name(self, mention: Mention, after: str) -> Iterator[str]:
        best = mention.entries[0] if mention.entries else None
        kind = best.kind.name.lower() if best else "unlisted"
        yield f"kind={kind}"
        if best is None:
            yield f"unlisted: {self._last_noun(mention.run)}"
        else:
            people = max(entry.people for entry in mention.entries) // _STEP
            yield f"people={people}"
            yield f"words={min(len(mention.run), _MANY)}"
            if all(entry.other for entry in mention.entries):
                yield "only by other names"
            yield from self._by_senses(mention, people, after)
        if self._doc.span(mention.run).text.isupper():
            yield "in capitals"

    def _last_noun(self, run: Run) -> str:
        last = self._doc.lowers[run.end - 1]
        return last if last in PLACE_NOUNS else "other"

    def _by_senses(self, mention: Mention, people: int, after: str) -> Iterator[str]:
        senses = self._gazetteer.senses(mention.name)
        if mention.entries[0].kind is Kind.COUNTRY:
            return
        for sense in Sense:
            if sense in senses:
                yield f"also {sense.name}"
                yield f"also {sense.name}, people={people}"
                yield f"also {sense.name}, after={after}"
        if not senses:
            yield "also nothing"

    def _by_tree(self, mention: Mention) -> Iterator[str]:
        doc, head = self._doc, self._head(mention.run)
        yield f"role={doc.deps[head]}"
        yield f"tag={doc.tags[head]}"

    def _head(self, run: Run) -> int:
        """The word of `run` that hangs on one outside it."""
        return next((t for t in run if self._doc.heads[t] not in run), run.end - 1)

    def _by_report(self, number: int, before: str) -> Iterator[str]:
        mention, inside = self._mentions[number], self._context.inside
        told = self._context.told
        wholes = {whole for e in mention.entries for whole in (e.country, e.division)}
        for name, holds in (
            ("lies where told", number in inside),
            ("something lies there", number - 1 in inside),
            ("a word elsewhere", mention.name in self._small),
            ("a person elsewhere", mention.name in self._persons),
            ("a place elsewhere", self._located[mention.name] > before.startswith(LOCATED)),
            ("in a dateline", self._around.in_dateline(mention.run)),
            ("its country told", any(whole is not None and told[whole] for whole in wholes)),
        ):
            if holds:
                yield name

    def _told_elsewhere(self) -> tuple[Counter[str], frozenset[str]]:
        """How often each name stands after "in" and the like, and which are those of persons."""
        told = [(m.name, before) for m, before in zip(self._mentions, self._before, strict=True)]
        located = Counter(name for name, before in told if before.startswith(LOCATED))
        return located, frozenset(name for name, before in told if before in A_PERSON)

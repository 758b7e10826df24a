"""Who is behind each source: the actors of a report, and how its words give them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sayso.model import Actor, ActorKind, Mention, SourceKind
from sayso.model.ids import actor_id
from sayso.reader import Document, Run
from sayso.statements.actor_words import ANONYMITY, CLOSE, NAMING, WITHHOLDING
from sayso.statements.attributions import Attribution
from sayso.statements.cast import Party
from sayso.statements.coreference import Coreference
from sayso.statements.phrases import Form, Phrase, coordinated

_ARTICLES = frozenset("the a an".split())
_REFUSALS = frozenset("not n't declined refused asked".split())


@dataclass(frozen=True, slots=True)
class Credit:
    """How the words give a source, and the id of the actor behind it (None if nobody is told)."""

    kind: SourceKind
    actor: str | None


def credited(
    report_id: str, doc: Document, found: Sequence[Attribution]
) -> tuple[tuple[Actor, ...], dict[int, Credit]]:
    """The actors that `found` credits, by first mention, and each attribution's credit by head.

    An actor's mentions are all phrases of the report that stand for it: names with their title,
    without apposition, descriptions with their prepositional phrases, pronouns, and documents
    that speak for it ("the newspaper's report", "the statement"). Bare plurals in the same words
    ("security sources … security sources") are one actor, as the report tells them apart in no
    way; an indefinite phrase ("a witness", "another official") starts a new one. Sources joined
    by "and" have no one actor, and the author ("I suspect") is none.
    """
    coreference = Coreference(doc, found)
    parties = {one.head: _party(doc, one, coreference) for one in found}
    withheld = {
        id(party)
        for one in found
        if (party := parties[one.head]) is not None and _withholds(doc, one.source)
    }
    actors: dict[int, Actor] = {}
    credits_: dict[int, Credit] = {}
    for one in found:
        party = parties[one.head]
        if party is not None and id(party) not in actors:
            actors[id(party)] = _actor(report_id, doc, party)
        kind = _source_kind(doc, one, coreference, withheld)
        credits_[one.head] = Credit(kind, actors[id(party)].id if party is not None else None)
    return tuple(sorted(actors.values(), key=lambda actor: actor.mentions[0])), credits_


def _party(doc: Document, one: Attribution, coreference: Coreference) -> Party | None:
    """The one party behind a source, None for several and for none."""
    if one.source_head is None or _joined_heads(doc, one):
        return None
    party = coreference.party(one.source_head)
    return None if party is None or party.several else party


def _joined_heads(doc: Document, one: Attribution) -> list[int]:
    """The heads that "and" joins to that of the source, inside its words."""
    assert one.source_head is not None
    joined = coordinated(doc, one.source_head)[1:]
    return [head for head in joined if any(head in run for run in one.source)]


# --- how the words give a source -------------------------------------------------------------


def _source_kind(
    doc: Document, one: Attribution, coreference: Coreference, withheld: set[int]
) -> SourceKind:
    if one.source_head is None or _withholds(doc, one.source):
        return SourceKind.UNNAMED
    phrase, party = coreference.phrase(one.source_head), coreference.party(one.source_head)
    if phrase.form is Form.PRONOUN:
        if party is None:
            return SourceKind.AUTHOR if phrase.noun == "first" else SourceKind.DESCRIBED
        return _kind_of_referent(party, withheld)
    heads = (one.source_head, *_joined_heads(doc, one))
    owner_named = party is not None and any(_within(name, one.source) for name in party.names)
    if owner_named or any(coreference.phrase(head).name for head in heads):
        return SourceKind.NAMED
    return SourceKind.DESCRIBED


def _kind_of_referent(party: Party, withheld: set[int]) -> SourceKind:
    """A pronoun is given as what it stands for."""
    if party.names:
        return SourceKind.NAMED
    return SourceKind.UNNAMED if id(party) in withheld else SourceKind.DESCRIBED


def _within(name: Run, runs: Iterable[Run]) -> bool:
    return any(run.contains(name) for run in runs)


def _withholds(doc: Document, source: Sequence[Run]) -> bool:
    """Whether the words of a source say that its identity is kept back or open."""
    words = [doc.lowers[token] for run in source for token in run]
    if any(word in ANONYMITY or word in WITHHOLDING for word in words):
        return True
    known = any(word in NAMING for word in words)
    if known and any(word in _REFUSALS for word in words):
        return True
    return words[:1] != [] and any(word in CLOSE for word in words) and _is_anybody(words)


def _is_anybody(words: list[str]) -> bool:
    return any(word in ("person", "people", "someone", "somebody", "those") for word in words)


# --- actors ----------------------------------------------------------------------------------


def _actor(report_id: str, doc: Document, party: Party) -> Actor:
    spans = sorted({doc.span(phrase.run) for phrase in party.phrases})
    return Actor(
        id=actor_id(report_id, spans[0]),
        name=_name(doc, party),
        kind=party.kind or ActorKind.OTHER,
        country=None,
        roles=(),
        mentions=tuple(
            Mention(report=report_id, start=span.start, end=span.end, text=span.text)
            for span in spans
        ),
    )


def _name(doc: Document, party: Party) -> str:
    """The longest proper name, else the longest description without its article."""
    if party.names:
        return _longest(doc, party.names)
    told = [phrase for phrase in party.phrases if phrase.form is not Form.PRONOUN]
    return _longest(doc, [_without_article(doc, phrase) for phrase in told or party.phrases])


def _without_article(doc: Document, phrase: Phrase) -> Run:
    article = len(phrase.run) > 1 and doc.lowers[phrase.run.start] in _ARTICLES
    return Run(phrase.run.start + article, phrase.run.end)


def _longest(doc: Document, runs: Iterable[Run]) -> str:
    """The longest of the words in `runs`, the first of them if several are, on one line."""
    return max((" ".join(doc.span(run).text.split()) for run in runs), key=len)

"""In which reports an actor is named, and by which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.ledger import Heading, Ledger
from sayso.model import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor of one report, and how often he is called what there."""

    actor: Actor
    report: Heading
    words: tuple[tuple[str, int], ...]


def named(ledger: Ledger, actors: Sequence[Actor]) -> tuple[Named, ...]:
    """Each of `actors` with its report; the words most often used for it first."""
    heads = ledger.parties.headings({actor.mentions[0].report for actor in actors})
    return tuple(
        Named(actor=one, report=heads[one.mentions[0].report], words=_words(one)) for one in actors
    )


def _words(actor: Actor) -> tuple[tuple[str, int], ...]:
    called = Counter(" ".join(mention.text.split()) for mention in actor.mentions)
    return tuple(sorted(called.items(), key=lambda each: (-each[1], each[0])))

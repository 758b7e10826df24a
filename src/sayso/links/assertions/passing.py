"""Through whom a statement came into its report, and to which outlet it was told."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sayso.links.assertions.assertion import Voice
from sayso.links.entity import Entity
from sayso.model import ActorKind, Reading, SourceKind, Statement

_TELLING = re.compile(
    r"\b(?:told|tells|telling|spoke (?:to|with)|speaking (?:to|with)|(?:an )?interview with"
    r"|quoted by|quoted in|statement to|comments? to|said to)\s+(?:the\s+)?"
)
_REACH = 80
"""How many characters around its cue may tell to whom a statement was told."""


def passed_by(
    statement: Statement, by_id: Mapping[str, Statement], entities: Mapping[str, Entity]
) -> tuple[Voice, ...]:
    """Those in whose word `statement` stands, from the innermost outwards, without the author."""
    voices: list[Voice] = []
    parent = statement.parent
    while parent is not None:
        above = by_id[parent]
        if above.source.kind is not SourceKind.AUTHOR:
            voices.append(voice_of(above, entities))
        parent = above.parent
    return tuple(voices)


def voice_of(statement: Statement, entities: Mapping[str, Entity]) -> Voice:
    """Whose word `statement` is."""
    source = statement.source
    entity = entities.get(source.actor) if source.actor else None
    words = " … ".join(span.text for span in source.spans)
    return Voice(entity=entity, kind=source.kind, words=words)


def told_to(
    statement: Statement, reading: Reading, entities: Mapping[str, Entity]
) -> Entity | None:
    """The outlet that the source of `statement` told it to ("told Reuters"), where that is said."""
    if statement.cue is None or not statement.cue.spans:
        return None
    text, cue = reading.report.text, statement.cue.spans[0]
    start = max(statement.span.start, cue.start - _REACH)
    for telling in _TELLING.finditer(text, start, min(len(text), cue.end + _REACH)):
        for actor in reading.actors:
            if actor.kind is ActorKind.MEDIA and any(
                mention.start <= telling.end() < mention.end for mention in actor.mentions
            ):
                return entities.get(actor.id)
    return None

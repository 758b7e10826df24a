"""The phrases that are proper names, with the titles and appositions beside them."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.model import ActorKind
from sayso.reader import Document, Run
from sayso.statements.actor_words import ARTEFACTS, BODIES, PEOPLE
from sayso.statements.kinds import kind_of_entity, kind_of_name
from sayso.statements.names import Name
from sayso.statements.personal import ABBREVIATED, GENDERS, HONORIFICS
from sayso.statements.phrase import INSIDE, SUBJECTS, Call, Form, Phrase, call_of, start_of

_LONGEST_PERSON = 4
"""A person's name has at most this many words."""


def named_phrase(doc: Document, name: Name) -> Phrase:
    """The phrase of `name`, with what its title and appositions tell of its bearer."""
    head = _outer_head(doc, name.run)
    calls, also = _calls_of_name(doc, name, head)
    words = [doc.lowers[token] for token in name.run]
    told, gender = _told_by_name(doc, name, words)
    if told is not None:
        person = told is ActorKind.PERSON
        calls = tuple(c for c in calls if c.kind is None or (c.kind is ActorKind.PERSON) == person)
    by_calls = [call.kind for call in calls if call.kind and call.noun not in ARTEFACTS]
    genders = (gender, *(call.gender for call in calls))
    return Phrase(
        head=head,
        run=Run(start_of(doc, head, name.run.start), name.run.end),
        form=Form.NAME,
        noun=words[-1],
        name=name.run,
        calls=calls if told is ActorKind.PERSON else (*calls, *_body_call(words)),
        plural=doc.tags[head] == "NNPS" and doc.entities[head] in ("NORP", ""),
        gender=next((gender for gender in genders if gender), ""),
        kind=told if told is ActorKind.PERSON else next(iter(by_calls), told),
        entity=kind_of_entity(doc.entities[head]),
        subject=any(doc.deps[token] in SUBJECTS for token in (head, *also)),
        inner=doc.deps[head] in INSIDE,
        also=also,
    )


def _told_by_name(doc: Document, name: Name, words: list[str]) -> tuple[ActorKind | None, str]:
    """The kind and the gender that a name's own words and its title tell."""
    person = doc.entities[name.run.end - 1] == "PERSON"
    gender = GENDERS.get(words[0], "") if len(words) > 1 or person else ""
    if name.title:
        return ActorKind.PERSON, HONORIFICS.get(doc.lowers[name.title.end - 1], "") or gender
    body = kind_of_name(words) if len(words) > 1 or not person else None
    if gender and len(words) <= _LONGEST_PERSON and (body is None or len(words) == 2):  # noqa: PLR2004
        return ActorKind.PERSON, gender
    return body, ""


def _outer_head(doc: Document, run: Run) -> int:
    """The token of `run` that hangs on a word outside of it, the last if there are several."""
    return next(
        (t for t in reversed(range(run.start, run.end)) if doc.heads[t] not in run), run.end - 1
    )


def _body_call(words: list[str]) -> Iterator[Call]:
    """A body is also called by the noun in its name: "the ministry"."""
    noun = next((word for word in words if word in BODIES), None)
    if noun is not None:
        yield Call(noun, frozenset(words) - {noun}, plural=False)


def _calls_of_name(
    doc: Document, name: Name, head: int
) -> tuple[tuple[Call, ...], tuple[int, ...]]:
    """What the name's bearer is called beside it, and the heads of those appositions."""
    calls, also = [], []
    if name.title and doc.lowers[name.title.end - 1] not in HONORIFICS:
        words = [doc.lowers[token] for token in name.title]
        calls.append(
            Call(ABBREVIATED.get(words[-1], words[-1]), frozenset(words[:-1]), plural=False)
        )
    for child in doc.children[head]:
        if doc.deps[child] == "compound" and doc.tags[child] == "NN" and child < name.run.start:
            calls.append(call_of(doc, child))
        elif doc.deps[child] == "appos" and child > head and _tells_who(doc, child):
            calls.append(call_of(doc, child))
            also.append(child)
    above = doc.heads[head]
    if doc.deps[head] == "appos" and above < head and _tells_who(doc, above):
        calls.append(call_of(doc, above))
        also.append(above)
    elif doc.deps[head] in SUBJECTS and doc.lemmas[above] == "be":
        predicate = doc.child(above, "attr")
        if predicate is not None and doc.tags[predicate][:2] == "NN":
            calls.append(call_of(doc, predicate))
    return tuple(calls), tuple(also)


def _tells_who(doc: Document, noun: int) -> bool:
    """Whether a noun beside a name says who that is."""
    if doc.tags[noun] not in ("NN", "NNS") and doc.lowers[noun] not in PEOPLE:
        return False
    return call_of(doc, noun).kind is not None

"""Reports that tell of the same people and places, for what is asked across reports."""

from __future__ import annotations

from typing import Any

from sayso.model import (
    Act,
    ActorKind,
    EventType,
    Reading,
    RelationKind,
    Stance,
    TimePrecision,
)
from tests.samples import (
    SEL,
    actor,
    authors_word,
    event,
    happened_at,
    happened_on,
    others_word,
    party,
    place,
    quote,
    reading_of,
    relation,
    report,
    time,
)


def told(speaker: str, doer: str, victim: str, day: str, **known: Any) -> Reading:
    """A report in which `speaker` says that `doer` accused `victim` in Sel on `day`."""
    words = f"{doer} accused {victim} in Sel on {day}"
    of = report(f"{speaker} said {words}.", title=f"{speaker} on {day}", **known)
    source = actor(of, speaker, kind=ActorKind.PERSON, country="NOR")
    front = actor(of, doer, kind=ActorKind.ARMED_GROUP)
    other = actor(of, victim, kind=ActorKind.ORGANISATION)
    whole = authors_word(of, of.text)
    said = others_word(of, whole, source, (speaker, "said", words))
    sel = place(of, "Sel", **SEL)
    when = time(of, day, value=day, precision=TimePrecision.DAY)
    accused = event(
        of,
        said,
        "accused",
        EventType.ACCUSE,
        actors=(party(of, doer, front),),
        recipients=(party(of, victim, other),),
        place=happened_at(sel),
        time=happened_on(when),
    )
    tied = relation(said, (front, RelationKind.OPPOSES, other), quote(of, "accused"))
    return reading_of(
        of,
        *(whole, said),
        events=(accused,),
        relations=(tied,),
        actors=(source, front, other),
        places=(sel,),
        times=(when,),
    )


def denied(speaker: str, words: str, **known: Any) -> Reading:
    """A report in which `speaker` denies `words`."""
    of = report(f"{speaker} denied {words}.", **known)
    source = actor(of, speaker, kind=ActorKind.PERSON)
    whole = authors_word(of, of.text)
    said = others_word(
        of, whole, source, (speaker, "denied", words), act=Act.DENY, stance=Stance.DENIES
    )
    return reading_of(of, whole, said, actors=(source,))


def several() -> tuple[Reading, ...]:
    """Ida speaks four times, once of an earlier day, once in a report without a date."""
    return (
        told("Ida", "The Front", "the Union", "2031-05-01", published="2031-05-02"),
        told("ida", "the front", "The Union", "2031-04-01", published="2031-05-03"),
        told("Ida", "The Front", "Ole", "2031-05-03", published="2031-05-03"),
        told("Ida", "The Guard", "the Union", "2031-05-04"),
        denied("Ole", "the talks", published="2031-05-04"),
    )

"""A small report read by hand, with everything that a record can hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Certainty,
    Counted,
    Cue,
    Event,
    EventPlace,
    EventTime,
    EventType,
    Mention,
    Participant,
    Place,
    PlacePrecision,
    Polarity,
    PublishedFrom,
    Quantity,
    Quote,
    Reading,
    Reject,
    Relation,
    RelationKind,
    Report,
    SaidAt,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Status,
    Time,
    TimePrecision,
    cover,
)
from sayso.model.ids import (
    actor_id,
    event_id,
    place_id,
    reject_id,
    relation_id,
    report_id,
    sha256_hex,
    statement_id,
    time_id,
)

HERALD_TEXT = (
    "The Herald reported that officials denied the strike.\n"
    "“No one was hurt,” the\nmayor, Óskar Dal, said on Monday. Ships might leave Sel."
)


SEL = {
    "geonameid": 100_200,
    "latitude": 61.25,
    "longitude": 9.5,
    "country": "NOR",
    "precision": PlacePrecision.TOWN,
}
"""Where an invented town lies."""


def report(text: str, **found: Any) -> Report:
    """A report of `text`; `found` says what else is known of it."""
    sha256 = sha256_hex(text.encode())
    blank = Report(
        id=report_id(sha256),
        sha256=sha256,
        media_type="text/plain",
        uri=None,
        retrieved=None,
        title=None,
        publisher=None,
        authors=(),
        language="en",
        published=None,
        published_from=None,
        text=text,
        reader="by hand 1",
    )
    return replace(blank, **found)


def quote(of: Report, words: str) -> Span:
    """The first place where `words` stand in the report."""
    start = of.text.index(words)
    return Span.of(of.text, start, start + len(words))


def actor(of: Report, *mentions: str, **known: Any) -> Actor:
    """The actor that the report calls each of `mentions`."""
    spans = [quote(of, words) for words in mentions]
    blank = Actor(
        id=actor_id(of.id, spans[0]),
        name=" ".join(mentions[0].split()),
        kind=ActorKind.OTHER,
        country=None,
        roles=(),
        mentions=tuple(
            Mention(report=of.id, start=span.start, end=span.end, text=span.text) for span in spans
        ),
    )
    return replace(blank, **known)


def place(of: Report, words: str, **known: Any) -> Place:
    """The place that the report first names with `words`; `known` says which it is."""
    span = quote(of, words)
    blank = Place(
        id=place_id(of.id, span),
        report=of.id,
        span=span,
        name=words,
        geonameid=None,
        latitude=None,
        longitude=None,
        country=None,
        precision=None,
    )
    return replace(blank, **known)


def time(of: Report, words: str, **known: Any) -> Time:
    """The time that the report first names with `words`; `known` says which it is."""
    span = quote(of, words)
    blank = Time(
        id=time_id(of.id, span),
        report=of.id,
        span=span,
        value=None,
        precision=TimePrecision.VAGUE,
    )
    return replace(blank, **known)


def happened_at(named: Place) -> EventPlace:
    """The setting of an event that `named` tells."""
    return EventPlace(**{name: getattr(named, name) for name in EventPlace.__slots__})


def happened_on(named: Time) -> EventTime:
    """The time of an event that `named` tells."""
    return EventTime(**{name: getattr(named, name) for name in EventTime.__slots__})


def party(of: Report, words: str, who: Actor | None = None) -> Participant:
    """Whoever `words` tell of, who is `who` if that is known."""
    return Participant(span=quote(of, words), actor=who.id if who else None)


def event(of: Report, told: Statement, trigger: str, code: EventType, **known: Any) -> Event:
    """The event of type `code` that `told` tells at the first place where `trigger` stands."""
    span = quote(of, trigger)
    blank = Event(
        id=event_id(of.id, span, code),
        report=of.id,
        statement=told.id,
        trigger=span,
        code=code,
        mode=None,
        context=None,
        actors=(),
        recipients=(),
        instruments=(),
        place=None,
        time=None,
        status=Status.REPORTED,
        quantities=(),
        score=0.5,
    )
    return replace(blank, **known)


def relation(
    told: Statement, ends: tuple[Actor, RelationKind, Actor], *words: Span, **known: Any
) -> Relation:
    """The tie between two actors that `words` in the content of `told` tell of."""
    from_, kind, to = ends
    blank = Relation(
        id=relation_id(told.report, kind, (from_.id, to.id), words),
        report=told.report,
        statement=told.id,
        kind=kind,
        from_=from_.id,
        to=to.id,
        spans=words,
        status=Status.REPORTED,
        time=None,
        score=0.5,
    )
    return replace(blank, **known)


def authors_word(of: Report, content: str, **read: Any) -> Statement:
    """The author's own statement `content`."""
    words = quote(of, content)
    blank = Statement(
        id=statement_id(of.id, (), (), (words,)),
        report=of.id,
        span=words,
        source=Source(spans=(), kind=SourceKind.AUTHOR, actor=None),
        cue=None,
        content=(words,),
        act=Act.SAY,
        stance=Stance.AFFIRMS,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.UNSTATED,
        hedges=(),
        quote=Quote.NONE,
        parent=None,
        depth=0,
        said_at=None,
        score=1.0,
    )
    return replace(blank, **read)


def others_word(
    of: Report, parent: Statement, who: Actor, words: tuple[str, str, str], **read: Any
) -> Statement:
    """The statement that `who` makes in the content of `parent`: source, cue, content."""
    source, cue, content = (quote(of, each) for each in words)
    blank = replace(
        authors_word(of, words[2]),
        id=statement_id(of.id, [source], [cue], [content]),
        span=cover(of.text, [source, cue, content]),
        source=Source(spans=(source,), kind=SourceKind.NAMED, actor=who.id),
        cue=Cue(spans=(cue,)),
        quote=Quote.INDIRECT,
        parent=parent.id,
        depth=parent.depth + 1,
        score=0.9,
    )
    return replace(blank, **read)


def reading_of(of: Report, *statements: Statement, **read: Any) -> Reading:
    """What was read in a report: `statements`, and what else `read` says."""
    blank = Reading(report=of, statements=statements, actors=(), places=(), times=())
    return replace(blank, **read)


def herald() -> Reading:
    """The Herald has it from officials who deny; the mayor is quoted; the author adds a word."""
    of = report(
        HERALD_TEXT,
        uri="file:///reports/herald.txt",
        retrieved="2031-05-06T08:00:00Z",
        title="Strike denied",
        publisher="Harbour Post",
        authors=("A. Writer", "Ída Þór"),
        published="2031-05-06",
        published_from=PublishedFrom.METADATA,
    )
    paper = actor(of, "The Herald", kind=ActorKind.MEDIA, country="ISL", roles=("MED",))
    officials = actor(of, "officials", kind=ActorKind.GOVERNMENT)
    mayor = actor(of, "the\nmayor, Óskar Dal", name="Óskar Dal", kind=ActorKind.PERSON)
    first = authors_word(of, "The Herald reported that officials denied the strike.")
    reported = others_word(
        of, first, paper, ("The Herald", "reported", "officials denied the strike")
    )
    denied = others_word(
        of,
        reported,
        officials,
        ("officials", "denied", "the strike"),
        source=Source(
            spans=(quote(of, "officials"),), kind=SourceKind.DESCRIBED, actor=officials.id
        ),
        act=Act.DENY,
        stance=Stance.DENIES,
        score=0.75,
    )
    none = Quantity(span=quote(of, "No one"), of=Counted.INJURED, low=0, high=0)
    second = authors_word(of, "“No one was hurt,” the\nmayor, Óskar Dal, said on Monday.")
    quoted = others_word(
        of,
        second,
        mayor,
        ("the\nmayor, Óskar Dal", "said", "“No one was hurt,”"),
        polarity=Polarity.NEGATIVE,
        certainty=Certainty.CERTAIN,
        quote=Quote.DIRECT,
        said_at=SaidAt(span=quote(of, "on Monday"), value="2031-05-05"),
        quantities=(none,),
    )
    third = authors_word(
        of, "Ships might leave Sel.", certainty=Certainty.POSSIBLE, hedges=(quote(of, "might"),)
    )
    sel = place(of, "Sel", **SEL)
    monday = time(of, "Monday", value="2031-05-05", precision=TimePrecision.DAY)
    refusal = event(
        of,
        reported,
        "denied",
        EventType.REJECT,
        actors=(party(of, "officials", officials),),
        recipients=(party(of, "The Herald", paper), party(of, "strike")),
        context="military",
        score=0.9,
    )
    strike = event(of, denied, "strike", EventType.ASSAULT, mode="aerial", status=Status.NEGATED)
    harm = event(
        of,
        quoted,
        "hurt",
        EventType.ASSAULT,
        recipients=(party(of, "No one"),),
        time=happened_on(monday),
        status=Status.NEGATED,
        quantities=(none,),
    )
    departure = event(
        of,
        third,
        "leave",
        EventType.RETREAT,
        instruments=(quote(of, "Ships"),),
        place=happened_at(sel),
        status=Status.HYPOTHETICAL,
    )
    cited = relation(
        first, (paper, RelationKind.LINKED_TO, officials), quote(of, "reported"), score=0.25
    )
    led = relation(
        second,
        (mayor, RelationKind.LEADS, officials),
        *(quote(of, "the\nmayor"), quote(of, "Óskar Dal")),
        status=Status.HISTORICAL,
        time=happened_on(monday),
    )
    return reading_of(
        of,
        *(first, reported, denied, second, quoted, third),
        events=(refusal, strike, harm, departure),
        relations=(cited, led),
        actors=(paper, officials, mayor),
        places=(sel,),
        times=(monday,),
    )


def gazette() -> Reading:
    """A later report with one credited statement."""
    of = report("Port officials doubt the herald's story.", published="2031-05", title="Doubts")
    port = actor(of, "Port officials", name="Sel Port Authority")
    whole = authors_word(of, of.text)
    doubted = others_word(
        of,
        whole,
        port,
        ("Port officials", "doubt", "the herald's story"),
        act=Act.DOUBT,
        stance=Stance.UNCERTAIN,
        score=0.5,
    )
    return reading_of(of, whole, doubted, actors=(port,))


def refused() -> Reject:
    """A reject."""
    given, stage, reason = "empty.txt", "read", "the file is empty"
    return Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)

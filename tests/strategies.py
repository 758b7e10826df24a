"""Hypothesis strategies for valid readings: every span quotes its words, every tree nests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import strategies as st

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Certainty,
    Counted,
    Cue,
    Event,
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
from tests.samples import happened_at, happened_on

texts = st.text(min_size=1, max_size=80)
words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words
scores = st.floats(min_value=0, max_value=1)
days = st.dates().map(lambda day: day.isoformat())
edtf = days | days.map(lambda day: f"{day[:7]}~") | st.tuples(days, days).map("/".join)
others = st.sampled_from([kind for kind in SourceKind if kind is not SourceKind.AUTHOR])


@st.composite
def spans(draw: st.DrawFn, text: str, *, within: Span | None = None) -> Span:
    """A span of `text`, inside `within` if that is given."""
    first, last = (within.start, within.end) if within else (0, len(text))
    start = draw(st.integers(first, last - 1))
    return Span.of(text, start, draw(st.integers(start + 1, last)))


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """A report with any text, whose other fields are any words."""
    text = draw(texts)
    sha256 = sha256_hex(text.encode())
    return Report(
        id=report_id(sha256),
        sha256=sha256,
        media_type=draw(words),
        uri=draw(maybe_words),
        retrieved=draw(maybe_words),
        title=draw(maybe_words),
        publisher=draw(maybe_words),
        authors=tuple(draw(st.lists(words, max_size=2))),
        language=draw(maybe_words),
        published=draw(maybe_words),
        published_from=draw(st.none() | st.sampled_from(PublishedFrom)),
        text=text,
        reader=draw(maybe_words),
    )


@st.composite
def actors(draw: st.DrawFn, report: Report) -> Actor:
    """An actor whom `report` mentions."""
    mentioned = sorted(draw(st.lists(spans(report.text), min_size=1, max_size=3, unique=True)))
    return Actor(
        id=actor_id(report.id, mentioned[0]),
        name=draw(words),
        kind=draw(st.sampled_from(ActorKind)),
        country=draw(maybe_words),
        roles=tuple(draw(st.lists(words, max_size=2))),
        mentions=tuple(
            Mention(report=report.id, start=span.start, end=span.end, text=span.text)
            for span in mentioned
        ),
    )


@st.composite
def credited(
    draw: st.DrawFn, report: Report, parent: Statement, known: Sequence[Actor]
) -> Statement:
    """A statement in the content of `parent`, credited to one of the `known` actors or nobody."""
    inside = spans(report.text, within=draw(st.sampled_from(parent.content)))
    source = Source(
        spans=tuple(draw(st.lists(inside, max_size=2))),
        kind=draw(others),
        actor=draw(st.sampled_from([None, *(actor.id for actor in known)])),
    )
    cue = Cue(spans=tuple(draw(st.lists(inside, max_size=2))))
    content = tuple(draw(st.lists(inside, min_size=1, max_size=2)))
    said = draw(st.none() | inside)
    return Statement(
        id=statement_id(report.id, source.spans, cue.spans, content),
        report=report.id,
        span=cover(report.text, source.spans + cue.spans + content),
        source=source,
        cue=cue,
        content=content,
        act=draw(st.sampled_from(Act)),
        stance=draw(st.sampled_from(Stance)),
        polarity=draw(st.sampled_from(Polarity)),
        certainty=draw(st.sampled_from(Certainty)),
        hedges=tuple(draw(st.lists(inside, max_size=2))),
        quote=draw(st.sampled_from(Quote)),
        parent=parent.id,
        depth=parent.depth + 1,
        said_at=SaidAt(span=said, value=draw(words)) if said else None,
        quantities=tuple(draw(st.lists(quantities(report.text, within=content[0]), max_size=1))),
        score=draw(scores),
    )


def by_author(report: Report, content: Span) -> Statement:
    """The author's own word: `content`."""
    return Statement(
        id=statement_id(report.id, (), (), (content,)),
        report=report.id,
        span=content,
        source=Source(spans=(), kind=SourceKind.AUTHOR, actor=None),
        cue=None,
        content=(content,),
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


@st.composite
def places(draw: st.DrawFn, report: Report) -> Place:
    """A place that `report` names: resolved, of unknown id, or known by its words alone."""
    span = draw(spans(report.text))
    located = draw(st.booleans())
    return Place(
        id=place_id(report.id, span),
        report=report.id,
        span=span,
        name=draw(words),
        geonameid=draw(st.none() | st.integers(1, 2**31 - 1)) if located else None,
        latitude=draw(st.floats(-90, 90)) if located else None,
        longitude=draw(st.floats(-180, 180)) if located else None,
        country=draw(maybe_words) if located else None,
        precision=draw(st.none() | st.sampled_from(PlacePrecision)) if located else None,
    )


@st.composite
def times(draw: st.DrawFn, report: Report) -> Time:
    """A time that `report` names, with a value or without."""
    span = draw(spans(report.text))
    return Time(
        id=time_id(report.id, span),
        report=report.id,
        span=span,
        value=draw(st.none() | edtf),
        precision=draw(st.sampled_from(TimePrecision)),
    )


def innermost(said: Sequence[Statement], words: Span) -> Statement | None:
    """The deepest statement in whose content `words` stand, None where there is none."""
    holding = [one for one in said if any(each.contains(words) for each in one.content)]
    return max(holding, key=lambda one: one.depth, default=None)


@st.composite
def quantities(draw: st.DrawFn, text: str, *, within: Span | None = None) -> Quantity:
    """How many, as a range with both ends, one or none."""
    low, high = sorted(draw(st.tuples(st.integers(0, 2**63 - 1), st.integers(0, 2**63 - 1))))
    return Quantity(
        span=draw(spans(text, within=within)),
        of=draw(st.sampled_from(Counted)),
        low=draw(st.sampled_from([low, None])),
        high=draw(st.sampled_from([high, None])),
    )


@st.composite
def events(draw: st.DrawFn, read: Reading) -> Event:
    """An event somewhere in what is said in `read`, with anybody, anywhere, at any time there."""
    report = read.report
    parties = st.builds(
        Participant,
        span=spans(report.text),
        actor=st.sampled_from([None, *(actor.id for actor in read.actors)]),
    )
    several = st.lists(parties, max_size=2).map(tuple)
    content = draw(st.sampled_from([span for one in read.statements for span in one.content]))
    trigger, code = draw(spans(report.text, within=content)), draw(st.sampled_from(EventType))
    told = innermost(read.statements, trigger)
    assert told is not None
    named = {place.span: place for place in read.places}
    where = draw(st.none() | places(report).map(lambda one: named.get(one.span, one)))
    when = draw(st.sampled_from([None, *read.times]))
    return Event(
        id=event_id(report.id, trigger, code),
        report=report.id,
        statement=told.id,
        trigger=trigger,
        code=code,
        mode=draw(maybe_words),
        context=draw(maybe_words),
        actors=draw(several),
        recipients=draw(several),
        instruments=tuple(draw(st.lists(spans(report.text), max_size=2))),
        place=happened_at(where) if where else None,
        time=happened_on(when) if when else None,
        status=draw(st.sampled_from(Status)),
        quantities=tuple(draw(st.lists(quantities(report.text), max_size=2))),
        score=draw(scores),
    )


@st.composite
def relations(draw: st.DrawFn, read: Reading) -> Relation:
    """A tie between two of the actors of `read`, told by one word or two close together."""
    report = read.report
    content = draw(st.sampled_from([span for one in read.statements for span in one.content]))
    around = draw(spans(report.text, within=content))
    told = innermost(read.statements, around)
    assert told is not None
    kind = draw(st.sampled_from(RelationKind))
    from_, to = draw(st.permutations([actor.id for actor in read.actors]))[:2]
    words = (around, *draw(st.lists(spans(report.text, within=around), max_size=1)))
    when = draw(st.sampled_from([None, *read.times]))
    return Relation(
        id=relation_id(report.id, kind, (from_, to), words),
        report=report.id,
        statement=told.id,
        kind=kind,
        from_=from_,
        to=to,
        spans=words,
        status=draw(st.sampled_from(Status)),
        time=happened_on(when) if when else None,
        score=draw(scores),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A report with the author's statements, what stands in them, and whom, where and when.

    And with what happened and how actors are tied, on the word of these statements.
    """
    report = draw(reports())
    known = {actor.id: actor for actor in draw(st.lists(actors(report), max_size=3))}
    sentences = draw(st.lists(spans(report.text), min_size=1, max_size=3))
    said = {each.id: each for each in (by_author(report, span) for span in sentences)}
    for _ in range(draw(st.integers(0, 4))):
        parent = draw(st.sampled_from(list(said.values())))
        child = draw(credited(report, parent, list(known.values())))
        said.setdefault(child.id, child)
    where = {place.id: place for place in draw(st.lists(places(report), max_size=2))}
    when = {time.id: time for time in draw(st.lists(times(report), max_size=2))}
    read = Reading(
        report=report,
        statements=tuple(said.values()),
        actors=tuple(known.values()),
        places=tuple(where.values()),
        times=tuple(when.values()),
    )
    tied = st.lists(relations(read), max_size=2) if len(known) > 1 else st.just([])
    return replace(
        read,
        events=tuple({one.id: one for one in draw(st.lists(events(read), max_size=2))}.values()),
        relations=tuple({one.id: one for one in draw(tied)}.values()),
    )


@st.composite
def rejects(draw: st.DrawFn) -> Reject:
    """Any reject."""
    given, stage, reason = draw(words), draw(words), draw(words)
    return Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)

"""Hypothesis strategies for valid readings: every span quotes its words, every tree nests."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from sayso.model import (
    Act,
    Actor,
    ActorKind,
    Certainty,
    Cue,
    Mention,
    Place,
    PlacePrecision,
    Polarity,
    PublishedFrom,
    Quote,
    Reading,
    Reject,
    Report,
    SaidAt,
    Source,
    SourceKind,
    Span,
    Stance,
    Statement,
    Time,
    TimePrecision,
    cover,
)
from sayso.model.ids import (
    actor_id,
    place_id,
    reject_id,
    report_id,
    sha256_hex,
    statement_id,
    time_id,
)

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
        geonameid=draw(st.none() | st.integers(1, 2**40)) if located else None,
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


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A report with the author's statements, what stands in them, and whom, where and when."""
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
    return Reading(
        report=report,
        statements=tuple(said.values()),
        actors=tuple(known.values()),
        places=tuple(where.values()),
        times=tuple(when.values()),
    )


@st.composite
def rejects(draw: st.DrawFn) -> Reject:
    """Any reject."""
    given, stage, reason = draw(words), draw(words), draw(words)
    return Reject(id=reject_id(given, stage, reason), input=given, stage=stage, reason=reason)

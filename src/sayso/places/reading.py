"""One report's places as records."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sayso.model import Place, Report, Span
from sayso.model.ids import place_id
from sayso.places.context import Context, context_of
from sayso.places.datelines import dateline_mentions
from sayso.places.gazetteer import Entry, Gazetteer, load_gazetteer
from sayso.places.kinds import PRECISION
from sayso.places.mentions import Mention, Scan
from sayso.places.recognition import Recogniser, is_place
from sayso.places.resolution import features, likeliest
from sayso.places.tables import weights
from sayso.reader import Document


def read_places(report: Report, doc: Document) -> tuple[Place, ...]:
    """Every place that `report`, parsed as `doc`, names, in text order, each in GeoNames if there.

    Raises ReaderError when the gazetteer cannot be read.
    """
    gazetteer = load_gazetteer()
    scan = Scan(doc, gazetteer)
    named = named_places(doc, recognised(doc, scan, gazetteer), gazetteer)
    context = context_of(doc, named, scan.demonyms, gazetteer)
    meant = meanings(named, context)
    return tuple(
        _record(report, doc, gazetteer, mention, entry)
        for mention, entry in zip(named, meant, strict=True)
    )


def recognised(doc: Document, scan: Scan, gazetteer: Gazetteer) -> list[Mention]:
    """The mentions of `scan` that name places."""
    context = context_of(doc, scan.mentions, scan.demonyms, gazetteer)
    recogniser = Recogniser(doc, scan.mentions, context, gazetteer)
    return [
        mention
        for number, mention in enumerate(scan.mentions)
        if is_place(recogniser.features(number), weights("recognition"))
    ]


def named_places(doc: Document, inside: list[Mention], gazetteer: Gazetteer) -> list[Mention]:
    """The places of the text, `inside` its paragraphs and in datelines before them, in order."""
    return sorted((*inside, *dateline_mentions(doc, gazetteer)), key=lambda one: one.start)


def meanings(mentions: Sequence[Mention], context: Context) -> Iterator[Entry | None]:
    """The place that each mention means, None for names that no gazetteer has."""
    insides = wholes(mentions, context)
    found: dict[tuple[str, tuple[Entry, ...]], Entry] = {}
    for number, mention in enumerate(mentions):
        if not mention.entries:
            yield None
            continue
        inside = context.inside.get(number) or insides.get(mention.name, ())
        if (mention.name, inside) not in found:
            told = features(mention.name, mention.entries, inside, context)
            found[mention.name, inside] = likeliest(mention.entries, told, weights("resolution"))
        yield found[mention.name, inside]


def wholes(mentions: Sequence[Mention], context: Context) -> Mapping[str, tuple[Entry, ...]]:
    """By name, what the report first says that the place of this name lies in."""
    found: dict[str, tuple[Entry, ...]] = {}
    for number, inside in context.inside.items():
        found.setdefault(mentions[number].name, inside)
    return found


def _record(
    report: Report, doc: Document, gazetteer: Gazetteer, mention: Mention, entry: Entry | None
) -> Place:
    span = Span.of(doc.text, mention.start, mention.end)
    return Place(
        id=place_id(report.id, span),
        report=report.id,
        span=span,
        name=gazetteer.name(entry) if entry else span.text,
        geonameid=gazetteer.geonameid(entry) if entry else None,
        latitude=entry.latitude if entry else None,
        longitude=entry.longitude if entry else None,
        country=gazetteer.country(entry) if entry else None,
        precision=PRECISION[entry.kind] if entry else None,
    )

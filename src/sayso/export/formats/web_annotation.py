"""W3C Web Annotations: statements and events, anchored to the words of their reports.

The model: https://www.w3.org/TR/annotation-model/. Each piece (source, cue, content, trigger …) is
a target of its own, found by its words and by its place; its style class says which piece it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from sayso.export.formats.iris import TERMS, address, iri
from sayso.export.formats.readings import readings
from sayso.export.formats.streamed import json_bytes, passed_on, write_array
from sayso.export.formats.voices import Voices
from sayso.export.happening import parties
from sayso.ledger import Ledger
from sayso.model import Event, Reading, Report, Span, Statement

Node = dict[str, object]

_CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"sayso": TERMS}]

_AROUND = 32
"""Characters before and after the words that are quoted with them, to tell them from the same."""


def write_web_annotation(ledger: Ledger, stream: BinaryIO) -> None:
    """Write `ledger` as one collection of annotations, on one page."""
    told = hashlib.sha256()
    stream.write(b'{"@context": ' + json_bytes(_CONTEXT) + b', "type": "AnnotationCollection"')
    stream.write(b', "first": {"type": "AnnotationPage", "startIndex": 0, "items": ')
    total = write_array(stream, passed_on(told.update, _annotations(ledger)))
    # The ids, which follow from all that was written, come last: their order means nothing.
    collection = iri(f"annotations:{told.hexdigest()}")
    page_of = {"id": f"{collection}:1", "partOf": collection}
    stream.write(b", " + json_bytes(page_of)[1:])
    stream.write(b", " + json_bytes({"total": total, "id": collection})[1:] + b"\n")


def _annotations(ledger: Ledger) -> Iterator[Node]:
    for reading in readings(ledger):
        telling = _Telling(reading)
        yield from map(telling.statement, reading.statements)
        yield from map(telling.event, reading.events)


class _Telling:
    """What a reading tells, as annotations of its report."""

    def __init__(self, reading: Reading) -> None:
        self._report = reading.report
        self._voices = Voices(reading)

    def statement(self, said: Statement) -> Node:
        """A statement: its fields, and its pieces in place."""
        told = {
            "speaker": self._voices.who(said.id),
            "source_kind": said.source.kind,
            "act": said.act,
            "stance": said.stance,
            "polarity": said.polarity,
            "certainty": said.certainty,
            "quote": said.quote,
            "depth": said.depth,
            "said_at": said.said_at.value if said.said_at else None,
            "parent": _node(said.parent),
            "score": said.score,
        }
        pieces = [
            *(("content", span) for span in said.content),
            *(("source", span) for span in said.source.spans),
            *(("cue", span) for span in (said.cue.spans if said.cue else ())),
            *(("hedge", span) for span in said.hedges),
        ]
        return self._annotation(said.id, "Statement", told, (said.act, said.stance), pieces)

    def event(self, event: Event) -> Node:
        """An event: its fields, whose word it is, and its pieces in place."""
        told = {
            "speaker": self._voices.who(event.statement),
            "statement": _node(event.statement),
            "code": event.code,
            "mode": event.mode,
            "context": event.context,
            "parties": parties(event, self._voices.names),
            "place": event.place.name if event.place else None,
            "time": event.time.value if event.time else None,
            "status": event.status,
            "score": event.score,
        }
        pieces = [
            ("trigger", event.trigger),
            *(("actor", one.span) for one in event.actors),
            *(("recipient", one.span) for one in event.recipients),
            *(("instrument", span) for span in event.instruments),
            *(("place", one.span) for one in (event.place,) if one),
            *(("time", one.span) for one in (event.time,) if one),
            *(("quantity", one.span) for one in event.quantities),
        ]
        return self._annotation(event.id, "Event", told, (event.code, event.status), pieces)

    def _annotation(
        self,
        record: str,
        kind: str,
        told: Mapping[str, object],
        tags: Iterable[str],
        pieces: Iterable[tuple[str, Span]],
    ) -> Node:
        fields = {f"sayso:{name}": value for name, value in told.items() if value is not None}
        return {
            "id": f"{iri(record)}:annotation",
            "type": "Annotation",
            "motivation": "describing",
            "generator": {"type": "Software", "name": self._report.reader or "sayso"},
            "body": [
                {"id": iri(record), "type": f"sayso:{kind}", **fields},
                *({"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags),
            ],
            "target": [_target(self._report, piece, span) for piece, span in pieces],
        }


def _target(report: Report, piece: str, span: Span) -> Node:
    return {
        "type": "SpecificResource",
        "styleClass": f"sayso-{piece}",
        **_source(report),
        "selector": [
            {"type": "TextQuoteSelector", "exact": span.text, **_surroundings(report.text, span)},
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }


def _source(report: Report) -> Node:
    """What is annotated: the page, in the state of the text that positions count in, or the text.

    A state says which representation of a source was meant, and is applied before the selectors:
    https://www.w3.org/TR/annotation-model/#states.
    """
    url = address(report)
    if url is None:
        return {"source": iri(report.id)}
    state: Node = {"type": "TimeState", "cached": iri(report.id)}
    if report.retrieved:
        state["sourceDate"] = report.retrieved
    return {"source": url, "state": state}


def _surroundings(text: str, span: Span) -> Node:
    before = text[max(span.start - _AROUND, 0) : span.start]
    after = text[span.end : span.end + _AROUND]
    return {name: words for name, words in (("prefix", before), ("suffix", after)) if words}


def _node(record: str | None) -> Node | None:
    return {"id": iri(record)} if record else None

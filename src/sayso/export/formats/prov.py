"""W3C PROV-O: where every record comes from, down to the raw bytes, as linked data.

The ontology: https://www.w3.org/TR/prov-o/. JSON-LD with its context inside: no network is needed
to read it. Bytes are named by their SHA-256 (RFC 6920), places in a text by RFC 5147.

The report, that is its text, was derived from the raw bytes; statements were quoted from the
report, events and relations derived from statements, claims and links from all that they join.
Each acquisition has a copy of the bytes for outcome, made from what stands at an address. Deletion
and judgement are activities of persons.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO
from urllib.parse import quote

from sayso.export.formats.iris import iri
from sayso.export.formats.readings import readings
from sayso.export.formats.streamed import json_bytes, write_array
from sayso.ledger import Ledger
from sayso.model import (
    Acquisition,
    Claim,
    Deletion,
    Event,
    Judgement,
    Link,
    Place,
    Reading,
    Relation,
    Report,
    Span,
    Time,
)

Node = dict[str, object]

_CONTEXT = {
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "comment": "rdfs:comment",
    "value": "prov:value",
    "endedAtTime": {"@id": "prov:endedAtTime", "@type": "xsd:dateTime"},
    **{
        name: {"@id": f"prov:{name}", "@type": "@id"}
        for name in (
            *("used", "wasGeneratedBy", "wasInvalidatedBy", "wasAssociatedWith", "atLocation"),
            *("wasDerivedFrom", "wasQuotedFrom", "hadPrimarySource", "specializationOf"),
            *("qualifiedUsage", "entity", "wasAttributedTo"),
        )
    },
}
_ENTITY, _ACTIVITY = "prov:Entity", "prov:Activity"
_PERSON, _SOFTWARE = ["prov:Agent", "prov:Person"], ["prov:Agent", "prov:SoftwareAgent"]

_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:.")
_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"


def write_prov(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the provenance of everything in `ledger`, and of what was deleted from it."""
    stream.write(b'{"@context": ' + json_bytes(_CONTEXT) + b',\n"@graph": ')
    write_array(stream, _Provenance(ledger).nodes())
    stream.write(b"}\n")


class _Provenance:
    """The nodes of the graph: those of agents come last, when all of them are known."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._agents: dict[str, Node] = {}
        self._deleted: dict[str, str] = {}
        """Of each report, the last deletion so far."""

    def nodes(self) -> Iterator[Node]:
        for reading in readings(self._ledger):
            yield from self._reading(reading)
        for acquisition in self._ledger.acquisitions():
            yield from self._acquisition(acquisition)
        for deletion in self._ledger.deletions():
            yield from self._deletion(deletion)
        yield from map(_claim, self._ledger.claims())
        yield from map(_link, self._ledger.links())
        for judgement in self._ledger.judgements():
            yield from self._judgement(judgement)
        yield from (self._agents[name] for name in sorted(self._agents))

    def _reading(self, reading: Reading) -> Iterator[Node]:
        """The bytes of a report, its text, and all records that were read in that."""
        report = reading.report
        act = iri(f"{report.id}:reading")
        yield {
            "id": _bytes(report.sha256),
            "type": _ENTITY,
            "label": f"raw bytes, SHA-256 {report.sha256}, {report.media_type}",
        }
        yield {
            "id": act,
            "type": _ACTIVITY,
            "label": f"reading of {report.id}",
            "used": _bytes(report.sha256),
            "wasAssociatedWith": self._agent(report.reader or "sayso", _SOFTWARE),
        }
        yield {
            "id": iri(report.id),
            "type": _ENTITY,
            "label": report.title or report.id,
            "wasDerivedFrom": _bytes(report.sha256),
            "wasGeneratedBy": act,
        }
        for node in _records(reading):
            yield {**node, "wasGeneratedBy": act}

    def _acquisition(self, acquisition: Acquisition) -> Iterator[Node]:
        act, copy = iri(acquisition.id), iri(f"{acquisition.id}:copy")
        source = _address(acquisition.uri)
        yield {
            "id": act,
            "type": _ACTIVITY,
            "label": f"acquisition of {acquisition.report} from {acquisition.acquired_from}",
            "endedAtTime": acquisition.at,
            "wasAssociatedWith": self._agent(acquisition.by, _SOFTWARE),
            **_given("used", source),
            **_given("qualifiedUsage", _container(acquisition)),
        }
        yield {
            "id": copy,
            "type": _ENTITY,
            "label": f"copy of {acquisition.size} bytes" + (", kept" if acquisition.kept else ""),
            "wasGeneratedBy": act,
            "specializationOf": _bytes(acquisition.sha256),
            **_given("hadPrimarySource", source),
        }
        yield _entity(_bytes(acquisition.sha256))
        if source is not None:
            yield _entity(source)

    def _deletion(self, deletion: Deletion) -> Iterator[Node]:
        act, report = iri(deletion.id), iri(deletion.report)
        gone = deletion.report not in self._ledger
        yield {
            "id": act,
            "type": _ACTIVITY,
            "label": f"deletion of {deletion.report}",
            "comment": deletion.reason,
            "endedAtTime": deletion.at,
            "wasAssociatedWith": self._agent(deletion.by, _PERSON),
            "used": report,
        }
        yield {
            **_entity(report),
            "wasDerivedFrom": _bytes(deletion.sha256),
            **_given("wasInvalidatedBy", act if gone else None),
        }
        yield _entity(_bytes(deletion.sha256))
        if deletion.raw_deleted:
            yield from self._deleted_copies(deletion)
        self._deleted[deletion.report] = deletion.id

    def _deleted_copies(self, deletion: Deletion) -> Iterator[Node]:
        """The copies that were there when the raw bytes were deleted: those since the last time."""
        before = self._deleted.get(deletion.report)
        for acquisition in self._ledger.acquisitions(deletion.report):
            if acquisition.after == before:
                copy = iri(f"{acquisition.id}:copy")
                yield {"id": copy, "wasInvalidatedBy": iri(deletion.id)}

    def _judgement(self, judgement: Judgement) -> Iterator[Node]:
        act = iri(f"{judgement.id}:judging")
        about = [iri(each) for each in (judgement.target, judgement.claim) if each]
        who = self._agent(judgement.by, _PERSON)
        yield {
            "id": act,
            "type": _ACTIVITY,
            "label": f"judgement of {judgement.target}",
            "endedAtTime": judgement.at,
            "wasAssociatedWith": who,
            "used": about,
        }
        yield {
            "id": iri(judgement.id),
            "type": _ENTITY,
            "value": " ".join(filter(None, (judgement.kind, judgement.value))),
            **_given("comment", judgement.note),
            "wasGeneratedBy": act,
            "wasAttributedTo": who,
            "wasDerivedFrom": about,
        }
        # What was judged may be gone since.
        yield from map(_entity, about)

    def _agent(self, name: str, kind: list[str]) -> str:
        """The IRI of an agent, of whom a node is kept."""
        sort = "person" if kind is _PERSON else "software"
        agent = iri(f"{sort}:{quote(name, safe='')}")
        self._agents[agent] = {"id": agent, "type": kind, "label": name}
        return agent


# --- what was read ---


def _records(reading: Reading) -> Iterator[Node]:
    report = reading.report
    for said in reading.statements:
        yield {**_words(said.id, report, said.span), "wasQuotedFrom": iri(report.id)}
    told: Sequence[Event | Relation] = (*reading.events, *reading.relations)
    for one in told:
        yield {**_words(one.id, report, _span(one)), "wasDerivedFrom": iri(one.statement)}
    expressions: Sequence[Place | Time] = (*reading.places, *reading.times)
    for named in expressions:
        yield {**_words(named.id, report, named.span), "wasQuotedFrom": iri(report.id)}
    for actor in reading.actors:
        yield _derived(actor.id, actor.name, report.id)


def _span(told: Event | Relation) -> Span:
    return told.trigger if isinstance(told, Event) else told.spans[0]


def _words(record: str, report: Report, span: Span) -> Node:
    place = f"{iri(report.id)}#char={span.start},{span.end}"
    return {
        "id": iri(record),
        "type": _ENTITY,
        "value": span.text,
        "atLocation": {"id": place, "type": "prov:Location"},
    }


def _claim(claim: Claim) -> Node:
    return _derived(claim.id, claim.gist, *(member.statement for member in claim.members))


def _link(link: Link) -> Node:
    return _derived(link.id, f"{link.kind}: {link.reason}", link.from_, link.to)


def _derived(record: str, label: str, *sources: str) -> Node:
    return {
        "id": iri(record),
        "type": _ENTITY,
        "label": label,
        "wasDerivedFrom": [iri(each) for each in sources],
    }


# --- where bytes come from ---


def _bytes(sha256: str) -> str:
    """The name of the bytes with this SHA-256, whoever has them."""
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return f"ni:///sha-256;{digest}"


def _container(acquisition: Acquisition) -> Node | None:
    """The archive, table or feed that the bytes stood in, and where in it."""
    container = _address(acquisition.container)
    if container is None:
        return None
    entity = {"id": container, "type": _ENTITY}
    place = {"type": "prov:Location", "label": f"position {acquisition.position}"}
    told = {} if acquisition.position is None else {"atLocation": place}
    return {"type": "prov:Usage", "entity": entity, **told}


def _address(uri: str | None) -> str | None:
    """`uri` as an IRI; null where it is none by itself."""
    absolute = uri is not None and _ABSOLUTE.match(uri)
    return quote(uri or "", safe=_IN_ADDRESSES) if absolute else None


def _entity(name: str) -> Node:
    return {"id": name, "type": _ENTITY}


def _given(name: str, value: object) -> Node:
    return {} if value is None else {name: value}

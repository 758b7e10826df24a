import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import RDF, Graph, URIRef

from sayso.export.formats.iris import TERMS, iri
from sayso.export.formats.web_annotation import write_web_annotation
from sayso.model import Event, Reading, Report, Statement
from tests.export.formats.harbour import (
    BOTH_SAID,
    ENCODED,
    GOLDEN,
    harbour,
    written,
    written_of_nothing,
)
from tests.samples import gazette, herald

Node = dict[str, Any]

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
_BY_NAME = """
Annotation TextualBody SpecificResource TextQuoteSelector TextPositionSelector TimeState
exact prefix suffix start end styleClass sourceDate describing tagging
"""
_TERMS: dict[str, object] = {
    "id": "@id",
    "type": "@type",
    **{name: f"{OA}{name}" for name in _BY_NAME.split()},
    "AnnotationCollection": f"{AS}OrderedCollection",
    "AnnotationPage": f"{AS}OrderedCollectionPage",
    "Software": f"{AS}Application",
    "total": f"{AS}totalItems",
    "startIndex": f"{AS}startIndex",
    "name": "http://xmlns.com/foaf/0.1/name",
    "value": str(RDF.value),
    "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    **{
        name: {"@id": known, "@type": "@id"}
        for name, known in {
            "first": f"{AS}first",
            "partOf": f"{AS}partOf",
            "generator": f"{AS}generator",
            "body": f"{OA}hasBody",
            "target": f"{OA}hasTarget",
            "source": f"{OA}hasSource",
            "selector": f"{OA}hasSelector",
            "state": f"{OA}hasState",
            "cached": f"{OA}cachedSource",
        }.items()
    },
    "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
}
"""What the context at http://www.w3.org/ns/anno.jsonld makes of the terms that are used here.

From the vocabulary at https://www.w3.org/TR/annotation-vocab/; no other term is known.
"""


def _context(address: str, _options: object) -> Node:
    assert address == "http://www.w3.org/ns/anno.jsonld"
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": _TERMS},
    }


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_web_annotation, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def graph(text: bytes) -> Graph:
    statements = jsonld.to_rdf(
        json.loads(text), {"documentLoader": _context, "format": "application/n-quads"}
    )
    return Graph().parse(data=statements, format="nquads")


def _items(text: bytes) -> list[Node]:
    items: list[Node] = json.loads(text)["first"]["items"]
    return items


def _told() -> Iterator[tuple[Reading, Statement | Event]]:
    for reading in (herald(), gazette(), harbour()):
        told: tuple[Statement | Event, ...] = (*reading.statements, *reading.events)
        yield from ((reading, one) for one in told)


def _targets(text: bytes) -> Iterator[tuple[Report, Node]]:
    reports = {iri(one.id): reading.report for reading, one in _told()}
    for each in _items(text):
        yield from ((reports[each["body"][0]["id"]], target) for target in each["target"])


def test_the_annotations_are_what_they_were(text: bytes) -> None:
    assert text == (GOLDEN / "web_annotation.jsonld").read_bytes()


def test_they_do_not_depend_on_the_order_of_recording(text: bytes, tmp_path: Path) -> None:
    assert written(write_web_annotation, tmp_path, backwards=True) == text


def test_an_empty_ledger_is_an_empty_collection(tmp_path: Path) -> None:
    empty = json.loads(written_of_nothing(write_web_annotation, tmp_path))
    assert empty["total"] == 0
    assert empty["first"]["items"] == []


def test_a_processor_drops_no_term(text: bytes) -> None:
    """What a context does not know falls out of the expanded form: here nothing may."""
    expanded = json.dumps(jsonld.expand(json.loads(text), {"documentLoader": _context}))
    for term in _terms_in(json.loads(text)):
        known = _TERMS.get(term, term.replace("sayso:", TERMS))
        name = known["@id"] if isinstance(known, dict) else known
        assert f'"{name}"' in expanded, term


def _terms_in(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _terms_in(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name != "@context":
                yield name
                yield from _terms_in(value)


def test_there_is_an_annotation_for_each_statement_and_event(graph: Graph, text: bytes) -> None:
    bodies = {URIRef(iri(one.id)) for _, one in _told()}
    annotations = set(graph.subjects(RDF.type, URIRef(f"{OA}Annotation")))
    assert len(annotations) == len(bodies) == json.loads(text)["total"]
    for body in bodies:
        (annotation,) = graph.subjects(URIRef(f"{OA}hasBody"), body)
        assert annotation in annotations
        assert list(graph.objects(annotation, URIRef(f"{OA}hasTarget")))


def test_the_graph_tells_what_every_target_is_in(graph: Graph, text: bytes) -> None:
    sources = {str(each) for each in graph.objects(None, URIRef(f"{OA}hasSource"))}
    assert sources == {target["source"] for _, target in _targets(text)}
    cached = {str(each) for each in graph.objects(None, URIRef(f"{OA}cachedSource"))}
    assert cached == {iri(harbour().report.id)}
    assert len(list(graph.objects(None, URIRef(f"{OA}exact")))) == len(list(_targets(text)))


def test_the_fields_of_a_statement_are_in_the_graph(graph: Graph) -> None:
    for _, one in _told():
        name = "act" if isinstance(one, Statement) else "code"
        (value,) = graph.objects(URIRef(iri(one.id)), URIRef(f"{TERMS}{name}"))
        assert str(value) == getattr(one, name)


def test_every_target_quotes_its_report_in_place(text: bytes) -> None:
    targets = list(_targets(text))
    assert len(targets) > len(list(_told()))
    for report, target in targets:
        quote, place = target["selector"]
        before, after = quote.get("prefix", ""), quote.get("suffix", "")
        start, end = place["start"], place["end"]
        assert report.text[start:end] == quote["exact"]
        assert (
            report.text[start - len(before) : end + len(after)] == before + quote["exact"] + after
        )


def test_the_quote_alone_finds_the_words(text: bytes) -> None:
    for report, target in _targets(text):
        quote, place = target["selector"]
        before = quote.get("prefix", "")
        found = report.text.index(before + quote["exact"] + quote.get("suffix", ""))
        assert found + len(before) == place["start"]


def test_positions_count_code_points(text: bytes) -> None:
    (start,) = {
        target["selector"][1]["start"]
        for _, target in _targets(text)
        if target["selector"][0]["exact"] == BOTH_SAID
    }
    # The ship before it is one code point, but two units of UTF-16.
    assert start == harbour().report.text.index(BOTH_SAID)


def test_a_page_is_annotated_in_the_state_of_its_text(text: bytes) -> None:
    sources = {
        (target["source"], target.get("state", {}).get("cached")) for _, target in _targets(text)
    }
    assert sources == {
        (ENCODED, iri(harbour().report.id)),
        (iri(herald().report.id), None),
        (iri(gazette().report.id), None),
    }


def test_each_piece_has_a_style(text: bytes) -> None:
    styles = {target["styleClass"] for _, target in _targets(text)}
    pieces = "actor content cue hedge instrument place quantity recipient source time trigger"
    assert styles == {f"sayso-{piece}" for piece in pieces.split()}

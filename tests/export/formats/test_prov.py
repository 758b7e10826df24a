"""The provenance is valid PROV-O, and leads from every record to the bytes."""

import base64
import io
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rdflib import RDF, RDFS, XSD, Graph, Literal, URIRef
from rdflib.namespace import PROV

from sayso.export.formats.prov import write_prov
from sayso.ledger import Ledger
from sayso.model import Record
from tests.claim_samples import write_joined
from tests.custody_samples import DELETED, acquisition, from_archive, write_kept
from tests.samples import gazette, herald

# rdflib warns of what its own reader of JSON-LD uses.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")

GOLDEN = Path(__file__).parent / "golden" / "two_reports.prov.jsonld"
LEADING = (PROV.wasDerivedFrom, PROV.wasQuotedFrom)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger(tmp_path / "sayso.db") as ledger:
        write_kept(ledger)
        write_joined(ledger)
        yield ledger


def written(ledger: Ledger) -> bytes:
    stream = io.BytesIO()
    write_prov(ledger, stream)
    return stream.getvalue()


def graph_of(ledger: Ledger) -> Graph:
    return Graph().parse(data=written(ledger), format="json-ld")


def named(record: str) -> URIRef:
    return URIRef(f"urn:sayso:{record}")


def bytes_named(sha256: str) -> URIRef:
    digest = base64.urlsafe_b64encode(bytes.fromhex(sha256)).decode().rstrip("=")
    return URIRef(f"ni:///sha-256;{digest}")


def test_it_is_what_it_was(ledger: Ledger) -> None:
    assert written(ledger) == GOLDEN.read_bytes()


def test_every_term_is_one_of_prov_o(ledger: Ledger) -> None:
    ledger.delete(gazette().report.id, **DELETED)
    graph = graph_of(ledger)
    classes = set(graph.objects(predicate=RDF.type))
    others = {RDF.type, RDFS.label, RDFS.comment}
    for term in {*graph.predicates(), *classes} - others:
        name = str(term).removeprefix(str(PROV))
        assert name != str(term), term
        assert PROV[name] == term  # which rdflib refuses for what the ontology does not have
    assert {PROV.Entity, PROV.Activity, PROV.Person, PROV.SoftwareAgent, PROV.Usage} <= classes


def test_no_two_sorts_of_things_are_one(ledger: Ledger) -> None:
    graph = graph_of(ledger)
    sorts = [set(graph.subjects(RDF.type, sort)) for sort in (PROV.Entity, PROV.Activity)]
    assert sorts[0] & sorts[1] == set()
    for sort, predicates in (
        (PROV.Activity, (PROV.wasGeneratedBy, PROV.wasInvalidatedBy)),
        (PROV.Entity, (*LEADING, PROV.used, PROV.specializationOf, PROV.hadPrimarySource)),
        (PROV.Agent, (PROV.wasAssociatedWith, PROV.wasAttributedTo)),
    ):
        for predicate in predicates:
            for thing in graph.objects(predicate=predicate):
                assert (thing, RDF.type, sort) in graph, (predicate, thing)


def test_every_record_leads_to_the_bytes(ledger: Ledger) -> None:
    graph = graph_of(ledger)
    for reading in (herald(), gazette()):
        due = bytes_named(reading.report.sha256)
        records: list[Record] = [reading.report, *reading.statements, *reading.events]
        records += [*reading.relations, *reading.actors, *reading.places, *reading.times]
        for record in records:
            assert due in origins(graph, named(record.id))
    joint: list[Record] = [*ledger.claims(), *ledger.links(), *ledger.judgements()]
    for record in joint:
        assert bytes_named(herald().report.sha256) in origins(graph, named(record.id))


def origins(graph: Graph, thing: URIRef) -> set[URIRef]:
    """All that a thing was derived or quoted from, near or far."""
    found: set[URIRef] = set()
    new = {thing}
    while new:
        found |= new
        near = {source for one in new for by in LEADING for source in graph.objects(one, by)}
        new = {each for each in near if isinstance(each, URIRef)} - found
    return found


def test_words_and_places_stand_with_what_was_quoted(ledger: Ledger) -> None:
    graph, said = graph_of(ledger), herald().statements[4]
    assert graph.value(named(said.id), PROV.value) == Literal(said.span.text)
    place = f"urn:sayso:{said.report}#char={said.span.start},{said.span.end}"
    assert graph.value(named(said.id), PROV.atLocation) == URIRef(place)


def test_an_acquisition_is_told_with_its_archive(ledger: Ledger) -> None:
    graph, made = graph_of(ledger), from_archive(herald().report)
    act = named(made.id)
    page = URIRef("https://harbour.example/strike?a=1&b=%E2%80%9C2%E2%80%9D")
    assert graph.value(act, PROV.endedAtTime) == Literal(made.at, datatype=XSD.dateTime)
    assert graph.value(act, PROV.used) == page
    usage = graph.value(act, PROV.qualifiedUsage)
    assert usage is not None
    assert graph.value(usage, PROV.entity) == URIRef("file:///crawls/may%202031.warc.gz")
    place = graph.value(usage, PROV.atLocation)
    assert place is not None
    assert graph.value(place, RDFS.label) == Literal("position 4294967296")
    copy = named(f"{made.id}:copy")
    assert graph.value(copy, PROV.wasGeneratedBy) == act
    assert graph.value(copy, PROV.hadPrimarySource) == page
    assert graph.value(copy, PROV.specializationOf) == bytes_named(made.sha256)


def test_a_deletion_ends_the_report_and_its_copies(ledger: Ledger) -> None:
    copies = [f"{each.id}:copy" for each in ledger.acquisitions(herald().report.id)]
    deletion = ledger.delete(herald().report.id, **DELETED)
    graph, act = graph_of(ledger), named(deletion.id)
    gone = {named(each) for each in (deletion.report, *copies)}
    assert set(graph.subjects(PROV.wasInvalidatedBy, act)) == gone
    assert graph.value(act, RDFS.comment) == Literal(DELETED["reason"])
    [who] = graph.objects(act, PROV.wasAssociatedWith)
    assert graph.value(who, RDFS.label) == Literal("Ída Þór")
    assert bytes_named(deletion.sha256) in origins(graph, named(deletion.report))


def test_a_report_that_came_back_is_not_ended(ledger: Ledger) -> None:
    before = list(ledger.acquisitions(herald().report.id))
    deletion = ledger.delete(herald().report.id, **DELETED)
    ledger.add(herald(), acquisition(herald().report, at="2031-08-01T00:00:00Z"))
    graph = graph_of(ledger)
    ended = set(graph.subjects(PROV.wasInvalidatedBy, named(deletion.id)))
    assert ended == {named(f"{each.id}:copy") for each in before}


def test_a_judgement_is_a_persons(ledger: Ledger) -> None:
    graph = graph_of(ledger)
    for judgement in ledger.judgements():
        [who] = graph.objects(named(judgement.id), PROV.wasAttributedTo)
        assert (who, RDF.type, PROV.Person) in graph
        assert named(judgement.target) in origins(graph, named(judgement.id))


HOSTILE = [
    "javascript:alert(1)",
    "prov:used",
    '"}], "x',
    "no address",
    "http://[",
    "é:\ud83d\ude80",
    "a b:c",
]


@pytest.mark.parametrize("uri", HOSTILE)
def test_no_address_breaks_it(tmp_path: Path, uri: str) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        made = acquisition(herald().report, uri=uri.encode(errors="replace").decode())
        ledger.add(replace(herald()), made)
        graph = graph_of(ledger)
    assert (named(made.id), RDF.type, PROV.Activity) in graph
    assert set(graph.subjects(RDF.type, PROV.Activity)) == {
        named(made.id),
        named(f"{herald().report.id}:reading"),
    }


def test_it_needs_no_network(ledger: Ledger) -> None:
    assert isinstance(json.loads(written(ledger))["@context"], dict)


def test_an_empty_ledger_has_none(tmp_path: Path) -> None:
    with Ledger(tmp_path / "sayso.db") as ledger:
        assert len(graph_of(ledger)) == 0

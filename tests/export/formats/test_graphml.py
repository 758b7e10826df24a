import io
from typing import Any

import networkx as nx
import pytest

from sayso.export.formats.graphml import write_graphml
from sayso.ledger import Ledger
from sayso.model import ActorKind, Reading
from tests.export.formats.quay import quay
from tests.samples import actor, authors_word, reading_of, report

Edges = dict[str, tuple[str, str, dict[str, Any]]]


def graph_of(ledger: Ledger) -> nx.MultiDiGraph:
    stream = io.BytesIO()
    write_graphml(ledger, stream)
    stream.seek(0)
    return nx.read_graphml(stream, force_multigraph=True)


@pytest.fixture
def graph(sample: Ledger) -> nx.MultiDiGraph:
    return graph_of(sample)


@pytest.fixture
def edges(graph: nx.MultiDiGraph) -> Edges:
    """The edges by id, their ends by name."""
    label = graph.nodes(data="label")
    return {
        key: (label[one], label[other], data)
        for one, other, key, data in graph.edges(data=True, keys=True)
    }


def test_it_is_directed_and_every_end_is_a_party(graph: nx.MultiDiGraph) -> None:
    assert graph.is_directed()
    assert all("label" in data for _, data in graph.nodes(data=True))


def test_actors_of_one_name_and_kind_are_one_party(graph: nx.MultiDiGraph) -> None:
    parties = {data["label"]: data for _, data in graph.nodes(data=True)}
    assert set(parties) == {
        *("Herald", "officials", "Óskar Dal", "Sel Port Authority"),
        *("Police", "dockers", "the Dock Union", "Ana Roth"),
    }
    assert parties["Herald"] == {
        "label": "Herald",
        "kind": "media",
        "country": "ISL",
        "roles": "MED",
        "reports": 2,
        "mentions": 2,
    }


def test_a_deed_is_signed_dated_and_on_somebodys_word(edges: Edges) -> None:
    one, other, told = edges[f"{quay().events[0].id}-0"]
    expected = {
        "sort": "deed",
        "kind": "ASSAULT",
        "sign": -1,
        "status": "reported",
        "date": "2031-05-05",
        "words": "shot",
        "said_by": "the Dock Union",
        "standing": "disputed",
        "denied_by": "Ana Roth",
        "published": "2031-05-07",
    }
    assert (one, other) == ("Police", "dockers")
    assert {name: told[name] for name in expected} == expected


def test_what_is_denied_has_no_sign(edges: Edges) -> None:
    _, _, told = edges[f"{quay().events[1].id}-0"]
    assert (told["status"], told["sign"], told["stance"]) == ("negated", 0, "denies")


def test_who_denies_whom_speaks_of_whom_and_is_tied_to_whom(edges: Edges) -> None:
    report = quay().report.id
    ties = {
        (one, told["kind"], other)
        for one, other, told in edges.values()
        if told["report"] == report and told["sort"] != "deed"
    }
    assert ties == {
        ("Ana Roth", "denies", "the Dock Union"),
        ("Ana Roth", "speaks_for", "Police"),
        ("Ana Roth", "speaks_of", "Police"),
        ("the Dock Union", "speaks_of", "Police"),
        ("the Dock Union", "speaks_of", "dockers"),
    }


def test_what_was_said_is_dated_by_its_day_or_its_reports(edges: Edges) -> None:
    said = [told["date"] for _, _, told in edges.values() if told["sort"] in ("speech", "denial")]
    assert set(said) == {"2031-05-06", "2031-05-07"}


def named(text: str, name: str, kind: ActorKind = ActorKind.OTHER) -> Reading:
    of = report(text)
    return reading_of(
        of, authors_word(of, text), actors=(actor(of, text[:4], name=name, kind=kind),)
    )


@pytest.mark.parametrize(
    ("names", "kinds", "parties"),
    [
        (("Front", "the FRONT"), (ActorKind.OTHER, ActorKind.OTHER), 1),
        (("Front", "Fronts"), (ActorKind.OTHER, ActorKind.OTHER), 2),
        (("Front", "Front"), (ActorKind.OTHER, ActorKind.ARMED_GROUP), 2),
    ],
)
def test_names_are_one_in_any_case(
    empty: Ledger, names: tuple[str, str], kinds: tuple[ActorKind, ActorKind], parties: int
) -> None:
    for number, (name, kind) in enumerate(zip(names, kinds, strict=True)):
        empty.add(named(f"They {number}.", name, kind))
    assert graph_of(empty).number_of_nodes() == parties


def test_what_xml_cannot_hold_is_replaced(empty: Ledger) -> None:
    empty.add(named("They.", "a\x00b\x0c<&>\ud7ff\ufffe"))
    (_, told), *_ = graph_of(empty).nodes(data=True)
    assert told["label"] == "a\ufffdb\ufffd<&>\ud7ff\ufffd"

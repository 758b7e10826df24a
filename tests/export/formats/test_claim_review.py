import json
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SDO

from sayso.export.formats.claim_review import write_claim_review
from sayso.export.formats.iris import iri
from sayso.model import Claim, Stance
from tests.claim_samples import joined
from tests.export.formats.harbour import GOLDEN, written, written_of_nothing

Node = dict[str, Any]

_LEFT_TO_THE_REVIEWER = ("reviewRating", "ratingValue", "author", "reviewBody", "datePublished")


def _context(address: str, _options: object) -> Node:
    """What the context at https://schema.org makes of the terms that are used here."""
    assert address == "https://schema.org"
    context = {"@vocab": str(SDO), "url": {"@type": "@id"}}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": address,
        "document": {"@context": context},
    }


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_claim_review, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def drafts(text: bytes) -> list[Node]:
    read: list[Node] = json.loads(text)
    return read


@pytest.fixture(scope="module")
def graph(drafts: list[Node]) -> Graph:
    statements = jsonld.to_rdf(
        drafts, {"documentLoader": _context, "format": "application/n-quads"}
    )
    return Graph().parse(data=statements, format="nquads")


def _strike() -> Claim:
    return joined()[0][0]


def test_the_drafts_are_what_they_were(text: bytes) -> None:
    assert text == (GOLDEN / "claim_review.jsonld").read_bytes()


def test_they_do_not_depend_on_the_order_of_recording(text: bytes, tmp_path: Path) -> None:
    assert written(write_claim_review, tmp_path, backwards=True) == text


def test_an_empty_ledger_has_no_drafts(tmp_path: Path) -> None:
    assert json.loads(written_of_nothing(write_claim_review, tmp_path)) == []


def _names(node: object) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _names(each)
    elif isinstance(node, dict):
        yield node["@type"]
        for name, value in node.items():
            if not name.startswith("@"):
                yield name
                yield from _names(value)


def test_schema_org_has_every_type_and_property(drafts: list[Node]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # rdflib warns of a term that schema.org has not
        for name in set(_names(drafts)):
            assert SDO[name]
            assert name in SDO, name


def test_there_is_a_draft_for_each_claim(graph: Graph) -> None:
    reviews = set(graph.subjects(RDF.type, SDO.ClaimReview))
    assert reviews == {URIRef(iri(f"{claim.id}:review")) for claim in joined()[0]}
    for claim in joined()[0]:
        (reviewed,) = graph.objects(URIRef(iri(f"{claim.id}:review")), SDO.claimReviewed)
        assert str(reviewed) == claim.gist


@pytest.mark.parametrize("name", _LEFT_TO_THE_REVIEWER)
def test_what_the_reviewer_decides_is_left_open(drafts: list[Node], name: str) -> None:
    assert not any(name in each for each in drafts)
    assert {each["creativeWorkStatus"] for each in drafts} == {"Draft"}


def test_nothing_is_rated_anywhere(text: bytes) -> None:
    assert b"ating" not in text


def test_everybodys_word_is_cited_with_its_stance(drafts: list[Node]) -> None:
    (draft,) = (each for each in drafts if each["itemReviewed"]["@id"] == iri(_strike().id))
    stances = {
        Stance.AFFIRMS: "affirms the claim",
        Stance.DENIES: "denies the claim",
        Stance.UNCERTAIN: "is uncertain of the claim",
    }
    cited = {each["@id"]: each["abstract"] for each in draft["citation"]}
    assert cited == {iri(one.statement): stances[one.stance] for one in _strike().members}


def test_only_who_affirms_a_claim_makes_it(drafts: list[Node]) -> None:
    (draft,) = (each for each in drafts if each["itemReviewed"]["@id"] == iri(_strike().id))
    claim = draft["itemReviewed"]
    assert claim["author"] == [{"@type": "Organization", "name": "The Herald"}]
    assert [each["headline"] for each in claim["appearance"]] == ["Strike denied"]
    assert claim["firstAppearance"] == claim["appearance"][0]

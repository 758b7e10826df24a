import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import stix2

from sayso.export.formats.stix import write_stix
from sayso.model import Stance, Status
from tests.claim_samples import joined
from tests.export.formats.harbour import GOLDEN, harbour, written, written_of_nothing

Object = dict[str, Any]


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_stix, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def objects(text: bytes) -> dict[str, Object]:
    return {each["id"]: each for each in json.loads(text)["objects"]}


def _told_of(objects: dict[str, Object], record: str) -> list[Object]:
    return [
        each
        for each in objects.values()
        if any(one.get("external_id") == record for one in each["external_references"])
    ]


def test_the_bundle_is_what_it_was(text: bytes) -> None:
    assert text == (GOLDEN / "stix.json").read_bytes()


def test_it_does_not_depend_on_the_order_of_recording(text: bytes, tmp_path: Path) -> None:
    assert written(write_stix, tmp_path, backwards=True) == text


def test_the_library_reads_it_strictly(text: bytes, objects: dict[str, Object]) -> None:
    bundle = stix2.parse(text.decode(), allow_custom=False, version="2.1")
    assert [each["id"] for each in bundle.objects] == list(objects)


def test_the_library_writes_the_same_again(text: bytes) -> None:
    bundle = stix2.parse(text.decode(), allow_custom=False, version="2.1")
    again, first = (one.replace(".000Z", "Z") for one in (bundle.serialize(), text.decode()))
    assert json.loads(again) == json.loads(first)


def test_the_library_reads_the_bundle_of_an_empty_ledger(tmp_path: Path) -> None:
    empty = json.loads(written_of_nothing(write_stix, tmp_path))
    assert empty.pop("objects") == []
    stix2.parse(empty, allow_custom=False, version="2.1")


def test_every_id_stands_once(text: bytes) -> None:
    ids = Counter(each["id"] for each in json.loads(text)["objects"])
    assert set(ids.values()) == {1}


def test_every_reference_leads_to_an_object_before(text: bytes) -> None:
    seen: set[str] = set()
    for each in json.loads(text)["objects"]:
        ends = [each[name] for name in ("source_ref", "target_ref") if name in each]
        assert seen.issuperset([*each.get("object_refs", ()), *ends])
        seen.add(each["id"])


def test_nobody_is_a_threat_actor_and_nothing_was_observed(objects: dict[str, Object]) -> None:
    assert {each["type"] for each in objects.values()} == {
        "identity",
        "location",
        "note",
        "opinion",
        "relationship",
        "report",
    }


def test_who_denies_a_claim_disagrees_with_it(objects: dict[str, Object]) -> None:
    opinions = {Stance.AFFIRMS: "agree", Stance.DENIES: "disagree", Stance.UNCERTAIN: "neutral"}
    for claim in joined()[0]:
        (note,) = _told_of(objects, claim.id)
        for member in claim.members:
            (opinion,) = (
                each
                for each in _told_of(objects, member.statement)
                if each["type"] == "opinion" and each["object_refs"] == [note["id"]]
            )
            assert opinion["opinion"] == opinions[member.stance]


def test_a_tie_that_does_not_hold_is_no_relationship(objects: dict[str, Object]) -> None:
    for tie in harbour().relations:
        (told,) = _told_of(objects, tie.id)
        held = tie.status is not Status.NEGATED
        assert told["type"] == ("relationship" if held else "note")


def test_confidence_is_the_score_in_hundredths(objects: dict[str, Object]) -> None:
    for said in harbour().statements:
        if said.depth:
            (told,) = _told_of(objects, said.id)
            assert told["confidence"] == round(said.score * 100)


@pytest.mark.parametrize(
    ("record", "published"),
    [
        ("r-99f78a9e72ed2962", "2031-05-01T00:00:00.000Z"),
        ("r-d5ceab214ec3eb63", "2031-05-06T00:00:00.000Z"),
        (harbour().report.id, "2031-05-08T21:30:00.000Z"),
    ],
)
def test_a_report_was_made_when_it_was_published(
    objects: dict[str, Object], record: str, published: str
) -> None:
    (report,) = (each for each in _told_of(objects, record) if each["type"] == "report")
    assert (report["created"], report["published"]) == (published, published)


def test_a_report_was_modified_when_it_was_updated(objects: dict[str, Object]) -> None:
    for name, modified in (
        (harbour().report.id, "2031-05-10T00:00:00.000Z"),
        ("r-d5ceab214ec3eb63", "2031-05-06T00:00:00.000Z"),
    ):
        (report,) = (each for each in _told_of(objects, name) if each["type"] == "report")
        assert report["modified"] == modified

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from followthemoney import model
from followthemoney.proxy import EntityProxy
from followthemoney.types import registry
from followthemoney.types.country import CountryType
from followthemoney.types.language import LanguageType

from sayso.export.formats.codes import _table
from sayso.export.formats.followthemoney import write_followthemoney
from sayso.model import RelationKind, Status
from tests.export.formats.harbour import GOLDEN, harbour, written, written_of_nothing

Entity = dict[str, Any]


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_followthemoney, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def entities(lines: bytes) -> dict[str, Entity]:
    read = [json.loads(line) for line in lines.decode().split("\n")[:-1]]
    by_id = {each["id"]: each for each in read}
    assert len(by_id) == len(read)
    return by_id


def test_the_entities_are_what_they_were(lines: bytes) -> None:
    assert lines == (GOLDEN / "followthemoney.jsonl").read_bytes()


def test_they_do_not_depend_on_the_order_of_recording(lines: bytes, tmp_path: Path) -> None:
    assert written(write_followthemoney, tmp_path, backwards=True) == lines


def test_an_empty_ledger_has_no_entities(tmp_path: Path) -> None:
    assert written_of_nothing(write_followthemoney, tmp_path) == b""


def test_the_model_takes_every_entity(entities: dict[str, Entity]) -> None:
    for each in entities.values():
        schema = model.get(each["schema"])
        assert schema is not None
        schema.validate(each)
        assert set(schema.required) <= each["properties"].keys()


def test_the_model_takes_nothing_from_a_value_but_line_separators(
    entities: dict[str, Entity],
) -> None:
    for each in entities.values():
        proxy = EntityProxy.from_dict(model, each, cleaned=False)
        cleaned = {name: set(values) for name, values in proxy.to_dict()["properties"].items()}
        properties = each["properties"].items()
        told = {name: {one.replace("\u2028", "") for one in values} for name, values in properties}
        assert cleaned == told


def _references(each: Entity) -> Iterator[tuple[Any, str]]:
    schema = model.get(each["schema"])
    assert schema is not None
    for name, values in each["properties"].items():
        prop = schema.get(name)
        assert prop is not None
        if prop.type == registry.entity:
            yield from ((prop.range, value) for value in values)


def test_every_reference_leads_to_an_entity_that_may_stand_there(
    entities: dict[str, Entity],
) -> None:
    references = [one for each in entities.values() for one in _references(each)]
    assert references
    for wanted, name in references:
        schema = model.get(entities[name]["schema"])
        assert schema is not None
        assert schema.is_a(wanted)


@pytest.mark.parametrize("name", ["Ulla & Sons", "the Front", "the Guild", "A clerk", "the crew"])
def test_an_actor_is_what_its_kind_says(entities: dict[str, Entity], name: str) -> None:
    schemata = {
        "Ulla & Sons": "Company",
        "the Front": "Organization",
        "the Guild": "LegalEntity",
        "A clerk": "Person",
        "the crew": "LegalEntity",
    }
    found = [
        each["schema"]
        for each in entities.values()
        if each["properties"].get("name") == [name] and each["schema"] != "Mention"
    ]
    assert found == [schemata[name]]


def test_a_tie_that_does_not_hold_is_no_link(entities: dict[str, Entity]) -> None:
    denied = next(one for one in harbour().relations if one.status is Status.NEGATED)
    entity = entities[denied.id]
    assert entity["schema"] == "Note"
    assert entity["properties"]["entity"] == [denied.from_, denied.to]
    assert "status:negated" in entity["properties"]["keywords"]


def test_a_tie_to_what_is_no_organisation_is_a_link_of_no_known_sort(
    entities: dict[str, Entity],
) -> None:
    member = next(one for one in harbour().relations if one.kind is RelationKind.MEMBER_OF)
    assert entities[member.id]["schema"] == "UnknownLink"
    assert entities[member.id]["properties"]["role"] == ["member_of"]


def test_who_has_it_from_whom_is_told(entities: dict[str, Entity]) -> None:
    names = {name for each in entities.values() for name in each["properties"].get("name", ())}
    assert "Harbour Post ← The Herald ← officials: deny" in names


@pytest.mark.parametrize(
    ("table", "known"),
    [
        ("countries.tsv", lambda code: CountryType().clean(code) == code.lower()),
        ("languages.tsv", lambda code: LanguageType().clean(code) == code),
    ],
)
def test_every_code_that_is_given_is_one_of_the_model(
    table: str, known: Callable[[str], bool]
) -> None:
    codes = list(_table(table).values())
    assert len(codes) > 60
    assert [code for code in codes if not known(code)] == []

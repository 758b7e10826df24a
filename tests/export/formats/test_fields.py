import pytest

from sayso.export.codec import RECORD_TYPES, to_json
from sayso.export.formats.tables.fields import columns_of, fields_of
from sayso.ledger import Ledger
from sayso.model import Actor, Event, Link, Record, Reject


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Reject, "id input stage reason"),
        (Actor, "id name kind country roles mentions"),
        (Link, "id kind from to score reason evidence clash"),
    ],
)
def test_fields_have_the_names_of_the_record_contract(kind: type[Record], names: str) -> None:
    assert [field.name for field in fields_of(kind)] == names.split()
    assert [column.name for column in columns_of(kind)] == names.split()


def test_the_columns_of_nested_fields_are_named_by_their_path() -> None:
    names = [column.name for column in columns_of(Event)]
    assert names[3:6] == ["trigger_start", "trigger_end", "trigger_text"]
    assert {"place_span_start", "place_latitude", "time_value", "actors"} <= set(names)


def test_every_type_has_the_fields_that_its_records_have(sample: Ledger) -> None:
    seen = set()
    for record in sample.records():
        names = ["type", *(field.name for field in fields_of(type(record)))]
        assert sorted(to_json(record)) == sorted(names)
        seen.add(type(record))
    assert seen == set(RECORD_TYPES)

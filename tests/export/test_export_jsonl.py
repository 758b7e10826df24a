import io
import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from sayso.export import from_json, write_jsonl
from sayso.ledger import Ledger
from sayso.model import Reading, Record
from tests.claim_samples import joint_records, write_joined
from tests.samples import gazette, herald, refused
from tests.strategies import readings

GOLDEN = Path(__file__).parent / "golden" / "two_reports.jsonl"


def records(reading: Reading) -> list[Record]:
    return [
        reading.report,
        *reading.statements,
        *reading.events,
        *reading.relations,
        *reading.actors,
        *reading.places,
        *reading.times,
    ]


def lines_of(reading: Reading) -> str:
    stream = io.StringIO()
    write_jsonl(records(reading), stream)
    return stream.getvalue()


def test_the_export_of_a_ledger_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "two_reports.jsonl"
    with (
        Ledger(tmp_path / "sayso.db") as ledger,
        path.open("w", encoding="utf-8", newline="\n") as stream,
    ):
        ledger.add(herald())
        ledger.add(gazette())
        ledger.add_reject(refused())
        write_joined(ledger)
        write_jsonl(ledger.records(), stream)
    assert path.read_bytes() == GOLDEN.read_bytes()


def test_the_golden_lines_are_the_records() -> None:
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    read = [from_json(json.loads(line)) for line in lines]
    made = [*records(herald()), *records(gazette()), *joint_records(), refused()]
    assert {record.id for record in read} == {record.id for record in made}
    assert all(record in made for record in read)


def test_letters_stand_as_themselves() -> None:
    assert "Óskar Dal" in lines_of(herald())
    assert "\\u" not in lines_of(herald())


def test_nothing_makes_no_line() -> None:
    stream = io.StringIO()
    write_jsonl([], stream)
    assert stream.getvalue() == ""


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(readings())
def test_every_line_is_one_record(reading: Reading) -> None:
    lines = lines_of(reading).split("\n")
    assert lines.pop() == ""
    assert [from_json(json.loads(line)) for line in lines] == records(reading)

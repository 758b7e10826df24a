from pathlib import Path

from fuzzing.counts import Count, inputs_in_all, record, recorded
from fuzzing.targets import TARGETS

MILLION = 1_000_000
RUN = Count(
    version="0.1.0",
    day="2024-03-05",
    seed=7,
    seconds=60,
    inputs={"page": 10, "pdf": 20},
    failures={"page": 0, "pdf": 1},
)


def test_runs_add_up(tmp_path: Path) -> None:
    file = tmp_path / "counts.json"
    assert recorded(file) == []
    record(RUN, file)
    record(RUN, file)
    assert recorded(file) == [RUN, RUN]
    assert inputs_in_all(recorded(file)) == {"page": 20, "pdf": 40}


def test_a_million_inputs_are_on_record_and_each_reader_had_its_share() -> None:
    counted = inputs_in_all(recorded())
    assert sum(counted.values()) >= MILLION
    assert {reader for reader, inputs in counted.items() if inputs >= 20_000} == set(TARGETS)

"""Every reader, over its corpus, over what fuzzing found, and over some hundred changed inputs."""

from dataclasses import replace
from pathlib import Path

import pytest

from fuzzing import targets
from fuzzing.targets import FOLDER, TARGETS
from fuzzing.watching import failure_on, input_of
from sayso.acquire import BytesInput, PartInput
from sayso.acquire.archives import open_part
from sayso.acquire.reports import report_from_bytes
from sayso.model import Report

FOUND = sorted(Path(__file__).with_name("found").glob("*/*"))
CORPUS = sorted(path for path in (FOLDER / "corpus").rglob("*") if path.is_file())


def named(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


@pytest.mark.parametrize("path", [*CORPUS, *FOUND], ids=named)
def test_the_corpus_and_what_was_found_are_read_or_refused(path: Path) -> None:
    assert failure_on(path.parent.name, path.read_bytes()) is None


@pytest.mark.slow
@pytest.mark.parametrize("reader", TARGETS)
def test_changed_inputs_are_read_or_refused(reader: str) -> None:
    told = {number: failure_on(reader, input_of(reader, 7, number)) for number in range(300)}
    assert {number: failure for number, failure in told.items() if failure} == {}


def test_the_corpus_is_small_and_that_of_every_reader() -> None:
    sizes = [path.stat().st_size for path in CORPUS]
    assert max(sizes) < 20_000
    assert sum(sizes) < 1_000_000
    assert {path.parent.name for path in CORPUS} == set(TARGETS)


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (KeyError("nobody named this"), "nobody named this"),
        (RecursionError("too deep"), "too deep"),
        (None, "places have other words in the raw bytes"),
    ],
)
def test_a_fault_of_a_reader_is_told(
    fault: Exception | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(raw: bytes, *, media_type: str) -> Report:
        if fault:
            raise fault
        report = report_from_bytes(raw, media_type=media_type)
        assert report.source_map is not None
        moved = [run._replace(raw_start=run.raw_start - 1) for run in report.source_map.runs]
        return replace(report, source_map=replace(report.source_map, runs=tuple(moved)))

    monkeypatch.setattr(targets, "report_from_bytes", read)
    assert told in (failure_on("page", (FOLDER / "corpus/page/small.html").read_bytes()) or "")


def test_a_part_that_is_another_when_opened_again_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def another(part: PartInput) -> BytesInput:
        return replace(open_part(part), raw=b"other words")

    monkeypatch.setattr(targets, "open_part", another)
    raw = (FOLDER / "corpus/warc/three.warc").read_bytes()
    assert "is another when opened again" in (failure_on("warc", raw) or "")

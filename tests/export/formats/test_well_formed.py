"""Whatever a report holds, what is written of it is well-formed and quotes it in place."""

import json
import re
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, cast

import pytest
import stix2
from followthemoney import model
from hypothesis import HealthCheck, given, settings

from sayso.export.formats.bibliography import write_bibtex, write_csl_json
from sayso.export.formats.brat import write_brat
from sayso.export.formats.conll import write_conll
from sayso.export.formats.followthemoney import write_followthemoney
from sayso.export.formats.stix import write_stix
from sayso.export.formats.web_annotation import write_web_annotation
from sayso.ledger import Ledger, StatementQuery
from sayso.model import Link, Reading, Report, Statement
from tests.strategies import readings

any_reading = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=25)


class OneReading:
    """As much of a ledger as these formats read, with one reading in it."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def reports(self) -> Iterator[Report]:
        yield self._reading.report

    def report(self, report: str) -> Report:
        return self.reading(report).report

    def reading(self, report: str) -> Reading:
        assert report == self._reading.report.id
        return self._reading

    def statement(self, statement: str) -> Statement:
        return next(one for one in self._reading.statements if one.id == statement)

    def statements(self, query: StatementQuery) -> Iterator[Statement]:
        assert query.depth is not None
        yield from (one for one in self._reading.statements if one.depth == query.depth)

    def claims(self) -> Iterator[Any]:
        yield from ()

    def links_of(self, *_records: str) -> tuple[Link, ...]:
        return ()

    links = claims


def _in_pairs(ends: list[int]) -> Iterator[tuple[int, int]]:
    """Each two of `ends`."""
    return zip(ends[::2], ends[1::2], strict=True)


def _written(reading: Reading, write: Callable[[Ledger, BinaryIO], None]) -> str:
    stream = BytesIO()
    write(cast("Ledger", OneReading(reading)), stream)
    return stream.getvalue().decode()


@any_reading
@given(readings())
def test_followthemoney_takes_it(reading: Reading) -> None:
    for line in _written(reading, write_followthemoney).split("\n")[:-1]:
        entity = json.loads(line)
        schema = model.get(entity["schema"])
        assert schema is not None
        assert set(schema.required) <= entity["properties"].keys()
        assert entity["properties"].keys() <= set(schema.properties)


@any_reading
@given(readings())
def test_stix_takes_it(reading: Reading) -> None:
    stix2.parse(_written(reading, write_stix), allow_custom=False, version="2.1")


@any_reading
@given(readings())
def test_annotations_quote_it_in_place(reading: Reading) -> None:
    text = reading.report.text
    for each in json.loads(_written(reading, write_web_annotation))["first"]["items"]:
        for target in each["target"]:
            quote, place = target["selector"]
            assert text[place["start"] : place["end"]] == quote["exact"]


@any_reading
@given(readings())
def test_brat_has_its_words_on_one_line_each(reading: Reading) -> None:
    with TemporaryDirectory() as folder:
        write_brat(cast("Ledger", OneReading(reading)), Path(folder))
        path = Path(folder) / reading.report.id
        text = path.with_suffix(".txt").read_bytes().decode()
        lines = path.with_suffix(".ann").read_bytes().decode().splitlines()
    assert text == reading.report.text.replace("\r", " ")
    for line in lines:
        assert line[0] in "TER*A#"
        if line[0] == "T":
            _, places, words = line.split("\t")
            ends = [int(end) for end in re.split("[ ;]", places.partition(" ")[2])]
            assert ends == sorted(ends)
            pieces = [text[start:end] for start, end in _in_pairs(ends)]
            assert " ".join(pieces) == words or not "".join(pieces).strip()


@any_reading
@given(readings())
def test_conll_has_its_words_in_columns(reading: Reading) -> None:
    head, *lines = _written(reading, write_conll).split("\n")
    columns = len(head.split(" ")) - len("# global.columns =".split(" "))
    rows = [line.split("\t") for line in lines if line and not line.startswith("# ")]
    assert {len(row) for row in rows} <= {columns}
    assert all(reading.report.text[int(row[2]) : int(row[3])] == row[1] for row in rows)
    assert "".join(row[1] for row in rows) == "".join(reading.report.text.split())


@pytest.mark.parametrize("write", [write_bibtex, write_csl_json])
@any_reading
@given(readings())
def test_references_keep_to_their_form(
    write: Callable[[Ledger, BinaryIO], None], reading: Reading
) -> None:
    text = _written(reading, write)
    if write is write_csl_json:
        assert [each["id"] for each in json.loads(text)] == [reading.report.id]
    else:
        assert text.count("{") == text.count("}")
        assert text.startswith(("@article{", "@misc{"))
        assert text.endswith("}\n\n")

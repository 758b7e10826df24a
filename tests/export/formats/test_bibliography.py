import json
import re
from collections.abc import Callable
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

import pytest
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_string

from sayso.export.formats.bibliography import write_bibtex, write_csl_json
from sayso.ledger import Ledger
from sayso.model import Report
from tests.export.formats.harbour import (
    AUTHORS,
    ENCODED,
    GOLDEN,
    TITLE,
    harbour,
    written,
    written_of_nothing,
)
from tests.samples import reading_of, report

_ENTRY = re.compile(r"@(?P<type>\w+)\{(?P<key>[^,]+),\n(?P<fields>(?:  .+\n)*)\}\n\n")
_FIELD = re.compile(r"  (?P<name>\w+) = (?P<value>.+),\n")
_PLAIN = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}


def _plain(tex: str) -> str:
    """What TeX prints: the inverse of escaping, by itself."""
    commands = "|".join(map(re.escape, _PLAIN))
    bare = re.sub(rf"{commands}|\\([%&$#_])|[{{}}]", _printed, tex)
    return bare.strip()


def _printed(found: re.Match[str]) -> str:
    return _PLAIN.get(found[0], found[1] or "")


def _names(value: str) -> list[str]:
    """The names in a field, as BibTeX parts them: at each "and" that stands in no braces."""
    depths = accumulate({"{": 1, "}": -1}.get(letter, 0) for letter in value)
    bare = "".join("|" if depth else letter for depth, letter in zip(depths, value, strict=True))
    cuts = [found.span() for found in re.finditer(" and ", bare)]
    begins, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(value)]
    return [value[begin:end] for begin, end in zip(begins, ends, strict=True)]


def _entries(bibtex: bytes) -> dict[str, dict[str, str]]:
    text = bibtex.decode()
    assert _ENTRY.sub("", text) == ""
    return {
        entry["key"]: {
            "": entry["type"],
            **{each["name"]: each["value"] for each in _FIELD.finditer(entry["fields"])},
        }
        for entry in _ENTRY.finditer(text)
    }


@pytest.fixture(scope="module")
def bibtex(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_bibtex, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def csl(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_csl_json, tmp_path_factory.mktemp("ledger"))


def _of(told: Report, write: Callable[[Ledger, BinaryIO], None], folder: Path) -> bytes:
    stream = BytesIO()
    with Ledger(folder / "one.db") as ledger:
        ledger.add(reading_of(told))
        write(ledger, stream)
    return stream.getvalue()


def test_the_references_are_what_they_were(bibtex: bytes, csl: bytes) -> None:
    assert bibtex == (GOLDEN / "reports.bib").read_bytes()
    assert csl == (GOLDEN / "reports.csl.json").read_bytes()


def test_they_do_not_depend_on_the_order_of_recording(
    bibtex: bytes, csl: bytes, tmp_path: Path
) -> None:
    assert written(write_bibtex, tmp_path, backwards=True) == bibtex
    folder = tmp_path / "other"
    folder.mkdir()
    assert written(write_csl_json, folder, backwards=True) == csl


def test_an_empty_ledger_has_no_references(tmp_path: Path) -> None:
    assert written_of_nothing(write_bibtex, tmp_path) == b""
    assert json.loads(written_of_nothing(write_csl_json, tmp_path)) == []


def test_every_entry_is_read_back(bibtex: bytes) -> None:
    entries = _entries(bibtex)
    assert entries["r-99f78a9e72ed2962"] == {
        "": "misc",
        "title": "{{Doubts}}",
        "year": "{2031}",
        "month": "may",
        "language": "{en}",
    }
    entry = entries[harbour().report.id]
    assert _plain(entry["title"]) == TITLE
    assert [_plain(name) for name in _names(entry["author"][1:-1])] == list(AUTHORS)
    assert _plain(entry["journal"]) == "Guild & Gazette"
    assert entry["url"] == f"{{{ENCODED}}}"
    assert (entry["year"], entry["month"], entry["day"]) == ("{2031}", "may", "{8}")


def test_csl_items_are_read_back(csl: bytes) -> None:
    items = {each["id"]: each for each in json.loads(csl)}
    item = items[harbour().report.id]
    assert item["title"] == TITLE
    assert [each["literal"] for each in item["author"]] == list(AUTHORS)
    assert item["issued"] == {"date-parts": [[2031, 5, 8]]}
    assert {each["type"] for each in items.values()} == {"article-newspaper"}


_CSL_ITEM: dict[str, object] = {
    "id": str,
    "type": str,
    "title": str,
    "author": [{"literal": str}],
    "container-title": str,
    "issued": {"date-parts": [[int]]},
    "URL": str,
    "accessed": {"date-parts": [[int]]},
    "language": str,
}
"""Of https://resource.citationstyles.org/schema/v1.0/input/json/csl-data.json what is used here."""


def _fits(value: object, form: object) -> bool:
    if isinstance(form, dict):
        return isinstance(value, dict) and all(
            name in form and _fits(each, form[name]) for name, each in value.items()
        )
    if isinstance(form, list):
        return isinstance(value, list) and bool(value) and all(_fits(one, form[0]) for one in value)
    return isinstance(form, type) and isinstance(value, form)


def test_csl_items_are_as_the_schema_has_them(csl: bytes) -> None:
    items = json.loads(csl)
    assert set().union(*items) == _CSL_ITEM.keys()
    for item in items:
        assert {"id", "type"} <= item.keys()
        assert _fits(item, _CSL_ITEM)
        for name in ("issued", "accessed"):
            parts = item.get(name, {"date-parts": [[1]]})["date-parts"]
            assert len(parts) <= 2
            assert all(len(each) <= 3 for each in parts)


@pytest.mark.parametrize(
    "title",
    ["}{", "{", "\\", "a\nb\tc", "\x00\x1b[31m", "@article{x,", "%", '"', "\\}", "é — “”", "~~^^"],
)
def test_no_title_breaks_an_entry(title: str, tmp_path: Path) -> None:
    (entry,) = _entries(_of(report("Words.", title=title), write_bibtex, tmp_path)).values()
    value = entry["title"]
    assert value.count("{") == value.count("}")
    kept = "".join(letter if letter.isprintable() else " " for letter in title)
    assert _plain(value) == " ".join(kept.split())


@pytest.mark.parametrize(
    ("published", "fields", "issued"),
    [
        (None, {}, None),
        ("2031", {"year": "{2031}"}, [[2031]]),
        ("2031-05", {"year": "{2031}", "month": "may"}, [[2031, 5]]),
        ("2031-05-06", {"year": "{2031}", "month": "may", "day": "{6}"}, [[2031, 5, 6]]),
        ("2031-05-06/2031-05-08", {"year": "{2031}"}, [[2031, 5, 6], [2031, 5, 8]]),
        ("2031-12-31/2032-01-01", {}, [[2031, 12, 31], [2032, 1, 1]]),
        ("2031/..", {}, [[2031]]),
    ],
)
def test_dates_tell_no_more_than_is_known(
    published: str | None,
    fields: dict[str, str],
    issued: list[list[int]] | None,
    tmp_path: Path,
) -> None:
    told = report("Words.", published=published, title="Words")
    (entry,) = _entries(_of(told, write_bibtex, tmp_path)).values()
    assert {name: entry[name] for name in ("year", "month", "day") if name in entry} == fields
    (folder := tmp_path / "csl").mkdir()
    (item,) = json.loads(_of(told, write_csl_json, folder))
    assert item.get("issued", {}).get("date-parts") == issued


def test_pybtex_reads_it(bibtex: bytes) -> None:
    database = parse_string(bibtex.decode(), "bibtex")
    entry = database.entries[harbour().report.id]
    assert entry.type == "article"
    assert [len(person.last_names) for person in entry.persons["author"]] == [1, 1, 1]
    assert str(entry.persons["author"][0]) == "{Ek, Jo}"
    assert entry.fields["month"] == "May"
    assert entry.fields["url"] == ENCODED


def test_citeproc_reads_it(csl: bytes) -> None:
    source = CiteProcJSON(json.loads(csl))
    item = source[harbour().report.id]
    assert [str(each) for each in item.title] == [TITLE]
    assert [name.literal for name in item.author] == list(AUTHORS)
    assert (item.issued.year, item.issued.month, item.issued.day) == (2031, 5, 8)
    assert [str(each) for each in item.URL] == [ENCODED]

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest

from sayso.export.formats import FORMATS, FileFormat
from sayso.ledger import Ledger
from tests.cli.conftest import Sayso

pytestmark = pytest.mark.usefixtures("filled")

FILES = [name for name, form in FORMATS.items() if isinstance(form, FileFormat)]
FOLDERS = sorted(FORMATS.keys() - FILES)


def test_the_formats_are_told_with_what_they_need(sayso: Sayso) -> None:
    told = sayso("export", "--format", "list")
    assert told.code == 0
    rows = {line.split()[0]: line for line in told.out.splitlines()}
    assert rows.keys() - {"Format"} >= FORMATS.keys()
    assert "a folder of .parquet" in rows["parquet"]
    assert "sayso[parquet]" in rows["parquet"]


@pytest.mark.parametrize("name", FILES)
def test_a_file_format_goes_to_the_output_or_to_a_file(sayso: Sayso, name: str) -> None:
    assert sayso("export", "--format", name, "-o", "out").code == 0
    printed = sayso("export", "--format", name)
    assert printed.out.encode() == Path("out").read_bytes()


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_format_goes_to_a_folder(sayso: Sayso, name: str) -> None:
    refused = sayso("export", "--format", name)
    assert refused.code == 2
    assert "give a folder with -o" in refused.err
    assert sayso("export", "--format", name, "-o", "out").code == 0
    assert any(Path("out").iterdir())
    again = sayso("export", "--format", name, "-o", "out")
    assert again.code == 2
    assert "not empty" in again.err


def test_there_is_no_other_format(sayso: Sayso) -> None:
    refused = sayso("export", "--format", "xls")
    assert refused.code == 2
    assert "there is no format 'xls'" in refused.err


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_the_ledger_is_not_written_over(sayso: Sayso, filled: Path, name: str) -> None:
    before = filled.read_bytes()
    refused = sayso("export", "--format", name, "-o", filled)
    assert refused.code == 2
    assert "is the ledger" in refused.err
    assert filled.read_bytes() == before


@pytest.mark.parametrize(
    ("name", "wrong"), [("jsonl", "Is a directory"), ("csv", "Not a directory")]
)
def test_a_file_is_no_folder(sayso: Sayso, name: str, wrong: str) -> None:
    Path("folder").mkdir()
    Path("file").touch()
    refused = sayso("export", "--format", name, "-o", "folder" if name == "jsonl" else "file")
    assert refused.code == 2
    assert wrong in refused.err


def stopped(_: Ledger, stream: BinaryIO) -> None:
    stream.write(b"half")
    os.kill(os.getpid(), signal.SIGTERM)


def test_an_export_that_is_stopped_leaves_nothing(
    sayso: Sayso, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = FORMATS["geojson"]
    assert isinstance(form, FileFormat)
    monkeypatch.setattr("sayso.cli.export.FORMATS", {"half": replace(form, write=stopped)})
    before = sorted(Path().iterdir())
    ended = sayso("export", "--format", "half", "-o", "out.json")
    assert (ended.code, ended.err) == (130, "Stopped: out.json was not written.\n")
    assert sorted(Path().iterdir()) == before

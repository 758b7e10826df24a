import io
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.export.formats import FORMATS, FileFormat, FolderFormat, Format, save
from sayso.ledger import Ledger
from tests.export.formats.quay import fill

EVERY = pytest.mark.parametrize("form", FORMATS.values(), ids=FORMATS)
GOLDEN = Path(__file__).with_name("golden")


def written(form: Format, ledger: Ledger, path: Path) -> dict[str, bytes]:
    """What stands in the file or the files that an export of `ledger` is, by name."""
    save(ledger, form, path)
    if path.is_file():
        return {path.suffix: path.read_bytes()}
    return {str(file.relative_to(path)): file.read_bytes() for file in sorted(path.rglob("*"))}


@EVERY
def test_an_export_depends_on_the_content_of_the_ledger_alone(
    form: Format, sample: Ledger, tmp_path: Path
) -> None:
    (tmp_path / "backwards").mkdir()
    with Ledger(tmp_path / "backwards" / f"{sample.address.name}.db") as backwards:
        again = written(form, fill(backwards, backwards=True), tmp_path / "again")
    assert written(form, sample, tmp_path / "once") == again


@EVERY
def test_a_ledger_with_nothing_in_it_can_be_exported(
    form: Format, empty: Ledger, tmp_path: Path
) -> None:
    save(empty, form, tmp_path / "out")
    assert (tmp_path / "out").exists()


@EVERY
def test_a_stream_is_left_open(form: Format, sample: Ledger) -> None:
    if isinstance(form, FileFormat):
        stream = io.BytesIO()
        form.write(sample, stream)
        assert not stream.closed


@EVERY
def test_people_are_told_in_a_line_what_a_format_is_for(form: Format) -> None:
    assert form.suffix.startswith(".")
    assert "/" in form.media_type
    assert len(form.purpose) <= 75
    assert form.purpose[-1] not in ".,;"


def test_heavy_libraries_are_loaded_only_to_write_with_them() -> None:
    heavy = "pyarrow networkx stix2 followthemoney rdflib pyld pandas"
    loaded = (
        f"import sys, sayso.export.formats; print(*(set('{heavy}'.split()) & set(sys.modules)))"
    )
    ran = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", loaded], capture_output=True, text=True, check=True
    )
    assert ran.stdout == "\n"


@pytest.mark.parametrize(
    ("name", "golden"),
    [
        ("acled", "acled.csv"),
        ("geojson", "ledger.geojson"),
        ("graphml", "ledger.graphml"),
        ("plover", "plover.jsonl"),
    ],
)
def test_an_export_is_what_it_was(sample: Ledger, name: str, golden: str) -> None:
    form = FORMATS[name]
    assert isinstance(form, FileFormat)
    stream = io.BytesIO()
    form.write(sample, stream)
    assert stream.getvalue() == (GOLDEN / golden).read_bytes()


def test_a_table_of_a_type_is_what_it_was(sample: Ledger, tmp_path: Path) -> None:
    form = FORMATS["csv"]
    assert isinstance(form, FolderFormat)
    form.write(sample, tmp_path)
    assert (tmp_path / "events.csv").read_bytes() == (GOLDEN / "events.csv").read_bytes()

import doctest
import hashlib
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import sayso
import sayso.api

MISPLACED = {"spacy", "numpy", "trafilatura", "typer", "rich"}


@pytest.mark.parametrize("module", [sayso, sayso.api], ids=lambda module: module.__name__)
def test_the_examples_run(
    module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    failed, tried = doctest.testmod(module, extraglobs={"sayso": sayso})
    assert tried > 0
    assert failed == 0


def test_a_path_is_a_file_and_a_string_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("The mayor said so.")
    from_file, from_text = sayso.read(path), sayso.read("The mayor said so.")
    assert from_file.statements == from_text.statements
    assert (from_file.report.uri, from_text.report.uri) == (path.as_uri(), None)
    assert sayso.read(str(path)).report.text == str(path)


def test_a_list_of_known_actors_can_be_given(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text("Saltgate Watch\t\torganisation\tNOR\tSOC\n")
    text = "Saltgate Watch said that the bridge was unsafe."
    with_own, without = sayso.read(text, actors=own), sayso.read(text)
    (known,), (unknown,) = with_own.actors, without.actors
    assert (known.country, known.roles) == ("NOR", ("SOC",))
    assert (unknown.country, unknown.roles) == (None, ())
    digest = hashlib.sha256(own.read_bytes()).hexdigest()
    assert with_own.report.reader == f"{without.report.reader}, actors {digest}"
    assert with_own.statements == without.statements
    with pytest.raises(sayso.InputError, match=r"none\.tsv cannot be read"):
        sayso.read(text, actors=tmp_path / "none.tsv")


def test_the_date_can_be_given() -> None:
    reading = sayso.read("The mayor said so.", published="2023-05-09")
    assert (reading.report.published, reading.report.published_from) == (
        "2023-05-09",
        sayso.PublishedFrom.ARGUMENT,
    )


def test_the_report_names_its_reader() -> None:
    reader = sayso.read("The mayor said so.").report.reader
    assert reader
    assert reader.startswith(f"sayso {sayso.__version__}, en_core_web_")


@pytest.mark.parametrize("given", ["", "   \n", Path("nowhere.txt")])
def test_what_is_no_report_is_refused(given: str | Path) -> None:
    with pytest.raises(sayso.InputError):
        sayso.read(given)


def test_everything_public_is_there() -> None:
    assert all(hasattr(sayso, name) for name in sayso.__all__)


def test_importing_loads_no_language_engine_no_page_extractor_and_no_command_line() -> None:
    program = f"import sys, sayso; print(sorted({MISPLACED} & set(sys.modules)))"
    told = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout == "[]\n"

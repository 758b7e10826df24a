from pathlib import Path

import pytest

from sayso.ledger import Ledger
from tests.cli.conftest import Sayso
from tests.export.dossier.made_up import fill, made_up


@pytest.fixture
def linked(tmp_path: Path) -> Path:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        fill(ledger, made_up())
    return path


@pytest.mark.usefixtures("linked")
def test_without_a_file_it_is_printed_as_markdown(sayso: Sayso) -> None:
    ended = sayso("dossier", "quay")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("# quay\n\nsayso takes no side")
    assert "### “the Front bombed the quay”" in ended.out


@pytest.mark.usefixtures("linked")
@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.html", "<!doctype html>"), ("a.HTM", "<!doctype html>"), ("a.md", "# quay\n")],
)
def test_the_name_of_the_file_says_in_what_form(
    sayso: Sayso, tmp_path: Path, name: str, begins: str
) -> None:
    ended = sayso("dossier", "quay", "-o", name)
    assert (ended.code, ended.out, ended.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


@pytest.mark.usefixtures("linked")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--place", "Sel"), "- Searched: “Sel” is named as a place\n- Found: 3 statements"),
        (("--actor", "front", "--until", "2031-05-06"), "published on 6 May 2031 or before\n"),
        (("quay", "--since", "2031-05-07"), "- Found: 2 statements and 0 events in 1 report;"),
        ((), "# All reports\n"),
    ],
)
def test_what_is_searched_is_told(sayso: Sayso, words: tuple[str, ...], told: str) -> None:
    assert told in sayso("dossier", *words).out


@pytest.mark.usefixtures("linked")
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("quay", "-o", "no/such/folder.html"), 2, "folder.html: No such file or directory"),
        (("quay", "-o", "a.pdf"), 2, "a.pdf: give a name that ends in .html, .htm or .md"),
        (("quay", "--since", "soon"), 3, "'soon' is no date"),
        (("quay", "--ledger", "none.db"), 3, "none.db"),
    ],
)
def test_what_is_wrong_is_told(sayso: Sayso, words: tuple[str, ...], code: int, told: str) -> None:
    ended = sayso("dossier", *words)
    assert ended.code == code
    assert told in " ".join(ended.err.replace("│", " ").split())


def test_what_is_not_linked_yet_is_told(sayso: Sayso, filled: Path) -> None:
    assert filled.exists()
    assert "2 reports not linked with the others yet" in sayso("dossier").out

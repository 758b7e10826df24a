"""Finding inputs: files, folders, links and standard input."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from sayso.acquire import MAX_BYTES, FileInput, find_inputs, standard_input


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of reports, with other things in it."""
    for name in ("b.txt", "a.HTML", "c.htm", "d.xhtml", "e.png", "deep/er/f.txt", "deep/g.md"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    for name in (".hidden.txt", ".git/h.txt"):
        path = tmp_path / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(name)
    return tmp_path / "in"


def names(folder: Path, *paths: Path | str) -> list[str]:
    found = find_inputs([str(path) for path in paths])
    assert not found.rejects
    return [os.path.relpath(given.name, folder) for given in found.inputs]


def test_a_folder_gives_its_reports_in_order(folder: Path) -> None:
    assert names(folder, folder) == ["a.HTML", "b.txt", "c.htm", "d.xhtml", "deep/er/f.txt"]
    assert find_inputs([str(folder)]).skipped == 2


def test_a_file_named_by_itself_is_taken_whatever_it_is_called(folder: Path) -> None:
    assert names(folder, folder / "e.png", folder / ".hidden.txt") == [".hidden.txt", "e.png"]
    assert names(folder, folder / ".git") == [".git/h.txt"]
    assert find_inputs([str(folder), str(folder / "e.png")]).skipped == 1


@pytest.mark.parametrize(
    "name",
    """a.TXT a.html a.htm a.xhtml a.pdf a.docx a.eml a.jsonl a.ndjson a.csv a.tsv a.parquet a.rss
    a.atom a.warc a.warc.gz A.WARC.GZ 2024.03.05.warc.gz a.wacz""".split(),
)
def test_a_folder_is_searched_for_every_kind_that_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    assert names(tmp_path, tmp_path) == [name]


@pytest.mark.parametrize(
    "name", ["a.gz", "a.zip", "a.json", "a.jpeg", "txt", "a.txt.gz", "warc.gz"]
)
def test_a_folder_is_searched_for_nothing_else(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("{}")
    assert find_inputs([str(tmp_path)]).skipped == 1


@pytest.mark.parametrize(
    ("content", "is_taken"),
    [
        ("<?xml version='1.0'?>\n<!-- made by hand -->\n<rss version='2.0'>", True),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", True),
        ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>", True),
        ("<urlset><rss/></urlset>", False),
        ("", False),
    ],
)
def test_an_xml_file_in_a_folder_is_taken_when_it_is_a_feed(
    tmp_path: Path, content: str, *, is_taken: bool
) -> None:
    (tmp_path / "a.xml").write_text(content)
    assert len(find_inputs([str(tmp_path)]).inputs) == is_taken
    (tmp_path / "a.xml").write_bytes(content.encode("utf-16"))
    assert len(find_inputs([str(tmp_path)]).inputs) == is_taken


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["b.txt", "deep/er/f.txt"]),
        ("deep/*", ["deep/er/f.txt", "deep/g.md"]),
        ("[bc].*", ["b.txt", "c.htm"]),
    ],
)
def test_a_glob_gives_what_it_stands_for(folder: Path, pattern: str, expected: list[str]) -> None:
    assert names(folder, folder / pattern) == expected


def test_a_glob_that_stands_for_nothing_is_a_reject(folder: Path) -> None:
    (reject,) = find_inputs([str(folder / "*.docx")]).rejects
    assert (reject.stage, reject.reason) == ("find", "nothing is called so")


def test_a_file_that_is_called_like_a_glob_is_that_file(folder: Path) -> None:
    (folder / "b[1].txt").write_text("words")
    assert names(folder, folder / "b[1].txt") == ["b[1].txt"]


def test_addresses_are_kept_to_be_fetched(folder: Path) -> None:
    urls = ["https://courier.example/b?x=[1]", "HTTP://courier.example/a*"]
    found = find_inputs([*urls, str(folder / "b.txt"), urls[0]])
    assert [each.url for each in found.urls] == sorted(urls)
    assert found.urls[0].name == found.urls[0].url
    assert len(found.inputs) == 1
    assert not found.rejects


def test_the_order_of_naming_makes_no_difference(folder: Path) -> None:
    paths = [str(folder / "deep"), str(folder / "c.htm"), str(folder / "a.HTML"), "nowhere"]
    assert find_inputs(paths) == find_inputs(paths[::-1])


def test_a_file_named_twice_is_taken_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "b.txt")
    twice = [folder / "b.txt", folder / "link.txt", folder / "deep/../b.txt", folder / "b.txt"]
    assert names(folder, *twice) == ["b.txt"]
    assert names(folder, folder / "link.txt", folder / "deep") == ["deep/er/f.txt", "link.txt"]


def test_links_that_go_in_circles_end(folder: Path) -> None:
    (folder / "deep" / "up").symlink_to(folder)
    (folder / "self").symlink_to(folder)
    assert names(folder, folder) == ["a.HTML", "b.txt", "c.htm", "d.xhtml", "deep/er/f.txt"]


def test_what_cannot_be_found_is_a_reject_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "dangling.txt").symlink_to(folder / "gone.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    found = find_inputs([str(folder), str(folder / "nope.txt"), "nul\0.txt", "x" * 5000])
    assert len(found.inputs) == 5
    assert {(reject.stage, reject.reason.partition(":")[0]) for reject in found.rejects} == {
        ("find", "it cannot be found")
    }
    assert {Path(reject.input).name[:12] for reject in found.rejects} == {
        *("dangling.txt", "loop.txt", "nope.txt", "nul\0.txt", "x" * 12)
    }
    assert len({reject.id for reject in found.rejects}) == 5


def test_a_folder_that_cannot_be_opened_is_a_reject(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", refuse)
    (reject,) = find_inputs([str(folder)]).rejects
    assert reject.reason == "it cannot be opened: Permission denied"
    assert reject.stage == "find"


def test_a_file_name_that_is_no_text_can_be_told(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text("words")
    (given,) = find_inputs([str(tmp_path)]).inputs
    assert given.name.endswith("caf\\xe9.txt")
    (reject,) = find_inputs([os.fsdecode(b"gone\xe9")]).rejects
    assert reject.input == "gone\\xe9"


def test_standard_input_comes_last_and_is_read_once(folder: Path) -> None:
    stdin = BytesIO(b"words")
    found = find_inputs(["-", str(folder / "b.txt"), "-"], stdin=stdin)
    assert found.inputs == (FileInput(folder / "b.txt"), standard_input(b"words"))
    assert found.inputs[-1].name == "-"


def test_standard_input_is_not_touched_unasked(folder: Path) -> None:
    stdin = BytesIO(b"words")
    find_inputs([str(folder)], stdin=stdin)
    assert stdin.tell() == 0


def test_an_endless_standard_input_is_a_reject() -> None:
    stdin = BytesIO(b"a" * (MAX_BYTES + 100))
    found = find_inputs(["-"], stdin=stdin)
    assert not found.inputs
    (reject,) = found.rejects
    assert (reject.input, reject.stage) == ("-", "read")
    assert "more than the 10.0 MB" in reject.reason
    assert stdin.tell() == MAX_BYTES + 1

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest

from sayso.export.formats import FileFormat, FolderFormat, save
from sayso.ledger import Ledger


def file_of(write: Callable[[BinaryIO], None]) -> FileFormat:
    return FileFormat(
        name="file",
        purpose="to be tested",
        media_type="text/plain",
        suffix=".txt",
        write=lambda _, stream: write(stream),
    )


def folder_of(write: Callable[[Path], None]) -> FolderFormat:
    return FolderFormat(
        name="folder",
        purpose="to be tested",
        media_type="text/plain",
        suffix=".txt",
        write=lambda _, folder: write(folder),
    )


def whole_file(stream: BinaryIO) -> None:
    stream.write(b"whole")


def whole_folder(folder: Path) -> None:
    (folder / "whole.txt").write_bytes(b"whole")


def half_a_file(stream: BinaryIO) -> None:
    stream.write(b"half")
    raise KeyboardInterrupt


def half_a_folder(folder: Path) -> None:
    (folder / "half.txt").write_bytes(b"half")
    raise KeyboardInterrupt


WHOLE_FILE = file_of(whole_file)
WHOLE_FOLDER = folder_of(whole_folder)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with nothing in it."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def test_a_file_that_is_there_is_replaced(empty: Ledger, place: Path) -> None:
    (place / "out.txt").write_bytes(b"something longer than what comes")
    save(empty, WHOLE_FILE, place / "out.txt")
    assert (place / "out.txt").read_bytes() == b"whole"
    assert names(place) == ["out.txt"]


def test_a_stopped_export_leaves_the_file_as_it_was(empty: Ledger, place: Path) -> None:
    (place / "out.txt").write_bytes(b"before")
    with pytest.raises(KeyboardInterrupt):
        save(empty, file_of(half_a_file), place / "out.txt")
    assert (place / "out.txt").read_bytes() == b"before"
    assert names(place) == ["out.txt"]


@pytest.mark.parametrize("there", [True, False])
def test_a_stopped_export_leaves_no_half_folder(empty: Ledger, place: Path, *, there: bool) -> None:
    out = place / "out"
    if there:
        out.mkdir()
    with pytest.raises(KeyboardInterrupt):
        save(empty, folder_of(half_a_folder), out)
    assert names(place) == (["out"] if there else [])
    assert not there or names(out) == []


@pytest.mark.parametrize("there", [True, False])
def test_a_folder_may_be_new_or_empty(empty: Ledger, place: Path, *, there: bool) -> None:
    out = place / "out"
    if there:
        out.mkdir()
    save(empty, WHOLE_FOLDER, out)
    assert names(out) == ["whole.txt"]
    assert names(place) == ["out"]


def test_a_folder_that_holds_something_is_refused(empty: Ledger, place: Path) -> None:
    (place / "mine.txt").write_bytes(b"mine")
    with pytest.raises(FileExistsError, match="not empty"):
        save(empty, WHOLE_FOLDER, place)
    assert names(place) == ["mine.txt"]


def test_a_link_stays_a_link(empty: Ledger, place: Path) -> None:
    (place / "link.txt").symlink_to(place / "file.txt")
    save(empty, WHOLE_FILE, place / "link.txt")
    assert (place / "link.txt").is_symlink()
    assert (place / "file.txt").read_bytes() == b"whole"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to_as_it_is(empty: Ledger, place: Path) -> None:
    pipe = place / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    save(empty, WHOLE_FILE, pipe)
    assert os.read(reader, 100) == b"whole"
    os.close(reader)
    assert pipe.is_fifo()


def test_a_file_gets_the_rights_that_files_get(empty: Ledger, place: Path) -> None:
    (place / "other.txt").touch()
    save(empty, WHOLE_FILE, place / "out.txt")
    assert (place / "out.txt").stat().st_mode == (place / "other.txt").stat().st_mode

"""Pages of PDFs as pictures, in a process that a bad one takes with it."""

import struct
import zlib
from collections.abc import Iterator

import numpy as np
import pytest

from sayso.acquire.documents.pdf import picture_of
from sayso.model import InputError
from sayso.pipeline import pictures
from sayso.pipeline.pictures import Pictures
from sayso.pipeline.processes.worker import Work
from tests.acquire.documents.made import lines, pdf

TWO = pdf(lines("The first page"), lines("The second page", "has two lines"))


@pytest.fixture(scope="module")
def drawing() -> Iterator[Pictures]:
    found = Pictures()
    yield found
    found.close()


def pixels(png: bytes) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    """The rows of a PNG without filters."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    found: dict[bytes, bytes] = {}
    at = 8
    while at < len(png):
        [size] = struct.unpack(">I", png[at : at + 4])
        name, data = png[at + 4 : at + 8], png[at + 8 : at + 8 + size]
        [check] = struct.unpack(">I", png[at + 8 + size : at + 12 + size])
        assert check == zlib.crc32(name + data)
        found[name] = data
        at += 12 + size
    width, height = struct.unpack(">II", found[b"IHDR"][:8])
    rows = np.frombuffer(zlib.decompress(found[b"IDAT"]), np.uint8).reshape(height, -1)
    return rows[:, 1:].reshape(height, width, 3)


def test_a_page_is_drawn(drawing: Pictures) -> None:
    second = drawing.of(TWO, 2)
    assert (second.number, second.pages, second.width, second.height) == (2, 2, 600, 800)
    shown = pixels(second.png)
    assert shown.shape == (1400, 1050, 3)
    assert shown[0, 0].tolist() == [255, 255, 255]
    # The words stand at 60, 700 points from the lower left corner.
    words = shown[int(90 * 1.75) : int(102 * 1.75), int(60 * 1.75) : int(160 * 1.75)]
    assert words.min() < 64
    assert drawing.of(TWO, 1).png != second.png


def test_a_page_is_turned_as_it_is_read() -> None:
    turned = picture_of(pdf(lines("Turned"), attributes="/MediaBox [0 0 600 800] /Rotate 90"), 1)
    assert (turned.width, turned.height) == (800, 600)


def test_a_giant_page_is_drawn_small() -> None:
    giant = picture_of(pdf(lines("Far"), attributes="/MediaBox [0 0 14400 14400]"), 1)
    assert pixels(giant.png).shape[:2] == (1400, 1400)


@pytest.mark.parametrize(
    ("raw", "number", "stage", "reason"),
    [
        (TWO, 3, "find", "it has no page 3: its pages are 1 to 2"),
        (TWO, 0, "find", "it has no page 0"),
        (b"%PDF-1.7 broken", 1, "decode", "damaged, or no PDF"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    drawing: Pictures, raw: bytes, number: int, stage: str, reason: str
) -> None:
    with pytest.raises(InputError, match=reason) as told:
        drawing.of(raw, number)
    assert told.value.stage == stage
    # The process goes on.
    assert drawing.of(TWO, 1).pages == 2


def test_a_process_that_dies_is_told_and_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    drawing = Pictures()
    monkeypatch.setattr(pictures, "_WORK", Work(_dies))
    with pytest.raises(InputError, match="page 1 cannot be drawn: it ended with exit code 3"):
        drawing.of(TWO, 1)
    monkeypatch.undo()
    assert drawing.of(TWO, 1).pages == 2
    drawing.close()


def _dies(_task: tuple[bytes, int]) -> None:
    raise SystemExit(3)

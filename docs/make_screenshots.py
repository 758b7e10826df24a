# ruff: noqa: INP001 - a script, not part of a package
"""Makes docs/images/*.png: each view of the reading room over the example reports, and the walk.

python -m docs.make_screenshots

It reads examples/reports into a ledger of its own, serves that, and looks at it with the system's
Chromium; the pictures keep 64 colours, so that they stay small.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tests.web.served import REPORTS, Served, sayso, served

IMAGES = Path(__file__).parent / "images"
_SIZE = (1100, 800)
_NARROW = (360, 640)
_COLOURS = 64


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of what is at `path`, or behind the first `follow` there, scrolled to `at`."""

    name: str
    path: str
    follow: str | None = None
    at: str | None = None
    size: tuple[int, int] = _SIZE
    scheme: str = "light"


_CLAIM = ".board h2 a"
_WIRE = ".catalogue h2 a:has-text('Blast tears through')"
SHOTS = (
    Shot("board", "/"),
    Shot("board-dark", "/", scheme="dark"),
    Shot("board-narrow", "/", size=_NARROW),
    Shot("claim", "/", _CLAIM),
    Shot("chains", "/", _CLAIM, ".lineage"),
    Shot("reports", "/reports"),
    Shot("report", "/reports", ".catalogue h2 a"),
    Shot("actors", "/actors"),
    Shot("actor", "/actors", ".actors th a"),
    Shot("timeline", "/timeline"),
    Shot("map", "/map"),
    Shot("network", "/network"),
    Shot("search", "/search?text=blast"),
    Shot("review", "/review"),
    Shot("walk-1-bombed", "/?text=bombed"),
    Shot("walk-2-denied", "/?text=bombed", ".board li:has(.against) h2 a"),
    Shot("walk-3-killed", "/?text=killed"),
    Shot("walk-4-origins", "/?text=killed", _CLAIM, ".origins"),
    Shot("walk-5-numbers", "/?text=killed", _CLAIM, ".plot"),
    Shot("walk-6-reports", "/reports?sort=oldest"),
    Shot("walk-7-copied", "/reports?sort=oldest", _WIRE),
)


def main() -> None:
    """Write every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    with _examples() as room, sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for shot in SHOTS:
            width, height = shot.size
            page = browser.new_page(
                viewport={"width": width, "height": height},
                color_scheme="dark" if shot.scheme == "dark" else "light",
            )
            _go(page, room, shot)
            _save(page.screenshot(), IMAGES / f"{shot.name}.png")
            page.close()
        browser.close()


@contextmanager
def _examples() -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder, "examples.db")
        subprocess.run(  # noqa: S603 - our own command
            [*sayso(), "read", str(REPORTS), "--ledger", str(ledger), "--quiet"], check=True
        )
        with served(ledger) as room:
            yield room


def _go(page: Page, room: Served, shot: Shot) -> None:
    page.goto(urljoin(room.address, shot.path))
    if shot.follow:
        page.locator(shot.follow).first.click()
        page.wait_for_load_state()
    if shot.at:
        page.locator(shot.at).first.evaluate("each => each.scrollIntoView({ block: 'center' })")


def _save(png: bytes, path: Path) -> None:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()

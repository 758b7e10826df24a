# ruff: noqa: INP001 - a script, not part of a package
"""Makes docs/images/*.png: each view of the reading room over the example reports, and the walk.

python -m docs.make_screenshots

It reads examples/reports into a ledger of its own, serves that, and looks at it with the system's
Chromium; the same with examples/ports for the map, as their places are on it. The pictures keep 64
colours, so that they stay small.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.served import REPORTS, Served, sayso, served

IMAGES = Path(__file__).parent / "images"
_SIZE = (1100, 800)
_NARROW = (360, 640)
_COLOURS = 64
_USER = "ana"
"""Who judges in the pictures."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture of what is at `path`, or behind what is clicked on there, scrolled to `at`."""

    name: str
    path: str
    follow: tuple[str, ...] = ()
    at: str | None = None
    size: tuple[int, int] = _SIZE
    scheme: str = "light"
    judging: bool = False


_CLAIM = (".board h2 a",)
_WIRE = (".catalogue h2 a:has-text('Blast tears through')",)
_FIFTEEN = (".board h2 a:has-text('15 people')",)
_LAYERS = tuple(f"#show-{each}s" for each in ("event", "tie", "place", "time"))
SHOTS = (
    Shot("board", "/"),
    Shot("board-dark", "/", scheme="dark"),
    Shot("board-narrow", "/", size=_NARROW),
    Shot("claim", "/", _CLAIM),
    Shot("chains", "/", _CLAIM, ".lineage"),
    Shot("reports", "/reports"),
    Shot("report", "/reports", (".catalogue h2 a",)),
    Shot("report-told", "/reports?sort=oldest", (*_WIRE, *_LAYERS)),
    Shot(
        "report-dark-narrow", "/reports", (".catalogue h2 a",), ".text", size=_NARROW, scheme="dark"
    ),
    Shot(
        "beside", "/reports?title=blames", (".catalogue h2 a", "text=beside what", ".note a"), ".at"
    ),
    Shot("actors", "/actors"),
    Shot("actor", "/actors", (".actors th a",)),
    Shot("timeline", "/timeline"),
    Shot("network", "/network"),
    Shot("network-dark", "/network", scheme="dark"),
    Shot("search", "/search?text=blast"),
    Shot("review", "/review", judging=True),
    Shot("judging", "/reports?sort=oldest", (*_WIRE, ".note a"), ".note .judge", judging=True),
    Shot("walk-1-bombed", "/?text=bombed"),
    Shot("walk-2-denied", "/?text=bombed", (".board li:has(.against) h2 a",)),
    Shot("walk-3-killed", "/?text=killed"),
    Shot("walk-4-origins", "/?text=killed", _FIFTEEN, ".origins"),
    Shot("walk-5-numbers", "/?text=killed", _FIFTEEN, ".plot"),
    Shot("walk-6-reports", "/reports?sort=oldest"),
    Shot("walk-7-copied", "/reports?sort=oldest", _WIRE),
)
ON_THE_MAP = (
    Shot("map", "/map?place=Gda%C5%84sk"),
    Shot("map-narrow", "/map", size=_NARROW),
)


def main() -> None:
    """Write every picture anew."""
    IMAGES.mkdir(exist_ok=True)
    os.environ["LOGNAME"] = _USER
    with sync_playwright() as playwright:
        program = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for reports, shots in ((REPORTS, SHOTS), (REPORTS.parent / "ports", ON_THE_MAP)):
            with _room_over(reports) as room:
                for shot in shots:
                    _take(browser, room, shot)
        browser.close()


@contextmanager
def _room_over(reports: Path) -> Iterator[Served]:
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder, "examples.db")
        subprocess.run(  # noqa: S603 - our own command
            [*sayso(), "read", str(reports), "--ledger", str(ledger), "--quiet"], check=True
        )
        with served(ledger) as room:
            yield room


def _take(browser: Browser, room: Served, shot: Shot) -> None:
    width, height = shot.size
    page = browser.new_page(
        viewport={"width": width, "height": height},
        color_scheme="dark" if shot.scheme == "dark" else "light",
    )
    _go(page, room, shot)
    _save(page.screenshot(), IMAGES / f"{shot.name}.png")
    page.close()


def _go(page: Page, room: Served, shot: Shot) -> None:
    if shot.judging:
        page.goto(room.entrance)
    page.goto(urljoin(room.address, shot.path))
    for each in shot.follow:
        page.locator(each).first.click()
        page.wait_for_load_state()
    if shot.at:
        page.locator(shot.at).first.evaluate("each => each.scrollIntoView({ block: 'center' })")


def _save(png: bytes, path: Path) -> None:
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(path, optimize=True)


if __name__ == "__main__":
    main()

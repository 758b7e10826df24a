"""The reading room as it is really served, and a browser to look at it with."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.web.elsewhere import Elsewhere
from tests.web.served import REPORTS, Served, sayso, served

_CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of our example reports, read and linked."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    command = [*sayso(), "read", str(REPORTS), "--ledger", str(path), "--quiet"]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    return path


@pytest.fixture(scope="session")
def example_room(example_ledger: Path) -> Iterator[Served]:
    """`sayso serve` over the example reports."""
    with served(example_ledger) as room:
        yield room


@pytest.fixture(scope="session")
def elsewhere() -> Iterator[Elsewhere]:
    """Every other server of the world, as the browser has it."""
    with Elsewhere() as server:
        yield server


@pytest.fixture(scope="session")
def browser(elsewhere: Elsewhere) -> Iterator[Browser]:
    """Chromium as the system has it, without a window; all of *.example leads `elsewhere`."""
    if _CHROMIUM is None:
        if os.environ.get("CI"):
            pytest.fail("no Chromium: `./check` installs it")
        pytest.skip("no Chromium is installed: nothing was looked at in a browser")
    with sync_playwright() as playwright:
        rules = f"--host-resolver-rules=MAP *.example 127.0.0.1:{elsewhere.port}"
        browser = playwright.chromium.launch(
            executable_path=_CHROMIUM, args=["--no-sandbox", rules]
        )
        yield browser
        browser.close()


@pytest.fixture
def look(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages in a context of its own; what is given says how, as Playwright has it."""
    contexts: list[BrowserContext] = []

    def looking(**given: object) -> Page:
        contexts.append(browser.new_context(**given))  # type: ignore[arg-type]
        return contexts[-1].new_page()

    yield looking
    for context in contexts:
        context.close()

"""Judging in Chromium, by keys alone and without script."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page, expect

from tests.web.served import Served, served

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def judged_room(example_ledger: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A room over a copy of the examples, which may be judged."""
    path = tmp_path_factory.mktemp("judged") / "examples.db"
    shutil.copy(example_ledger, path)
    with served(path) as room:
        yield room


def test_a_row_of_the_queue_is_accepted_by_keys(
    look: Callable[..., Page], judged_room: Served
) -> None:
    page = look()
    page.goto(judged_room.entrance)
    page.goto(urljoin(judged_room.address, "/review"))
    page.keyboard.press("a")
    page.keyboard.press("j")
    first = page.locator(".queue > li").first
    expect(first).to_be_focused()
    judged = first.get_attribute("id")
    with page.expect_navigation():
        page.keyboard.press("a")
    page.goto(urljoin(judged_room.address, "/history"))
    expect(page.locator(f"main a[href*={judged}]")).to_have_count(1)


def test_a_statement_is_rejected_without_script(
    look: Callable[..., Page], judged_room: Served
) -> None:
    page = look(java_script_enabled=False)
    page.goto(judged_room.entrance)
    page.goto(urljoin(judged_room.address, "/review"))
    row = page.locator(".queue > li").nth(1)
    judged = row.get_attribute("id")
    row.get_by_role("button", name="Reject").click()
    page.goto(urljoin(judged_room.address, "/history"))
    expect(page.locator(f"main a[href*={judged}]").first).to_be_visible()


def test_selected_words_become_the_corrected_ones(
    look: Callable[..., Page], judged_room: Served
) -> None:
    page = look()
    page.goto(judged_room.entrance)
    page.goto(urljoin(judged_room.address, "/reports?sort=oldest"))
    page.locator(".catalogue h2 a").first.click()
    page.locator(".note a").first.click()
    words = page.locator(".here.content").first
    form = page.locator("form[data-takes=places]").first
    said = words.inner_text().split()
    words.evaluate(
        """(each, last) => {
      const text = each.firstChild;
      document.getSelection().setBaseAndExtent(text, 0, text, last);
    }""",
        len(" ".join(said[:3])),
    )
    form.get_by_role("button", name="Take the selected words").click()
    start, _, end = form.get_by_label("Places").input_value().partition("-")
    assert int(end) - int(start) == len(" ".join(said[:3]))
    with page.expect_navigation():
        form.get_by_role("button", name="Correct the words").click()
    expect(page.locator(".here.content").first).to_have_text(" ".join(said[:3]))

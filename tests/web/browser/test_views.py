"""Each view in Chromium: light and dark, narrow, printed, without script, by keys alone."""

import re
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, StorageState, ViewportSize, expect

from tests.web.served import Served

Look = Callable[..., Page]
pytestmark = pytest.mark.slow

NARROW: ViewportSize = {"width": 360, "height": 740}
WIDE: ViewportSize = {"width": 1280, "height": 900}
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def entered(browser: Browser, example_room: Served) -> StorageState:
    """Who is logged in, for other pages to be too."""
    page = browser.new_page()
    page.goto(example_room.entrance)
    state = page.context.storage_state()
    page.close()
    return state


@pytest.fixture(scope="module")
def views(browser: Browser, example_room: Served, entered: StorageState) -> dict[str, str]:
    """The addresses of the views, with a claim, a report, an actor … of the examples."""
    page = browser.new_page(storage_state=entered)
    found = {"entrance": "/log-in", "search": "/search?text=blast", "people": "/people"}
    found |= {"empty search": "/search?text=zzz", "nothing": "/nothing", "api": "/api"}
    page.goto(urljoin(example_room.address, "/review"))
    for link in page.locator("nav[aria-label=Views] a").all():
        found[link.inner_text().lower()] = str(link.get_attribute("href"))
    first = page.locator(".queue > li").first
    first.get_by_label("Note").fill("looked at")
    first.get_by_role("button", name="Only note").click()
    for name, list_, row in (
        ("claim", "/", ".board h2 a"),
        ("report", "/reports?sort=oldest", ".catalogue h2 a"),
        ("actor", "/actors", ".actors th a"),
        ("statement", "/review", ".queue .where a"),
        ("happening", "/timeline", "[data-lane=Happened] .where a"),
        ("words of a tie", "/network", ".ties td:last-child a"),
    ):
        page.goto(urljoin(example_room.address, list_))
        found[name] = str(page.locator(row).first.get_attribute("href"))
    found["beside"] = f"{found['report']}?beside=raw"
    found["named in"] = f"{found['actor']}/reports"
    page.close()
    return found


NAMES = (
    *("claims", "reports", "actors", "timeline", "map", "network", "review", "history"),
    *("claim", "report", "beside", "actor", "search", "statement", "happening", "named in"),
    *("words of a tie", "empty search", "nothing", "entrance", "people", "api"),
)
OPEN_ALL = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  for (const each of document.querySelectorAll("input[id^=show-]")) each.checked = true;
}"""


@pytest.mark.parametrize("name", NAMES)
def test_everybody_can_use_it(
    look: Look, example_room: Served, entered: StorageState, views: dict[str, str], name: str
) -> None:
    """In light, in the dark, with every form open; and on a telephone without sideways scrolling.

    axe-core (https://github.com/dequelabs/axe-core) is put in from outside the page.
    """
    page = look(viewport=WIDE, bypass_csp=True, storage_state=entered)
    page.goto(urljoin(example_room.address, views[name]))
    page.evaluate(OPEN_ALL)
    told = hindering(page)
    page.emulate_media(color_scheme="dark")
    told += hindering(page)
    page.set_viewport_size(NARROW)
    width = page.evaluate("document.documentElement.scrollWidth")
    assert (told, width) == ([], NARROW["width"])


def hindering(page: Page) -> list[tuple[str, list[str], str]]:
    """What axe-core finds serious or critical."""
    return [
        (each["id"], node["target"], node["failureSummary"])
        for each in Axe().run(page).response["violations"]
        if each["impact"] in SERIOUS
        for node in each["nodes"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_it_works_without_script(
    look: Look, example_room: Served, entered: StorageState, views: dict[str, str], name: str
) -> None:
    page = look(java_script_enabled=False, storage_state=entered)
    page.goto(urljoin(example_room.address, views[name]))
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == page.locator("header.bar").count() == 1
    assert page.locator("script:not([src]), [style], style").count() == 0


def test_the_layers_are_switched_without_script(
    look: Look, example_room: Served, views: dict[str, str]
) -> None:
    page = look(java_script_enabled=False)
    page.goto(urljoin(example_room.address, views["report"]))
    place, beside = page.locator(".place").first, page.locator(".place-note").first
    expect(place).to_have_css("outline-style", "none")
    expect(beside).to_be_hidden()
    page.locator("#show-places").check()
    expect(place).to_have_css("outline-style", "solid")
    expect(beside).to_be_visible()


def test_dark_is_dark(look: Look, example_room: Served) -> None:
    grounds = []
    for scheme in ("light", "dark"):
        page = look(color_scheme=scheme)
        page.goto(example_room.address)
        grounds.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
    brightness = [sum(map(int, re.findall(r"\d+", each)[:3])) for each in grounds]
    assert brightness[0] > 600
    assert brightness[1] < 150


def test_what_is_printed_is_the_text_alone(
    look: Look, example_room: Served, views: dict[str, str]
) -> None:
    page = look()
    page.goto(urljoin(example_room.address, views["report"]))
    page.emulate_media(media="print")
    assert not page.locator("header.bar").is_visible()
    assert page.locator(".text").is_visible()
    assert page.pdf().startswith(b"%PDF")


def close(page: Page) -> None:
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()


def test_keys_find_go_and_tell(look: Look, example_room: Served) -> None:
    page = look()
    page.goto(example_room.address)
    page.keyboard.press("/")
    expect(page.locator("#words")).to_be_focused()
    page.keyboard.type("jk/?")
    expect(page.locator("#words")).to_have_value("jk/?")
    page.keyboard.press("Escape")
    page.locator("h1").click()
    for keys, at in (("j", 0), ("j", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(keys)
        expect(page.locator(".board h2 a").nth(at)).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_contain_text("Next row")
    expect(page.locator("dialog")).to_contain_text("Reports")
    close(page)
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/reports")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/r-*")
    page.keyboard.press("j")
    expect(page.locator(".note a").first).to_be_focused()


def test_keys_can_be_switched_off(look: Look, example_room: Served) -> None:
    page = look()
    page.goto(example_room.address)
    page.keyboard.press("?")
    page.get_by_label("keys do this").uncheck()
    close(page)
    page.keyboard.press("j")
    expect(page.locator(".board h2 a").first).not_to_be_focused()
    page.keyboard.press("?")
    page.get_by_label("keys do this").check()
    close(page)
    page.keyboard.press("j")
    expect(page.locator(".board h2 a").first).to_be_focused()


def test_a_row_lands_on_its_words(look: Look, example_room: Served, views: dict[str, str]) -> None:
    page = look(viewport=WIDE)
    page.goto(urljoin(example_room.address, views["claim"]))
    page.locator(".word .where a").first.click()
    marked = page.locator(".here").first
    expect(marked).to_be_in_viewport()


def test_who_opened_it_logs_in_and_out(look: Look, example_room: Served) -> None:
    page = look()
    page.goto(example_room.address)
    expect(page.get_by_role("link", name="Log in")).to_be_visible()
    page.goto(example_room.entrance)
    page.get_by_role("button", name="Log out").first.click()
    expect(page.get_by_role("link", name="Log in")).to_be_visible()

"""What docs/walk.md says, the pages say."""

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.web.served import Served

pytestmark = pytest.mark.slow


@pytest.fixture
def page(browser: Browser, example_room: Served) -> Page:
    page = browser.new_page()
    page.goto(example_room.address)
    return page


def ask(page: Page, words: str) -> None:
    page.locator("main").get_by_label("Words").fill(words)
    page.get_by_role("button", name="Show").click()


def test_who_denies_the_main_claim(page: Page) -> None:
    ask(page, "bombed")
    expect(page.locator(".board .against")).to_have_text("denied by Northern Shore Front")
    page.locator(".board h2 a").click()
    expect(page.locator(".side.denies .speaker")).to_have_text("Northern Shore Front")


def test_how_many_origins_the_death_toll_has(page: Page) -> None:
    ask(page, "killed")
    toll = page.locator(".board li").filter(has_text="at least 15 people had been killed")
    expect(toll).to_contain_text("1 origin in 3 reports")
    toll.get_by_role("link").click()
    expect(page.get_by_role("heading", name="1 origin")).to_be_visible()
    expect(page.get_by_role("heading", name="How many killed")).to_be_visible()


def test_which_report_was_copied(page: Page, example_room: Served) -> None:
    page.goto(urljoin(example_room.address, "/reports?sort=oldest"))
    page.get_by_role("link", name="Blast tears through").first.click()
    copies = page.get_by_role("list", name="The same words elsewhere")
    expect(copies).to_contain_text("Copied by Blast tears through")
    expect(copies).to_contain_text("The Lower Ombra Observer")
    copies.get_by_role("link").first.click()
    expect(copies).to_contain_text("Copied from")

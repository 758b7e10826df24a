from pathlib import Path

import pytest

from docs.run_examples import PAGES, ROOT, current, figures_table, steady


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_examples_print_what_the_page_says(page: Path) -> None:
    written = page.read_text(encoding="utf-8")
    assert steady(written) == steady(current(page)), "run: python -m docs.run_examples"


def test_the_readme_has_the_figures_measured_last() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert figures_table() in readme, "run: python -m docs.run_examples"


def test_times_and_speeds_are_not_compared() -> None:
    told = "Read 1 report, 6 words, into a.db in {} ({} words/s).\n"
    assert steady(told.format("2 s", "2,100")) == steady(told.format("1 min 03 s", "950"))
    assert steady(told.format("2 s", "2,100")) != steady(told.format("2 s", "2,100") + "more")

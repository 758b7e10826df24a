import pytest

from tests.statements.rows import PUBLISHED, credited, only, row

Dated = tuple[str, str] | None


def dated(text: str, published: str | None = PUBLISHED) -> Dated:
    """The words that date the one statement in `text`, and their value."""
    found = only(text, published).said_at
    return (found.span.text, found.value) if found else None


@pytest.mark.parametrize(
    ("when", "words", "value"),
    [
        ("on Monday", "Monday", "2024-03-04"),
        ("on Wednesday", "Wednesday", "2024-03-06"),
        ("on Thursday", "Thursday", "2024-02-29"),
        ("on Tuesday evening", "Tuesday evening", "2024-03-05"),
        ("Tuesday", "Tuesday", "2024-03-05"),
        ("today", "today", "2024-03-06"),
        ("yesterday", "yesterday", "2024-03-05"),
        ("this morning", "this morning", "2024-03-06"),
        ("earlier this week", "earlier this week", "2024-03-04/2024-03-10"),
        ("last week", "last week", "2024-02-26/2024-03-03"),
        ("last month", "last month", "2024-02"),
        ("earlier this month", "earlier this month", "2024-03"),
        ("last year", "last year", "2023"),
        ("two days ago", "two days ago", "2024-03-04"),
        ("10 days ago", "10 days ago", "2024-02-25"),
        ("three weeks ago", "three weeks ago", "2024-02-12/2024-02-18"),
        ("three months ago", "three months ago", "2023-12"),
        ("a year ago", "a year ago", "2023"),
        ("on March 2", "March 2", "2024-03-02"),
        ("on 2 March", "2 March", "2024-03-02"),
        ("on December 30", "December 30", "2023-12-30"),
        row(
            "month day, year",
            "on March 2, 2023",
            "March 2, 2023",
            "2023-03-02",
        ),
        ("on 2 March 2023", "2 March 2023", "2023-03-02"),
        ("on Sept. 3", "Sept. 3", "2023-09-03"),
        ("in February 2024", "February 2024", "2024-02"),
    ],
)
def test_when_it_was_said(when: str, words: str, value: str) -> None:
    assert dated(f"The ministry said {when} that the dam was safe.") == (words, value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("in front", "On Monday the ministry said the dam was safe.", ("Monday", "2024-03-04")),
        row("after", "“It is safe,” she said on Monday.", ("Monday", "2024-03-04")),
        row("passive", "It was reported on Monday that boats sank.", ("Monday", "2024-03-04")),
        row("denial", "The army on Monday denied it had fired.", ("Monday", "2024-03-04")),
        row(
            "after another phrase",
            "The ministry said in a statement on Monday that the dam was safe.",
            ("Monday", "2024-03-04"),
        ),
        row("adjective", "On Monday she was confident that it was safe.", ("Monday", "2024-03-04")),
        row("date of the content", "The ministry said boats had sunk on Monday.", None),
        row("date in a quotation", "“Boats sank on Monday,” the ministry said.", None),
        row("none", "The ministry said that the dam was safe.", None),
        row("no such day", "The ministry said on February 30 that the dam was safe.", None),
        row("a modal", "The ministry said boats may leave.", None),
    ],
)
def test_which_words_date_the_saying(text: str, expected: Dated) -> None:
    assert dated(text) == expected


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        row("day", "2024-03-06", "2024-03-05"),
        row("instant", "2024-03-06T08:00:00Z", "2024-03-05"),
        row("first of March", "2024-03-01", "2024-02-29"),
        row("no date", None, None),
        row("month", "2024-03", None),
        row("interval", "2024-03/2024-04", None),
        row("unspecified day", "2024-03-XX", None),
        row(
            "first day of the calendar",
            "0001-01-01",
            None,
        ),
    ],
)
def test_relative_to_the_day_of_publication(published: str | None, expected: str | None) -> None:
    found = dated("The ministry said yesterday that the dam was safe.", published)
    assert found == (expected and ("yesterday", expected))


def test_a_date_in_one_content_does_not_date_the_other() -> None:
    found = credited("The mayor said the pier was closed until Friday and that boats would wait.")
    assert [each.said_at for each in found] == [None, None]

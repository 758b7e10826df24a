"""HTML pages: the article, what the page says of it, and pages that are none."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest

from sayso.acquire import report_from_bytes
from sayso.acquire.html.tree import MAX_ELEMENTS
from sayso.model import InputError, Report

LEAD = (
    "The harbour master of Port Alva said on Tuesday that the grain silo had been inspected "
    "twice this year, and that nothing wrong had been found in it."
)
DENIAL = (
    "The terminal’s owner denied that it had been warned. “We have had no letter from anybody,” "
    "a spokeswoman told the Courier, and declined to say more."
)
CLOSE = "The inquiry is to report in autumn, the ministry said; the port has opened again since."

LINKED_DATA = "<html><script type='application/ld+json'>"
META = '<meta property="article:published_time" content="2024-03-05T23:30:00-05:00">'
CANONICAL = '<link rel="canonical" href="https://courier.example/2024/03/04/silo">'


def page(body: str = "", head: str = "", html: str = '<html lang="en-GB">') -> str:
    return (
        f"<!DOCTYPE html>{html}<head><title>Silo bursts | The Alva Courier</title>{head}</head>"
        "<body><nav><a href='/'>Home</a> <a href='/world'>World</a></nav><article>"
        f"<h1>Silo bursts in Port Alva</h1>{body}<p>{LEAD}</p><p>{DENIAL}</p><p>{CLOSE}</p>"
        "</article><footer>Copyright 2019 The Alva Courier. 1 May 2019.</footer></body></html>"
    )


def read(markup: str | bytes) -> Report:
    raw = markup if isinstance(markup, bytes) else markup.encode()
    return report_from_bytes(raw, media_type="text/html")


def test_the_article_is_found_with_a_blank_line_between_its_blocks() -> None:
    blocks = read(page()).text.split("\n\n")
    assert blocks[-3:] == [LEAD, DENIAL, CLOSE]
    assert not any("Home" in block or "Copyright" in block for block in blocks)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param(
            "<blockquote><p>“Nobody warned us.”</p><p>“Nobody at all.”</p></blockquote>",
            "\n\n“Nobody warned us.”\n\n“Nobody at all.”\n\n",
            id="blockquote",
        ),
        pytest.param(
            "<ul><li>Three dead, the ministry says</li><li>Nine hurt</li></ul>",
            "\n\nThree dead, the ministry says\n\nNine hurt\n\n",
            id="list",
        ),
        pytest.param(
            "<p>The mayor spoke of <q>lies</q> and <q>“more lies”</q> on the radio.</p>",
            "The mayor spoke of “lies” and “more lies” on the radio.",
            id="q",
        ),
        pytest.param(
            "<p>Words broken\n   over   the&nbsp;lines\n of a co&shy;lumn, said he.</p>",
            "Words broken over the lines of a column, said he.",
            id="white space",
        ),
        pytest.param(
            "<p>The roll of the dead:<br>Ada Norr,<br/>Ivo Klee.</p>",
            "The roll of the dead:\nAda Norr,\nIvo Klee.",
            id="line breaks",
        ),
        pytest.param(
            "<table><tr><td>Monday</td><td>3 dead</td></tr><tr><td>Friday</td><td>4 dead</td></tr>"
            "</table>",
            "\n\nMonday | 3 dead\n\nFriday | 4 dead\n\n",
            id="table",
        ),
        pytest.param(
            "<p>He <b>denied</b> it, <a href='/x'>the <i>Courier</i> said</a>, twice.</p>",
            "He denied it, the Courier said, twice.",
            id="inline markup",
        ),
    ],
)
def test_quotations_lists_and_breaks_are_kept(body: str, expected: str) -> None:
    assert expected in read(page(f"<p>{CLOSE}</p>{body}")).text


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ("", ("Silo bursts in Port Alva", None, ())),
        (CANONICAL, ("Silo bursts in Port Alva", "courier.example", ())),
        (
            (
                '<meta property="og:title" content="Silo bursts - Alva Post">'
                '<meta property="og:site_name" content="Alva Post">'
                '<meta name="author" content="Jane Doe; John Roe">'
            ),
            ("Silo bursts", "Alva Post", ("Jane Doe", "John Roe")),
        ),
        (
            (
                '<meta property="article:publisher" content="https://social.example/courier">'
                '<link rel="canonical" href="https://www.courier.example/silo">'
                '<meta name="author" content="https://social.example/jane">'
                '<meta name="author" content="Staff Writer">'
            ),
            ("Silo bursts in Port Alva", "courier.example", ()),
        ),
    ],
)
def test_title_publisher_and_authors(
    head: str, found: tuple[str, str | None, tuple[str, ...]]
) -> None:
    report = read(page(head=head))
    assert (report.title, report.publisher, report.authors) == found


@pytest.mark.parametrize(
    ("html", "head", "language"),
    [
        ('<html lang="en-GB">', "", "en-GB"),
        ('<html xml:lang="en">', "", "en"),
        ("<html>", '<meta http-equiv="Content-Language" content="en">', "en"),
        ("<html>", '<meta property="og:locale" content="en_US">', "en-US"),
        ('<html lang="whatever it is">', "", None),
        ("<html>", "", None),
    ],
)
def test_language(html: str, head: str, language: str | None) -> None:
    assert read(page(html=html, head=head)).language == language


@pytest.mark.parametrize(
    ("head", "body", "published"),
    [
        pytest.param(META, "", "2024-03-05 metadata", id="meta"),
        pytest.param(META + CANONICAL, "", "2024-03-05 metadata", id="metadata before url"),
        pytest.param(CANONICAL, "<p>6 March 2024</p>", "2024-03-04 url", id="url before text"),
        pytest.param("", "<p>6 March 2024</p>", "2024-03-06 text", id="text"),
        pytest.param(
            '<script type="application/ld+json">{"@type": "NewsArticle", '
            '"dateModified": "2024-03-09", "datePublished" : "2024-03-05T10:00:00Z"}</script>',
            "",
            "2024-03-05 metadata",
            id="linked data",
        ),
        pytest.param(
            "", '<time datetime="2024-03-05T10:00">Tuesday</time>', "2024-03-05 metadata", id="time"
        ),
        pytest.param(
            "", '<div class="post-date">Mar 5, 2024</div>', "2024-03-05 metadata", id="class"
        ),
        pytest.param(
            "",
            '<aside><time datetime="2023-01-01">x</time></aside>'
            '<div class="related"><span class="date">2 January 2023</span></div>'
            '<a href="/x"><span class="date">3 January 2023</span></a>'
            '<span class="date-updated">4 January 2023</span>'
            '<span class="date">Updated 5 January 2023</span>'
            '<span class="date">6/7/2023</span>',
            None,
            id="the dates of other things",
        ),
        pytest.param(
            '<meta name="build" content="2024-03-05T10:00:00Z">'
            '<meta name="last-modified" content="2024-03-05">'
            '<meta itemprop="copyrightYear" content="2024">'
            '<meta name="date" content="2024-03">'
            '<meta name="date" content="03/05/2024">',
            "",
            None,
            id="metadata that states no date of publication",
        ),
        pytest.param("", f"<p>The silo was built on 5 March 2004. {LEAD}</p>", None, id="story"),
        pytest.param("", "", None, id="footer"),
    ],
)
def test_the_date_of_publication(head: str, body: str, published: str | None) -> None:
    report = read(page(body, head))
    found = f"{report.published} {report.published_from}" if report.published else None
    assert found == published


def test_an_old_and_a_coming_date_are_taken_as_stated() -> None:
    for year in ("1987", "2061"):
        head = f'<meta name="date" content="{year}-03-05">'
        assert read(page(head=head)).published == f"{year}-03-05"


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<html><body></body></html>", "no article text"),
        ("<html></html>", "no article text"),
        ("<!-- a comment -->", "no article text|holds no markup"),
        (
            "<html><body><nav><ul>"
            + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(40))
            + "</ul></nav><div class='footer'>Contact us. Privacy policy.</div></body></html>",
            "no article text",
        ),
        ("<html><body><p>5 March 2024</p></body></html>", "no article text"),
        ("<html><body>" + "<p>a</p>" * MAX_ELEMENTS, "elements, more than the 30000"),
    ],
)
def test_a_page_without_an_article_is_refused(markup: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read(markup)
    assert refused.value.stage == "extract"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + LEAD,
        "<b>" * 20_000 + LEAD,
        f"<html><head><meta name=author content='{'<' * 300_000}'></head><p>{LEAD}",
        f"<!doctype {'a/' * 200_000}<html><p>{LEAD}",
        f"<!doctype {'a/' * 200_000}><html><p>{LEAD}",
        LINKED_DATA + '"author":{"name":"' * 100_000,
        LINKED_DATA + '"author":{"names"' * 5_800 + f"</script><p>{LEAD}",
        LINKED_DATA + "[" * 90_000 + f"</script><p>{LEAD}",
        f"<html><head><link rel=canonical href='http://[{'a' * 9000}'></head><p>{LEAD}",
        f"<p>{LEAD}</b></i></p></div><table><tr><p>{LEAD}<td></table>",
        f"<html><p>{LEAD}\x01\x1f\uffff\ufffe</p>",
        "<html><div>" + f"<script>x</script>{LEAD}" * 10_000,
        f"<html><p>{LEAD}" + f"<q>{LEAD}</q>" * 10_000,
        "<html>" + "<meta name=date content='5 March 2024'>" * 20_000 + LEAD,
        f"<html><frameset><frame><p>{LEAD}",
        f"<?xml version='1.0' encoding='utf-16'?><html><p>{LEAD}</p></html>",
    ],
)
def test_malformed_markup_ends_soon_as_a_report_or_a_refusal(markup: str) -> None:
    started = time.process_time()
    with suppress(InputError):
        assert read(markup).text
    assert time.process_time() - started < 5


def test_what_a_parser_raises_becomes_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    with pytest.raises(InputError, match=r"cannot be read \(RecursionError: too deep\)"):
        read(page())


def test_pages_do_not_touch_each_other() -> None:
    pages = [page(f"<p>{LEAD}</p>" * n, META if n % 2 else "") for n in range(1, 7)] * 3
    alone = {markup: read(markup) for markup in pages}
    assert all(read(markup) == alone[markup] for markup in reversed(pages))


def test_a_page_in_windows_1252_keeps_its_quotation_marks() -> None:
    markup = page(head='<meta charset="iso-8859-1">').encode("cp1252")
    assert DENIAL in read(markup).text


@pytest.mark.parametrize(
    "misfit", ["\ufffe", "\uffff", "\x01", "&#xFFFE;", "&#1;", "&#xD800;", "&#0;"]
)
def test_characters_that_markup_may_not_hold_do_no_harm(misfit: str) -> None:
    report = read(
        page(f"<p>He denied{misfit} it all, <q>said{misfit} he</q>, {misfit}on Monday.</p>")
    )
    words = report.text.replace("\ufffd", " ").split()
    assert " ".join(words[5:13]) == "He denied it all, “said he”, on Monday."
    assert report.text.endswith(CLOSE)

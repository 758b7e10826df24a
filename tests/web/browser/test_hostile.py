"""A report whose author wants to run script in the reading room: nothing runs, nothing leaves."""

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import Dialog, Page

from sayso.ledger import Ledger, PartyQuery
from tests.web.elsewhere import Elsewhere
from tests.web.served import Served, sayso, served

pytestmark = pytest.mark.slow
Look = Callable[..., Page]

BROKEN = "our own page broke our policy"
TELL = f"""() => document.addEventListener("securitypolicyviolation", (broken) => {{
  if (window.top === window) console.error("{BROKEN}", broken.violatedDirective, broken.blockedURI);
}})"""
RUNNING = "main :is(script, style, svg[onload], [href^=javascript])"

ATTACK = (
    "\"'><script>alert(1)</script><img src=http://evil.example/x onerror=alert(2)>"
    "<svg onload=alert(3)></textarea></title><iframe srcdoc='<script>alert(4)</script>'>"
    "{{ 7*7 }}</q></a><a href=javascript:alert(5)>here</a><style>*{display:none}</style>"
)
ESCAPED = ATTACK.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
PAGE = f"""<!doctype html><html lang="en"><head>
<title>Minister {ESCAPED} denies it</title>
<meta name="author" content="{ESCAPED}">
<meta property="og:site_name" content="{ESCAPED}">
<meta name="date" content="2031-04-05">
<base href="http://evil.example/">
<meta http-equiv="refresh" content="0;url=http://evil.example/refresh">
<script src="http://evil.example/s.js"></script><script>alert(6)</script>
<link rel="stylesheet" href="http://evil.example/s.css">
</head><body onload="alert(7)"><article>
<h1>Minister {ESCAPED} denies it</h1>
<p>The interior minister, Ana {ESCAPED}, said on Tuesday that the army had shelled the harbour.</p>
<p>“The army {ESCAPED} has shelled nothing,” said General Bo Evil, who denied that soldiers had
killed twelve people in the village of {ESCAPED}.</p>
<p>The spokesman of the {ESCAPED} Front accused the government of lying about the harbour, and the
mayor said that nobody had been told anything about what happened there in the night.</p>
<form action="http://evil.example/f"><button>send</button></form>
<img src="http://evil.example/i.png" onerror="alert(8)"><svg onload="alert(9)"></svg>
<iframe src="http://evil.example/frame"></iframe>
</article></body></html>"""


@pytest.fixture(scope="module")
def hostile_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for number, kind in enumerate(("html", "txt")):
        text = PAGE if kind == "html" else f"{ATTACK}\n\nAna {ATTACK} said that {ATTACK} fell.\n"
        (folder / f"{number}.{kind}").write_text(text, encoding="utf-8")
    path = folder / "hostile.db"
    command = [*sayso(), "read", *map(str, folder.glob("?.*")), "--ledger", str(path), "--quiet"]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    return path


@pytest.fixture(scope="module")
def hostile_room(hostile_ledger: Path) -> Iterator[Served]:
    with served(hostile_ledger) as room:
        yield room


def addresses(ledger: Path) -> list[str]:
    """Every kind of page that shows words of the reports, and addresses that attack themselves."""
    words = quote(ATTACK)
    found = ["/", "/reports", "/actors", "/timeline", "/map", "/network", "/search?text=harbour"]
    found += [f"/search?text={words}", f"/?text={words}&actor={words}", f"/actors?name={words}"]
    found += [f"/reports?title={words}", f"/reports/{words}", f"/claims/{words}", f"/{words}"]
    found += [f"/log-in?to={words}", f"/network?actor={words}"]
    with Ledger(ledger, mode="read") as book:
        for report in book.reports():
            row = f"/reports/{report.id}"
            statements = [each.id for each in book.reading(report.id).statements]
            found += [row, f"{row}?at={words}", f"{row}/raw", f"{row}?beside=raw"]
            found += [f"{row}?beside=raw&at={each}#{each}" for each in statements[:3]]
            found += [f"{row}?at={each.id}#{each.id}" for each in book.reading(report.id).events]
        found += [f"/claims/{each.id}" for each in book.claims()]
        for party in book.parties.list(PartyQuery(limit=4)):
            found += [f"/actors/{party.id}", f"/actors/{party.id}/reports"]
    return found


def test_nothing_runs_and_nothing_leaves(
    look: Look, elsewhere: Elsewhere, hostile_room: Served, hostile_ledger: Path
) -> None:
    page = look()
    ran: list[str] = []
    broken: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    page.on("pageerror", lambda error: ran.append(str(error)))
    page.on("console", lambda said: broken.append(said.text) if BROKEN in said.text else None)
    page.add_init_script(f"({TELL})()")
    elsewhere.asked.clear()
    for address in addresses(hostile_ledger):
        page.goto(urljoin(hostile_room.address, address))
        assert page.locator(RUNNING).count() == 0
        assert page.url.startswith(hostile_room.address)
    assert (elsewhere.asked, ran, broken) == ([], [], [])


def test_what_leaves_would_be_seen(look: Look, elsewhere: Elsewhere) -> None:
    page = look()
    page.goto("http://evil.example/seen")
    assert "/seen" in elsewhere.asked


def test_the_report_did_reach_the_pages(look: Look, hostile_room: Served) -> None:
    page = look()
    page.goto(urljoin(hostile_room.address, "/reports"))
    assert "<script>alert(1)</script>" in page.locator("main").inner_text()

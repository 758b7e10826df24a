"""`sayso link`, and how `sayso read` links what it read."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.ledger import ClaimQuery, Ledger, Linked, LinkQuery
from sayso.model import LinkKind, Stance
from tests import ferry
from tests.claim_samples import claim, member
from tests.cli.conftest import Sayso

AGENCY = (
    "SEL, May 1 (NPA) - The ferry Ondine sank off Sel harbour early on Monday after it had struck"
    " a rock near the lighthouse, the harbour master said. Divers will begin to look for survivors"
    " in the morning, and the coast road has been closed between the town and the old fort.\n"
)
STORIES = {
    "agency.txt": AGENCY,
    "daily.txt": f"A black day for the town.\n\n{AGENCY}",
    "denial.txt": "The line denied that the ferry Ondine had sunk. It said that she was safe.\n",
}


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def unlinked() -> int:
    with Ledger("sayso.db") as book:
        return len(book.link_index.unlinked())


def reprints() -> int:
    with Ledger("sayso.db", mode="read") as book:
        return book.count(LinkQuery(kind=LinkKind.REPRINTS))


def test_what_is_read_is_linked(sayso: Sayso, stories: Path) -> None:
    read = sayso("read", stories, "--jobs", "1", "--published", "2031-05-01")
    assert (read.code, read.err) == (0, "")
    told = read.out.partition("Across all reports in sayso.db\n")[2].splitlines()
    assert told[0].split() == ["1", "reprint"]
    assert "told more than once: " in told[1]
    assert (unlinked(), reprints()) == (0, 1)
    assert "Across all reports" not in sayso("read", stories, "--jobs", "1").out
    assert sayso("verify").code == 0


def test_linking_can_be_left_for_later(sayso: Sayso, stories: Path) -> None:
    read = sayso("read", stories, "--jobs", "1", "--no-link")
    assert "Across all reports" not in read.out
    assert (unlinked(), reprints()) == (3, 0)
    linked = sayso("link")
    assert linked.code == 0
    assert linked.out.startswith(
        "Linked 3 reports in sayso.db.\n\nAcross all reports in sayso.db\n"
    )
    assert (unlinked(), reprints()) == (0, 1)
    assert sayso("link").out.startswith("Linked 0 reports in sayso.db.\n")
    assert sayso("link", "--all").out == linked.out
    assert sayso("link", "--all", "--quiet").out == ""


def stopping_after(number: int) -> Callable[..., int]:
    """A linking that is stopped when it has linked so many reports."""

    def link(ledger: Ledger, **_: object) -> int:
        done = ledger.link_index.unlinked()[:number]
        ledger.link_index.write(Linked(version="1", reports=done))
        return len(done)

    return link


@pytest.mark.parametrize(("command", "left"), [("read", 2), ("link", 1)])
def test_linking_that_was_stopped_says_how_to_go_on(
    sayso: Sayso, stories: Path, monkeypatch: pytest.MonkeyPatch, command: str, left: int
) -> None:
    monkeypatch.setattr("sayso.cli.linked.link_reports", stopping_after(1))
    words = ("read", stories, "--jobs", "1")
    ended = sayso(*words)
    if command == "link":
        ended = sayso("link")
    assert ended.code == 130
    number = f"{left} report{'s' if left > 1 else ''}"
    assert f"Stopped with {number} left to link: `sayso link` goes on." in ended.out


def test_a_reading_that_was_stopped_is_not_linked(
    sayso: Sayso, stories: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> Iterator[object]:
        raise KeyboardInterrupt

    monkeypatch.setattr("sayso.pipeline.run.answers", stopped)
    monkeypatch.setattr("sayso.cli.linked.link_reports", None)  # is not called
    assert sayso("read", stories).code == 130


def test_the_claims_told_more_than_once_are_counted_by_standing(
    sayso: Sayso, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        ferry.write(ledger)
        twice = [
            member(one, Stance.AFFIRMS)
            for one in ferry.readings()[ferry.DAILY].statements
            if one.depth == 0
        ]
        drowned = claim(ferry.readings(), *twice[::-1])
        ledger.link_index.write(Linked(version="1", claims=(drowned,)))
        assert ledger.count(ClaimQuery()) == 4
    monkeypatch.setattr("sayso.cli.linked.link_reports", lambda *_, **__: 0)
    assert [line.split() for line in sayso("link").out.splitlines()[3:]] == [
        "1 reprint".split(),
        "2 claims told more than once: 1 disputed, 1 corroborated".split(),
        "2 contradictions".split(),
    ]


def test_linking_makes_no_ledger(sayso: Sayso) -> None:
    ended = sayso("link")
    assert (ended.code, ended.out) == (3, "")
    assert ended.err.startswith("sayso: there is no ledger ")
    assert not Path("sayso.db").exists()

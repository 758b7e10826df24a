"""`sayso read` with everything that it works with in its place."""

import io
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sayso.cli.program import app
from sayso.ledger import Ledger
from tests.acquire.fetch.site import Served, serving
from tests.cli.conftest import Sayso

STORY = """\
Blast at the pier

The minister denied that soldiers had been at the pier. "We know nothing," she said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


def test_a_report_is_read_and_told(sayso: Sayso, story: Path) -> None:
    read = sayso("read", story)
    assert (read.code, read.err) == (0, "")
    assert read.out.startswith("Read 1 report, 19 words, into sayso.db in ")
    assert "1  minister  “that soldiers had been at the pier”" in read.out
    listed = sayso("statements", "--stance", "denies", "--format", "json")
    assert '"text": "that soldiers had been at the pier"' in listed.out
    assert sayso("verify").code == 0


def test_a_report_is_read_once(sayso: Sayso, story: Path) -> None:
    sayso("read", story)
    again = sayso("read", story)
    assert (again.code, again.out.splitlines()[0]) == (0, "Read nothing new into sayso.db.")


def test_the_date_of_publication_can_be_given(sayso: Sayso, story: Path) -> None:
    assert sayso("read", story, "--published", "2023-05-09", "--quiet").out == ""
    with Ledger("sayso.db", mode="read") as book:
        [report] = book.reports()
    assert (report.published, report.published_from) == ("2023-05-09", "argument")
    assert report.reader
    assert report.reader.startswith("sayso 0.")


def test_standard_input_is_read(sayso: Sayso, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    assert sayso("read", "-").code == 0
    shown = sayso("show", "r-").out
    assert "[1 who: The minister] [1 cue: denied] [1 DENIED: that soldiers" in shown


@pytest.mark.usefixtures("fast")
def test_the_columns_of_a_table_can_be_named(sayso: Sayso, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    table.write_text("headline,wording\nBlast,The minister denied it.\n")
    read = sayso("read", table, "--column", "text=wording", "--column", "title=headline")
    assert (read.code, read.err) == (0, "")
    with Ledger("sayso.db", mode="read") as book:
        [report] = book.reports()
    assert (report.title, report.text) == ("Blast", "The minister denied it.")


@pytest.mark.usefixtures("fast")
def test_raw_bytes_are_kept_beside_the_ledger_unless_they_are_not_wanted(
    sayso: Sayso, story: Path
) -> None:
    sayso("read", story, "--no-raw")
    assert not Path("sayso.raw").exists()
    sayso("read", story, "--ledger", "other.db")
    [kept] = [path for path in Path("other.raw").rglob("*") if path.is_file()]
    assert kept.read_bytes() == story.read_bytes()


@pytest.mark.usefixtures("fast")
def test_what_was_deleted_is_read_again_only_when_asked_for(sayso: Sayso, story: Path) -> None:
    sayso("read", story)
    with Ledger("sayso.db") as book:
        [report] = book.reports()
        book.delete(report.id, by="Ada", at="2031-05-01T10:00:00Z", reason="asked to")
    refused = sayso("read", story)
    assert refused.code == 1
    assert "deleted on 2031-05-01 by Ada: asked to (--again reads" in " ".join(refused.out.split())
    assert sayso("read", story, "--again").code == 0


@pytest.mark.slow
@pytest.mark.usefixtures("fast")
def test_a_report_that_takes_too_long_is_rejected(sayso: Sayso, story: Path) -> None:
    story.with_name("slow.txt").write_text("This may hang for ever.")
    read = sayso("read", "slow.txt", story, "--time-limit", "1")
    assert read.code == 1
    assert "it took more than 10 s by the clock" in " ".join(read.out.split())
    assert read.out.startswith("Read 1 report, ")


@pytest.mark.slow
@pytest.mark.usefixtures("fast")
def test_pages_are_fetched_kept_and_asked_for_again_only_if_they_changed(sayso: Sayso) -> None:
    def denial(headers: dict[str, str]) -> Served:
        status = 304 if headers.get("if-none-match") == '"1"' else 200
        return status, {"Content-Type": "text/plain", "ETag": '"1"'}, b"The minister denied it."

    with serving() as site:
        site.pages["/denial"] = denial
        addresses = (site.at("/denial"), site.at("/missing"))
        assert sayso("read", *addresses).out.count("an address of the local network") == 1
        read = sayso("read", *addresses, "--private-addresses", "--contact", "desk@sel.example")
        assert (read.code, read.err) == (1, "")
        assert read.out.startswith("Read 1 report, 4 words")
        assert "404" in read.out
        assert "desk@sel.example" in site.asked[-1][1]["user-agent"]
        again = sayso("read", site.at("/denial"), "--private-addresses")
    assert (again.code, again.out.splitlines()[0]) == (0, "Read nothing new into sayso.db.")
    with Ledger("sayso.db", mode="read") as book:
        [acquired] = book.acquisitions()
    assert (acquired.uri, acquired.etag, acquired.kept) == (addresses[0], '"1"', True)
    [archive] = Path("sayso.warc").iterdir()
    assert archive.name.endswith(".warc.gz")  # of the first run: the second was sent nothing


def damaged_utf8(path: Path) -> None:
    path.write_bytes("Das Café ist geschlossen, größer als je.".encode()[:-1] + b"\xff\xc3")


BAD: dict[str, tuple[Callable[[Path], object], str]] = {
    "empty.txt": (lambda path: path.touch(), "it is empty"),
    "blank.txt": (lambda path: path.write_text(" \n\n "), "it holds no words"),
    "binary.txt": (lambda path: path.write_bytes(bytes(range(256)) * 20), "encoding"),
    "damaged.txt": (damaged_utf8, "UTF-8 with damage"),
    "huge.txt": (lambda path: path.write_bytes(b"So she said. " * 4_000_000), "52.0 MB, more than"),
    "no-article.html": (lambda path: path.write_text("<html><body></body></html>"), "no article"),
    "missing.txt": (lambda _: None, "No such file"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_input_is_rejected_with_a_reason_and_the_others_are_read(
    sayso: Sayso, story: Path, name: str
) -> None:
    make, reason = BAD[name]
    make(story.with_name(name))
    read = sayso("read", name, story, "--jobs", "1")
    assert (read.code, read.err) == (1, "")
    assert read.out.startswith("Read 1 report, ")
    assert "1  input rejected" in read.out
    assert reason in " ".join(read.out.split())
    assert name in read.out
    assert name in sayso("rejects").out
    assert sayso("verify").code == 0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--published", "yesterday"), "'yesterday' is no date"),
        (("--jobs", "0"), "Invalid value for '--jobs'"),
        (("--time-limit", "0"), "Invalid value for '--time-limit'"),
        (("--column", "body"), "'body' names no column: give FIELD=NAME"),
        (("--nonsense",), "No such option"),
    ],
)
def test_wrong_use_is_told(sayso: Sayso, story: Path, options: tuple[str, ...], said: str) -> None:
    read = sayso("read", story, *options)
    assert (read.code, read.out) == (2, "")
    assert said in read.err
    assert not Path("sayso.db").exists()


def not_a_ledger(path: Path) -> None:
    path.write_text("This is no database. " * 100)


def newer_ledger(path: Path) -> None:
    Ledger(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE ledger_version SET version_num = '9999'")


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (newer_ledger, "use a newer sayso"),
        (not_a_ledger, "not a sayso ledger"),
        (Path.mkdir, "is a folder"),
    ],
)
def test_a_ledger_that_cannot_be_used_is_told(
    sayso: Sayso, story: Path, make: Callable[[Path], None], said: str
) -> None:
    make(story.with_name("other.db"))
    read = sayso("read", story, "--ledger", "other.db")
    assert (read.code, read.out, read.err.count("\n")) == (3, "", 1)
    assert read.err.startswith("sayso: ")
    assert said in read.err


@pytest.mark.usefixtures("fast")
def test_a_missing_pipeline_is_told(sayso: Sayso, story: Path) -> None:
    story.write_text("There is no pipeline here.")
    read = sayso("read", story)
    assert (read.code, read.out) == (3, "")
    assert read.err == "sayso: the language pipeline is gone\n"


@pytest.mark.slow
def test_real_reading_is_the_same_for_any_number_of_jobs(sayso: Sayso, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(f"{STORY}\nHe told {number} people so.\n" * 5)
    exports = set()
    for jobs in (1, 2, 4):
        ledger = f"{jobs}.db"
        assert sayso("read", folder, "--jobs", str(jobs), "--ledger", ledger).code == 0
        exports.add(sayso("export", "--ledger", ledger).out)
    assert len(exports) == 1
    assert exports.pop().count('"type": "report"') == 8


def test_the_version_is_told(sayso: Sayso) -> None:
    assert sayso("--version").out.startswith("sayso 0.")


COMMANDS = [each.callback.__name__ for each in app.registered_commands if each.callback]


def test_the_program_has_help(sayso: Sayso) -> None:
    told = sayso("--help")
    assert told.code == 0
    assert all(f"  {command} " in told.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(sayso: Sayso, command: str) -> None:
    told = sayso(command, "--help")
    assert told.code == 0
    assert f"Example: sayso {command}" in told.out

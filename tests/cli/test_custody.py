"""From a record to its bytes, and from the ledger to a bag; and what `delete` says."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sayso.acquire import report_from_bytes
from sayso.ledger import Ledger
from sayso.model import AcquiredFrom, LedgerNotFound
from tests.acquire.documents.made import docx, lines, paragraph, pdf
from tests.claim_samples import joined
from tests.cli.conftest import Sayso
from tests.custody_samples import acquisition
from tests.samples import authors_word, gazette, herald, quote, reading_of

HERALD = herald().report
QUOTED = herald().statements[4]
PAGE = (
    "<html><head><title>Cafés</title></head><body><article><p>The mayor of Sel said on Monday that"
    " the caf&eacute;s <!-- all --><b>were</b> shut\\, and would stay so.</p>"
    "</article></body></html>"
)


def located(sayso: Sayso, *words: str) -> list[dict[str, Any]]:
    ended = sayso("locate", *words, "--format", "json")
    assert ended.code == 0, ended.err
    return [json.loads(line) for line in ended.out.splitlines()]


# --- locate ---


@pytest.mark.usefixtures("kept")
def test_a_statement_leads_to_its_bytes(sayso: Sayso) -> None:
    out = sayso("locate", QUOTED.id[:10]).out
    assert HERALD.sha256 in out
    assert "2031-05-07T08:00:00Z  file:///reports/herald.txt\n" in out
    assert (
        "2031-05-08T08:00:00Z  https://harbour.example/strike?a=1&b=“2” in"
        " file:///crawls/may 2031.warc.gz at byte 4,294,967,296\n"
    ) in out
    assert "source 73:93  “the mayor, Óskar Dal”\n" in out
    assert "bytes 77:98 of the raw bytes\n" in out
    assert r"one was hurt,\xe2\x80\x9d [the\nmayor, \xc3\x93skar Dal], said on Monday." in out


@pytest.mark.parametrize(
    ("had_from", "media_type", "place"),
    [
        ("archive", "text/html", "byte 1,234"),
        ("table", "application/json; column=text", "byte 1,234"),
        ("table", "text/csv; column=1; delimiter=%2C", "byte 1,234"),
        ("table", "text/plain", "row 1,234"),
        ("table", "text/html", "row 1,234"),
        ("feed", "application/xml; text=text/html", "byte 1,234"),
        ("feed", "application/xhtml+xml", "byte 1,234"),
        ("feed", "text/html", "entry 1,234"),
    ],
)
def test_a_place_in_a_container_is_told_as_what_it_is(
    sayso: Sayso, tmp_path: Path, had_from: str, media_type: str, place: str
) -> None:
    report = replace(HERALD, media_type=media_type)
    how = {"acquired_from": AcquiredFrom(had_from), "container": "file:///a", "position": 1234}
    with Ledger(tmp_path / "sayso.db") as ledger:
        ledger.add(replace(herald(), report=report), acquisition(report, **how))
    assert f" in file:///a at {place}\n" in sayso("locate", HERALD.id).out


@pytest.mark.usefixtures("kept")
def test_each_piece_of_words_is_an_object(sayso: Sayso) -> None:
    pieces = located(sayso, QUOTED.id)
    assert [piece["role"] for piece in pieces] == (
        ["span", "source", "cue", "content", "said_at", "quantities"]
    )
    raw = HERALD.text.encode()
    for piece in pieces:
        assert piece["record"] == QUOTED.id
        assert piece["unmapped"] == 0
        [(start, end)] = piece["ranges"]
        assert raw[start:end].decode() == piece["text"]
    assert pieces[1]["bytes"] == [r"the\nmayor, \xc3\x93skar Dal"]
    assert pieces[0]["acquired"][1]["position"] == 4_294_967_296


@pytest.mark.parametrize(
    ("record", "roles"),
    [
        (herald().events[3].id, ["trigger", "instruments", "place"]),
        (herald().relations[1].id, ["spans", "spans", "time"]),
        (herald().actors[2].id, ["mention"]),
        (herald().places[0].id, ["span"]),
        (herald().times[0].id, ["span"]),
        (HERALD.id, ["text"]),
        (joined()[0][1].id, ["gist", f"member {QUOTED.id}"]),
        (joined()[1][1].id, ["evidence", "evidence"]),
        (joined()[2][2].id, ["evidence"]),
    ],
)
@pytest.mark.usefixtures("kept")
def test_every_sort_of_record_is_located(sayso: Sayso, record: str, roles: list[str]) -> None:
    assert [piece["role"] for piece in located(sayso, record)] == roles


@pytest.mark.usefixtures("kept")
def test_a_link_leads_into_both_reports(sayso: Sayso) -> None:
    reports = [piece["report"] for piece in located(sayso, joined()[1][1].id)]
    assert reports == [HERALD.id, gazette().report.id]


@pytest.mark.usefixtures("kept")
def test_a_place_in_a_report(sayso: Sayso) -> None:
    start = HERALD.text.index("Óskar")
    [piece] = located(sayso, HERALD.id, "--at", f"{start}:{start + 5}")
    assert piece["text"] == "Óskar"
    assert piece["bytes"] == [r"\xc3\x93skar"]
    [letter] = located(sayso, HERALD.id, "--at", str(start))
    assert letter["text"] == "Ó"


@pytest.mark.parametrize(
    ("at", "message"),
    [
        ("here", "is no place"),
        ("5:", "is no place"),
        ("9" * 10, "is no place"),
        ("9:9", "span 9:9 is empty"),
        ("5000:5001", "outside a text of"),
    ],
)
@pytest.mark.usefixtures("kept")
def test_no_place_is_wrong_use(sayso: Sayso, at: str, message: str) -> None:
    ended = sayso("locate", HERALD.id, "--at", at)
    assert ended.code == 2
    assert message in " ".join(ended.err.replace("│", " ").split())


@pytest.mark.parametrize("given", ["z-1", "", "s-zz", "x-"])
@pytest.mark.usefixtures("kept")
def test_no_record_is_told(sayso: Sayso, given: str) -> None:
    ended = sayso("locate", given)
    assert ended.code == 1
    assert ended.err.count("\n") == 1


def test_a_reject_has_no_place(sayso: Sayso, filled: Path) -> None:
    with Ledger(filled, mode="read") as ledger:
        [reject] = ledger.rejects()
    ended = sayso("locate", reject.id)
    assert (ended.code, "has no words" in ended.err) == (1, True)


def test_without_the_raw_bytes_the_ranges_are_told(sayso: Sayso, kept: Path) -> None:
    with Ledger(kept) as ledger:
        ledger.raw.delete(HERALD.sha256)
    out = sayso("locate", QUOTED.id).out
    assert f"raw bytes {HERALD.sha256} are not kept" in out
    assert "bytes 77:98 of the raw bytes\n" in out
    assert "[" not in out
    [piece, *_] = located(sayso, QUOTED.id)
    assert piece["bytes"] is None
    assert "are not kept" in str(piece["missing"])


@pytest.mark.usefixtures("filled")
def test_a_report_without_a_map_says_so(sayso: Sayso) -> None:
    out = sayso("locate", QUOTED.id).out
    assert "how it was acquired" not in out
    assert "file:///reports/herald.txt" in out
    assert "20 characters unmapped: their place is not known\n" in out


def of(raw: bytes, media_type: str, words: str, ledger: Path) -> str:
    """The id of the statement of `words` in a report of `raw`, which is put into the ledger."""
    made = report_from_bytes(raw, media_type=media_type)
    said = authors_word(made, words)
    with Ledger(ledger) as book:
        book.raw.put(raw)
        book.add(reading_of(made, said), acquisition(made, size=len(raw), kept=True))
    return said.id


def test_markup_between_words_stands_outside_the_brackets(sayso: Sayso, tmp_path: Path) -> None:
    words = "the cafés were shut\\, and would stay so."
    record = of(PAGE.encode(), "text/html", words, tmp_path / "sayso.db")
    out = sayso("locate", record).out
    assert r"[the caf&eacute;s ]<!-- all --><b>[were]</b>[ shut\\, and would stay so.]</p>" in out


def test_words_of_a_part_are_told_with_it(sayso: Sayso, tmp_path: Path) -> None:
    media_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    raw = docx(paragraph("Tom & Ann left Sel on Monday, they said."))
    record = of(raw, media_type, "Tom & Ann", tmp_path / "sayso.db")
    out = sayso("locate", record).out
    assert " of word/document.xml\n" in out
    assert "[Tom &amp; Ann] left" in out


def test_words_of_a_page_are_told_with_their_boxes(sayso: Sayso, tmp_path: Path) -> None:
    raw = pdf(lines("The mayor left Sel on Monday, they said.", "He did not."))
    record = of(raw, "application/pdf", "The mayor", tmp_path / "sayso.db")
    out = sayso("locate", record).out
    assert out.count("page 1, points ") == 4
    assert "“mayor”" in out
    [piece, _] = located(sayso, record)
    assert piece["ranges"] == []
    assert len(piece["boxes"]) == 2


@pytest.mark.usefixtures("kept")
def test_nothing_of_a_report_reaches_the_terminal(sayso: Sayso, tmp_path: Path) -> None:
    raw = b"The mayor \x1b]0;owned\x07 said [bold]no[/bold] on Monday. " + b"He left. " * 20
    record = of(raw, "text/plain", raw[:55].decode(), tmp_path / "sayso.db")
    out = sayso("locate", record).out
    assert "\x1b" not in out
    assert r"mayor \x1b]0;owned\x07 said [bold]no[/bold]" in out


# --- verify ---


@pytest.mark.usefixtures("kept")
def test_verify_tells_all_that_it_checked(sayso: Sayso) -> None:
    verified = sayso("verify")
    assert verified.code == 0
    assert verified.out.endswith(
        " 2 claims, 2 links, 3 judgements, 3 acquisitions, 0 deletions, 2 raw files checked:"
        " nothing wrong.\n"
    )


def test_verify_holds_texts_against_raw_bytes(sayso: Sayso, kept: Path) -> None:
    words = quote(HERALD, "strike")
    with Ledger(kept) as ledger:
        [report] = [each for each in ledger.reports() if each.id == HERALD.id]
        assert report.source_map is not None
        [run] = report.source_map.runs
        moved = replace(report.source_map, runs=(run._replace(start=words.start),))
        ledger.delete(HERALD.id, by="x", at="2031-06-01T09:30:00Z", reason="y", keep_raw=True)
        ledger.add(replace(herald(), report=replace(report, source_map=moved)))
    verified = sayso("verify")
    assert verified.code == 1
    assert "1 of 1 places have other words in the raw bytes" in verified.out


def test_verify_notes_raw_files_of_no_report(sayso: Sayso, kept: Path) -> None:
    with Ledger(kept) as ledger:
        left = ledger.raw.put(b"left by a run")
    verified = sayso("verify")
    assert verified.code == 0
    assert f"Note: 1 raw file in {kept.with_suffix('.raw')} of no report here" in verified.out
    assert left in verified.out


# --- delete ---


@pytest.mark.usefixtures("kept")
def test_delete_tells_what_went(sayso: Sayso) -> None:
    why = ("--by", "Ída", "--reason", "asked for by its author")
    deleted = sayso("delete", "herald.txt", *why)
    first, second, raw, recorded = deleted.out.splitlines()
    assert deleted.code == 0
    assert first == (
        f"Deleted {HERALD.id} “Strike denied” from sayso.db, with 6 statements, 4 events,"
        " 2 relations, 3 actors, 1 place, 1 time."
    )
    assert second == "With it went 2 claims and 2 links that rested on its words."
    assert raw == "Its raw bytes went too."
    assert recorded.endswith("Ída: asked for by its author")
    again = sayso("delete", HERALD.id, *why)
    assert (again.code, again.out) == (1, "")


@pytest.mark.usefixtures("kept")
def test_delete_may_leave_the_raw_bytes(sayso: Sayso, tmp_path: Path) -> None:
    why = ("--by", "Ída", "--reason", "read wrongly")
    out = sayso("delete", HERALD.id, *why, "--keep-raw").out
    assert f"Its raw bytes stay in {tmp_path / 'sayso.raw'}.\n" in out
    assert HERALD.sha256 in Ledger(tmp_path / "sayso.db").raw


@pytest.mark.usefixtures("filled")
def test_delete_says_that_no_raw_bytes_were_kept(sayso: Sayso) -> None:
    out = sayso("delete", HERALD.id, "--by", "Ída", "--reason", "a test").out
    assert "Its raw bytes had not been kept.\n" in out


@pytest.mark.parametrize("left_out", ["--by", "--reason"])
@pytest.mark.usefixtures("kept")
def test_who_and_why_must_be_told(sayso: Sayso, left_out: str) -> None:
    told = {"--by": "Ída", "--reason": "a test"}
    del told[left_out]
    ended = sayso("delete", HERALD.id, *(word for option in told.items() for word in option))
    assert ended.code == 2
    empty = sayso("delete", HERALD.id, "--by", "", "--reason", "")
    assert empty.code == 1
    assert "does not say whose it is" in empty.err
    assert sayso("verify").code == 0


def test_delete_makes_no_ledger(sayso: Sayso, tmp_path: Path) -> None:
    ended = sayso("delete", HERALD.id, "--by", "Ída", "--reason", "a test")
    assert ended.code == 3
    assert not list(tmp_path.iterdir())
    with pytest.raises(LedgerNotFound):
        Ledger(tmp_path / "sayso.db", mode="read")


# --- manifest ---


@pytest.mark.usefixtures("kept")
def test_a_bag_is_made_and_signed(sayso: Sayso, tmp_path: Path) -> None:
    made = sayso("manifest", "--new-key", "key.pem")
    assert made.code == 0
    assert made.out.startswith("Made the key key.pem: the SHA-256 of its public part (DER) is ")
    packed = sayso("manifest", "evidence", "--key", "key.pem")
    assert packed.code == 0
    assert packed.out.splitlines()[0].split()[-1] == made.out.split()[-1]
    assert "Wrote 4 files, " in packed.out
    assert "the raw bytes of 2 of 2 reports.\n" in packed.out
    command = packed.out.splitlines()[-1].removeprefix("To check: ")
    subprocess.run(command, shell=True, cwd=tmp_path, check=True, capture_output=True)  # noqa: S602 - what people are told to run


@pytest.mark.usefixtures("kept")
def test_a_bag_may_be_unsigned(sayso: Sayso) -> None:
    assert sayso("manifest", "evidence").code == 0
    assert not list(Path("evidence").glob("*.sig"))
    assert not Path("evidence/signer.pem").exists()


WRONG = {
    "nothing to do": ([], 2, "give the folder to make"),
    "two keys": (["bag", "--key", "a.pem", "--new-key", "b.pem"], 2, "give one key"),
    "no key": (["bag", "--key", "a.pem"], 1, "the key a.pem cannot be read"),
    "a key that is there": (["--new-key", "full/mine.txt"], 1, "no key was made"),
    "a full folder": (["full"], 2, "not empty"),
    "a file": (["full/mine.txt"], 2, "full/mine.txt"),
    "no ledger": (["bag", "--ledger", "other.db"], 3, "there is no ledger"),
}


@pytest.mark.parametrize("what", WRONG)
@pytest.mark.usefixtures("kept")
def test_what_makes_no_bag_is_told(sayso: Sayso, what: str) -> None:
    Path("full").mkdir()
    Path("full/mine.txt").write_text("mine")
    words, code, message = WRONG[what]
    ended = sayso("manifest", *words)
    assert (ended.code, message in " ".join(ended.err.split())) == (code, True)
    assert not Path("bag").exists()
    assert not Path("b.pem").exists()
    assert Path("full/mine.txt").read_text() == "mine"

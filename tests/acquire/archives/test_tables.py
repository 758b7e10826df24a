"""Tables: JSON Lines, CSV and Parquet files with a report in each record."""

from __future__ import annotations

import csv
import io
import json
import sys
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.acquire import (
    BytesInput,
    Columns,
    FileInput,
    PartInput,
    acquire,
    columns_from,
    parts_of,
)
from sayso.acquire.archives.csv import read_csv
from sayso.acquire.archives.json_lines import read_json
from sayso.acquire.checking import raw_problems
from sayso.model import AcquiredFrom, ExtraMissing, InputError, PublishedFrom, SourceMap, Stated
from tests.acquire.archives.made import STORY, opened, parts, rejects

WORDS = "The owner “denied”\nit: C:\\silo, café, 🌾 & more."
RECORD = {
    "id": 7,
    "headline": "Silo bursts",
    "body": WORDS,
    "author": "Jane Doe; John Roe",
    "date": "2024-03-05 08:00:00",
    "lang": "en",
    "source": "The Courier",
    "url": "https://courier.example/silo",
}


def as_json(*records: object) -> bytes:
    return "".join(json.dumps(record) + "\n" for record in records).encode()


def as_csv(*records: dict[str, object], encoding: str = "utf-8", **dialect: object) -> bytes:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(records[0]), **dialect)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(records)
    return stream.getvalue().encode(encoding)


def as_parquet(*records: dict[str, object]) -> bytes:
    stream = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(records)), stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", as_json(RECORD)),
        ("a.csv", as_csv(RECORD)),
        ("a.tsv", as_csv(RECORD, delimiter="\t")),
        ("a.csv", as_csv(RECORD, delimiter=";")),
        ("a.csv", as_csv(RECORD, delimiter="|", quotechar='"')),
        ("a.csv", as_csv(RECORD, delimiter=";", quoting=csv.QUOTE_ALL)),
        ("a.csv", b"\xef\xbb\xbf" + as_csv(RECORD)),
        ("a.ndjson", b"\xef\xbb\xbf" + as_json(RECORD)),
        ("a.parquet", as_parquet(RECORD)),
    ],
)
def test_a_record_is_a_report_with_what_its_columns_tell(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (part,) = parts(content, name, tmp_path)
    assert isinstance(part, PartInput | BytesInput)
    acquired = acquire(part)
    report = acquired.report
    assert report.text == WORDS
    assert report.title == "Silo bursts"
    assert report.publisher == "The Courier"
    assert report.authors == ("Jane Doe", "John Roe")
    assert report.language == "en"
    assert (report.published, report.published_from) == (
        "2024-03-05T08:00:00",
        PublishedFrom.METADATA,
    )
    assert report.uri == "https://courier.example/silo"
    told = {(one.field, one.where) for one in report.stated}
    assert {
        ("text", "column body"),
        ("title", "column headline"),
        ("published", "column date"),
        ("publisher", "column source"),
    } <= told
    how = acquired.acquisition
    assert (how.acquired_from, how.container) == (AcquiredFrom.TABLE, f"file://{tmp_path}/{name}")
    assert "(https://courier.example/silo)" in part.name


def test_where_records_stand(tmp_path: Path) -> None:
    lines = [as_json({"text": f"{STORY} {number}"}) for number in range(3)]
    found = parts(lines[0] + b"\r\n  \n" + lines[1] + lines[2][:-1], "a.jsonl", tmp_path)
    assert [part.provenance.position for part in opened(found)] == [
        0,
        len(lines[0]) + 5,
        len(lines[0] + lines[1]) + 5,
    ]
    assert [part.raw for part in opened(found)] == [line[:-1] for line in lines]
    rows = [b"text\r\n", b'"He said:\n""No"""\r\n', b"\r\n", b"She said yes"]
    found = parts(b"".join(rows), "a.csv", tmp_path)
    assert [part.provenance.position for part in opened(found)] == [6, len(b"".join(rows[:3]))]
    assert [part.raw for part in opened(found)] == [b'"He said:\n""No"""', b"She said yes"]
    found = parts(as_parquet({"text": "one"}, {"text": "two"}), "a.parquet", tmp_path)
    assert [(part.provenance.position, part.raw) for part in opened(found)] == [
        (0, b"one"),
        (1, b"two"),
    ]


@pytest.mark.parametrize(
    ("found", "asked", "expected"),
    [
        (["Text", "x"], [], Columns(text="Text")),
        (
            ["article_text", "Article Title"],
            [],
            Columns(text="article_text", title="Article Title"),
        ),
        (["content", "body"], [], Columns(text="body")),
        (["text", "title"], ["title=text"], Columns(title="text", text="text")),
        (["a", "b", "title"], ["text=b"], Columns(text="b", title="title")),
        (["text", "date", "pubDate"], [], Columns(text="text", published="pubDate")),
    ],
)
def test_columns_are_guessed_by_their_usual_names(
    tmp_path: Path, found: list[str], asked: list[str], expected: Columns
) -> None:
    content = as_csv(dict.fromkeys(found, "2024-03-05"))
    if expected.text == "text" and expected.title == "text":
        with pytest.raises(InputError, match="it has no column of texts"):
            parts(content, "a.csv", tmp_path, columns_from(asked))
        return
    (part,) = opened(parts(content, "a.csv", tmp_path, columns_from(asked)))
    assert part.told is not None
    places = {one.field: one.where for one in part.told.stated}
    assert places["text"] == f"column {expected.text}"
    assert places.get("title") == (expected.title and f"column {expected.title}")
    assert places.get("published") == (expected.published and f"column {expected.published}")


@pytest.mark.parametrize("setting", ["text", "text=", "words=body", "=body", ""])
def test_a_setting_that_names_no_column_is_refused(setting: str) -> None:
    with pytest.raises(InputError, match="names no column: give FIELD=NAME") as refused:
        columns_from([setting])
    assert refused.value.stage == "find"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", as_json({"id": 1, "note": "x"})),
        ("a.csv", b"id,note\r\n1,x\r\n"),
        ("a.parquet", as_parquet({"id": 1, "note": "x"})),
    ],
)
def test_a_table_without_texts_is_refused_and_told_its_columns(
    tmp_path: Path, name: str, content: bytes
) -> None:
    reason = "it has no column of texts; its columns are 'id', 'note': give --column text=NAME"
    with pytest.raises(InputError, match=reason):
        parts(content, name, tmp_path)
    (part,) = opened(parts(content, name, tmp_path, Columns(text="note")))
    assert acquire(part).report.text == "x"
    if name != "a.jsonl":
        with pytest.raises(InputError, match="it has no column 'body' for text; its columns are"):
            parts(content, name, tmp_path, Columns(text="body"))


@pytest.mark.parametrize(
    ("line", "stage", "reason"),
    [
        (b"[1, 2]", "decode", "it is no JSON object"),
        (b"not json", "decode", "it is no JSON object"),
        (b'{"text": "a"', "decode", "it is no JSON object"),
        (b'{"text": "a"} x', "decode", "it is no JSON object (more follows after it)"),
        (b"{1: 2}", "decode", "it is no JSON object"),
        (b'{"a": ' + b"[" * 100_000 + b"}", "decode", "it is no JSON object"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "decode", "it is no JSON object"),
        (b'{"text": "caf\xe9"}', "decode", "byte 13 of the record is no UTF-8, which JSON is in"),
        (b'{"other": "a"}', "read", "it has no column of texts; its columns are 'other'"),
        (b'{"text": null}', "extract", "column 'text' holds no text"),
        (b'{"text": ["a"]}', "extract", "column 'text' holds no text"),
        (b'{"text": " \\n"}', "extract", "column 'text' holds no text"),
        (b'{"text": "%s"}' % (b"a" * 10_000_000), "read", "more than the 10.0 MB"),
    ],
)
def test_a_line_that_is_no_report_is_refused_and_the_next_is_read(
    tmp_path: Path, line: bytes, stage: str, reason: str
) -> None:
    content = as_json({"text": "One"}) + line + b"\n" + as_json({"text": "Two"})
    found = parts(content, "a.jsonl", tmp_path)
    ((name, told),) = rejects(found)
    assert name == "a.jsonl at byte 16"
    assert reason in told
    assert [each.stage for each in found if not isinstance(each, PartInput)] == [stage]  # type: ignore[union-attr]
    assert len(opened(found)) == 2


@pytest.mark.parametrize(
    ("row", "stage", "reason"),
    [
        (b"a", "read", "it has 1 fields, the first row 2"),
        (b"a,b,c", "read", "it has 3 or more fields, the first row 2"),
        (b"," * 1_000_000, "read", "it has 3 or more fields, the first row 2"),
        (b",x", "extract", "column 'text' holds no text"),
        (b'"One" two,x', "decode", "a quotation mark closes in the middle of field 1"),
        (b"%s,x" % (b"a" * 10_000_000), "read", "more than the 10.0 MB"),
        (b"\x81\xff\xfe,x", "decode", "its encoding cannot be told"),
    ],
)
def test_a_row_that_is_no_report_is_refused_and_the_next_is_read(
    tmp_path: Path, row: bytes, stage: str, reason: str
) -> None:
    found = parts(b"text,title\nOne,x\n" + row + b"\nTwo,x\n", "a.csv", tmp_path)
    ((name, told),) = rejects(found)
    assert name == "a.csv at byte 17"
    assert reason in told
    assert [each.stage for each in found if not isinstance(each, PartInput)] == [stage]  # type: ignore[union-attr]
    assert len(opened(found)) == 2


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b"\n\n", "it is empty"),
        ("text,title\nOne,x\n".encode("utf-16"), "it is in utf-16"),
        (b"text,title\rOne,x\r", "its lines end in carriage returns alone"),
        (b"a," * 2_000, "it has more than 1000 columns"),
        (b'"text,title\nOne,x', "a quotation mark opens in it that nothing closes"),
    ],
)
def test_a_file_that_is_no_csv_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        parts(content, "a.csv", tmp_path)


def test_a_quotation_mark_that_nothing_closes_costs_one_record(tmp_path: Path) -> None:
    found = parts(b'text\nOne\n"Two\nThree\n', "a.csv", tmp_path)
    assert len(opened(found)) == 1
    assert rejects(found) == [
        ("a.csv at byte 9", "a quotation mark opens in it that nothing closes")
    ]
    long = b'text\n"' + (b"He said so. " * 1_000 + b"\n") * 900 + b"One\n"
    found = parts(long, "a.csv", tmp_path)
    assert len(rejects(found)) == 1
    assert opened(found)[-1].raw == b"One"


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv"])
def test_a_line_of_100_mb_is_never_held_in_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as stream:
        stream.write(b'{"text": "One"}\n' if name == "a.jsonl" else b"text\nOne\n")
        for _ in range(100):
            stream.write(b"a" * 1_000_000)
        stream.write(b'\n{"text": "Two"}\n' if name == "a.jsonl" else b"\nTwo\n")
    started = time.perf_counter()
    found = list(parts_of(FileInput(path), Columns()))
    assert time.perf_counter() - started < 5
    assert len(opened(found)) == 2
    ((_, reason),) = rejects(found)
    assert "it has 100.0 MB, more than the 10.0 MB" in reason


def test_html_in_a_column_is_read_as_a_page(tmp_path: Path) -> None:
    page = f"<p>{STORY * 3}</p><script>alert('x')</script><p>{STORY * 2}</p>"
    for name, content in (
        ("a.jsonl", as_json({"text": page})),
        ("a.csv", as_csv({"text": page})),
        ("a.parquet", as_parquet({"text": page})),
    ):
        (part,) = opened(parts(content, name, tmp_path))
        text = acquire(part).report.text
        assert text.count(STORY.strip()) == 5
        assert "alert" not in text


NASTY = (
    '<div><p>The <b>mayor</b> of Malm&ouml; said &quot;no&quot; &amp; left, caf\u00e9 owner "J" '
    'told\n\treporters; 5 &lt; 6.</p><!-- "x" --><p>He <i>de</i>nied\u00a0it \\ all: “never”, '
    "<q>ever</q>.</p><ul><li>One “thing”</li><li>Two things were said</li></ul></div>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", as_json({"text": NASTY, "id": 1})),
        ("a.jsonl", json.dumps({"id": "é", "text": NASTY}, ensure_ascii=False).encode()),
        ("a.csv", as_csv({"id": "é", "text": NASTY})),
        ("a.csv", as_csv({"id": "é", "text": NASTY}, encoding="cp1252")),
        ("a.csv", as_csv({"id": "é", "text": NASTY}, delimiter=";", encoding="cp1252")),
    ],
)
def test_html_in_a_column_leads_to_the_bytes_of_its_record(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (part,) = opened(parts(content, name, tmp_path))
    acquired = acquire(part)
    assert 'The mayor of Malmö said "no" & left, café owner' in acquired.report.text
    assert not list(raw_problems(acquired.report, acquired.raw))
    found = acquired.report.source_map
    assert found is not None
    assert found.unmapped(0, len(acquired.report.text)) == 0
    at = acquired.report.text.index("& left")
    [place] = found.ranges(acquired.report.text, at, at + 6)
    assert acquired.raw[place.start : place.end] == b"&amp; left"


def test_a_record_is_read_again_from_its_bytes_and_media_type_alone(tmp_path: Path) -> None:
    for name, content in (("a.jsonl", as_json(RECORD)), ("a.csv", as_csv(RECORD))):
        (part,) = opened(parts(content, name, tmp_path))
        again = BytesInput(
            raw=part.raw, name="again", provenance=part.provenance, media_type=part.media_type
        )
        assert acquire(again).report.text == WORDS


def test_dates_and_lists_in_parquet(tmp_path: Path) -> None:
    content = as_parquet({"text": "One", "date": date(2024, 3, 5), "authors": ["Jane Doe", "X"]})
    (part,) = opened(parts(content, "a.parquet", tmp_path))
    assert part.told is not None
    assert (part.told.published, part.told.authors) == ("2024-03-05", ("Jane Doe", "X"))


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + bytes(400) + b"PAR1", b"words"])
def test_what_is_no_parquet_file_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(InputError, match="it is no sound Parquet file"):
        parts(content, "a.parquet", tmp_path)


def test_parquet_needs_an_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExtraMissing, match=r"pip install 'sayso\[parquet\]'"):
        parts(b"PAR1", "a.parquet", tmp_path)


def check_map(article_text: str, found: SourceMap | None, raw: bytes) -> None:
    """That every character leads to the bytes that spell it, in JSON or CSV."""
    assert found is not None
    assert found.unmapped(0, len(article_text)) == 0
    for run in found.runs:
        words = article_text[run.start : run.end]
        written = raw[run.raw_start : run.raw_end].decode(found.encoding or "")
        assert words in {written, written.replace('""', '"'), _unescaped(written)}


def _unescaped(written: str) -> str:
    try:
        return str(json.loads(f'"{written}"'))
    except ValueError:
        return ""


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n"\\,;é'), min_size=1
)


@given(text=TEXTS, ascii_only=st.booleans(), spaced=st.booleans())
@example(text="\ufeffmark", ascii_only=True, spaced=True)
@example(text='😀"\\/é', ascii_only=True, spaced=False)
def test_json_text_leads_to_its_bytes(text: str, *, ascii_only: bool, spaced: bool) -> None:
    separators = (" , ", " : ") if spaced else (",", ":")
    record = {"é": "x", "text": f"The mayor said {text}", "z": [text]}
    raw = json.dumps(record, ensure_ascii=ascii_only, separators=separators).encode()
    article = read_json(raw, "text")
    assert article.text == record["text"]
    check_map(article.text, article.source_map, raw)


@given(TEXTS, st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "cp1252"]))
def test_csv_text_leads_to_its_bytes(text: str, delimiter: str, encoding: str) -> None:
    words = f"The mayor of Malmö said {text}".encode(encoding, "ignore").decode(encoding)
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter, lineterminator="").writerow(["é", words, "z"])
    raw = stream.getvalue().encode(encoding)
    with suppress(InputError):  # windows-1252 that does not read as such
        article = read_csv(raw, column=1, delimiter=delimiter)
        assert article.text == words
        check_map(article.text, article.source_map, raw)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=4), max_size=5), st.sampled_from(",;\t|"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_csv_is_split_as_the_standard_library_does(
    tmp_path: Path, rows: list[list[str]], delimiter: str
) -> None:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(["text", "title"])
    written = [[f"x{row[0]}", row[1]] for row in rows]
    writer.writerows(written)
    found = parts(stream.getvalue().encode(), "a.csv", tmp_path)
    assert not rejects(found)
    assert [acquire(part).report.text for part in opened(found)] == [row[0] for row in written]


@given(st.binary(max_size=200) | TEXTS.map(str.encode), st.sampled_from(["a.jsonl", "a.csv"]))
@example(b'text\n"', "a.csv")
@example(b'{"text": "\\ud800"}', "a.jsonl")
@example(b'{"text": "a", "title": "\\ud800"}', "a.jsonl")
@example(b'{"te\\ud800xt": "a"}', "a.jsonl")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_end_as_parts_or_a_refusal(tmp_path: Path, content: bytes, name: str) -> None:
    for before in (b"", b"text,title\n", b'{"text": "One"}\n'):
        (tmp_path / name).write_bytes(before + content)
        with suppress(InputError):
            for part in parts_of(FileInput(tmp_path / name), Columns()):
                if isinstance(part, PartInput):
                    with suppress(InputError):
                        acquire(part).report.text.encode()


def test_a_nul_makes_no_text_and_tells_nothing(tmp_path: Path) -> None:
    sound = {"text": STORY, "title": "Silo\0bursts", "url": "https://sel.example/\0"}
    found = parts(as_json(sound, {"text": f"{STORY}\0"}), "a.jsonl", tmp_path)
    first, second = opened(found)
    report = acquire(first).report
    assert (report.title, report.uri) == (None, None)
    with pytest.raises(InputError, match="it is not text: 1 of its"):
        acquire(second)


def test_many_escapes_are_bounded() -> None:
    raw = b'{"text": "%s"}' % (b"\\n" * 300_000)
    started = time.perf_counter()
    with pytest.raises(InputError, match="more than 200000 escapes"):
        read_json(raw, "text")
    assert time.perf_counter() - started < 10


def test_what_a_record_states_is_told_by_its_column(tmp_path: Path) -> None:
    (part,) = opened(parts(as_json({"text": f"Silo bursts\n\n{STORY}"}), "a.jsonl", tmp_path))
    report = acquire(part).report
    assert report.title == "Silo bursts"
    assert Stated(field="text", where="column text") in report.stated

import json
import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.telemetry import logs
from sayso.telemetry.lines import JsonLine, TextLine
from sayso.telemetry.logs import LogFormat, LogLevel
from sayso.telemetry.redaction import without_quotes, without_secrets


def record(event: str = "input_rejected", **fields: Any) -> logging.LogRecord:
    made = logging.makeLogRecord({"name": "sayso.read", "levelno": 30, "levelname": "WARNING"})
    made.msg, made.created = event, 1_900_000_000.25
    vars(made).update(fields)
    return made


@pytest.fixture(autouse=True)
def _off_again() -> Iterator[None]:
    yield
    logs.set_up(LogFormat.OFF)


def test_a_line_of_json() -> None:
    fields: dict[str, Any] = {
        "_library_timestamp": 7,
        "reports": 3,
        "seconds": 1.23456,
        "left": None,
        "at": Path("a.db"),
        "is_new": True,
    }
    assert json.loads(JsonLine().format(record("run_ended", **fields))) == {
        "time": "2030-03-17T17:46:40.250Z",
        "level": "warning",
        "logger": "sayso.read",
        "event": "run_ended",
        "reports": 3,
        "seconds": 1.235,
        "left": None,
        "at": "a.db",
        "is_new": True,
    }


def test_a_line_of_text() -> None:
    fields: dict[str, Any] = {
        "route": "/reports/{report}",
        "reason": "it is empty",
        "left": None,
        "status": 200,
    }
    assert TextLine().format(record(**fields)) == (
        "2030-03-17T17:46:40.250Z WARNING sayso.read input_rejected"
        ' route=/reports/{report} reason="it is empty" left=null status=200'
    )


@given(st.text(), st.text())
def test_a_line_is_one_line_of_plain_characters(event: str, value: str) -> None:
    for line in (JsonLine().format(record("e", input=value)), TextLine().format(record(i=value))):
        assert line.isascii()
        assert line.isprintable()
    assert json.loads(JsonLine().format(record(event.replace("%", ""))))["event"] is not None


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("https://ana:pw@news.example/a?key=k#x", "https://news.example/a"),
        ("https://news.example", "https://news.example"),
        ("https://news.example/@ana/1", "https://news.example/@ana/1"),
        ("HTTPS://t0ken@news.example/", "HTTPS://news.example/"),
        ("http://news.example?key=k", "http://news.example"),
        ("crawl.warc.gz: http://a.example/b?c=d read", "crawl.warc.gz: http://a.example/b read"),
        ("postgresql://ana:p@ss/w?rd@db.example/news", "postgresql://db.example/news"),
        ("postgresql+psycopg://ana:p#w@db/news?password=x", "postgresql+psycopg://db/news"),
        ("postgresql:///news?user=ana&password=x", "postgresql:///news"),
        ("'https://u:p@a.example/x' is no URL", "'https://a.example/x' is no URL"),
        ("a@b.example asks why?", "a@b.example asks why?"),
        ("C://x", "C://x"),
    ],
)
def test_no_secret_of_an_address_is_shown(told: str, shown: str) -> None:
    assert without_secrets(told) == shown


_PART = st.text(st.characters(codec="ascii", categories=["L", "N"]), min_size=1)


@given(_PART, _PART, _PART, st.sampled_from(["http", "https", "postgresql", "ftp"]))
def test_a_password_is_never_shown(user: str, password: str, key: str, scheme: str) -> None:
    address = f"{scheme}://{user}:<{password}>@host.example/path?key=<{key}>"
    line = JsonLine().format(record(input=address.replace("<", "~").replace(">", "~")))
    assert f"~{password}~" not in line
    assert f"~{key}~" not in line


@pytest.mark.parametrize(
    ("reason", "shown"),
    [
        ("it is empty", "it is empty"),
        ("column 'the mayor' holds no text", "column … holds no text"),
        ("reading it failed: KeyError('it\\'s said', 3)", "reading it failed: KeyError(…, 3)"),
        ('reading it failed: ValueError("it\'s said")', "reading it failed: ValueError(…)"),
        ("it is “Blast in Pell”, a page", "it is …, a page"),
        ("reading it failed: ValueError('cut off he", "reading it failed: ValueError(…"),
        ("the page's text isn't there", "the page's text isn't there"),
    ],
)
def test_what_a_reason_quotes_is_not_shown(reason: str, shown: str) -> None:
    assert without_quotes(reason) == shown


@given(st.text(max_size=100), st.text(max_size=100))
def test_nothing_of_what_repr_quotes_is_shown(words: str, more: str) -> None:
    assert without_quotes(f"failed: {ValueError(words, more)!r}") == "failed: ValueError(…, …)"


@pytest.mark.parametrize(
    "text",
    ["a" * 50_000, "a://" * 20_000, "'\\" * 40_000, "'" + "\\'" * 40_000 + "'b", '"' * 50_001],
)
def test_looking_for_secrets_is_quick(text: str) -> None:
    began = time.process_time()
    line = JsonLine().format(record(input=text, reason=without_quotes(text)))
    assert time.process_time() - began < 1
    assert len(line) < 7_000


def test_an_error_tells_where_and_not_what() -> None:
    try:
        int("the words of a report")
    except ValueError:
        made = record("Exception in ASGI application", exc_info=sys.exc_info())
    told = json.loads(JsonLine().format(made))
    assert told["error"] == "ValueError"
    assert told["at"][-1].endswith("test_an_error_tells_where_and_not_what")
    assert "words of a report" not in str(told)


@pytest.mark.parametrize(
    ("level", "written"),
    [
        (LogLevel.DEBUG, ["debug", "info", "warning", "error"]),
        (LogLevel.INFO, ["info", "warning", "error"]),
        (LogLevel.ERROR, ["error"]),
    ],
)
def test_lines_from_a_level_on(
    level: LogLevel, written: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    logs.set_up(LogFormat.TEXT)
    logs.set_up(LogFormat.JSON, level)
    for each in LogLevel:
        logging.getLogger("sayso.read").log(logging.getLevelNamesMapping()[each.upper()], "e")
    told = [json.loads(line)["level"] for line in capsys.readouterr().err.splitlines()]
    assert told == written


def test_other_libraries_have_no_lines(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogFormat.JSON, LogLevel.DEBUG)
    logging.getLogger("trafilatura").error("the words of a page")
    assert "words" not in capsys.readouterr().err


def test_off_is_silent(capsys: pytest.CaptureFixture[str]) -> None:
    logs.set_up(LogFormat.JSON)
    logs.set_up(LogFormat.OFF)
    assert not logs.is_on()
    logging.getLogger("sayso.read").error("e")
    assert capsys.readouterr().err == ""

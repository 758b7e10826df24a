"""Notices handed to commands and webhooks, in time and signed."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sayso.ledger import Word
from sayso.model import Stance, WatchError
from sayso.pipeline.watching.hooks import Hooks
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.plan import Event
from tests.claim_samples import joined
from tests.pipeline.watching.made import MadeClock, notify

TELL = """
import json, os, pathlib, sys
facts = {name: value for name, value in os.environ.items() if name.startswith("SAYSO_")}
pathlib.Path(sys.argv[1]).write_text(json.dumps([json.load(sys.stdin), facts, sys.argv[2:]]))
"""


def notice(**known: object) -> Notice:
    (strike, _), _, _ = joined()
    word = Word(
        stance=Stance.DENIES,
        who="Óskar Dal",
        statement="s-1",
        text="the strike",
        report="r-1",
        uri=None,
        title="Strike denied",
        publisher="Harbour Post",
        published="2031-05-06",
    )
    fields: dict[str, object] = {
        "id": "f" * 32,
        "at": "2031-05-06T10:00:00Z",
        "ledger": "strait.db",
        "on": (Event.DISPUTED, Event.DENIAL),
        "deniers": ("Óskar Dal",),
        "claim": strike,
        "words": (word,),
        "more": 0,
    }
    return Notice(**fields | known)  # type: ignore[arg-type]


def python(code: str, *arguments: str | Path) -> tuple[str, ...]:
    return (sys.executable, "-c", code, *map(str, arguments))


# --- commands ---


def test_a_command_has_the_notice_on_its_input_and_in_its_environment(tmp_path: Path) -> None:
    to = tmp_path / "told.json"
    command = python(TELL, to, "$HOME; rm -rf *")
    Hooks(notify(command=command), MadeClock()).deliver(notice())
    told, facts, arguments = json.loads(to.read_text())
    assert told == json.loads(json.dumps(notice().as_json()))
    assert told["words"][0]["who"] == "Óskar Dal"
    assert (told["on"], told["standing"]) == (["disputed", "denial"], "disputed")
    assert facts == {
        "SAYSO_NOTICE": "f" * 32,
        "SAYSO_ON": "disputed denial",
        "SAYSO_CLAIM": notice().claim.id,
        "SAYSO_GIST": "the strike",
        "SAYSO_STANDING": "disputed",
        "SAYSO_DENIERS": "Óskar Dal",
        "SAYSO_LEDGER": "strait.db",
    }
    assert arguments == ["$HOME; rm -rf *"]


def test_words_of_reports_reach_the_environment_on_one_line(tmp_path: Path) -> None:
    to = tmp_path / "told.json"
    odd = notice(deniers=("a\0b\n\x1b[2J \ud800", "x" * 9_000))
    Hooks(notify(command=python(TELL, to)), MadeClock()).deliver(odd)
    _, facts, _ = json.loads(to.read_text())
    assert facts["SAYSO_DENIERS"].startswith("a b [2J")
    assert len(facts["SAYSO_DENIERS"]) <= 300
    assert facts["SAYSO_DENIERS"].isprintable()


def test_a_command_that_reads_nothing_has_taken_it() -> None:
    words = (notice().words[0],) * 20_000
    Hooks(notify(command=python("")), MadeClock()).deliver(notice(words=words))


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (python("raise SystemExit(3)"), "ended with exit code 3"),
        (("/no/such/program",), "/no/such/program cannot be run: No such file"),
        (("/etc",), "/etc cannot be run: Permission denied"),
    ],
)
def test_a_command_that_fails_has_not_taken_it(command: tuple[str, ...], told: str) -> None:
    with pytest.raises(WatchError, match=told):
        Hooks(notify(command=command), MadeClock()).deliver(notice())


def test_a_command_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = "import time; time.sleep(60)"
    code = (
        f"import subprocess, sys; pipe = open({str(pipe)!r}, 'w');"
        f" subprocess.run([sys.executable, '-c', {child!r}], stdout=pipe)"
    )
    with os.fdopen(os.open(pipe, os.O_RDONLY | os.O_NONBLOCK), "rb") as held:
        began = time.monotonic()
        with pytest.raises(WatchError, match=r"took more than 1 s: it was ended"):
            Hooks(notify(command=python(code), timeout=1.0), MadeClock()).deliver(notice())
        os.set_blocking(held.fileno(), True)
        assert held.read() == b""  # which comes when nobody holds the other end
        assert time.monotonic() - began < 30


def test_a_command_does_not_see_the_secret(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_KEY", "open sesame")
    to = tmp_path / "told.json"
    with inbox() as box:
        chosen = notify(command=python(TELL, to), webhook=box.url, secret="SAYSO_KEY")  # noqa: S106
        Hooks(chosen, MadeClock()).deliver(notice())
    assert "open sesame" not in to.read_text()


# --- webhooks ---


@dataclass
class Inbox:
    """What was posted; `answers` are given in turn, then 204."""

    url: str = ""
    posted: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@contextmanager
def inbox(*answers: int) -> Iterator[Inbox]:
    box = Inbox(answers=list(answers))

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            box.posted.append(({name.lower(): of for name, of in self.headers.items()}, body))
            self.send_response(box.answers.pop(0) if box.answers else 204)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        box.url = f"http://127.0.0.1:{server.server_address[1]}/secret-path"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield box
        finally:
            server.shutdown()
            thread.join()


def test_a_webhook_is_posted_the_notice_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOOK_KEY", "open sesame")
    with inbox() as box:
        chosen = notify(command=None, webhook=box.url, secret="HOOK_KEY")  # noqa: S106
        Hooks(chosen, MadeClock()).deliver(notice())
    [(headers, body)] = box.posted
    assert json.loads(body) == json.loads(json.dumps(notice().as_json()))
    signature = hmac.new(b"open sesame", body, hashlib.sha256).hexdigest()
    assert headers["x-sayso-signature-256"] == f"sha256={signature}"
    assert headers["x-sayso-delivery"] == "f" * 32
    assert headers["x-sayso-on"] == "disputed,denial"
    assert headers["content-type"] == "application/json"
    assert headers["user-agent"].startswith("sayso/")


def test_a_webhook_without_a_secret_is_posted_no_signature() -> None:
    with inbox() as box:
        Hooks(notify(command=None, webhook=box.url), MadeClock()).deliver(notice())
    [(headers, _)] = box.posted
    assert "x-sayso-signature-256" not in headers


@pytest.mark.parametrize("secret", [None, ""])
def test_a_secret_that_is_not_there_is_told_at_once(
    secret: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HOOK_KEY", raising=False)
    if secret is not None:
        monkeypatch.setenv("HOOK_KEY", secret)
    chosen = notify(webhook="https://hooks.example/", secret="HOOK_KEY")  # noqa: S106
    with pytest.raises(WatchError, match="the environment variable HOOK_KEY is to hold"):
        Hooks(chosen, MadeClock())


def test_a_webhook_that_answers_at_the_third_attempt_has_taken_it() -> None:
    clock = MadeClock()
    began = clock.at
    with inbox(500, 429) as box:
        Hooks(notify(command=None, webhook=box.url), clock).deliver(notice())
    assert len(box.posted) == 3
    assert (clock.at - began).total_seconds() == 5


@pytest.mark.parametrize("status", [302, 404, 500])
def test_a_webhook_that_refuses_has_not_taken_it(status: int) -> None:
    with inbox(*[status] * 3) as box:
        hooks = Hooks(notify(command=None, webhook=box.url), MadeClock())
        with pytest.raises(WatchError, match=rf"at 127\.0\.0\.1 answered {status}") as refused:
            hooks.deliver(notice())
    assert len(box.posted) == 3
    assert "secret-path" not in str(refused.value)


def test_a_webhook_that_is_not_there_has_not_taken_it() -> None:
    with inbox() as box:
        gone = box.url
    with pytest.raises(WatchError, match=r"at 127\.0\.0\.1 gave no answer"):
        Hooks(notify(command=None, webhook=gone), MadeClock()).deliver(notice())


def test_the_command_is_not_run_before_the_webhook_took_it(tmp_path: Path) -> None:
    to = tmp_path / "told.json"
    with inbox(500, 500, 500) as box:
        hooks = Hooks(notify(command=python(TELL, to), webhook=box.url), MadeClock())
        with pytest.raises(WatchError):
            hooks.deliver(notice())
        assert not to.exists()
        hooks.deliver(notice())
    assert to.exists()

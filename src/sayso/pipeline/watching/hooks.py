"""A notice handed to a command or posted to a webhook, within bounds of time."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import version
from urllib.parse import urlsplit

from urllib3 import PoolManager, Timeout
from urllib3.exceptions import HTTPError

from sayso.model import WatchError
from sayso.pipeline.watching.clock import Clock
from sayso.pipeline.watching.noticing import Notice
from sayso.pipeline.watching.plan import Notify

_PAUSES = (1.0, 4.0)
"""Seconds between the attempts of one delivery."""
_LONGEST_FACT = 300
"""Characters of an environment variable."""
_STANDARD_ERROR = 2


class Hooks:
    """Hands notices to the webhook of a plan, then to its command.

    The webhook goes first because it can tell by the id that it had a notice before: if the command
    fails, both get it again. Raises WatchError when the secret is asked for and not there.
    """

    def __init__(self, notify: Notify, clock: Clock) -> None:
        self._notify = notify
        self._clock = clock
        self._secret = _secret(notify)

    def deliver(self, notice: Notice) -> None:
        """Hand over `notice`; raises WatchError if it was not taken."""
        body = json.dumps(notice.as_json(), ensure_ascii=False).encode(errors="replace")
        if self._notify.webhook is not None:
            self._post(self._notify.webhook, notice, body)
        if self._notify.command is not None:
            self._run(self._notify.command, notice, body)

    def _run(self, command: tuple[str, ...], notice: Notice, body: bytes) -> None:
        """Run `command` with the notice on its standard input; what it prints is for the log."""
        try:
            process = subprocess.Popen(  # noqa: S603 - the person's own command, without a shell
                command,
                stdin=subprocess.PIPE,
                stdout=_STANDARD_ERROR,
                stderr=_STANDARD_ERROR,
                env=_environment(notice, without=self._notify.secret),
                start_new_session=True,
            )
        except OSError as error:
            raise WatchError(f"{command[0]} cannot be run: {error.strerror}") from error
        try:
            process.communicate(body, timeout=self._notify.timeout)
        except subprocess.TimeoutExpired as error:
            _end(process)
            limit = f"{self._notify.timeout:.0f} s"
            raise WatchError(f"{command[0]} took more than {limit}: it was ended") from error
        if process.returncode:
            raise WatchError(f"{command[0]} ended with exit code {process.returncode}")

    def _post(self, url: str, notice: Notice, body: bytes) -> None:
        """Post the notice, again after a moment where it is not taken."""
        for pause in (*_PAUSES, None):
            refused = _posted(url, self._headers(notice, body), body, self._notify.timeout)
            if refused is None:
                return
            if pause is None or self._clock.stopped:
                # A webhook's path may be a secret: only the host is named.
                raise WatchError(f"the webhook at {urlsplit(url).hostname} {refused}")
            self._clock.wait(pause)

    def _headers(self, notice: Notice, body: bytes) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"sayso/{version('sayso')}",
            "X-Sayso-Delivery": notice.id,
            "X-Sayso-On": ",".join(notice.on),
        }
        if self._secret is not None:
            signature = hmac.new(self._secret, body, hashlib.sha256).hexdigest()
            headers["X-Sayso-Signature-256"] = f"sha256={signature}"
        return headers


def _posted(url: str, headers: Mapping[str, str], body: bytes, timeout: float) -> str | None:
    """Post once; returns why it was not taken, null if it was. Redirects are not followed."""
    try:
        with PoolManager(timeout=Timeout(total=timeout)) as pool:
            response = pool.request(
                "POST",
                url,
                body=body,
                headers=dict(headers),
                retries=False,
                redirect=False,
                preload_content=False,
            )
            response.close()
    except (HTTPError, OSError, ValueError) as error:
        return f"gave no answer ({type(error).__name__})"
    taken = 200 <= response.status < 300  # noqa: PLR2004 - RFC 9110, 15.3
    return None if taken else f"answered {response.status}"


def _secret(notify: Notify) -> bytes | None:
    if notify.secret is None:
        return None
    value = os.environ.get(notify.secret)
    if not value:
        raise WatchError(
            f"the environment variable {notify.secret} is to hold the secret that posts are signed"
            " with, and is empty: set it, or leave `secret` out"
        )
    return value.encode(errors="surrogateescape")


def _environment(notice: Notice, *, without: str | None) -> dict[str, str]:
    """The environment of a command: this process's, less the secret, and the notice in short."""
    facts = {
        "SAYSO_NOTICE": notice.id,
        "SAYSO_ON": " ".join(notice.on),
        "SAYSO_CLAIM": notice.claim.id,
        "SAYSO_GIST": notice.claim.gist,
        "SAYSO_STANDING": notice.claim.standing.value,
        "SAYSO_DENIERS": "; ".join(notice.deniers),
        "SAYSO_LEDGER": notice.ledger,
    }
    kept = {name: value for name, value in os.environ.items() if name != without}
    return kept | {name: _on_one_line(value) for name, value in facts.items()}


def _on_one_line(text: str) -> str:
    """`text` as a variable can hold it: words of a report may have any character."""
    shown = "".join(one if one.isprintable() else " " for one in text[:_LONGEST_FACT])
    return " ".join(shown.split()).encode(errors="replace").decode()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a command and all that it started."""
    if sys.platform == "win32":
        process.kill()
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()

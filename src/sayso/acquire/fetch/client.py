"""One request and its answer, within bounds of time and size."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

import urllib3
from urllib3.exceptions import HTTPError

from sayso.acquire.fetch.addresses import Target, target_of
from sayso.acquire.fetch.settings import Fetching
from sayso.acquire.raw import MAX_BYTES
from sayso.model import InputError

_ACCEPTED = (
    "text/html,application/xhtml+xml,text/plain,application/pdf,application/rss+xml,*/*;q=.1"
)
_TIMEOUT = urllib3.Timeout(connect=10, read=30)
_MOST_SECONDS = 120
"""For the whole of an answer, however it trickles."""
_CHUNK = 1 << 16
# What a connection's framing was, not the answer's: the body is recorded without it.
_FRAMING = {"transfer-encoding", "content-length", "connection", "keep-alive"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server answered: `body` as it came, its content encoding not undone.

    `at` is when it was asked, an ISO 8601 instant in UTC; the names of `headers` are in lower case.
    """

    url: str
    address: str
    at: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes = field(repr=False)

    def header(self, name: str) -> str | None:
        """The first value of the header with this name in lower case."""
        return next((value for found, value in self.headers if found == name), None)


def get(url: str, fetching: Fetching, also: Mapping[str, str] | None = None) -> Answer:
    """What the server of `url` answers to GET; redirects are answers too.

    `also` are headers to send. Raises InputError (stage `fetch`) when the address may not be
    asked, there is no answer, or it is too large or too slow.
    """
    target = target_of(url, private=fetching.private)
    headers = {
        "Host": target.authority,
        "User-Agent": fetching.user_agent,
        "Accept": _ACCEPTED,
        "Accept-Language": "en",
        "Accept-Encoding": "gzip, deflate",
        **(also or {}),
    }
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    try:
        with _pool(target) as pool:
            response = pool.urlopen(
                "GET",
                target.path,
                headers=headers,
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
            with response:
                body = _within_bounds(response.stream(_CHUNK, decode_content=False))
    except (HTTPError, OSError, ValueError) as error:
        raise InputError(f"{target.host} gave no answer: {error}", stage="fetch") from error
    return Answer(
        url=url,
        address=target.address,
        at=at,
        status=response.status,
        reason=response.reason or "",
        headers=tuple(_unframed(response.headers)),
        body=body,
    )


def _pool(target: Target) -> urllib3.HTTPConnectionPool:
    """Connections to the resolved address; over TLS the certificate must be the host's."""
    if not target.secure:
        return urllib3.HTTPConnectionPool(target.address, target.port, timeout=_TIMEOUT)
    return urllib3.HTTPSConnectionPool(
        target.address,
        target.port,
        timeout=_TIMEOUT,
        cert_reqs="CERT_REQUIRED",
        server_hostname=target.host,
        assert_hostname=target.host,
    )


def _within_bounds(chunks: Iterator[bytes]) -> bytes:
    body = bytearray()
    deadline = time.monotonic() + _MOST_SECONDS
    for chunk in chunks:
        body += chunk
        if len(body) > MAX_BYTES:
            limit = f"{MAX_BYTES / 1_000_000:.0f} MB"
            raise InputError(f"it has more than the {limit} a report may have", stage="fetch")
        if time.monotonic() > deadline:
            raise InputError(f"it took more than {_MOST_SECONDS} s to come", stage="fetch")
    return bytes(body)


def _unframed(headers: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, value in headers.items():
        if name.lower() not in _FRAMING:
            yield name.lower(), value

"""What may stand in a log: no secrets of addresses, no words of reports."""

from __future__ import annotations

import re

_URL = re.compile(r"\b(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]{1,20})://(?P<rest>[^\s'\"<>“”]*)")
_QUERY = re.compile(r"[?#].*", re.DOTALL)
_QUOTED = re.compile(
    r"""(?<!\w)'(?:[^'\\]|\\.|\\$)*(?:'(?!\w)|$)|"(?:[^"\\]|\\.|\\$)*(?:"|$)|“[^”]*(?:”|$)""",
    re.DOTALL,
)
_MOST = 1_000
"""Characters of a reason; what is quoted in one may be as long as somebody makes it."""
_WEB = ("http", "https")


def without_secrets(text: str) -> str:
    """`text` with the addresses in it cut where people put passwords and keys.

    Who logs in, and what is asked (`?key=…`), are left out, as OpenTelemetry's conventions for
    `url.full` have it; and of what is asked more than those ask for, because any name may be a key.
    """
    return _URL.sub(_shown, text)


def without_quotes(reason: str) -> str:
    """`reason` without what it quotes: a reason says in its own words what was wrong.

    A long one is cut.
    """
    # Cut first: the time that it takes to look for quotes is then bounded.
    return _QUOTED.sub("…", reason[:_MOST])


def _shown(url: re.Match[str]) -> str:
    scheme, rest = url["scheme"], url["rest"]
    if scheme.lower() in _WEB:
        server, slash, path = rest.partition("/")
        return f"{scheme}://{server.rpartition('@')[2]}{slash}{path}".partition("?")[0]
    # A password of a database may hold any character: what stands before the last @ goes.
    return f"{scheme}://{_QUERY.sub('', rest.rpartition('@')[2])}"

"""Pages from templates: everything escaped, nothing undefined."""

from __future__ import annotations

import re
from functools import cache

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from sayso.model import Act, EventType, Stance, Status
from sayso.web import admiralty, words
from sayso.web.guards import session_of

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Control codes, but for tabs and line ends."""
_VIEWS = (
    ("/", "Claims"),
    ("/reports", "Reports"),
    ("/actors", "Actors"),
    ("/timeline", "Timeline"),
    ("/map", "Map"),
    ("/network", "Network"),
    ("/review", "Review"),
    ("/history", "History"),
)
"""The views that every page leads to, by their addresses."""


def page(request: Request, template: str, *, status: int = 200, **shown: object) -> HTMLResponse:
    """The page that `template` makes of what is `shown`."""
    made = _environment().get_template(template)
    settings = request.app.state.settings
    text = made.render(
        request=request, session=session_of(request), settings=settings, here=request.url, **shown
    )
    return HTMLResponse(text, status_code=status)


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printable,
    )
    made.globals |= {"words": words, "views": _VIEWS, "admiralty": admiralty}
    made.globals |= {"acts": tuple(Act), "stances": tuple(Stance)}
    made.globals |= {"codes": tuple(EventType), "statuses": tuple(Status)}
    return made


def _printable(value: object) -> object:
    """Text without control codes, which browsers and screen readers each take in their own way."""
    return _CONTROL.sub("�", value) if type(value) is str else value

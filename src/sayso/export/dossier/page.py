"""A dossier as one HTML page that needs nothing else: no network, no script, no other file."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from sayso.export.dossier import wording
from sayso.export.dossier.gathering import Dossier
from sayso.export.drawing.circle import circle
from sayso.export.drawing.ranges import range_plot
from sayso.export.drawing.world import world_map
from sayso.export.happening import how_many, number


def as_html(dossier: Dossier, *, made: str, version: str) -> str:
    """`dossier` as a page, made at the time `made` (ISO 8601) by this version of sayso."""
    return (
        _environment()
        .get_template("page.html")
        .render(
            dossier=dossier,
            report_numbers={
                one.report.id: number for number, one in enumerate(dossier.sources, start=1)
            },
            made=made,
            version=version,
            plots=tuple(map(range_plot, dossier.numbers)),
            world=world_map(dossier.spots) if dossier.spots else None,
            circle=circle(dossier.network.parties, dossier.network.ties)
            if dossier.network.ties
            else None,
        )
    )


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sayso.export.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable,
    )
    made.globals |= {"wording": wording, "how_many": how_many, "number": number}
    return made


def _printable(value: object) -> object:
    return wording.printable(value) if type(value) is str else value

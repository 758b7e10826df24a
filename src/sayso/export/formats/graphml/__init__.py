"""GraphML: the network of who speaks of, acts on, denies and is tied to whom."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, BinaryIO

from lxml import etree

from sayso.export.formats.graphml.network import Sort, Tie, ties
from sayso.export.formats.graphml.parties import Party, parties
from sayso.export.formats.stretch import stretch
from sayso.export.formats.told import Scalar
from sayso.export.signs import Sign
from sayso.export.telling import one_line
from sayso.ledger import Ledger

__all__ = ["write_graphml"]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_UNFIT = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that cannot stand in XML."""
_SIGNS = {Sign.HOSTILE: -1, Sign.NEUTRAL: 0, Sign.COOPERATIVE: 1}
_BETWEEN = "; "

_NODE: Mapping[str, str] = {
    **dict.fromkeys("label kind country roles".split(), "string"),
    **dict.fromkeys("reports mentions".split(), "int"),
}
"""What is told of a party, and of which type of GraphML it is."""
_EDGE: Mapping[str, str] = {
    **dict.fromkeys("sort kind".split(), "string"),
    "sign": "int",
    **dict.fromkeys("status date time_value words".split(), "string"),
    **dict.fromkeys("said_by chain source_kind act stance certainty said_at".split(), "string"),
    **dict.fromkeys("content_text claim standing denied_by".split(), "string"),
    **dict.fromkeys("fewest_origins most_origins".split(), "int"),
    **dict.fromkeys("statement report published".split(), "string"),
    "score": "double",
}
"""What is told of a tie, and of which type of GraphML it is."""


def write_graphml(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the parties of `ledger` and a directed edge for each word of a tie between two.

    The parties are in memory, all at once; the edges are written as they are read.
    """
    with etree.xmlfile(stream, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element(_tag("graphml"), nsmap={None: _NAMESPACE}):
            _write_keys(xml)
            with xml.element(_tag("graph"), id="ledger", edgedefault="directed"):
                for party in parties(ledger.actors()):
                    _write(xml, "node", {"id": party.id}, _of_node(party))
                for tie in ties(ledger):
                    ends = {"id": tie.id, "source": tie.from_, "target": tie.to}
                    _write(xml, "edge", ends, _of_edge(tie))
    stream.write(b"\n")


def _tag(name: str) -> str:
    return f"{{{_NAMESPACE}}}{name}"


def _write_keys(xml: Any) -> None:  # noqa: ANN401 - lxml publishes no types
    for of, types in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in types.items():
            told = {"id": f"{of}_{name}", "for": of, "attr.name": name, "attr.type": kind}
            with xml.element(_tag("key"), told):
                pass
            xml.write("\n")


def _write(
    xml: Any,  # noqa: ANN401 - lxml publishes no types
    of: str,
    names: Mapping[str, str],
    data: Mapping[str, Scalar],
) -> None:
    """Write a node or an edge on a line, with what is told of it."""
    with xml.element(_tag(of), names):
        for name, value in data.items():
            if value is not None:
                with xml.element(_tag("data"), key=f"{of}_{name}"):
                    xml.write(_UNFIT.sub("\ufffd", str(value)))
    xml.write("\n")


def _of_node(party: Party) -> dict[str, Scalar]:
    return {
        "label": party.name,
        "kind": party.kind,
        "country": _BETWEEN.join(sorted(party.countries)) or None,
        "roles": _BETWEEN.join(sorted(party.roles)) or None,
        "reports": party.reports,
        "mentions": party.mentions,
    }


def _of_edge(tie: Tie) -> dict[str, Scalar]:
    """What is told of a tie; the sign is 0 for what is not told to be so."""
    word = tie.word.fields()
    return {
        "sort": tie.sort,
        "kind": tie.kind,
        "sign": _SIGNS[tie.sign] if tie.is_held else 0,
        "status": tie.status,
        "date": _date(tie),
        "time_value": tie.time.value if tie.time else None,
        "words": one_line(tie.words),
        **{name: word[name] for name in _EDGE if name in word},
        "score": tie.score,
    }


def _date(tie: Tie) -> str | None:
    """The first day of when it happened or held, or, of what is said, of when it was said."""
    said = tie.word.statement.said_at
    if tie.sort in (Sort.SPEECH, Sort.DENIAL):
        value = said.value if said else tie.word.report.published
    else:
        value = tie.time.value if tie.time else None
    days = stretch(value)
    return days[0].isoformat() if days else None

"""What tells no date: "now", "recently", "in the past", "in coming weeks"."""

from __future__ import annotations

from typing import Final

from sayso.model import TimePrecision
from sayso.times.grammar import Found, Rule, rule
from sayso.times.meaning import Anchor, Meaning


def _vague(_found: Found, _anchor: Anchor) -> Meaning:
    return Meaning(TimePrecision.VAGUE)


RULES: Final[tuple[Rule, ...]] = (
    rule("vague", "vague | current", _vague),
    rule(
        "vague units",
        "(recent | future | which | next | past | the (which | next | past)) units (and units)?",
        _vague,
    ),
    rule("past and future", "the close_by? (past | future)", _vague),
    rule("that time", "that time", _vague),
    rule("units from then", "units (ago | earlier | later)", _vague),
)

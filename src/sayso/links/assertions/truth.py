"""Clauses that say of what stands in them that it is so, or not: "it is a lie that it sank"."""

from __future__ import annotations

import re

from sayso.links.assertions.clauses import Clause, after

_IS = r"(?:is|was|would be|['’]s)"
_THAT = r"(?:to (?:allege|assert|claim|say|suggest) )?that\s"
_UNTRUE = re.compile(
    rf"\W*it {_IS} (?!not? )(?:\w+ly |all )?"
    r"(?:an? (?:\w+ )?(?:fabrication|falsehood|invention|lie|myth)|false|incorrect|nonsense"
    rf"|untrue|wrong (?=to )) ?{_THAT}"
    rf"|\W*it (?:{_IS} not|isn['’]t|wasn['’]t) (?:\w+ly )?(?:correct|the case|true) {_THAT}",
    re.IGNORECASE,
)
_TRUE = re.compile(
    rf"\W*it {_IS} (?:\w+ly )?"
    rf"(?:correct|the case|true|(?:no|not an?) (?:lie|myth)|not (?:false|untrue)) {_THAT}",
    re.IGNORECASE,
)


def said_untrue(clause: Clause) -> Clause | None:
    """What `clause` says is not so, None where it says that of nothing: "it is not true that …"."""
    return _behind(_UNTRUE, clause)


def said_true(clause: Clause) -> Clause:
    """What `clause` says is so, without the words for that: "it is true that …"."""
    return _behind(_TRUE, clause) or clause


def _behind(head: re.Pattern[str], clause: Clause) -> Clause | None:
    found = head.match(clause[0].text)
    if found is None or found.end() == len(clause[0].text):
        return None
    return (after(clause[0], found.end()), *clause[1:])

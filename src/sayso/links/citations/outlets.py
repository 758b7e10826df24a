"""Which outlet a report is of, and which agency it credits, by what the report itself says.

A page names its publisher. A plain text seldom does: then the agency in its dateline ("VELMORA,
May 8 (ACA) -") tells it, or the way it speaks of itself ("The Courier could not confirm").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.model import Report

_HEAD = 600
"""Characters at the beginning of a text in which its dateline stands."""
_FOOT = 300
"""Characters at the end in which a credit stands."""
_REMEMBERED = 2_000
"""So many reports are not gone through again when another names their outlet: some 10 MB."""
_LETTERS = r"A-Za-zÀ-ÖØ-öø-ÿ"
NAME = (
    rf"(?P<name>[A-ZÀ-ÖØ-Þ][{_LETTERS}&'’-]*(?: (?:of |and )?[A-ZÀ-ÖØ-Þ][{_LETTERS}&'’-]*){{0,4}})"
)
_DATELINE = re.compile(rf"^[^\n(]{{0,60}}\({NAME}\) ?[-–—]", re.MULTILINE)
_CREDITS = (
    re.compile(rf"supplied by (?:the )?{NAME}\.?\s*$"),
    re.compile(rf"provided by (?:the )?{NAME}\.?\s*$"),
    re.compile(rf"^\(?(?:Source|Credit|With): ?(?:the )?{NAME}\)?\.?\s*$", re.MULTILINE),
)
_AGENCY = re.compile(
    r"\b(agency|associated press|news service|newswires?|press association|presse|wire)\b",
    re.IGNORECASE,
)
_TOLD_TO = r"(?:told|tells|spoke to|speaking to|interview with|questions from|asked by|reached by)"
_TO_ITSELF = re.compile(rf"\b{_TOLD_TO} (?:the )?{NAME}")
_DOES_ITSELF = (
    r" (?:could not (?:independently )?(?:confirm|verify|reach)"
    r"|has (?:learned|learnt|seen|obtained)|was unable to (?:confirm|verify|reach))"
)
_DONE_ITSELF = re.compile(_DOES_ITSELF)
"""What few texts have is looked for first: looking at every name takes fifty times as long."""
_OF_ITSELF = re.compile(rf"\b(?:The )?{NAME}{_DOES_ITSELF}")
_SHOWN_TO_ITSELF = re.compile(rf"\b(?:seen|obtained|reviewed|verified|viewed) by (?:the )?{NAME}")
PRONOUNS = frozenset({"He", "I", "It", "She", "They", "We", "You"})


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, or the agency that a report credits, and the words that tell that it is that."""

    name: str
    why: str


@lru_cache(maxsize=_REMEMBERED)
def outlet_of(report: Report) -> Outlet | None:
    """Whose publication `report` is: an agency where it credits one, else its publisher.

    Null where nothing tells.
    """
    for found in (_agency(report), _publisher(report), _by_itself(report)):
        if found is not None:
            return found
    return None


def same_outlet(one: str, other: str) -> bool:
    """Whether two names may be of one outlet: the same, a short form of it, or its initials.

    "The Harbour Courier", "the Courier" and "HC" may: what they carried has to decide.
    """
    first, second = _words(one), _words(other)
    short, full = sorted((first, second), key=len)
    return bool(short) and (full[-len(short) :] == short or _initials(full) == "".join(short))


def _agency(report: Report) -> Outlet | None:
    for author in report.authors:
        if _AGENCY.search(author):
            return Outlet(author, f"it names {author} as its author")
    dateline = _DATELINE.search(report.text[:_HEAD])
    if dateline:
        return Outlet(dateline["name"], f"its dateline names {dateline['name']}")
    for credit in _CREDITS:
        if found := credit.search(report.text[-_FOOT:]):
            return Outlet(found["name"], f"it credits {found['name']}")
    return None


def _publisher(report: Report) -> Outlet | None:
    return Outlet(report.publisher, "it says so itself") if report.publisher else None


def _by_itself(report: Report) -> Outlet | None:
    """The outlet that the text speaks of as itself.

    That somebody "told the Courier" may be told by another outlet too: then the name must stand in
    the address of the report as well.
    """
    if _DONE_ITSELF.search(report.text):
        for name in names_in(_OF_ITSELF, report.text):
            return Outlet(name, f"it speaks of {name} as of itself")
    for pattern in (_SHOWN_TO_ITSELF, _TO_ITSELF):
        for name in names_in(pattern, report.text):
            if _in_address(name, report.uri):
                return Outlet(name, f"its address names {name}")
    return None


def names_in(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """The names that `pattern` finds, without their article."""
    for found in pattern.finditer(text):
        name = found["name"].removeprefix("The ")
        if name not in PRONOUNS:
            yield name


def _in_address(name: str, uri: str | None) -> bool:
    slug = re.sub(r"[^a-z0-9]+", "-", (uri or "").lower())
    return f"-{'-'.join(_words(name))}-" in f"-{slug}-"


def _words(name: str) -> list[str]:
    """The words of a name in small letters, without its article; letters and digits alone."""
    words = re.findall(r"\w+", name.lower())
    return words[1:] if words[:1] == ["the"] else words


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words)

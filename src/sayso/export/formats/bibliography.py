"""The reports as references: BibTeX for LaTeX, CSL-JSON for Zotero, pandoc and word processors.

BibTeX as https://ctan.org/pkg/bibtex and biblatex read it, CSL-JSON after
https://docs.citationstyles.org. Names are never cut into given and family names: that is a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from sayso.export.formats.days import first_and_last
from sayso.export.formats.iris import address
from sayso.export.formats.streamed import write_array
from sayso.export.formats.voices import title
from sayso.ledger import Ledger
from sayso.model import Report

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The months by the names that every BibTeX style has for them."""

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, with a backslash before them or not
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "%&$#_"},
}
"""Characters that mean something to TeX, and how they are written as themselves."""

_ONE_NAME = re.compile(r",|\band\b", re.IGNORECASE)
"""What would cut a name in two."""


def write_bibtex(ledger: Ledger, stream: BinaryIO) -> None:
    """Write an entry a report, by date of publication; the key is the report's id."""
    stream.writelines(_entry(report).encode() for report in ledger.reports())


def write_csl_json(ledger: Ledger, stream: BinaryIO) -> None:
    """Write the reports as a CSL-JSON array, by date of publication; the id is the report's."""
    write_array(stream, map(_item, ledger.reports()))
    stream.write(b"\n")


def _entry(report: Report) -> str:
    kind = "article" if report.publisher else "misc"
    lines = (f"  {name} = {value},\n" for name, value in _fields(report))
    return f"@{kind}{{{report.id},\n{''.join(lines)}}}\n\n"


def _fields(report: Report) -> Iterator[tuple[str, str]]:
    if report.authors:
        yield "author", _braced(" and ".join(map(_name, report.authors)))
    yield "title", _braced(_braced(_tex(title(report))))  # twice: styles change no capitals
    if report.publisher:
        yield "journal", _braced(_braced(_tex(report.publisher)))
    for name, value in zip(("year", "month", "day"), _date(report.published), strict=False):
        yield name, _MONTHS[value - 1] if name == "month" else _braced(str(value))
    if url := address(report):
        yield "url", _braced(url)
    if url and report.retrieved:
        yield "urldate", _braced(report.retrieved[:10])
    if report.language:
        yield "language", _braced(_tex(report.language))


def _item(report: Report) -> dict[str, object]:
    url = address(report)
    told: dict[str, object] = {
        "id": report.id,
        "type": "article-newspaper",
        "title": _line(title(report)),
        "author": [{"literal": _line(name)} for name in report.authors],
        "container-title": _line(report.publisher or ""),
        "issued": _csl_date(report.published),
        "URL": url,
        "accessed": _csl_date(report.retrieved) if url else None,
        "language": report.language,
    }
    return {name: value for name, value in told.items() if value}


def _csl_date(value: str | None) -> dict[str, object] | None:
    """The first date that `value` covers, and the last where that is another."""
    first, last = (_parts(each) for each in first_and_last(value))
    parts = [each for each in dict.fromkeys((first, last)) if each]
    return {"date-parts": [list(each) for each in parts]} if parts else None


def _date(value: str | None) -> tuple[int, ...]:
    """The year, month and day of `value` as far as it tells one; of a stretch, the year at most."""
    first, last = first_and_last(value)
    if first is None or last is None or first[:4] != last[:4]:
        return ()
    return _parts(first if first == last else first[:4])


def _parts(day: str | None) -> tuple[int, ...]:
    return tuple(map(int, day.split("-"))) if day else ()


def _name(name: str) -> str:
    """A name that BibTeX takes for one: in braces where something in it would cut it."""
    return _braced(_tex(name)) if _ONE_NAME.search(name) else _tex(name)


def _tex(words: str) -> str:
    return "".join(_SPECIAL.get(letter, letter) for letter in _line(words))


def _line(words: str) -> str:
    """`words` on one line, without what cannot be printed."""
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    return " ".join(shown.split())


def _braced(words: str) -> str:
    return f"{{{words}}}"

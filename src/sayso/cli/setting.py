"""Where and when: the places and the times that a report names, a paragraph each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from sayso.cli.output import printable
from sayso.model import Place, Reading, Time


def setting(reading: Reading) -> Iterator[Text]:
    """The places and the times of `reading`, each told once, in the order of the text."""
    if reading.places:
        yield _paragraph("Places", map(_place, reading.places))
    if reading.times:
        yield _paragraph("Times", map(_time, reading.times))


def _paragraph(title: str, told: Iterable[str]) -> Text:
    each_once = printable("; ".join(dict.fromkeys(told)))
    return Text().append(title, "bold").append(f"  {each_once}")


def _place(place: Place) -> str:
    return f"{place.name} ({place.country})" if place.country else place.name


def _time(time: Time) -> str:
    words = " ".join(time.span.text.split())
    return f"{words} ({time.value})" if time.value else words

"""ECB+: reports on the same and on like events, with the words that tell of one event chained.

Its texts are tokens joined by blanks. Here they are made into reports as a reader would meet
them: words and punctuation are put together again, each line becomes a paragraph, and a first
line that is an address becomes the address of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from training.corpora import corpus_rows

DEV_TOPICS: Final = frozenset({2, 5, 12, 18, 21, 23, 34, 35})

_ADDRESS: Final = re.compile(r"https? : / / ")
_PUT_IN: Final = re.compile(
    r"""(?x)
    \ (?= [.,;:!?%)\]}\u2019\u201d] | n't\b | '(?:s|re|ve|ll|d|m)?(?:\ |$) )
    | (?<= [(\[{$\u00a3\u20ac\u2018\u201c#\u2019] ) \ (?!\ )
    | \ (?=\ )
    | (?<=\d\ ,)\ (?=\d{3}\b) | (?<=\d\ [.:/-])\ (?=\d) | (?<=\d)\ (?=[/-]\ \d)
    | (?<=\w\ -)\ (?=[a-z]) | (?<=\w)\ (?=-\ [a-z])
    | (?<=\b[A-Z]\ \.)\ (?=[A-Z]\ \.)
    """
)
"""The blanks that only part a word or a number from the marks beside it."""


@dataclass(frozen=True, slots=True)
class Action:
    """Words that tell of an event, in pieces as `(start, end)`; `chain` is which event that is."""

    id: str
    spans: tuple[tuple[int, int], ...]
    chain: str


@dataclass(frozen=True, slots=True)
class EcbText:
    """One report: `validated` are the sentences that are annotated in full, as `(start, end)`."""

    id: str
    topic: int
    subtopic: str
    uri: str | None
    text: str
    validated: tuple[tuple[int, int], ...]
    actions: tuple[Action, ...]


def read_ecbplus(path: Path, topics: Iterable[int]) -> Iterator[EcbText]:
    """The texts of these topics that have validated sentences, in the order of the file."""
    wanted = frozenset(topics)
    for row in corpus_rows(path):
        if row["topic"] in wanted and any(each["validated"] for each in row["sentences"]):
            yield _text(row)


def _text(row: dict[str, Any]) -> EcbText:
    lines = row["sentences"]
    address = row["text"][lines[0]["start"] : lines[0]["end"]]
    has_address = _ADDRESS.match(address) is not None
    told = lines[1:] if has_address else lines
    text, moved = _put_together(row["text"], [(line["start"], line["end"]) for line in told])
    validated = {line["n"]: line for line in told if line["validated"]}
    return EcbText(
        id=row["id"],
        topic=row["topic"],
        subtopic=row["subtopic"],
        uri=address.replace(" ", "") if has_address else None,
        text=text,
        validated=tuple((moved[line["start"]], moved[line["end"]]) for line in validated.values()),
        actions=tuple(
            Action(
                id=f"{row['id']} {each['id']}",
                spans=tuple((moved[start], moved[end]) for start, end in each["spans"]),
                chain=each.get("chain") or f"{row['id']} {each['id']}",
            )
            for each in row["mentions"]
            if "ACTION" in each["type"] and each["sentence"] in validated
        ),
    )


def _put_together(text: str, lines: Iterable[tuple[int, int]]) -> tuple[str, dict[int, int]]:
    """The words of `lines` as paragraphs, and where each offset of them has moved."""
    parts: list[str] = []
    moved: dict[int, int] = {}
    length = 0
    for start, end in lines:
        line = text[start:end].replace("``", " \u201c").replace("''", "\u201d ")
        dropped = {match.start() for match in _PUT_IN.finditer(line)}
        for offset, character in enumerate(line):
            moved[start + offset] = length
            if offset not in dropped:
                parts.append(character)
                length += 1
        moved[end] = length
        parts.append("\n\n")
        length += 2
    return "".join(parts), moved

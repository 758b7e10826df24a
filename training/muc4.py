"""The texts of MUC-4: reports of attacks in Latin America, and who did what to whom in them.

Sundheim (1992), "Overview of the Fourth Message Understanding Evaluation and Conference". A fill
of a slot is one person, group, thing or place of an incident, by strings of the text of which any
one is right.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.corpora import corpus_rows

SLOTS = {
    "PERP: INDIVIDUAL ID": "individual",
    "PERP: ORGANIZATION ID": "organisation",
    "PHYS TGT: ID": "target",
    "HUM TGT: NAME": "victim",
    "INCIDENT: INSTRUMENT ID": "weapon",
    "HUM TGT: DESCRIPTION": "described",
}
"""The role that a fill of each slot plays; `described` is a victim as told without a name."""
SCORED = ("individual", "organisation", "target", "victim", "weapon")
"""The roles that published figures are about."""

_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
HELD_OUT = 9
"""Of the development texts, every text whose number this divides is for tuning only."""

Row = Mapping[str, Any]
Entity = frozenset[str]
"""Who or what plays a role, by all its names: see `plain`."""


@dataclass(frozen=True, slots=True)
class Fill:
    """Who or what plays a role, by any of `strings` (in capitals, on one line)."""

    role: str
    strings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """A text and the fills of all its incidents, in the key's order; none without an incident."""

    id: str
    part: str
    text: str
    fills: tuple[Fill, ...]

    @property
    def held_out(self) -> bool:
        """Whether nothing is trained on this text."""
        return self.part != "dev" or int(self.id.rpartition("-")[2]) % HELD_OUT == 0


def read_muc4(corpora: Path, *parts: str) -> Iterator[Text]:
    """The texts of `parts` (`dev`, `tst1`, `tst2`) in the folder `muc4` of `corpora`."""
    for row in corpus_rows(corpora / "muc4/muc4.jsonl.gz"):
        if row["split"] in parts:
            yield Text(row["id"], row["split"], row["text"], tuple(_fills(row["templates"])))


def _fills(templates: Iterable[Row]) -> Iterator[Fill]:
    """All fills, of optional templates too."""
    for template in templates:
        for slot, role in SLOTS.items():
            for fill in template["slots"].get(slot, {}).get("fills") or ():
                strings = tuple(" ".join(value.split()) for value in fill["values"] if value)
                if strings:
                    yield Fill(role, strings)


def occurrences(text: str, string: str) -> Iterator[tuple[int, int]]:
    """Where `string` stands in `text` word for word, over line breaks too."""
    words = r"\s+".join(map(re.escape, string.split()))
    return (match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text))


def entities(text: Text, role: str) -> list[Entity]:
    """Whoever plays `role` in an incident of `text`, told as Du et al. (2021, GRIT) do.

    All templates are taken together, optional ones too. A fill all of whose strings are strings of
    an earlier one is no new entity, nor the other way round; strings that are not in the text are
    left out, and so are entities without any.
    """
    fills: list[frozenset[str]] = []
    for fill in text.fills:
        strings = frozenset(fill.strings)
        if fill.role == role and not any(one <= strings or strings <= one for one in fills):
            fills.append(strings)
    line = " ".join(text.text.split())
    found = (frozenset(plain(one) for one in strings if one in line) for strings in fills)
    return [entity for entity in found if entity]


def plain(words: str) -> str:
    """`words` in small letters, without punctuation and articles: how GRIT compares them."""
    bare = words.lower().translate(_NO_PUNCTUATION)
    return " ".join(_ARTICLE.sub(" ", bare).split())

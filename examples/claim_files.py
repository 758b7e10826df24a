"""The tables of the annotation files of `claims/`: what the annotators write, by CLAIMS.md."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import Field, ValidationError, model_validator

from examples.annotation_files import AnnotationError, Strict
from examples.compile_gold import HERE
from examples.voices import Place
from sayso.model import Stance

CLAIMS = HERE / "claims"
PASSES = ("first", "reconciled")

Standing = Literal["single_origin", "repeated", "corroborated", "disputed", "denied"]
ContradictionKind = Literal[
    "denial", "negation", "number", "perpetrator", "cause", "place", "time", "correction"
]
How = Literal["says", "refers", "implies"]
File = TypeVar("File", bound=Strict)


class MemberTable(Strict):
    """One of the `members` of an origin: its words stand under how they speak on the claim."""

    at: str
    who: str
    says: str | None = None
    refers: str | None = None
    implies: str | None = None
    stance: Stance = Stance.AFFIRMS

    @model_validator(mode="after")
    def _speaks_once(self) -> Self:
        if sum(words is not None for words in (self.says, self.refers, self.implies)) != 1:
            raise ValueError("a member says, refers or implies")
        return self

    @property
    def how(self) -> How:
        """How its words speak on the claim."""
        if self.says is not None:
            return "says"
        return "implies" if self.refers is None else "refers"

    @property
    def words(self) -> str:
        """Its words."""
        return self.says or self.refers or self.implies or ""

    @property
    def is_absent(self) -> bool:
        """Whether it stands in a headline that the extracted text lacks."""
        return Place.of(self.at).is_absent


class OriginTable(Strict):
    """One `[[claim.origin]]`."""

    who: str
    why: str = ""
    may_be: tuple[str, ...] = ()
    members: tuple[MemberTable, ...] = Field(min_length=1)


class ClaimTable(Strict):
    """One `[[claim]]`."""

    key: str
    gist: str
    standing: Standing
    affirming: tuple[int, int]
    denying: tuple[int, int]
    follows_from: tuple[str, ...] = ()
    origin: tuple[OriginTable, ...] = Field(min_length=1)


class SideTable(Strict):
    """One side of a pair."""

    at: str
    who: str
    words: str


class PairTable(Strict):
    """Words of two sides."""

    one: SideTable
    other: SideTable
    why: str = ""


class ContradictionTable(PairTable):
    """One `[[contradiction]]`; its kind is reason enough, except of a correction."""

    kind: ContradictionKind
    claims: tuple[str, ...] = Field(min_length=1, max_length=2)

    @model_validator(mode="after")
    def _correction_says_why(self) -> Self:
        if self.kind == "correction" and not self.why:
            raise ValueError("a correction says why")
        return self


class NearMissTable(PairTable):
    """One `[[near_miss]]`."""

    why: str = Field(min_length=1)


class OpenTable(NearMissTable):
    """One `[[open]]`: only these words, or all of two claims."""

    claims: tuple[str, ...] = Field(default=(), max_length=2)


class PassageTable(Strict):
    """One of the `passages` of a reprint: "sentences: words" on both sides."""

    from_: str = Field(alias="from")
    to: str


class ReprintTable(Strict):
    """One `[[reprint]]`."""

    kind: Literal["whole", "partial", "common"]
    from_: str = Field(alias="from")
    to: str
    why: str = Field(min_length=1)
    passages: tuple[PassageTable, ...] = Field(min_length=1)


class NotReprintTable(Strict):
    """One `[[not_reprint]]`."""

    reports: tuple[str, str]
    why: str = Field(min_length=1)


class CitationTable(Strict):
    """One `[[citation]]`."""

    at: str
    kind: Literal["press", "own", "earlier"]
    credit: str
    content: str | None = None
    outlet: str | None = None
    report: str | None = None
    carried: str | None = None


class ClaimsFile(Strict):
    """`claims.toml`."""

    claim: tuple[ClaimTable, ...]


class ContradictionsFile(Strict):
    """`contradictions.toml`."""

    contradiction: tuple[ContradictionTable, ...]
    near_miss: tuple[NearMissTable, ...] = ()
    open: tuple[OpenTable, ...] = ()


class ReprintsFile(Strict):
    """`reprints.toml`."""

    reprint: tuple[ReprintTable, ...]
    not_reprint: tuple[NotReprintTable, ...] = ()


class CitationsFile(Strict):
    """`citations.toml`."""

    citation: tuple[CitationTable, ...]


def read(path: Path, file: type[File]) -> File:
    """The tables of the file at `path`; AnnotationError if it is missing or malformed."""
    try:
        return file.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise AnnotationError(f"{path.name}: {error}") from error

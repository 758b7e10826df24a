"""The annotated claims of the example reports, read and checked against the reports.

    python -m examples.claims PASS

PASS is a folder of `claims/` (first, reconciled); it is checked, and its claims are printed with
their standing and their origins. CLAIMS.md says how they are annotated. As everywhere in the
examples nothing is guessed: what has no one place in its report, or does not add up, is an
AnnotationError.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from examples.annotation_files import AnnotationError
from examples.claim_files import (
    CLAIMS,
    ClaimsFile,
    ClaimTable,
    ContradictionsFile,
    ContradictionTable,
    MemberTable,
    OpenTable,
    OriginTable,
    PairTable,
    SideTable,
    read,
)
from examples.marked_claims import (
    AFFIRMS,
    CORRECTION,
    DENIES,
    ClaimGold,
    Contradiction,
    MarkedClaim,
    MarkedOrigin,
    Member,
    Open,
    Sides,
)
from examples.voices import Voice, voice

T = TypeVar("T")
R = TypeVar("R")


def claim_gold(annotator: str) -> ClaimGold:
    """The claims as one pass has them; AnnotationError where they do not fit the reports."""
    return read_claims(CLAIMS / annotator)


def read_claims(folder: Path) -> ClaimGold:
    """The claims of the files in `folder` and what contradicts what; raises AnnotationError."""
    claims = read(folder / "claims.toml", ClaimsFile).claim
    pairs = read(folder / "contradictions.toml", ContradictionsFile)
    gold = ClaimGold(
        claims=_each(claims, _claim, lambda t: f"claim {t.key}"),
        contradictions=_each(pairs.contradiction, _contradiction, lambda t: f"{t.kind} {t.claims}"),
        near_misses=_each(pairs.near_miss, _sides, lambda t: f"near miss, {t.why}"),
        open=_each(pairs.open, _open, lambda t: f"open, {t.why}"),
    )
    _check(gold)
    return gold


def _each(tables: tuple[T, ...], make: Callable[[T], R], name: Callable[[T], str]) -> tuple[R, ...]:
    """What `make` makes of each table; an error tells which."""
    made = []
    for table in tables:
        try:
            made.append(make(table))
        except AnnotationError as error:
            raise AnnotationError(f"{name(table)}: {error}") from error
    return tuple(made)


def _claim(table: ClaimTable) -> MarkedClaim:
    origins = tuple(_origin(origin) for origin in table.origin)
    claim = MarkedClaim(table.key, table.gist, table.follows_from, origins)
    names = {origin.who for origin in origins}
    if len(names) < len(origins):
        raise AnnotationError("an origin is there twice")
    for origin in origins:
        if not origin.may_be <= names - {origin.who}:
            raise AnnotationError(f"{origin.who} may be none of the others that it names")
    _check_members(table, claim)
    return claim


def _check_members(table: ClaimTable, claim: MarkedClaim) -> None:
    """The gist, the standing and the numbers of origins must be those of the members."""
    voices = [member.voice for member in claim.members()]
    if len(set(voices)) < len(voices):
        raise AnnotationError("a member is there twice")
    if table.gist not in [m.words for origin in table.origin for m in origin.members]:
        raise AnnotationError(f"the gist {table.gist!r} is no member's words")
    annotated = (table.standing, table.affirming, table.denying)
    found = (claim.standing, claim.origin_range(AFFIRMS), claim.origin_range(DENIES))
    if annotated != found:
        raise AnnotationError(f"annotated as {annotated}, but its members make it {found}")


def _origin(table: OriginTable) -> MarkedOrigin:
    members = tuple(_member(member) for member in table.members if not member.is_absent)
    if len(members) > 1 and not table.why:
        raise AnnotationError(f"no reason why {table.who} is one origin")
    return MarkedOrigin(table.who, table.why, frozenset(table.may_be), members)


def _member(table: MemberTable) -> Member:
    return Member(voice(table.at, table.who, table.words), table.how, table.stance)


def _contradiction(table: ContradictionTable) -> Contradiction:
    return Contradiction(table.kind, table.claims, _sides(table))


def _open(table: OpenTable) -> Open:
    return Open(table.claims, _sides(table))


def _sides(table: PairTable) -> Sides:
    return Sides(_side(table.one), _side(table.other), table.why)


def _side(table: SideTable) -> Voice:
    return voice(table.at, table.who, table.words)


def _check(gold: ClaimGold) -> None:
    """Claims are there once, contradictions hold, and none of them is a near miss or open."""
    if len({claim.key for claim in gold.claims}) < len(gold.claims):
        raise AnnotationError("a claim is there twice")
    for found in gold.contradictions:
        _check_sides(gold, found)
    shown = {key for found in gold.contradictions for key in found.claims}
    for claim in gold.claims:
        if claim.standing == "disputed" and claim.key not in shown:
            raise AnnotationError(f"nothing shows that {claim.key} is disputed")
    contradicting, undecided = gold.contradicting(), gold.undecided()
    for sides in gold.near_misses:
        if sides.statements in contradicting | undecided:
            raise AnnotationError(f"near miss, {sides.why}: it does contradict, or is open")
    for either_way in gold.open:
        if either_way.sides.statements in contradicting:
            raise AnnotationError(f"open, {either_way.sides.why}: it does contradict")


def _check_sides(gold: ClaimGold, found: Contradiction) -> None:
    """Its words must be those of members whose stances contradict each other."""
    sides = (found.sides.one, found.sides.other)
    if found.kind == CORRECTION:
        first, last = (gold.claim(key).members() for key in (found.claims[0], found.claims[-1]))
        pairs = [(one, other) for one in first for other in last]
    else:
        pairs = [pair for pair in gold.against(*found.claims) if all(one.tells for one in pair)]
    if sides not in [(one.voice, other.voice) for one, other in pairs]:
        words = " and ".join(repr(side.words.text) for side in sides)
        raise AnnotationError(f"{words} are no {found.kind} of {', '.join(found.claims)}")


def main() -> int:
    """Check one pass and print its claims; returns 1 if it fails, else 0."""
    parser = argparse.ArgumentParser(description="Check a pass over the claims.")
    parser.add_argument("annotator", help="first or reconciled")
    try:
        gold = claim_gold(parser.parse_args().annotator)
    except AnnotationError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for claim in gold.claims:
        sys.stdout.write(f"{claim.key}: {claim.standing}{_origins(claim)}\n")
    return 0


def _origins(claim: MarkedClaim) -> str:
    """How many origins affirm and deny it: ", 1 to 3 affirm, 2 deny"."""
    told = ""
    for stance, verb in ((AFFIRMS, "affirm"), (DENIES, "deny")):
        low, high = claim.origin_range(stance)
        if high:
            told += f", {low} {verb}" if low == high else f", {low} to {high} {verb}"
    return told


if __name__ == "__main__":
    sys.exit(main())

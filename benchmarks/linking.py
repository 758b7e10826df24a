"""What linking finds in our example reports, held against the gold of `examples/claims`.

    python -m benchmarks.linking

Reprints, citations, contradictions, and the origins and standing of claims. The reports are read
as a user reads them, so that what reading misses counts as missed here too. The gold points at
statements of its own: one of ours is the gold one with most words of its content in common.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks import figures
from benchmarks.examples import gold_readings
from examples.borrowings import BorrowingGold, borrowing_gold
from examples.claims import claim_gold
from examples.compile_gold import report_paths
from examples.marked_claims import AFFIRMS, DENIES, ClaimGold, MarkedClaim
from examples.voices import report_path
from sayso.ledger import Ledger, LinkQuery
from sayso.model import Claim, Link, LinkKind, Reading, Statement
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_file

ANNOTATOR = "reconciled"
Pair = frozenset[str]
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Linked:
    """The example reports as they were read and linked; ids of statements are those of the gold.

    `missed` are the statements of ours that no gold one is like: they keep their ids.
    """

    readings: tuple[Reading, ...]
    links: tuple[Link, ...]
    claims: tuple[Claim, ...]
    gold_ids: Mapping[str, str]

    def pair(self, link: Link) -> Pair:
        """The ends of `link`, as gold statements where they are."""
        return frozenset(self.gold_ids.get(end, end) for end in (link.from_, link.to))


def linked_examples() -> Linked:
    """The example reports, read and linked in a ledger of their own."""
    readings = tuple(read_file(path) for path in report_paths())
    with (
        tempfile.TemporaryDirectory() as folder,
        Ledger(Path(folder) / "examples.db") as ledger,
    ):
        for reading in readings:
            ledger.add(reading)
        link_reports(ledger)
        links, claims = tuple(ledger.links(LinkQuery())), tuple(ledger.claims())
    return Linked(readings, links, claims, dict(_gold_ids(readings)))


def measure(found: Linked) -> dict[str, float]:
    """The figures, by name."""
    claims, borrowed = claim_gold(ANNOTATOR), borrowing_gold(ANNOTATOR)
    shown = _reprints(found, borrowed) | _citations(found, borrowed)
    shown |= _contradictions(found, claims) | _standings(found, claims)
    return {f"linking: {name}": round(figure, 3) for name, figure in shown.items()}


def _gold_ids(readings: Iterable[Reading]) -> Iterable[tuple[str, str]]:
    gold = {reading.report.id: reading.statements for reading in gold_readings()}
    for reading in readings:
        for statement in reading.statements:
            like = [(*_alike(statement, one), one.id) for one in gold[reading.report.id]]
            within, _, gold_id = max(like)
            if within:
                yield statement.id, gold_id


def _alike(one: Statement, other: Statement) -> tuple[bool, float]:
    """Whether most of the shorter content is in the other, and how much of both is the same.

    Nothing of what an author says is like what somebody else does.
    """
    first, second = _characters(one), _characters(other)
    common = len(first & second) if (one.cue is None) == (other.cue is None) else 0
    return common >= _MOST * min(len(first), len(second)), common / len(first | second)


def _characters(statement: Statement) -> set[int]:
    return {place for span in statement.content for place in range(span.start, span.end)}


def _reprints(found: Linked, gold: BorrowingGold) -> dict[str, float]:
    ids = {Path(r.report.uri or "").name: r.report.id for r in found.readings}
    due = {
        frozenset(ids[report_path(name).name] for name in (one.original, one.copy))
        for one in gold.reprints
    }
    made = {
        frozenset((link.from_, link.to)) for link in found.links if link.kind is LinkKind.REPRINTS
    }
    return _rates("reprints", hits=len(due & made), made=len(made), due=len(due))


def _citations(found: Linked, gold: BorrowingGold) -> dict[str, float]:
    """Which report has something from which: `press` citations of a report that is there."""
    ids = {Path(r.report.uri or "").name: r.report.id for r in found.readings}
    due = {
        (ids[report_path(one.report).name], ids[report_path(one.original).name])
        for one in gold.citations
        if one.kind == "press" and one.original is not None
    }
    report_of = {s.id: s.report for r in found.readings for s in r.statements}
    made = {
        (report_of.get(link.from_, link.from_), report_of.get(link.to, link.to))
        for link in found.links
        if link.kind is LinkKind.CITES
    }
    reprinted = {(x.from_, x.to) for x in found.links if x.kind is LinkKind.REPRINTS}
    hits = len(due & (made | reprinted))
    return _rates("citations", hits=hits, made=len(made - due) + hits, due=len(due))


def _contradictions(found: Linked, gold: ClaimGold) -> dict[str, float]:
    right, open_ = gold.contradicting(), gold.undecided()
    made = {found.pair(link) for link in found.links if link.kind is LinkKind.CONTRADICTS}
    counted = {pair for pair in made if pair not in open_}
    shown = 0
    for one in gold.contradictions:
        allowed = {one.sides.statements}
        if one.kind != "correction":
            allowed |= {
                frozenset((a.voice.statement.id, b.voice.statement.id))
                for a, b in gold.against(*one.claims)
            }
        shown += bool(made & allowed)
    rates = _rates("contradictions", hits=len(counted & right), made=len(counted), due=len(right))
    return {
        "contradictions: precision": rates["contradictions: precision"],
        "contradictions: planted found": shown / len(gold.contradictions),
    }


def _standings(found: Linked, gold: ClaimGold) -> dict[str, float]:
    """Of the claims with several members: found, with this standing, with this range of origins."""
    claims = [one for one in gold.claims if len(_told(one)) > 1]
    held = [(claim, _best(claim, found)) for claim in claims]
    hit = [(gold_claim, ours) for gold_claim, ours in held if ours is not None]
    standing = sum(ours.standing.value == one.standing for one, ours in hit)
    origins = sum(_range(one) == (ours.fewest_origins, ours.most_origins) for one, ours in hit)
    return {
        "claims: found": len(hit) / len(claims),
        "claims: standing right": standing / len(claims),
        "claims: origins right": origins / len(claims),
    }


def _range(claim: MarkedClaim) -> tuple[int, int]:
    affirming = claim.origin_range(AFFIRMS)
    return affirming if affirming[1] else claim.origin_range(DENIES)


def _told(claim: MarkedClaim) -> set[str]:
    return {member.voice.statement.id for member in claim.members() if member.tells}


def _best(claim: MarkedClaim, found: Linked) -> Claim | None:
    """Our claim with most of the members of the gold one: two at least, and half of its own."""
    due = _told(claim)
    best: tuple[int, str] | None = None
    by_id = {one.id: one for one in found.claims}
    for one in found.claims:
        members = {found.gold_ids.get(m.statement, m.statement) for m in one.members}
        common = len(members & due)
        if common > 1 and 2 * common >= len(members):
            best = max(best or (0, ""), (common, one.id))
    return by_id[best[1]] if best else None


def _rates(name: str, *, hits: int, made: int, due: int) -> dict[str, float]:
    return {
        f"{name}: precision": hits / made if made else 0.0,
        f"{name}: recall": hits / due if due else 0.0,
    }


def main() -> None:
    """Measure, print the table, write the figures."""
    figures.publish("Linking, our example reports", measure(linked_examples()))


if __name__ == "__main__":
    main()

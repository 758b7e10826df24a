"""Which judgements are in force, and what they decide together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sayso.model import CorrectedField, Correction, Judgement, JudgementKind
from sayso.model.corrections import correction_of

_VERDICTS = (JudgementKind.ACCEPT, JudgementKind.REJECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """What the judgements in force decide, by the ids of the records that they are about.

    `accepted` and `rejected`: by the last verdict. `corrections`: the last of each field. `merged`
    are pairs of records that are one; `split` pairs of a record and what is not part of it, where
    nothing decided later says otherwise. `ratings` are each person's last.
    """

    accepted: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    corrections: Mapping[str, Mapping[CorrectedField, Correction]] = field(default_factory=dict)
    merged: frozenset[tuple[str, str]] = frozenset()
    split: frozenset[tuple[str, str]] = frozenset()
    ratings: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> Decisions:
        """What `judgements`, in any order, decide."""
        verdicts: dict[str, JudgementKind] = {}
        corrections: defaultdict[str, dict[CorrectedField, Correction]] = defaultdict(dict)
        pairs: dict[tuple[str, str], JudgementKind] = {}
        ratings: dict[tuple[str, str], str] = {}
        for one in in_force(judgements):
            value = one.value or ""
            if one.kind in _VERDICTS:
                verdicts[one.target] = one.kind
            elif one.kind is JudgementKind.CORRECT:
                correction = correction_of(one.value)
                corrections[one.target][correction.field] = correction
            elif one.kind in {JudgementKind.MERGE, JudgementKind.SPLIT}:
                pairs[one.target, value] = one.kind
            elif one.kind is JudgementKind.RATE and one.claim is None:
                ratings[one.target, one.by] = value
        return cls(
            accepted=_with(verdicts, JudgementKind.ACCEPT),
            rejected=_with(verdicts, JudgementKind.REJECT),
            corrections=dict(corrections),
            merged=frozenset(pair for pair, kind in pairs.items() if kind is JudgementKind.MERGE),
            split=frozenset(pair for pair, kind in pairs.items() if kind is JudgementKind.SPLIT),
            ratings=ratings,
        )


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those of `judgements` that were not undone, in the order in which they were made.

    Undos are left out.
    """
    everything = sorted(judgements, key=_by_time)
    gone = undone(everything)
    return tuple(
        one for one in everything if one.kind is not JudgementKind.UNDO and one.id not in gone
    )


def undone(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The ids of what `judgements` undid; an undo that was itself undone counts for nothing."""
    gone: set[str] = set()
    # The latest first: whatever undoes an undo was seen before it.
    for one in sorted(judgements, key=_by_time, reverse=True):
        if one.kind is JudgementKind.UNDO and one.id not in gone:
            gone.add(one.target)
    return frozenset(gone)


def _by_time(judgement: Judgement) -> tuple[str, str]:
    return judgement.at, judgement.id


def _with(verdicts: Mapping[str, JudgementKind], kind: JudgementKind) -> frozenset[str]:
    return frozenset(target for target, verdict in verdicts.items() if verdict is kind)

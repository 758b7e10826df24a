"""The gold records of the example reports: what the annotators settled, and nothing else."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from examples.agreement import table
from examples.compile_gold import HERE, compile_report, jsonl, report_paths
from sayso.export import from_json
from sayso.model import (
    Act,
    Actor,
    Certainty,
    Polarity,
    Quote,
    Reading,
    Report,
    SourceKind,
    Stance,
    Statement,
)
from sayso.model.invariants import violations

GOLD = HERE / "gold"
STEMS = [path.stem for path in report_paths()]


@cache
def gold(stem: str) -> Reading:
    lines = (GOLD / f"{stem}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [from_json(json.loads(line)) for line in lines]
    [report] = [record for record in records if isinstance(record, Report)]
    return Reading(
        report=report,
        statements=tuple(record for record in records if isinstance(record, Statement)),
        actors=tuple(record for record in records if isinstance(record, Actor)),
        places=(),
        times=(),
    )


def credited() -> list[Statement]:
    return [s for stem in STEMS for s in gold(stem).statements if s.cue]


@pytest.mark.parametrize("path", report_paths(), ids=STEMS)
def test_the_reconciled_annotations_compile_to_the_tracked_gold(path: Path) -> None:
    tracked = (GOLD / f"{path.stem}.jsonl").read_text(encoding="utf-8")
    assert jsonl(compile_report(path, "reconciled")) == tracked


@pytest.mark.parametrize("stem", STEMS)
def test_the_gold_breaks_no_invariant(stem: str) -> None:
    assert list(violations(gold(stem))) == []


@pytest.mark.parametrize("stem", STEMS)
def test_the_gold_tells_nothing_of_the_machine_that_made_it(stem: str) -> None:
    report = gold(stem).report
    assert (report.uri, report.retrieved, report.reader) == (None, None, None)


def test_every_report_has_gold_and_no_other() -> None:
    assert sorted(path.stem for path in GOLD.iterdir()) == STEMS


def test_the_readme_lists_the_reports() -> None:
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d\d-\d\d) (\S+\.(?:txt|html)) \|", readme, re.MULTILINE)
    assert [f"2023-{day}-{name}" for day, name in sorted(rows)] == [
        path.name for path in report_paths()
    ]


@pytest.mark.parametrize(
    ("at_least", "is_one"),
    [
        pytest.param(at_least, is_one, id=name)
        for name, at_least, is_one in (
            ("depth 2", 60, lambda s: s.depth == 2),
            ("depth 3", 6, lambda s: s.depth == 3),
            ("denial", 30, lambda s: s.stance is Stance.DENIES),
            ("doubt", 8, lambda s: s.act is Act.DOUBT),
            ("question", 10, lambda s: s.act is Act.ASK),
            ("demand", 25, lambda s: s.act is Act.DEMAND),
            ("promise", 3, lambda s: s.act is Act.PROMISE),
            ("threat", 3, lambda s: s.act is Act.THREATEN),
            ("accusation", 6, lambda s: s.act is Act.ACCUSE),
            ("admission", 5, lambda s: s.act is Act.ADMIT),
            ("no comment", 10, lambda s: s.act is Act.DECLINE),
            ("belief", 35, lambda s: s.act is Act.BELIEVE),
            ("uncertain stance", 10, lambda s: s.stance is Stance.UNCERTAIN),
            ("negative content", 30, lambda s: s.polarity is Polarity.NEGATIVE),
            ("certain", 5, lambda s: s.certainty is Certainty.CERTAIN),
            ("probable", 15, lambda s: s.certainty is Certainty.PROBABLE),
            ("possible", 8, lambda s: s.certainty is Certainty.POSSIBLE),
            ("direct quotation", 50, lambda s: s.quote is Quote.DIRECT),
            ("mixed quotation", 30, lambda s: s.quote is Quote.MIXED),
            ("quotation over paragraphs", 2, lambda s: any("\n\n" in c.text for c in s.content)),
            ("broken content", 30, lambda s: len(s.content) > 1),
            ("named source", 100, lambda s: s.source.kind is SourceKind.NAMED),
            ("described source", 100, lambda s: s.source.kind is SourceKind.DESCRIBED),
            ("unnamed source", 30, lambda s: s.source.kind is SourceKind.UNNAMED),
            ("author among the sources", 5, lambda s: s.source.kind is SourceKind.AUTHOR),
            ("no source", 15, lambda s: not s.source.spans),
            ("dated saying", 25, lambda s: s.said_at is not None),
            ("withdrawal", 1, lambda s: "withdrew" in [c.text for c in s.cue.spans]),
        )
    ],
)
def test_every_planted_phenomenon_is_there(
    at_least: int, is_one: Callable[[Statement], bool]
) -> None:
    assert sum(map(is_one, credited())) >= at_least


@pytest.mark.parametrize("stem", STEMS)
def test_quote_is_told_by_the_marks(stem: str) -> None:
    inside = in_marks(gold(stem).report.text)
    wrong = [s for s in gold(stem).statements if s.cue and s.quote is not told_by(inside, s)]
    assert wrong == []


def told_by(inside: set[int], statement: Statement) -> Quote:
    marked = {
        offset in inside
        for span in statement.content
        for offset in range(span.start, span.end)
        if not span.text[offset - span.start].isspace()
    }
    if len(marked) > 1:
        return Quote.MIXED
    return Quote.DIRECT if True in marked else Quote.INDIRECT


def in_marks(text: str) -> set[int]:
    """The offsets inside quotation marks; a quotation left open ends with its paragraph."""
    quotations = re.finditer(r"[\"“](?:(?!\n\n)[^\"”])*[\"”]?|(?<!\w)‘[^\n]*?’(?!\w)", text)
    return {offset for found in quotations for offset in range(*found.span())}


def test_the_table_of_the_agreement_is_up_to_date() -> None:
    assert table() in (HERE / "AGREEMENT.md").read_text(encoding="utf-8")

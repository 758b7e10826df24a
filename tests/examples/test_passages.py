"""The nested passages: two passes and the reconciled version over the same texts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest

from examples.annotation_files import AnnotationError
from examples.nested_agreement import agreement_table, depth_table
from examples.passages import NESTED, PASSES, Passage, nested_passages, read_passages
from sayso.model import Act


@cache
def passages_of(annotator: str) -> list[Passage]:
    return nested_passages(annotator)


def deepest(passage: Passage) -> int:
    return max(statement.depth for statement in passage.statements)


def denies_in_nesting(passage: Passage) -> bool:
    """Whether a denial there is nested, or holds a nested statement."""
    nestings = [(above, s) for s in passage.statements if (above := passage.above(s))]
    return any(Act.DENY in (above.act, nested.act) for above, nested in nestings)


@pytest.mark.parametrize("annotator", PASSES)
def test_a_pass_annotates_every_passage(annotator: str) -> None:
    texts = read_passages(NESTED / "passages.toml")
    assert [(p.id, p.text) for p in passages_of(annotator)] == [(p.id, p.text) for p in texts]


@pytest.mark.parametrize("annotator", PASSES)
def test_statements_stand_in_the_order_of_their_cues(annotator: str) -> None:
    for passage in passages_of(annotator):
        starts = [statement.cue.start for statement in passage.statements]
        assert starts == sorted(starts), passage.id


def test_no_passage_is_there_twice() -> None:
    passages = passages_of("reconciled")
    assert len({p.id for p in passages}) == len({p.text for p in passages}) == len(passages)


@pytest.mark.parametrize(
    ("at_least", "is_one"),
    [
        pytest.param(at_least, is_one, id=name)
        for name, at_least, is_one in (
            ("passages", 300, lambda _: True),
            ("depth 2 is the deepest", 80, lambda p: deepest(p) == 2),
            ("depth 3", 20, lambda p: deepest(p) >= 3),
            ("no nesting", 40, lambda p: deepest(p) == 1),
            ("denial in a nesting", 60, denies_in_nesting),
        )
    ],
)
def test_there_are_enough_of_every_kind(at_least: int, is_one: Callable[[Passage], bool]) -> None:
    assert sum(map(is_one, passages_of("reconciled"))) >= at_least


@pytest.mark.parametrize("table", [agreement_table, depth_table])
def test_the_tables_of_the_agreement_are_up_to_date(table: Callable[[], str]) -> None:
    assert table() in (NESTED.parent / "AGREEMENT.md").read_text(encoding="utf-8")


def parents(passage: Passage) -> list[tuple[str, str | None, int]]:
    pairs = [(s, passage.above(s)) for s in passage.statements]
    return [(s.cue.text, above.cue.text if above else None, s.depth) for s, above in pairs]


PASSAGE = """[[passage]]
id = "p1"
text = "Ann said that Bo denied that Cy knew. Di agreed."
"""
STATEMENT = """[[passage.statement]]
cue = "{}"
content = "{}"
"""


def written(folder: Path, *statements: tuple[str, str]) -> Path:
    path = folder / "some.toml"
    path.write_text(PASSAGE + "".join(STATEMENT.format(*one) for one in statements))
    return path


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        (
            [
                ("said", "that Bo denied that Cy knew"),
                ("denied", "that Cy knew"),
                ("agreed", "that Cy knew"),
            ],
            [("said", None, 1), ("denied", "said", 2), ("agreed", None, 1)],
        ),
        (
            [("knew", "Cy"), ("said", "Bo denied that Cy knew"), ("denied", "that Cy knew")],
            [("knew", "denied", 3), ("said", None, 1), ("denied", "said", 2)],
        ),
    ],
)
def test_the_parent_is_the_innermost_content_around_the_cue(
    tmp_path: Path,
    statements: Sequence[tuple[str, str]],
    expected: list[tuple[str, str | None, int]],
) -> None:
    [passage] = read_passages(written(tmp_path, *statements))
    assert parents(passage) == expected


@pytest.mark.parametrize(
    ("statements", "told"),
    [
        ([("shouted", "that Cy knew")], "passage p1: 0 places for 'shouted'"),
        ([("said", "denied"), ("denied", "said")], "stand in each other"),
    ],
)
def test_a_passage_that_does_not_hold_together_is_refused(
    tmp_path: Path, statements: Sequence[tuple[str, str]], told: str
) -> None:
    with pytest.raises(AnnotationError, match=told):
        read_passages(written(tmp_path, *statements))

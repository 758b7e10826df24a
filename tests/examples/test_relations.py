"""The relations: every passage marked, every span in place, every kind there often enough."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from examples.annotation_files import AnnotationError
from examples.relations import (
    MarkedRelation,
    RelationPassage,
    read_relations,
    relation_passages,
    relation_texts,
)
from sayso.model import RelationKind, Status

FIRST = relation_passages("first")
TEXTS = {"p1": "Ann leads the Lodge, said Bo; Cy, of the Lodge, led it until 2018."}
RELATION = {"kind": "leads", "from": "Ann", "to": "Lodge#1", "words": "leads"}


def every(passages: list[RelationPassage]) -> list[MarkedRelation]:
    return [relation for passage in passages for relation in passage.relations]


def written(folder: Path, *relations: dict[str, str], id_: str = "p1") -> Path:
    path = folder / "some.toml"
    tables = [
        "\n".join(["[[passage.relation]]", *(f'{key} = "{words}"' for key, words in one.items())])
        for one in relations
    ]
    path.write_text("\n".join([f'[[passage]]\nid = "{id_}"', *tables]), encoding="utf-8")
    return path


def test_the_pass_marks_every_passage_in_order() -> None:
    assert {p.id: p.text for p in FIRST} == relation_texts()
    assert [p.id for p in FIRST] == list(relation_texts())


def test_no_text_is_there_twice() -> None:
    assert len(set(relation_texts().values())) == len(relation_texts()) >= 165


@pytest.mark.parametrize("kind", RelationKind)
def test_every_kind_is_there(kind: RelationKind) -> None:
    assert sum(relation.kind == kind for relation in every(FIRST)) >= 12


@pytest.mark.parametrize("status", sorted(set(Status) - {Status.ONGOING}))
def test_every_status_is_there(status: Status) -> None:
    assert sum(relation.status == status for relation in every(FIRST)) >= 10


@pytest.mark.parametrize(
    ("at_least", "is_one"),
    [
        pytest.param(at_least, is_one, id=name)
        for name, at_least, is_one in (
            ("no relation", 40, lambda p: not p.relations),
            ("several relations", 40, lambda p: len(p.relations) > 1),
            ("a date", 20, lambda p: any(r.time for r in p.relations)),
            ("a source's word", 40, lambda p: any(r.by != "author" for r in p.relations)),
            ("no source named", 8, lambda p: any(r.by == "unnamed" for r in p.relations)),
        )
    ],
)
def test_there_are_enough_passages_with(
    at_least: int, is_one: Callable[[RelationPassage], bool]
) -> None:
    assert sum(map(is_one, FIRST)) >= at_least


def test_every_span_stands_in_its_passage() -> None:
    for passage in FIRST:
        for one in passage.relations:
            by = () if isinstance(one.by, str) else (one.by,)
            time = (one.time,) if one.time else ()
            for span in (one.from_, one.to, one.words, *time, *by):
                assert passage.text[span.start : span.end] == span.text, passage.id


def test_ties_that_go_both_ways_start_with_the_first_actor_in_the_text() -> None:
    for passage in FIRST:
        for relation in passage.relations:
            if relation.kind == RelationKind.ALLIED_WITH:
                assert relation.from_.start < relation.to.start, passage.id


def test_a_relation_is_read_with_all_its_fields(tmp_path: Path) -> None:
    plain = RELATION | {"by": "Bo"}
    full = {"from": "Cy", "to": "it", "words": "led", "status": "historical", "time": "2018"}
    [passage] = read_relations(written(tmp_path, plain, RELATION | full), TEXTS)
    first, second = passage.relations
    assert (first.to.start, first.status, first.time) == (14, Status.REPORTED, None)
    assert not isinstance(first.by, str)
    assert first.by.text == "Bo"
    assert (second.from_.text, second.status, second.by) == ("Cy", "historical", "author")
    assert second.time
    assert second.time.text == "2018"


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"from": "Di"}, "passage p1: 0 places for 'Di'"),
        ({"to": "Lodge"}, "passage p1: 2 places for 'Lodge'"),
        ({"words": "leads#2"}, "passage p1: 1 places for 'leads#2'"),
        ({"time": "2019"}, "passage p1: 0 places for '2019'"),
        ({"by": "the author"}, "passage p1: 0 places for 'the author'"),
        ({"to": "Ann"}, "passage p1: 'Ann' and 'Ann' are not two actors"),
        ({"kind": "likes"}, r"some\.toml"),
        ({"status": "ongoing"}, r"some\.toml"),
        ({"date": "2018"}, r"some\.toml"),
    ],
)
def test_a_relation_that_does_not_fit_is_refused(
    tmp_path: Path, change: dict[str, str], told: str
) -> None:
    with pytest.raises(AnnotationError, match=told):
        read_relations(written(tmp_path, RELATION | change), TEXTS)


def test_a_relation_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="passage p1: a relation is there twice"):
        read_relations(written(tmp_path, RELATION, RELATION), TEXTS)


def test_a_passage_without_a_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match="passage p9: there is no such text"):
        read_relations(written(tmp_path, id_="p9"), TEXTS)


def test_a_passage_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_text(f"{path.read_text(encoding='utf-8')}\n" * 2, encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"some\.toml: passage p1 is there twice"):
        read_relations(path, TEXTS)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"none\.toml"):
        read_relations(tmp_path / "none.toml", TEXTS)

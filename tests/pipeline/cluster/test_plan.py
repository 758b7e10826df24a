"""Which parts are read where: by the inputs and the settings alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import BytesInput, Found, Provenance, find_inputs
from sayso.acquire.given import Skipped
from sayso.model import AcquiredFrom, ClusterError, Reject
from sayso.model.ids import sha256_hex
from sayso.pipeline.cluster.bundles import Bundle, bundles_of, folder_of
from sayso.pipeline.cluster.partitions import partitions
from sayso.pipeline.cluster.plan import Block, Plan
from sayso.pipeline.cluster.rows import packed, unpacked
from sayso.pipeline.cluster.survey import Seen, seen, survey
from sayso.pipeline.earlier import Content
from sayso.pipeline.reading import refusal
from sayso.pipeline.settings import Settings

SETTINGS = Settings(jobs=1)


def part(name: str, raw: bytes, media_type: str | None = None) -> BytesInput:
    how = Provenance(acquired_from=AcquiredFrom.TABLE, position=len(name))
    return BytesInput(raw=raw, name=name, media_type=media_type, provenance=how)


def planned(bundles: Sequence[Sequence[Seen]], settings: Settings = SETTINGS) -> list[list[Block]]:
    plan = Plan(settings, lambda _: False)
    for number, each in enumerate(bundles):
        plan.add(number, each)
    return [[*plan.blocks(number)] for number in range(len(bundles))]


def looked_at(names: Sequence[str]) -> list[Seen]:
    """Parts of which those with the same letter have the same bytes."""
    return [seen(part(f"{name} {place}", name[0].encode())) for place, name in enumerate(names)]


@pytest.mark.parametrize(
    ("parts", "blocks", "most"),
    [(0, 0, 0), (1, 1, 1), (8, 1, 8), (9, 2, 8), (150, 19, 8), (1_000, 63, 16), (20_000, 157, 128)],
)
def test_a_bundle_is_cut_by_how_many_parts_it_has(parts: int, blocks: int, most: int) -> None:
    [found] = planned([[seen(part(str(number), b"%d" % number)) for number in range(parts)]])
    sizes = [len(block.digests) for block in found]
    assert (len(sizes), max(sizes, default=0), sum(sizes)) == (blocks, most, parts)


def test_a_partition_of_large_parts_ends_sooner() -> None:
    large = [Seen(number, 3_000_000, None) for number in range(6)]
    [found] = planned([large])
    assert [len(block.digests) for block in found] == [3, 3]


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e"]), max_size=30), max_size=4))
def test_every_part_is_settled_once_where_its_bytes_come_first(bundles: list[list[str]]) -> None:
    found = planned([looked_at(names) for names in bundles])
    everything = [name for names in bundles for name in names]
    leaders: list[str] = []
    for names, blocks in zip(bundles, found, strict=True):
        place = 0
        for block in blocks:
            for inside in range(len(block.digests)):
                if inside not in block.left_out:
                    leaders.append(names[place])
                    alike = len(block.alike.get(inside, ())) + 1
                    assert alike == everything.count(names[place])
                place += 1
    assert leaders == [*dict.fromkeys(everything)]


@given(st.permutations(["a", "b", "b", "c", "a", "d"]), st.integers(0, 6))
def test_the_name_of_a_partition_tells_what_is_read_in_it(names: list[str], cut: int) -> None:
    told = looked_at(names)
    one, other = (planned([told[:cut], told[cut:]]) for _ in range(2))
    assert one == other
    flat = [block.name for blocks in one for block in blocks]
    assert len({*flat}) == len(flat)
    for settings in (Settings(published="2031"), Settings(language="en")):
        changed = planned([told[:cut], told[cut:]], settings)
        assert not {*flat} & {block.name for blocks in changed for block in blocks}


def test_a_partition_is_another_when_the_same_bytes_turn_up_elsewhere() -> None:
    [[alone]] = planned([looked_at(["a", "b"])])
    [[first], [second]] = planned([looked_at(["a", "b"]), looked_at(["c", "a"])])
    assert alone.name != first.name
    assert (first.parts, second.parts, second.left_out) == (3, 1, frozenset({1}))


def test_what_is_settled_is_left_out() -> None:
    plan = Plan(SETTINGS, lambda candidate: candidate.given.name.startswith("a"))
    plan.add(0, looked_at(["a", "b", "a"]))
    [block] = plan.blocks(0)
    assert (plan.parts, block.parts, block.left_out) == (1, 1, frozenset({0, 2}))
    assert block.is_left


def test_what_is_seen_has_no_bytes() -> None:
    given = part("a", b"The mayor said so.", "text/plain")
    found = seen(given)
    content = Content(sha256_hex(given.raw), 18, "text/plain")
    assert found.candidate is not None
    assert isinstance(found.candidate.given, BytesInput)
    assert (found.candidate.given.raw, found.candidate.content, found.size) == (b"", content, 18)
    assert seen(refusal("a", "read", "it is damaged")).candidate is None
    assert seen(Skipped(name="a", kind="image/png")).candidate is None


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "d.txt"):
        (tmp_path / name).write_text(f"{name} says so.")
    (tmp_path / "c.jsonl").write_text('{"text": "a.txt says so."}\n{"text": "b.txt says so."}\n')
    return tmp_path


def names(bundle: Bundle) -> list[str]:
    called = (given.input if isinstance(given, Reject) else given.name for given in bundle.given)
    return [Path(name).name for name in called]


def test_archives_are_bundles_of_their_own(folder: Path) -> None:
    found = [*bundles_of(find_inputs([str(folder), str(folder / "missing")]))]
    assert [(names(bundle), bundle.is_container) for bundle in found] == [
        (["missing", "a.txt", "b.txt"], False),
        (["c.jsonl"], True),
        (["d.txt"], False),
    ]
    assert not [*bundles_of(Found(inputs=(), rejects=(), skipped=0))]


def test_relative_paths_count_from_the_folder_of_the_calling_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder_of(bundles_of(find_inputs([str(folder)]))) is None
    monkeypatch.chdir(folder)
    assert folder_of(bundles_of(find_inputs(["a.txt", str(folder / "b.txt")]))) == str(folder)


def test_many_files_are_several_bundles(folder: Path) -> None:
    [given] = find_inputs([str(folder / "a.txt")]).inputs
    many = Found(inputs=(given,) * 2_500, rejects=(), skipped=0)
    assert [len(bundle.given) for bundle in bundles_of(many)] == [1_000, 1_000, 500]


def plan_of(bundle: Bundle) -> list[Block]:
    """The partitions of a bundle that is the only one."""
    plan = Plan(SETTINGS, lambda _: False)
    for row in survey(packed((0, bundle)), SETTINGS, None):
        plan.add(*unpacked(row))
    return [*plan.blocks(0)]


def test_what_was_planned_comes(folder: Path) -> None:
    [bundle] = bundles_of(find_inputs([str(folder / "c.jsonl")]))
    blocks = plan_of(bundle)
    [partition] = map(unpacked, partitions(packed((bundle, blocks)), SETTINGS, None))
    assert partition.name == blocks[0].name
    assert [seen(each).digest for each, _ in partition.parts] == [*blocks[0].digests]


def test_a_partition_that_is_whole_does_not_come(folder: Path) -> None:
    [bundle] = bundles_of(find_inputs([str(folder / "c.jsonl")]))
    whole = [replace(block, is_whole=True) for block in plan_of(bundle)]
    assert not [*partitions(packed((bundle, whole)), SETTINGS, None)]


def test_an_archive_that_changed_in_between_ends_the_run(folder: Path) -> None:
    [bundle] = bundles_of(find_inputs([str(folder / "c.jsonl")]))
    blocks = plan_of(bundle)
    (folder / "c.jsonl").write_text('{"text": "Something else."}\n')
    [row] = partitions(packed((bundle, blocks)), SETTINGS, None)
    with pytest.raises(ClusterError, match="changed while it was read: run it again"):
        unpacked(row)

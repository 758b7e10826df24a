"""ECB+ as sayso reads it, and which of its actions a trigger is."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.same_event import aligned
from sayso.model import Span
from training.ecbplus import Action, read_ecbplus


def corpus(folder: Path, *lines: str, spans: list[list[int]] | None = None) -> Path:
    """A corpus of one text, every line validated, with one action where `spans` are given."""
    sentences: list[dict[str, Any]] = []
    start = 0
    for number, line in enumerate(lines):
        end = start + len(line)
        sentences.append({"n": number, "start": start, "end": end, "validated": True})
        start = end + 1
    action = {"id": "7", "type": "ACTION_STATE", "sentence": len(lines) - 1, "spans": spans}
    row = {
        "id": "9_1ecb",
        "topic": 9,
        "subtopic": "9ecb",
        "text": "\n".join(lines),
        "sentences": sentences,
        "mentions": [action | {"chain": "c"}] if spans else [],
    }
    path = folder / "corpus.jsonl.gz"
    path.write_bytes(gzip.compress(json.dumps(row).encode()))
    return path


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("The port , he said , is safe .", "The port, he said, is safe."),
        ("`` Run , '' she said .", "“Run,” she said."),
        ("Ann 's boat did n't sink .", "Ann's boat didn't sink."),
        ("A 33 - year - old docker", "A 33-year-old docker"),
        ("Silo 4 ( the old one ) at 5 : 30", "Silo 4 (the old one) at 5:30"),
        ("$ 30 , 000 or 5 . 9 %", "$30,000 or 5.9%"),
        ("the U . S . Navy", "the U.S. Navy"),
        ("Karven - Port closed", "Karven - Port closed"),
    ],
)
def test_tokens_are_put_together(tmp_path: Path, line: str, text: str) -> None:
    [read] = read_ecbplus(corpus(tmp_path, line), [9])
    assert read.text.strip() == text


def test_address_and_offsets(tmp_path: Path) -> None:
    path = corpus(
        tmp_path, "http : / / a . b / c", "`` It blew up , '' he said .", spans=[[27, 34]]
    )
    [read] = read_ecbplus(path, [9])
    assert read.uri == "http://a.b/c"
    [action] = read.actions
    assert [read.text[start:end] for start, end in action.spans] == ["blew up"]
    assert [read.text[start:end].strip() for start, end in read.validated] == [
        "“It blew up,” he said."
    ]


def test_other_topics_stay_unread(tmp_path: Path) -> None:
    assert not list(read_ecbplus(corpus(tmp_path, "It burned ."), [8]))


def action(name: str, *spans: tuple[int, int]) -> Action:
    return Action(name, spans, "c")


@pytest.mark.parametrize(
    ("triggers", "actions", "expected"),
    [
        ([(0, 4)], [action("a", (0, 4))], {0: "a"}),
        ([(0, 4)], [action("a", (0, 10)), action("b", (0, 5))], {0: "b"}),
        ([(0, 4), (5, 9)], [action("a", (0, 9))], {0: "a"}),
        ([(0, 4), (5, 9)], [action("a", (0, 2), (5, 9))], {5: "a"}),
        ([(0, 4)], [action("a", (4, 9))], {}),
    ],
)
def test_aligned(
    triggers: list[tuple[int, int]], actions: list[Action], expected: dict[int, str]
) -> None:
    spans = [Span(start, end, "x" * (end - start)) for start, end in triggers]
    assert {s.start: one.id for s, one in aligned(spans, actions).items()} == expected

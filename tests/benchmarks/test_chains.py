"""Links and LEA, on chains small enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.chains import SPEAKING, Links, Mention, lea, links


def mentions(gold: str, read: str, *, forms: str = "") -> list[Mention]:
    """One mention a letter; a dot is nobody, and an "s" in `forms` somebody who speaks."""
    told = zip(gold, read, forms.ljust(len(gold)), strict=True)
    return [
        Mention(SPEAKING if f == "s" else "name", g, None if r == "." else r) for g, r, f in told
    ]


@pytest.mark.parametrize(
    ("gold", "read", "forms", "expected"),
    [
        ("aa", "xx", "", Links(1, 1, 1)),
        ("aa", "xy", "", Links(1, 0, 0)),
        ("aa", "x.", "", Links(1, 0, 0)),
        ("aa", "..", "", Links(1, 0, 0)),
        ("ab", "xx", "", Links(0, 1, 0)),
        ("aba", "xxx", "", Links(1, 2, 0)),
        ("abab", "xyxy", "", Links(2, 2, 2)),
        ("aa", "xx", "s ", Links(1, 1, 1)),
        ("ab", "xx", "s ", Links(0, 1, 0)),
        ("aba", "xxx", " s ", Links(1, 2, 1)),
    ],
)
def test_links(gold: str, read: str, forms: str, expected: Links) -> None:
    assert sum(links(mentions(gold, read, forms=forms)), Links()) == expected


@pytest.mark.parametrize(
    ("gold", "read", "precision", "recall"),
    [
        ("aabb", "xxyy", 1.0, 1.0),
        ("aabb", "xxxx", 2 / 6, 1.0),
        ("aaaa", "xxyy", 1.0, 2 / 6),
        ("aaabb", "xxyyy", (2 * 1 + 3 * (1 / 3)) / 5, (3 * (1 / 3) + 2 * 1) / 5),
        ("aab", "xx.", 1.0, 1.0),
        ("aab", "...", 0.0, 0.0),
    ],
)
def test_lea(gold: str, read: str, precision: float, recall: float) -> None:
    score = lea([mentions(gold, read)])
    assert (score.precision, score.recall) == pytest.approx((precision, recall))


def test_texts_share_no_chain() -> None:
    both = [mentions("aa", "xx"), mentions("aa", "xx")]
    assert lea(both).f1 == 1.0


@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12))
def test_precision_is_recall_with_sides_changed(told: list[tuple[str, str]]) -> None:
    gold, read = ("".join(column) for column in zip(*told, strict=True)) if told else ("", "")
    score, changed = lea([mentions(gold, read)]), lea([mentions(read, gold)])
    assert (score.precision, score.recall) == (changed.recall, changed.precision)
    assert all(link.right <= min(link.gold, link.read) for link in links(mentions(gold, read)))

"""MUC, B-cubed and CEAF, on chains counted by hand and by the reference scorer's paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.conll import Chain, b_cubed, ceaf_e, conll, muc


def chains(*told: str) -> list[Chain]:
    return [frozenset(each) for each in told]


GOLD, READ = chains("abc", "defg"), chains("ab", "cd", "fghi")
"""The example of Pradhan et al. (ACL 2014)."""


def test_example_of_the_paper() -> None:
    assert (muc(GOLD, READ).precision, muc(GOLD, READ).recall) == pytest.approx((2 / 5, 2 / 5))
    score = b_cubed(GOLD, READ)
    assert (score.precision, score.recall) == pytest.approx((1 / 2, 5 / 12))
    score = ceaf_e(GOLD, READ)
    assert (score.precision, score.recall) == pytest.approx((1.3 / 3, 1.3 / 2))


@pytest.mark.parametrize(
    ("gold", "read", "expected"),
    [
        (chains("ab", "c"), chains("ab", "c"), 1.0),
        (chains("ab"), chains("xy"), 0.0),
        (chains("ab"), [], 0.0),
        ([], [], 0.0),
        (chains("ab"), chains("a", "b"), (0 + 2 / 3 + 2 * (1 / 3) * (2 / 3)) / 3),
    ],
)
def test_conll(gold: list[Chain], read: list[Chain], expected: float) -> None:
    assert conll(gold, read) == pytest.approx(expected, abs=0.05)


@st.composite
def partitions(draw: st.DrawFn) -> list[Chain]:
    labels = draw(st.lists(st.sampled_from("xyz"), min_size=1, max_size=8))
    return chains(
        *("".join(m for m, own in zip("abcdefgh", labels, strict=False) if own == label)
          for label in sorted(set(labels)))
    )  # fmt: skip


@given(partitions(), partitions())
def test_precision_is_recall_with_sides_changed(gold: list[Chain], read: list[Chain]) -> None:
    for measure in (muc, b_cubed, ceaf_e):
        one, other = measure(gold, read), measure(read, gold)
        assert one.precision == pytest.approx(other.recall)
        assert 0 <= one.f1 <= 1 + 1e-9

"""Matching pairs become groups, the same in whatever order."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.happenings import event_groups


def matches(*pairs: str) -> dict[tuple[str, str], float]:
    return {(pair[0], pair[1]): 0.9 for pair in pairs}


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        (["ab"], ["ab"]),
        (["ab", "cd"], ["ab", "cd"]),
        (["ab", "bc"], ["ab"]),
        (["ab", "bc", "ac"], ["abc"]),
        (["ab", "cd", "ac", "bd"], ["ab", "cd"]),
        (["ab", "ac", "bc", "ad", "bd"], ["abc"]),
        (["ab", "ac", "bc", "ad", "bd", "cd", "ae", "be", "ce"], ["abcde"]),
        ([], []),
    ],
)
def test_groups(pairs: list[str], groups: list[str]) -> None:
    assert event_groups(matches(*pairs)) == tuple(map(frozenset, groups))


SCORES = st.dictionaries(
    st.sampled_from(list(combinations("abcdefg", 2))), st.sampled_from([0.5, 0.7, 0.9]), max_size=21
)


@given(SCORES)
def test_order_does_not_matter(scores: dict[tuple[str, str], float]) -> None:
    turned = {(b, a): score for (a, b), score in reversed(scores.items())}
    assert event_groups(scores) == event_groups(turned)


@given(SCORES)
def test_no_one_is_in_two_groups(scores: dict[tuple[str, str], float]) -> None:
    groups = event_groups(scores)
    members = [each for group in groups for each in group]
    assert len(members) == len(set(members))
    assert all(len(group) > 1 for group in groups)

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.reader import Run
from sayso.reader.network import Floats
from sayso.statements.attribution.decoding import _NEW_PIECE, _SOURCE_WORD, Parts, decode

LABELS = ".SsCcK"
"""Neither; begins, goes on with the source; begins, goes on with the content; the cue."""
START = 7
"""Where the window of these tests begins in its document."""


def decoded(labels: Floats, *heads: int) -> list[Parts]:
    """The parts of the cues with these heads, counted in the window."""
    return decode(Run(START, START + labels.shape[1]), [START + head for head in heads], labels)


def parts_of(path: str, head: int) -> Parts:
    """The parts that `path` marks for the cue of `head`."""
    (cue,) = (run for run in runs("K+", path) if START + head in run)
    return Parts(cue, tuple(runs("Ss*", path)), tuple(runs("Cc*", path)), sureness=0)


def runs(pattern: str, path: str) -> Iterator[Run]:
    return (Run(START + m.start(), START + m.end()) for m in re.finditer(pattern, path))


def preferring(*paths: str) -> Floats:
    """Labels that go along with each of `paths`, allowed or not."""
    chances = np.full((len(paths), len(paths[0]), len(LABELS)), 0.01, np.float32)
    for row, path in enumerate(paths):
        for word, letter in enumerate(path):
            chances[row, word, LABELS.index(letter)] = 0.95
    return np.log(chances)


@pytest.mark.parametrize(
    ("preferred", "expected"),
    [
        pytest.param("SsKCcc", "SsKCcc", id="source, cue, content"),
        pytest.param("CcK.Ss", "CcK.Ss", id="content first"),
        pytest.param("CcKKSs", "CcKKSs", id="a cue of two words"),
        pytest.param(".KK.Cc", ".KK.Cc", id="whose last one is the head"),
        pytest.param("..KCc.", "..KCc.", id="no source"),
        pytest.param("..K...", "..K...", id="nothing but the cue"),
        pytest.param("CCKSSS", "CCKSSS", id="one run beside another"),
        pytest.param("K.KCcc", "..KCcc", id="the cue is one run, around its head"),
        pytest.param("ccKSs.", "CcKSs.", id="content goes on without having begun"),
        pytest.param("ssKCcc", "SsKCcc", id="a source goes on without having begun"),
        pytest.param("SsCccc", "SsKCcc", id="the head is no content"),
        pytest.param("Ss.Ccc", "SsKCcc", id="the head is not nothing"),
        pytest.param("Cccccc", "CcKCcc", id="content begins anew behind the cue"),
        pytest.param("CcKccc", "CcKCcc", id="and does not go on"),
    ],
)
def test_the_likeliest_parts(preferred: str, expected: str) -> None:
    assert decoded(preferring(preferred), 2) == [parts_of(expected, 2)]


def test_runs_count_from_the_start_of_the_document() -> None:
    [parts] = decode(Run(20, 26), [22], preferring("SsKCcC"))
    assert parts.cue == Run(22, 23)
    assert parts.source == (Run(20, 22),)
    assert parts.content == (Run(23, 25), Run(25, 26))


def test_each_cue_has_parts_of_its_own() -> None:
    labels = preferring("SKCcccc", "...SKCc")
    assert decoded(labels, 1, 4) == [parts_of("SKCcccc", 1), parts_of("...SKCc", 4)]


def test_how_sure_a_content_is() -> None:
    labels = preferring("SKCcc.")
    unsure = labels.copy()
    unsure[0, 3:5, LABELS.index("c")] = np.log(0.5)
    sure, less, none = (decoded(each, 1)[0] for each in (labels, unsure, preferring("SK....")))
    assert sure.sureness == pytest.approx(np.log(0.96), abs=1e-6)
    assert less.sureness < sure.sureness
    assert none.sureness == 0


def test_how_much_of_what_is_expected_a_content_covers() -> None:
    labels = preferring("SKCcc.")
    doubtful = labels.copy()
    doubtful[0, 5, [0, LABELS.index("c")]] = np.log([0.5, 0.46])
    whole, half, none = (decoded(each, 1)[0] for each in (labels, doubtful, preferring("SK....")))
    assert -0.1 < whole.coverage < 0
    assert half.content == whole.content
    assert half.coverage < whole.coverage - 0.1
    assert none.coverage == 0


def test_no_cue_no_parts() -> None:
    assert decoded(np.empty((0, 3, len(LABELS)), np.float32)) == []


def test_the_labels_are_left_as_they_were() -> None:
    labels = preferring("Ccc")
    decoded(labels, 1)
    np.testing.assert_array_equal(labels, preferring("Ccc"))


def has_begun(path: Sequence[str]) -> bool:
    """Whether everything that goes on has begun."""
    return all(
        after not in "sc" or before in (after, after.upper())
        for before, after in pairwise((".", *path))
    )


def likelihoods(labels: Floats, head: int) -> dict[Parts, float]:
    """The log-probability of all parts that a cue may have, by the likeliest path to each.

    Each piece of a content costs what it costs in decoding, each word of a source gains as much.
    """
    found: dict[Parts, float] = {}
    for letters in product(LABELS, repeat=len(labels)):
        if has_begun(letters) and letters[head] == "K":
            parts = parts_of("".join(letters), head)
            likely = sum(
                float(row[LABELS.index(e)]) for row, e in zip(labels, letters, strict=True)
            )
            likely += _NEW_PIECE * letters.count("C")
            likely += _SOURCE_WORD * (letters.count("S") + letters.count("s"))
            found[parts] = max(likely, found.get(parts, likely))
    return found


@st.composite
def tables(draw: st.DrawFn) -> tuple[Floats, list[int]]:
    """Labels of any probability, for up to two cue heads in up to four words."""
    length, count = draw(st.integers(1, 4)), draw(st.integers(1, 2))
    chances = st.floats(-20, 0, width=32)
    labels = draw(arrays(np.float32, (count, length, len(LABELS)), elements=chances))
    return labels, draw(st.lists(st.integers(0, length - 1), min_size=count, max_size=count))


@settings(max_examples=80, derandomize=True, deadline=None)
@given(tables())
def test_no_parts_that_a_cue_may_have_are_likelier(table: tuple[Floats, list[int]]) -> None:
    labels, heads = table
    for row, head, parts in zip(labels, heads, decoded(labels, *heads), strict=True):
        possible = likelihoods(row, head)
        assert possible[parts] == pytest.approx(max(possible.values()), abs=1e-3)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(tables())
def test_no_word_of_a_cue_is_in_its_parts(table: tuple[Floats, list[int]]) -> None:
    labels, heads = table
    for head, parts in zip(heads, decoded(labels, *heads), strict=True):
        assert START + head in parts.cue
        assert not any(parts.cue.overlaps(run) for run in (*parts.source, *parts.content))

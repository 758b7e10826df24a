"""Every reader, over its whole corpus, over what was found, and over some hundred changed inputs."""

from pathlib import Path

import pytest

from fuzzing.targets import FOLDER, TARGETS
from fuzzing.watching import failure_on, input_of

FOUND = Path(__file__).with_name("found")
CORPUS = sorted(path for path in (FOLDER / "corpus").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_corpus_is_read_or_refused(path: Path) -> None:
    assert failure_on(path.parent.name, path.read_bytes()) is None


@pytest.mark.parametrize(
    "path", sorted(FOUND.glob("*/*")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_what_was_found_is_mended(path: Path) -> None:
    assert failure_on(path.parent.name, path.read_bytes()) is None


@pytest.mark.slow
@pytest.mark.parametrize("reader", TARGETS)
def test_changed_inputs_are_read_or_refused(reader: str) -> None:
    failures = {}
    for number in range(300):
        if failure := failure_on(reader, input_of(reader, 7, number)):
            failures[number] = failure
    assert not failures


def test_the_corpus_is_small_and_that_of_every_reader() -> None:
    sizes = [path.stat().st_size for path in CORPUS]
    assert max(sizes) < 20_000
    assert sum(sizes) < 1_000_000
    assert {path.parent.name for path in CORPUS} == set(TARGETS)


@pytest.mark.parametrize("reader", TARGETS)
def test_a_good_share_of_the_corpus_is_read(reader: str) -> None:
    """Of a reader that refuses all that it is given, only refusing would be tried."""
    refused = 0
    for path in (FOLDER / "corpus" / reader).iterdir():
        try:
            TARGETS[reader].read(path.read_bytes())
        except Exception:
            refused += 1
    assert refused <= len(list((FOLDER / "corpus" / reader).iterdir())) / 2

"""An annotation that does not fit its report is told, never guessed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from examples.annotation_files import AnnotationError, AnnotationFile, read_annotations, read_page

TEXT = "Blast in port\n\nPORT, May 8 - He said no. She said\nno, and said so."
LISTING = "1? | Blast in port\n- | PORT, May 8 -\n2 | He said no.\n3 | She said no, and said so.\n"


@pytest.mark.parametrize(
    ("at", "words", "found"),
    [
        ("2", "said", "said"),
        ("3", "said#2", "said"),
        ("3", "She said no", "She said\nno"),
        ("3", "She [...] and", "She said\nno, and"),
        ("2-3", "no. She", "no. She"),
    ],
)
def test_words_are_found_in_place(at: str, words: str, found: str) -> None:
    span = read_page(TEXT, LISTING).find(at, words)
    assert (span.text, TEXT[span.start : span.end]) == (found, found)


@pytest.mark.parametrize(
    ("at", "words", "told"),
    [
        ("4", "said", "there is no sentence '4'"),
        ("x", "said", "there is no sentence 'x'"),
        ("2", "denied", "0 places for 'denied' in sentence 2"),
        ("2-3", "said", "3 places for 'said' in sentence 2-3"),
        ("2", "said#2", "1 places for 'said#2' in sentence 2"),
        ("2", "said#0", "1 places for 'said#0' in sentence 2"),
        ("2", "said#x", "1 places for 'said#x' in sentence 2"),
    ],
)
def test_words_that_have_no_one_place_are_refused(at: str, words: str, told: str) -> None:
    with pytest.raises(AnnotationError, match=re.escape(told)):
        read_page(TEXT, LISTING).find(at, words)


def test_a_mention_without_a_sentence_is_refused() -> None:
    with pytest.raises(AnnotationError, match="not of the form"):
        read_page(TEXT, LISTING).find_mention("He")


def test_a_headline_that_the_text_lacks_takes_its_annotations_along() -> None:
    page = read_page(TEXT.removeprefix("Blast in port\n\n"), LISTING)
    notes = AnnotationFile.model_validate({"author": [{"at": "1"}, {"at": "2"}]})
    assert page.absent == {1}
    assert [table.at for table in notes.without(page.absent).author] == ["2"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TEXT + " More.", "text after the last sentence: 'More.'"),
        (TEXT.replace("He said no.", ""), "line '2 | He said no.' does not follow"),
    ],
)
def test_a_listing_that_does_not_cover_the_text_is_refused(text: str, told: str) -> None:
    with pytest.raises(AnnotationError, match=re.escape(told)):
        read_page(text, LISTING)


@pytest.mark.parametrize("content", ["[[statement]", "[[statement]]\nat = '1'\nspeaker = 'He'\n"])
def test_a_malformed_file_is_refused_by_name(tmp_path: Path, content: str) -> None:
    path = tmp_path / "report.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(AnnotationError, match=r"report\.toml"):
        read_annotations(path)

from pathlib import Path

import pytest

from sayso.export.dossier import Dossier, as_markdown
from sayso.export.dossier.markdown import _text
from tests.export.dossier.conftest import MADE


def test_the_dossier_is_as_written(whole: Dossier, golden: Path) -> None:
    text = as_markdown(whole, made=MADE, version="1.2")
    assert text == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "escaped"),
    [
        ("plain, words.", "plain, words."),
        ("<script>", r"\<script\>"),
        ("[a](http://b)", r"\[a\](http://b)"),
        ("![a](b)", r"\!\[a\](b)"),
        ("*a* _b_ `c` ~d~", r"\*a\* \_b\_ \`c\` \~d\~"),
        ("a | b", r"a \| b"),
        ("&lt;", r"\&lt;"),
        ("a\\", r"a\\"),
        ("# a", r"\# a"),
        ("1. a", r"1\. a"),
        ("12) a", r"12\) a"),
        ("- a", r"\- a"),
        ("---", r"\---"),
        ("+ a", r"\+ a"),
        ("-5 degrees, 3.5 metres", "-5 degrees, 3.5 metres"),
        ("two\nlines\x00\x1b", "two lines\ufffd\ufffd"),
    ],
)
def test_nothing_in_a_report_is_markup(words: str, escaped: str) -> None:
    assert _text(words) == escaped

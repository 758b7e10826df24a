"""The language of a text: what is not English is refused, with the language it seems to be in.

Most English texts are known by their commonest words. For others py3langid tells, a naive Bayes
classifier over byte sequences (Lui and Baldwin, 2012): it refuses a text only where English is next
to impossible, so that short texts and those full of names and quotations pass.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.model import InputError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"

_HEAD = 20_000
_WORD = re.compile(r"[^\W\d_]+")
# Every eighth word of English news is one of these; no other language has them all.
_COMMONEST = frozenset({"the", "of", "and", "to", "that", "with", "was"})
_ENGLISH_SHARE = 0.1
_MIN_WORDS = 20
# Of some 20,000 English texts, passages and sentences, none that is long enough to tell has less
# than 0.01; a sentence in another language has some 0.00001, a news page far less than that.
_IMPOSSIBLE = 1e-4
# Names alone may look like any language: only a sentence tells, or a script not of English.
_ENOUGH_WORDS = 8
_ENOUGH_LETTERS = 60
_LAST_LATIN = "\u024f"


def check_language(text: str, asked: str | None) -> None:
    """Raise InputError (stage `language`) where `text` is not in a language that sayso reads.

    `asked` is the language that the caller says it is in, as a tag such as `en` or `en-GB`; null
    asks to find out.
    """
    if asked is not None:
        if asked.lower().replace("_", "-").partition("-")[0] != ENGLISH:
            reason = f"no pipeline reads {asked!r}: sayso reads English (en)"
            raise InputError(reason, stage="language")
        return
    head = text[:_HEAD]
    if not _is_plainly_english(head) and (found := _other_language(head)):
        raise InputError(
            f"it is in {found}; sayso reads English: --language en reads it all the same",
            stage="language",
        )


def _is_plainly_english(text: str) -> bool:
    words = [word.lower() for word in _WORD.findall(text)]
    common = sum(word in _COMMONEST for word in words)
    return len(words) >= _MIN_WORDS and common >= _ENGLISH_SHARE * len(words)


def _other_language(text: str) -> str | None:
    """The language of `text`, with its tag, where that can hardly be English."""
    if not _is_enough(text):
        return None
    ranks = dict(_identifier().rank(text))
    likeliest = max(ranks, key=lambda tag: (ranks[tag], tag))
    if likeliest == ENGLISH or ranks[ENGLISH] > _IMPOSSIBLE:
        return None
    name = _names().get(likeliest)
    return f"{name} ({likeliest})" if name else f"a language with the tag {likeliest!r}"


def _is_enough(text: str) -> bool:
    words = len(_WORD.findall(text))
    beyond_latin = sum(letter > _LAST_LATIN and letter.isalpha() for letter in text)
    return words >= _ENOUGH_WORDS or beyond_latin >= _ENOUGH_LETTERS


@cache
def _identifier() -> LanguageIdentifier:
    # Its table takes half a second to load, and most runs never need it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    """What languages are called, by tag."""
    table = files(__package__).joinpath("languages.txt").read_text(encoding="utf-8")
    return dict(line.split(" ", 1) for line in table.splitlines())

"""The language of a text: what is not English is refused, and nothing that is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.acquire.language import check_language
from sayso.model import InputError

# The same news in many languages.
OTHERS = dict(
    line.split("\t")
    for line in Path(__file__)
    .with_name("silo_in_other_languages.tsv")
    .read_text(encoding="utf-8")
    .splitlines()
)
ENGLISH = [
    "",
    "Silo bursts in Bad Münstereifel",
    "Deutsche Telekom sold T-Mobile USA.",
    "Euro-Scandinavian media cheer Denmark v Sweden draw.",
    "SILO BURSTS IN PORT ALVA; OWNER DENIES THAT HE WAS WARNED, POLICE ARREST TWO PEOPLE",
    "Jane Doe, Eyad al-Bazam, Wolfgang Müller, François Dupont, José García, Olga Ivanova",
    "Müller, Chief Executive of Süddeutsche Getreidespeicher GmbH, denied it in Düsseldorf.",
    f"The mayor read it out: “{OTHERS['German (de)'][:80]}” She said that he lied to the police.",
    "5 March 2024 12:00 | 1 2 3 4 5 6 7 8 9 | 10.5% 11.6% 12.7% | +49 30 1234567 | " * 4,
    "--- ***",
]


@pytest.mark.parametrize(("name", "text"), OTHERS.items())
def test_what_is_not_english_is_refused(name: str, text: str) -> None:
    with pytest.raises(InputError) as refused:
        check_language(f"{text} " * 2, None)
    assert str(refused.value) == (
        f"it is in {name}; sayso reads English: --language en reads it all the same"
    )
    assert refused.value.stage == "language"


@pytest.mark.parametrize(
    "text",
    [
        "Das Hafenamt bestritt am Montag, dass die Fähre gesunken sei.",
        "El ministro negó que el puerto estuviera cerrado el lunes.",
        "De minister ontkende maandag dat de haven gesloten was.",
        "Menteri membantah pada hari Senin bahwa pelabuhan telah ditutup.",
    ],
)
def test_one_sentence_is_enough_to_tell(text: str) -> None:
    with pytest.raises(InputError, match="sayso reads English"):
        check_language(text, None)


@pytest.mark.parametrize("text", ENGLISH)
def test_what_is_english_or_too_short_to_tell_passes(text: str) -> None:
    check_language(text, None)


@pytest.mark.parametrize("asked", ["en", "EN", "en-GB", "en_US"])
def test_english_that_is_asked_for_is_not_doubted(asked: str) -> None:
    check_language(OTHERS["German (de)"], asked)


@pytest.mark.parametrize("asked", ["de", "eng", "", "english"])
def test_a_language_that_nothing_reads_is_refused(asked: str) -> None:
    with pytest.raises(InputError, match=r"no pipeline reads .*: sayso reads English") as refused:
        check_language("The owner denied it.", asked)
    assert refused.value.stage == "language"


def test_plain_english_is_known_without_the_classifier(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    check_language("The owner of the silo denied that he was warned by the police. " * 3, None)


def outcome(text: str) -> str:
    try:
        check_language(text, None)
    except InputError as error:
        return str(error)
    return "it is read"


@settings(deadline=None)
@given(st.text())
def test_any_text_is_told_the_same_twice(text: str) -> None:
    assert outcome(text * 20) == outcome(text * 20)

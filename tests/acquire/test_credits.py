"""The agencies that a report credits."""

from __future__ import annotations

import pytest

from sayso.acquire.credits import credits_among, credits_in_text

SAID = "The silo was safe, the harbour master said."
FURTHER = "\n\n".join(f"{SAID} ({number})" for number in range(8))


@pytest.mark.parametrize(
    ("text", "agency", "words"),
    [
        (f"PORT ALVA (AP) — {SAID}", "Associated Press", "AP"),
        (f"PORT ALVA (Coast Agency) — {SAID}", "Coast Agency", "Coast Agency"),
        (f"(Reuters) - {SAID}", "Reuters", "Reuters"),
        (f"Silo bursts\nBy the Associated Press\n\n{SAID}", "Associated Press", "Associated Press"),
        (f"Silo bursts\nBy Jane Doe, AFP\n\n{SAID}", "Agence France-Presse", "AFP"),
        (f"Silo bursts\nReuters\n\n{SAID}", "Reuters", "Reuters"),
        (f"{FURTHER}\n\n(Reuters)", "Reuters", "Reuters"),
        (f"{FURTHER} (dpa)", "DPA", "dpa"),
        (f"{FURTHER}\n\n— Xinhua", "Xinhua", "Xinhua"),
        (f"{FURTHER}\n\n/TASS/", "TASS", "TASS"),
        (f"{SAID}\n\n© 2024 Agence France-Presse", "Agence France-Presse", "Agence France-Presse"),
        (
            f"{SAID}\n\nCopyright 2024 The Associated Press. All rights reserved.",
            *("Associated Press", "The Associated Press"),
        ),
        (f"{SAID}\n\nAdditional reporting by AFP", "Agence France-Presse", "AFP"),
        (f"{SAID}\n\nWith files from The Canadian Press", "Canadian Press", "The Canadian Press"),
        (f"{SAID}\n\nSource: Kyodo News", "Kyodo", "Kyodo News"),
        (f"{SAID}\n\nReuters contributed to this report.", "Reuters", "Reuters"),
    ],
)
def test_an_agency_is_credited_where_it_stands(text: str, agency: str, words: str) -> None:
    (credit,) = credits_in_text(text)
    start, end = map(int, credit.where.removeprefix("text ").split("-"))
    assert (credit.agency, text[start:end]) == (agency, words)


@pytest.mark.parametrize(
    "text",
    [
        f"He told Reuters that it was safe. {SAID}",
        f"{SAID}\n\nHe said so to the Associated Press.",
        f"By the time Reuters asked, it was safe. {SAID}",
        f"(Reuters)\n\n{FURTHER}{FURTHER}",
        f"{SAID}\n\nReporting by Jane Doe; editing by John Roe",
        f"{SAID}\n\n(Reutersville)",
        f"{SAID}\n\nThey met in May (2023)",
        "",
    ],
)
def test_a_name_in_a_sentence_is_no_credit(text: str) -> None:
    assert credits_in_text(text) == ()


def test_each_agency_is_told_once() -> None:
    text = f"PORT ALVA (AP) — {SAID}\n\n(Reuters)\n\n© The Associated Press and AFP"
    agencies = [credit.agency for credit in credits_in_text(text)]
    assert agencies == ["Associated Press", "Reuters", "Agence France-Presse"]


@pytest.mark.parametrize(
    ("names", "agencies"),
    [
        ("Reuters", ["Reuters"]),
        ("Jane Doe; The Associated Press", ["Associated Press"]),
        ("By Jane Doe and AFP", ["Agence France-Presse"]),
        ("Jane Reuters", []),
        ("", []),
    ],
)
def test_agencies_among_authors(names: str, agencies: list[str]) -> None:
    assert [credit.agency for credit in credits_among(names, "meta author")] == agencies

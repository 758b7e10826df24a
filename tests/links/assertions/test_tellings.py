"""Who says that something was not told truly, was never told, or vouches for what was."""

from __future__ import annotations

import pytest

from sayso.links.assertions import assertions_of
from tests.links.told import reading, said


def stances_to(text: str, words: str) -> set[tuple[str, str]]:
    """Who takes which stance to what is told in `words`."""
    told = assertions_of(reading(text))
    target = {one.wording for one in told if one.wording and said(one)[2] == words}
    return {said(one)[:2] for one in told if one.wording in target}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            (
                "Residents said that an officer shouted at his men to fire on the crowd. "
                "“No such order was given,” said Anton Greve."
            ),
            "an officer shouted at his men to fire on the crowd",
            {("Residents", "affirms"), ("Anton Greve", "denies")},
        ),
        (
            (
                "Mara Quill said that she met the envoy in May. "
                "Anton Greve denied that the meeting took place."
            ),
            "she met the envoy in May",
            {("Mara Quill", "affirms"), ("Anton Greve", "denies")},
        ),
        (
            (
                "Mara Quill said that Anton Greve had described a red flame on the lids. "
                "“I never said anything about a red flame,” Anton Greve said."
            ),
            "Anton Greve had described a red flame on the lids",
            {("Mara Quill", "affirms"), ("Anton Greve", "denies")},
        ),
        # What somebody says that a document proves, which is rejected.
        (
            (
                "The army rejected as a fake the video that, the rebels say, "
                "shows soldiers burning the clinic."
            ),
            "shows soldiers burning the clinic",
            {("rebels", "affirms"), ("army", "denies")},
        ),
        (
            "The army dismissed the letter which, the mayor says, proves that guards took bribes.",
            "which … proves that guards took bribes",
            {("mayor", "affirms"), ("army", "denies")},
        ),
        (
            (
                "The Northern Shore Front on Wednesday denied that it had played any part in the "
                "explosion at the Velmora grain terminal. It rejected as “a clumsy forgery” the "
                "recording that, the interior minister says, proves its guilt."
            ),
            "proves its guilt",
            {("interior minister", "affirms"), ("Northern Shore Front", "denies")},
        ),
        (
            "The army rejected the letter which, the mayor says, two guards had burned in May.",
            "two guards had burned in May",
            {("army", "none")},
        ),
        (
            "Mara Quill said that the bridge was closed. Anton Greve confirmed the account.",
            "the bridge was closed",
            {("Mara Quill", "affirms"), ("Anton Greve", "affirms")},
        ),
        (
            "The hospital said that 13 people had died. The Health Ministry confirmed the figure.",
            "13 people had died",
            {("hospital", "affirms"), ("Health Ministry", "affirms")},
        ),
        (
            (
                "Two dockers said that the silo was locked. "
                "The ministry declined to comment on the claim."
            ),
            "the silo was locked",
            {("Two dockers", "affirms"), ("ministry", "none")},
        ),
        (
            "The ministry said that the crates were empty. Later it withdrew that statement.",
            "the crates were empty",
            {("ministry", "affirms"), ("ministry", "none")},
        ),
        (
            (
                "Mara Quill cited a letter in which, she said, the keeper admitted that the wall "
                "had cracks. The ministry called the letter a forgery."
            ),
            "the wall had cracks",
            {("keeper", "affirms"), ("ministry", "denies")},
        ),
        (
            "Nils Aker withdrew the claim that the drums were empty.",
            "the drums were empty",
            {("unnamed", "affirms"), ("Nils Aker", "none")},
        ),
        # No such thing was told, or somebody else is asked about: nobody is pointed at.
        (
            (
                "Mara Quill said that the bridge was closed. "
                "“No such order was given,” said Anton Greve."
            ),
            "the bridge was closed",
            {("Mara Quill", "affirms")},
        ),
        (
            (
                "Mara Quill said that Anton Greve had described a red flame on the lids. "
                "“I never said anything about a boat,” Anton Greve said."
            ),
            "Anton Greve had described a red flame on the lids",
            set(),
        ),
    ],
)
def test_who_denies_or_vouches_for_a_telling(
    text: str, words: str, expected: set[tuple[str, str]]
) -> None:
    assert stances_to(text, words) == expected

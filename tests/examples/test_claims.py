"""The claims across reports: every voice found in its gold statement, and everything adding up."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from examples.annotation_files import AnnotationError
from examples.claim_files import CLAIMS, PASSES, ClaimsFile, How, read
from examples.claims import claim_gold, main, read_claims
from examples.compile_gold import HERE, report_paths
from examples.marked_claims import ClaimGold, MarkedOrigin, Member, fewest_apart
from examples.voices import gold, page, report_path, voice
from sayso.model import Stance

CLAIM = """
[[claim]]
key = "march"
gist = "more than 2,000 people took part"
standing = "single_origin"
affirming = [1, 1]
denying = [0, 0]
[[claim.origin]]
who = "the union"
members = [{ at = "12-post 6", who = "dockers' union", says = "more than 2,000 people took part" }]
"""
ORDER = """
[[claim]]
key = "order"
gist = 'that an officer [...] their heads!"'
standing = "disputed"
affirming = [1, 1]
denying = [1, 1]
[[claim.origin]]
who = "witnesses"
members = [
  { at = "12-post 13", who = "witnesses", says = 'that an officer [...] their heads!"' },
]
[[claim.origin]]
who = "the police"
members = [
  { at = "12-post 15", who = "Anton Greve", says = "No such order", stance = "denies" },
]
"""
SIDES = """
one = { at = "12-post 13", who = "witnesses", words = 'that an officer [...] their heads!"' }
other = { at = "12-post 15", who = "Anton Greve", words = "No such order" }
"""
CONTRADICTION = f"""
[[contradiction]]
kind = "negation"
claims = ["order"]
{SIDES}"""


@cache
def claims_of(annotator: str) -> ClaimGold:
    return claim_gold(annotator)


def members(annotator: str = "reconciled") -> list[Member]:
    return [member for claim in claims_of(annotator).claims for member in claim.members()]


def read_written(folder: Path, claims: str, contradictions: str = CONTRADICTION) -> ClaimGold:
    (folder / "claims.toml").write_text(claims, encoding="utf-8")
    (folder / "contradictions.toml").write_text(contradictions, encoding="utf-8")
    return read_claims(folder)


@pytest.mark.parametrize("annotator", PASSES)
def test_a_pass_reads_and_has_a_word_of_every_report(annotator: str) -> None:
    reports = {report_path(member.voice.report) for member in members(annotator)}
    assert reports == set(report_paths())


@pytest.mark.parametrize("annotator", PASSES)
def test_a_member_s_words_stand_in_its_report_and_its_statement(annotator: str) -> None:
    for member in members(annotator):
        words, statement = member.voice.words, member.voice.statement
        assert page(member.voice.report).text[words.start : words.end] == words.text
        assert statement in gold(member.voice.report).statements
        first, last = statement.content[0], statement.content[-1]
        assert first.start <= words.start
        assert words.end <= last.end


@pytest.mark.parametrize(
    ("standing", "at_least"),
    [("disputed", 19), ("denied", 4), ("corroborated", 4), ("repeated", 15), ("single_origin", 12)],
)
def test_every_standing_is_there(standing: str, at_least: int) -> None:
    assert sum(c.standing == standing for c in claims_of("reconciled").claims) >= at_least


@pytest.mark.parametrize(
    ("kind", "at_least"),
    [("denial", 13), ("negation", 9), ("number", 9), ("cause", 3), ("correction", 4)],
)
def test_every_kind_of_contradiction_is_there(kind: str, at_least: int) -> None:
    assert sum(c.kind == kind for c in claims_of("reconciled").contradictions) >= at_least


def test_there_are_near_misses_and_open_pairs() -> None:
    found = claims_of("reconciled")
    assert len(found.near_misses) >= 35
    assert len(found.open) >= 18


NO_PROPOSITION = {"to grant one", 'the two officials as "men with a grudge"', "the pier"}


def test_every_denial_of_the_reports_is_a_word_on_a_claim() -> None:
    denying = {
        statement.id: statement
        for name in {member.voice.report for member in members()}
        for statement in gold(name).statements
        if statement.stance is Stance.DENIES
    }
    told = {
        m.voice.statement.id for m in members() if m.stance in (Stance.DENIES, Stance.UNCERTAIN)
    }
    missing = {denying[id_].content[0].text for id_ in denying.keys() - told}
    assert missing == NO_PROPOSITION


def test_the_reprint_says_what_the_wire_copy_says() -> None:
    def said(report: str) -> set[tuple[str, str, str]]:
        return {
            (m.voice.words.text, m.how, m.stance) for m in members() if m.voice.report == report
        }

    assert said("08-agency") == said("09-observer")


@pytest.mark.parametrize(
    ("one", "other", "contradict"),
    [
        pytest.param(one, other, contradict, id=f"{one[0]} {other[0]}")
        for one, other, contradict in (
            (
                ("14-courier 3", "Tomas Rehn", "soldiers unload about thirty crates"),
                ("14-courier 17", "Davit Orlen", "that there were any crates"),
                True,
            ),
            (
                ("10-gazette 17", "Mira Tassel", "nine dead"),
                ("10-gazette 17", "Harbour Courier", "at least 15"),
                True,
            ),
            (
                ("08-agency 2", "hospital officials", "killing at least four people"),
                ("13-observer 12", "Health Ministry", "Twelve people died"),
                False,
            ),
            (
                ("08-agency 12", "Ombra Grain Company", "to comment"),
                ("13-observer 2", "Ombra Grain Company", "that this had caused the disaster"),
                False,
            ),
        )
    ],
)
def test_what_follows_from_the_claims_contradicts(
    one: tuple[str, str, str], other: tuple[str, str, str], *, contradict: bool
) -> None:
    pair = frozenset(voice(*side).statement.id for side in (one, other))
    assert (pair in claims_of("reconciled").contradicting()) is contradict
    assert pair not in claims_of("reconciled").undecided()


def origin(who: str, may_be: frozenset[str] = frozenset()) -> MarkedOrigin:
    return MarkedOrigin(who, "", may_be - {who}, ())


WHO = st.sampled_from("abcdef")
ORIGINS = st.dictionaries(WHO, st.frozensets(WHO), max_size=6).map(
    lambda d: [origin(who, may_be) for who, may_be in d.items()]
)


@given(ORIGINS, st.randoms(use_true_random=False))
def test_the_fewest_origins_do_not_hang_on_their_order(
    origins: list[MarkedOrigin], random: Random
) -> None:
    shuffled = random.sample(origins, len(origins))
    assert fewest_apart(origins) == fewest_apart(shuffled)
    assert bool(origins) <= fewest_apart(origins) <= len(origins)


@pytest.mark.parametrize(
    ("origins", "fewest"),
    [
        ([], 0),
        ([origin("a"), origin("b")], 2),
        ([origin("a"), origin("b", frozenset("a"))], 1),
        ([origin("a"), origin("b"), origin("c", frozenset("ab"))], 2),
        ([origin("a"), origin("b", frozenset("a")), origin("c", frozenset("a"))], 2),
        ([origin("a"), origin("b", frozenset("a")), origin("c", frozenset("ab"))], 1),
    ],
)
def test_origins_that_may_be_one_count_once_at_the_fewest(
    origins: list[MarkedOrigin], fewest: int
) -> None:
    assert fewest_apart(origins) == fewest


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("12-post 6", "12-post 7", "claim march: 0 places for 'more than"),
        ("12-post 6", "12-herald 6", "claim march: 0 reports are '12-herald'"),
        ("12-post 6", "12-post", "claim march: '12-post' is not of the form"),
        ("dockers' union", "police", "is on the word of \"dockers' union\", not of 'police'"),
        ("dockers' union", "author", "is on the word of \"dockers' union\", not of 'author'"),
        ("[1, 1]", "[1, 2]", r"claim march: annotated as .*, but its members make it"),
        ("single_origin", "repeated", "claim march: annotated as"),
        ("single_origin", "famous", r"claims\.toml"),
        ("says", "implies", "claim march: annotated as"),
        (", says", ', refers = "2,000", says', "a member says, refers or implies"),
        ('gist = "more than', 'gist = "over', "claim march: the gist 'over 2,000"),
        ('who = "the union"\n', 'who = "the union"\nmay_be = ["police"]\n', "may be none"),
        ('key = "march"', 'key = "order"', "a claim is there twice"),
    ],
)
def test_a_claim_that_does_not_fit_is_refused(
    tmp_path: Path, before: str, after: str, told: str
) -> None:
    assert before in CLAIM
    with pytest.raises(AnnotationError, match=told):
        read_written(tmp_path, CLAIM.replace(before, after, 1) + ORDER)


@pytest.mark.parametrize(
    ("contradictions", "told"),
    [
        ("contradiction = []", "nothing shows that order is disputed"),
        (CONTRADICTION.replace('"order"', '"march"'), "are no negation of march"),
        (CONTRADICTION.replace('"order"', '"flood"'), "there is no claim 'flood'"),
        (CONTRADICTION.replace("negation", "rumour"), r"contradictions\.toml"),
        (CONTRADICTION.replace("negation", "correction"), "a correction says why"),
        (f'{CONTRADICTION}[[near_miss]]\nwhy = "another"{SIDES}', "another: it does contradict"),
        (f'{CONTRADICTION}[[open]]\nwhy = "either"{SIDES}', "either: it does contradict"),
        (f"{CONTRADICTION}[[open]]{SIDES}", r"contradictions\.toml"),
    ],
)
def test_a_contradiction_that_does_not_fit_is_refused(
    tmp_path: Path, contradictions: str, told: str
) -> None:
    with pytest.raises(AnnotationError, match=told):
        read_written(tmp_path, CLAIM + ORDER, contradictions)


def test_members_of_one_origin_need_a_reason(tmp_path: Path) -> None:
    one = "members = [{ at"
    two = 'members = [{ at = "12-post 7", who = "police", says = "the crowd at about 400" }, { at'
    with pytest.raises(AnnotationError, match="no reason why the union is one origin"):
        read_written(tmp_path, CLAIM.replace(one, two) + ORDER)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(AnnotationError, match=r"claims\.toml"):
        read_claims(tmp_path)


def test_a_headline_that_the_text_lacks_has_no_member() -> None:
    written = (CLAIMS / "reconciled" / "claims.toml").read_text(encoding="utf-8")
    for name in ("09-radio", "10-gazette", "13-gazette"):
        assert f'"{name} 1"' in written
        assert page(name).absent == {1}


def test_the_example_of_the_guide_is_a_claim(tmp_path: Path) -> None:
    guide = (HERE / "CLAIMS.md").read_text(encoding="utf-8")
    example = tmp_path / "claims.toml"
    example.write_text("".join(guide.partition("    [[claim]]")[1:]), encoding="utf-8")
    [table] = read(example, ClaimsFile).claim
    assert [len(origin.members) for origin in table.origin] == [2, 1, 2]
    assert {member.how for origin in table.origin for member in origin.members} == set(
        get_args(How)
    )


def test_a_pass_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["claims", "reconciled"])
    assert main() == 0
    printed = capsys.readouterr().out.splitlines()
    assert "dead-12: corroborated, 2 to 3 affirm" in printed
    assert "from-dessaria: disputed, 1 affirm, 2 deny" in printed
    monkeypatch.setattr(sys, "argv", ["claims", "none"])
    assert main() == 1

"""What must hold of claims, links and judgements."""

from dataclasses import replace
from typing import Any

import pytest

from sayso.model import (
    About,
    Claim,
    Clash,
    Judgement,
    JudgementKind,
    Link,
    LinkKind,
    Mark,
    Passage,
    Span,
    Stance,
    Standing,
)
from sayso.model.joint_invariants import (
    Context,
    claim_violations,
    judgement_violations,
    link_violations,
)
from tests.claim_samples import claim, joined, judgement, link, member, origin
from tests.samples import gazette, herald, quote

READ = herald(), gazette()
SAID = {one.id: one for each in READ for one in each.statements}
REPORTED, DENIED, QUOTED, THIRD = (herald().statements[place] for place in (1, 2, 4, 5))
WHOLE, DOUBTED = gazette().statements
STRIKE, HURT = joined()[0]
CONTRADICTED, CITED = joined()[1]
RATED, MARKED, ACCEPTED = joined()[2]
CONTEXT = Context(
    statements=SAID,
    texts={each.report.id: each.report.text for each in READ},
    records={each.report.id for each in READ} | SAID.keys(),
)


def joining(place: int, **changes: Any) -> Claim:
    members = list(STRIKE.members)
    members[place] = replace(members[place], **changes)
    return replace(STRIKE, members=tuple(members))


def traced(**changes: Any) -> Claim:
    return replace(STRIKE, origins=(replace(STRIKE.origins[0], **changes),))


def shown(**changes: Any) -> Link:
    return replace(CITED, evidence=(CITED.evidence[0], replace(CITED.evidence[1], **changes)))


CLAIMS: dict[str, tuple[Claim, str]] = {
    "id": (replace(STRIKE, id="c-0"), "its id does not follow from its sort, a member and"),
    "about": (replace(STRIKE, about=About.WORDS), "its id does not follow from its sort"),
    "nobody": (replace(STRIKE, members=()), "its id does not follow from its sort"),
    "member twice": (
        replace(STRIKE, members=(*STRIKE.members, STRIKE.members[-1])),
        f"has statement {DOUBTED.id} as a member 2 times",
    ),
    "member gone": (joining(2, statement="s-0"), "its member s-0 is not there"),
    "member without words": (joining(2, spans=()), f"member {DOUBTED.id} has no words for it"),
    "first member without words": (joining(0, spans=()), "its id does not follow"),
    "member misquoted": (
        joining(2, spans=(Span(21, 24, "THE"),)),
        f"member {DOUBTED.id}: span 21:24 says 'THE'",
    ),
    "member beyond the text": (joining(2, spans=(Span(21, 400, "the"),)), "outside a text of 40"),
    "words of the source": (
        joining(2, spans=(quote(gazette().report, "officials"),)),
        f"its 5:14 is not in the content of {DOUBTED.id}",
    ),
    "gist in other words": (replace(STRIKE, gist="a strike"), "its gist is 'a strike', and at its"),
    "gist misquoted": (
        replace(STRIKE, gist="A", gist_at=replace(STRIKE.gist_at, text="A")),
        "gist span 42:52 says 'A'",
    ),
    "gist of no report": (
        replace(STRIKE, gist_at=replace(STRIKE.gist_at, report="r-0")),
        "gist is from report r-0, which is not there",
    ),
    "gist of another report": (
        replace(STRIKE, gist="Port", gist_at=Passage.of(DOUBTED.report, Span(0, 4, "Port"))),
        f"its gist is not in the words of {REPORTED.id}",
    ),
    "gist elsewhere": (
        replace(STRIKE, gist="The", gist_at=Passage.of(REPORTED.report, Span(0, 3, "The"))),
        f"its gist is not in the words of {REPORTED.id}",
    ),
    "origin id": (traced(id="o-0"), "the id of its origin o-0 does not follow"),
    "origin without reason": (traced(why=" "), "does not say why its origin"),
    "origin of a denial": (
        replace(STRIKE, origins=(*STRIKE.origins, origin(STRIKE.id, DENIED.id))),
        f"has an origin of {DENIED.id}, which is no member whose origins count",
    ),
    "no origin": (replace(STRIKE, origins=()), f"traces {REPORTED.id} to 0 origins"),
    "two origins of one": (
        replace(STRIKE, origins=STRIKE.origins * 2),
        f"traces {REPORTED.id} to 2 origins",
    ),
    "fewest above most": (replace(STRIKE, most_origins=0), "has 1 to 0 origins"),
    "from nowhere": (replace(STRIKE, fewest_origins=0), "has 0 to 1 origins"),
    "standing": (
        replace(STRIKE, standing=Standing.REPEATED),
        "it is said to be repeated, and its members make it disputed",
    ),
    "standing of one report": (
        replace(HURT, standing=Standing.REPEATED),
        "said to be repeated, and its members make it single_origin",
    ),
}

LINKS: dict[str, tuple[Link, str]] = {
    "id": (replace(CITED, id="k-0"), "its id does not follow from its kind, ends and clash"),
    "kind": (replace(CITED, kind=LinkKind.REPRINTS), "its id does not follow"),
    "no clash": (
        link(LinkKind.CONTRADICTS, CITED.from_, CITED.to, *CITED.evidence),
        "is a contradiction, and does not say in what",
    ),
    "clash of no contradiction": (
        replace(CITED, clash=Clash.TIME),
        "is no contradiction, yet says that it is one in time",
    ),
    "clash": (replace(CONTRADICTED, clash=Clash.TIME), "its id does not follow"),
    "itself": (link(LinkKind.CITES, CITED.to, CITED.to), f"links {CITED.to} to itself"),
    "from nothing": (replace(CITED, from_="r-0"), "links r-0, which is not there"),
    "to nothing": (replace(CITED, to="s-0"), "links s-0, which is not there"),
    "score": (replace(CITED, score=1.5), "its score 1.5 is not between 0 and 1"),
    "score not a number": (replace(CITED, score=float("nan")), "its score nan"),
    "no reason": (replace(CITED, reason="\n"), "gives no reason"),
    "no words": (replace(CITED, evidence=()), "shows no words"),
    "misquoted": (shown(start=0), "evidence span 0:"),
    "of no report": (shown(report="r-0"), "evidence is from report r-0, which is not there"),
}

JUDGEMENTS: dict[str, tuple[Judgement, str]] = {
    "id": (replace(RATED, id="j-0"), "its id does not follow from what was decided"),
    "value": (replace(RATED, value="3"), "its id does not follow"),
    "claim": (replace(MARKED, claim=None), "its id does not follow"),
    "nobody": (replace(RATED, by=" "), "does not say whose it is"),
    "day": (replace(RATED, at="2031-06-01"), "'2031-06-01' is no instant in UTC"),
    "no calendar has": (replace(RATED, at="2031-02-30T00:00:00Z"), "is no instant"),
    "local time": (replace(RATED, at="2031-06-01T09:30:00+02:00"), "is no instant"),
    "no rating": (replace(RATED, value=None), "its rating is None"),
    "rating outside the code": (replace(RATED, value="7"), "its rating is '7'"),
    "two ratings": (replace(RATED, value="A1"), "its rating is 'A1'"),
}


def test_the_samples_break_nothing() -> None:
    claims, links, judgements = joined()
    assert [*claim_violations(claims[0], CONTEXT), *claim_violations(claims[1], CONTEXT)] == []
    assert [problem for each in links for problem in link_violations(each, CONTEXT)] == []
    assert [problem for each in judgements for problem in judgement_violations(each)] == []


@pytest.mark.parametrize("what", CLAIMS)
def test_each_broken_invariant_of_a_claim_is_told(what: str) -> None:
    broken, message = CLAIMS[what]
    told = [str(violation) for violation in claim_violations(broken, CONTEXT)]
    assert any(message in sentence for sentence in told), told
    assert all(sentence.startswith(f"{broken.id}: ") for sentence in told)


@pytest.mark.parametrize("what", LINKS)
def test_each_broken_invariant_of_a_link_is_told(what: str) -> None:
    broken, message = LINKS[what]
    told = [str(violation) for violation in link_violations(broken, CONTEXT)]
    assert any(message in sentence for sentence in told), told


@pytest.mark.parametrize("what", JUDGEMENTS)
def test_each_broken_invariant_of_a_judgement_is_told(what: str) -> None:
    broken, message = JUDGEMENTS[what]
    told = [str(violation) for violation in judgement_violations(broken)]
    assert any(message in sentence for sentence in told), told


HELD = (
    claim(READ, member(QUOTED, Stance.AFFIRMS)),
    claim(READ, member(DENIED, Stance.DENIES), member(DOUBTED, Stance.DENIES)),
    claim(READ, member(REPORTED, Stance.AFFIRMS), member(WHOLE, Stance.AFFIRMS)),
    claim(READ, member(THIRD, Stance.UNCERTAIN), origins=(), fewest_origins=0, most_origins=0),
    # Two who are not named may be one.
    claim(
        READ,
        member(REPORTED, Stance.AFFIRMS),
        member(WHOLE, Stance.AFFIRMS),
        fewest_origins=1,
        standing=Standing.REPEATED,
    ),
    # Words on both sides of others; the line end between them is not part of what they say.
    claim(
        READ,
        member(herald().statements[3], Stance.AFFIRMS, *(
            quote(herald().report, words) for words in ("No one was hurt", "the\nmayor, Óskar Dal")
        )),
        gist="No one was hurt,” the mayor, Óskar Dal",
        gist_at=Passage.of(
            herald().report.id,
            quote(herald().report, "No one was hurt,” the\nmayor, Óskar Dal"),
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize("held", HELD, ids=lambda held: held.gist)
def test_a_claim_may_stand_so(held: Claim) -> None:
    assert list(claim_violations(held, CONTEXT)) == []


@pytest.mark.parametrize("value", [*"ABCDEF123456"])
def test_sources_are_rated_by_letters_and_claims_by_numbers(value: str) -> None:
    target = "a-1" if value.isalpha() else STRIKE.id
    rated = judgement(target, JudgementKind.RATE, value)
    assert list(judgement_violations(rated)) == []


@pytest.mark.parametrize("value", [one.value for one in Mark])
def test_statements_are_held_against_claims_by_marks(value: str) -> None:
    rate = JudgementKind.RATE
    assert list(judgement_violations(judgement(THIRD.id, rate, value, claim=STRIKE.id))) == []
    [alone] = judgement_violations(judgement(THIRD.id, rate, value))
    assert f"its rating is '{value}'" in str(alone)


def test_marks_on_one_statement_against_two_claims_are_two() -> None:
    kind, value = JudgementKind.CORRECT, "silent"
    marks = {judgement(THIRD.id, kind, value, claim=each.id).id for each in (STRIKE, HURT)}
    assert len(marks | {judgement(THIRD.id, kind, value).id}) == 3

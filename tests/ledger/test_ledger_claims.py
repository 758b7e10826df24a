"""Claims, links and judgements found in the ledger by what is known of them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from sayso.ledger import ClaimQuery, JudgementQuery, Ledger, Linked, LinkQuery
from sayso.ledger.claims.selection import select_claims, select_judgements, select_links
from sayso.model import (
    About,
    Claim,
    EventType,
    JudgementKind,
    LedgerError,
    LedgerReadOnly,
    LinkKind,
    Reading,
    RecordError,
    RecordNotFound,
    Stance,
    Standing,
)
from tests.claim_samples import claim, joined, judgement, link, member
from tests.postgres import Somewhere, Where, on_sqlite
from tests.samples import (
    SEL,
    actor,
    authors_word,
    event,
    gazette,
    happened_at,
    herald,
    others_word,
    place,
    quote,
    reading_of,
    report,
)

TIMES = report("Dockers marched in Sel. They said Oslo was quiet.", published="2031-07-01")


def times() -> Reading:
    union = actor(TIMES, "Dockers", "They", name="Harbour Union")
    sel, oslo = place(TIMES, "Sel", **SEL), place(TIMES, "Oslo")
    first = authors_word(TIMES, "Dockers marched in Sel.")
    second = authors_word(TIMES, "They said Oslo was quiet.")
    said = others_word(TIMES, second, union, ("They", "said", "Oslo was quiet"))
    marched = event(TIMES, first, "marched", EventType.PROTEST, place=happened_at(sel))
    return reading_of(
        TIMES, first, second, said, events=(marched,), actors=(union,), places=(sel, oslo)
    )


READ = herald(), gazette(), times()
HERALD, GAZETTE, LATEST = (each.report.id for each in READ)
MARCH_SAID, _, QUIET_SAID = times().statements
WHOLE, DOUBTED = gazette().statements
STRIKE, HURT = joined()[0]
CONTRADICTED, CITED = joined()[1]
RATED, MARKED, ACCEPTED = joined()[2]
MARCH = claim(
    READ,
    member(MARCH_SAID, Stance.AFFIRMS, quote(TIMES, "Dockers marched")),
    member(WHOLE, Stance.AFFIRMS),
    about=About.EVENT,
)
QUIET = claim(READ, member(QUIET_SAID, Stance.DENIES), about=About.PRESENCE)
NAMES = {STRIKE.id: "strike", QUIET.id: "quiet", MARCH.id: "march", HURT.id: "hurt"}
REPRINTED = link(LinkKind.REPRINTS, LATEST, HERALD, CITED.evidence[0], score=0.9)
LINKS = {CONTRADICTED.id: "contradicted", CITED.id: "cited", REPRINTED.id: "reprinted"}


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Iterator[Ledger]:
    with somewhere() as place, Ledger(place) as ledger:
        for each in READ:
            ledger.add(each)
        found = (MARCH, HURT, STRIKE, QUIET), (CITED, REPRINTED, CONTRADICTED)
        ledger.link_index.write(Linked(version="1", claims=found[0], links=found[1]))
        for decided in (ACCEPTED, MARKED, RATED):
            ledger.add_judgement(decided)
        yield ledger


ALL = ["strike", "quiet", "march", "hurt"]

# Conditions → the claims that meet them, in order.
CLAIMS: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ALL),
    ({"standing": Standing.DISPUTED}, ["strike"]),
    ({"standing": [Standing.DENIED, Standing.DISPUTED]}, ["strike", "quiet"]),
    ({"standing": Standing.SINGLE_ORIGIN}, ["hurt"]),
    ({"standing": Standing.REPEATED}, []),
    ({"about": About.EVENT}, ["strike", "march"]),
    ({"about": [About.PRESENCE, About.WORDS]}, ["quiet", "hurt"]),
    ({"text": "strike"}, ["strike"]),
    ({"text": "STORY"}, ["strike", "march"]),  # the words of any member
    ({"text": "port doubt"}, ["march"]),
    ({"text": '"was quiet"'}, ["quiet"]),
    ({"text": '"quiet was"'}, []),
    ({"text": "hur*"}, ["hurt"]),
    ({"text": "sel"}, []),  # beside the words of the member
    ({"text": "-"}, []),
    ({"text": " "}, ALL),
    ({"actor": "the herald"}, ["strike"]),
    ({"actor": "port authority"}, ["strike", "march"]),
    ({"actor": "harbour union"}, ["quiet", "march"]),
    ({"actor": "dockers"}, ["quiet", "march"]),  # "They" is a mention of them
    ({"actor": "dal"}, ["hurt"]),
    ({"actor": "%"}, []),
    ({"actor": ""}, ALL),
    ({"place": "oslo"}, ["quiet"]),
    ({"place": "SEL"}, ["march"]),  # where it happened
    ({"country": "nor"}, ["march"]),
    ({"place": "oslo", "country": "NOR"}, []),
    ({"place": "_"}, []),
    ({"report": HERALD}, ["strike", "hurt"]),
    ({"report": GAZETTE[:9]}, ["strike", "march"]),
    ({"report": "%"}, []),
    ({"since": "2031-06"}, ["quiet", "march"]),
    ({"until": "2031-06"}, ["strike", "march", "hurt"]),
    ({"since": "2031-05", "until": "2031-05-06"}, ["strike", "march", "hurt"]),
    ({"since": "2032"}, []),
    ({"min_members": 2}, ["strike", "march"]),
    ({"min_members": 3}, ["strike"]),
    ({"min_members": 0}, ALL),
    ({"limit": 2}, ["strike", "quiet"]),
    ({"limit": 0}, []),
    ({"actor": "dockers", "standing": Standing.CORROBORATED, "limit": 1}, ["march"]),
]

LINKED: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["reprinted", "contradicted", "cited"]),
    ({"kind": LinkKind.CITES}, ["cited"]),
    ({"kind": [LinkKind.CITES, LinkKind.REPRINTS]}, ["reprinted", "cited"]),
    ({"kind": LinkKind.SAME_EVENT}, []),
    ({"record": HERALD}, ["reprinted", "cited"]),
    ({"record": CONTRADICTED.from_}, ["contradicted"]),
    ({"record": HERALD[:8]}, []),
    ({"report": HERALD[:8]}, ["reprinted", "contradicted", "cited"]),
    ({"report": GAZETTE}, ["cited"]),
    ({"report": "r-0000000"}, []),
    ({"min_score": 0.75}, ["reprinted", "contradicted"]),
    ({"limit": 1}, ["reprinted"]),
]

JUDGED = [
    ({}, [MARKED, RATED, ACCEPTED] if MARKED.id < RATED.id else [RATED, MARKED, ACCEPTED]),
    ({"target": STRIKE.id}, [RATED]),
    ({"target": "c-0"}, []),
    ({"claim": HURT.id}, [MARKED]),
    ({"by": "Ída", "kind": JudgementKind.ACCEPT}, [ACCEPTED]),
    ({"by": "ída"}, []),
    ({"kind": [JudgementKind.ACCEPT, JudgementKind.CORRECT]}, [ACCEPTED]),
    ({"limit": 0}, []),
]


@pytest.mark.parametrize(("conditions", "expected"), CLAIMS, ids=[str(q) for q, _ in CLAIMS])
def test_the_claims_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[str]
) -> None:
    query = ClaimQuery(**conditions)
    assert [NAMES[each.id] for each in ledger.claims(query)] == expected
    assert ledger.count(query) == len(expected)


@pytest.mark.parametrize(("conditions", "expected"), LINKED, ids=[str(q) for q, _ in LINKED])
def test_the_links_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[str]
) -> None:
    query = LinkQuery(**conditions)
    assert [LINKS[each.id] for each in ledger.links(query)] == expected
    assert ledger.count(query) == len(expected)


@pytest.mark.parametrize(("conditions", "expected"), JUDGED, ids=[str(q) for q, _ in JUDGED])
def test_the_judgements_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: list[Any]
) -> None:
    assert list(ledger.judgements(JudgementQuery(**conditions))) == expected


def test_claims_links_and_judgements_come_back_whole(ledger: Ledger) -> None:
    assert list(ledger.claims()) == [STRIKE, QUIET, MARCH, HURT]
    assert list(ledger.links()) == [REPRINTED, CONTRADICTED, CITED]


def test_the_more_contested_claims_come_first(where: Where) -> None:
    of = report(" ".join(f"w{number}" for number in range(12)))
    said = [authors_word(of, word) for word in of.text.split()]
    read = reading_of(of, *said)
    sides = [(1, 2), (1, 1), (3, 1), (0, 2), (0, 1), (4, 0), (1, 0)]
    made: list[Claim] = []
    for affirming, denying in sides:
        stances = [Stance.AFFIRMS] * affirming + [Stance.DENIES] * denying
        joining = [member(one, each) for one, each in zip(said[len(made) :], stances, strict=False)]
        made.append(claim((read,), *joining))
    with Ledger(where) as ledger:
        ledger.add(read)
        ledger.link_index.write(Linked(version="1", claims=made))
        found = [made.index(each) for each in ledger.claims()]
    assert [sides[place] for place in found] == [
        *((1, 2), (3, 1), (1, 1)),  # the weaker side, those who deny, the origins
        *((0, 2), (0, 1)),
        *((4, 0), (1, 0)),
    ]


def test_a_claim_and_a_statement_are_found_by_the_start_of_their_ids(ledger: Ledger) -> None:
    assert ledger.claim(STRIKE.id) == STRIKE
    assert ledger.claim(STRIKE.id[:9]) == STRIKE
    assert ledger.statement(DOUBTED.id[:9]) == DOUBTED
    with pytest.raises(RecordNotFound, match="no claim's id begins with 'c-%'"):
        ledger.claim("c-%")
    with pytest.raises(RecordNotFound, match="several statements' ids begin with 's-'"):
        ledger.statement("s-")


@on_sqlite
@pytest.mark.parametrize(
    ("selected", "step"),
    [
        (select_claims(ClaimQuery(limit=3)), "ix_claims_contested_id"),
        (
            select_claims(ClaimQuery(limit=3, standing=Standing.DENIED)),
            "ix_claims_standing_contested_id (standing=?)",
        ),
        (select_links(LinkQuery(limit=3)), "ix_links_score_id"),
        (select_links(LinkQuery(limit=3, kind=LinkKind.CITES)), "ix_links_kind_score_id (kind=?)"),
        (select_links(LinkQuery(record="r-1")), "ix_links_from (from=?)"),
        (select_judgements(JudgementQuery(target="c-1")), "ix_judgements_target_at (target=?)"),
        (select_judgements(JudgementQuery(claim="c-1")), "ix_judgements_claim_at (claim=?)"),
    ],
)
def test_an_index_leads_to_what_is_asked_for(ledger: Ledger, selected: Any, step: str) -> None:
    told = selected.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
    with ledger.snapshot() as connection:
        plan = [each[3] for each in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]
    assert any(step in each for each in plan), plan


@pytest.mark.parametrize("query", [ClaimQuery, LinkQuery, JudgementQuery])
def test_a_limit_below_nothing_is_refused(query: Any) -> None:
    with pytest.raises(LedgerError, match="the limit is -1"):
        query(limit=-1)


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(LedgerError, match="'yesterday' is no date"):
        ClaimQuery(since="yesterday")


HARD = st.text(
    st.sampled_from("ab\"*^:-+(){}\\'%_ \n") | st.characters(codec="utf-8", exclude_characters="\0")
)


@given(HARD)
def test_nothing_typed_is_an_error(ledger: Ledger, typed: str) -> None:
    words: dict[str, Any] = dict.fromkeys(("text", "actor", "place", "country", "report"), typed)
    list(ledger.claims(ClaimQuery(**words)))
    list(ledger.links(LinkQuery(record=typed, report=typed)))
    list(ledger.judgements(JudgementQuery(target=typed, claim=typed, by=typed)))


def test_a_judgement_is_kept_once_and_for_good(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    with Ledger(path) as ledger:
        assert ledger.add_judgement(RATED)  # whatever it is about need not be there
        assert not ledger.add_judgement(RATED)
        assert ledger.add_judgement(judgement(STRIKE.id, JudgementKind.RATE, "5"))
        ledger.link_index.clear()
        assert len(list(ledger.judgements())) == 2
    for change in ("UPDATE judgements SET note = 'none'", "DELETE FROM judgements"):
        with (
            closing(sqlite3.connect(path)) as connection,
            pytest.raises(sqlite3.IntegrityError, match="judgements are only added"),
        ):
            connection.execute(change)


def test_a_judgement_that_breaks_an_invariant_is_refused(where: Where) -> None:
    with Ledger(where) as ledger:
        with pytest.raises(RecordError, match="j-0: its id does not follow"):
            ledger.add_judgement(replace(RATED, id="j-0"))
        assert list(ledger.judgements()) == []


def test_what_is_opened_for_reading_takes_no_judgement_and_no_link(tmp_path: Path) -> None:
    path = tmp_path / "sayso.db"
    Ledger(path).close()
    with Ledger(path, mode="read") as ledger:
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.add_judgement(RATED)
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.link_index.write(Linked(version="1"))
        with pytest.raises(LedgerReadOnly, match="opened for reading only"):
            ledger.link_index.clear()

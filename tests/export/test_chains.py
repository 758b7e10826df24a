"""Who has it from whom, across reports."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.export.claims import Chains, Readings
from sayso.ledger import Ledger, Linked
from sayso.model import Link, LinkKind, Passage, Report, Statement
from tests import ferry
from tests.claim_samples import link
from tests.samples import authors_word, quote, reading_of, report


def publisher(of: Report) -> tuple[str, ...]:
    """Who published a report; it credits the agency that its title names."""
    return tuple(filter(None, (of.publisher, "NPA" if of.title == "By NPA" else None)))


def told(ledger: Ledger, statement: Statement) -> str:
    chain = Chains(Readings(ledger), publisher).of(statement)
    return " ← ".join(
        f"{voice.name} {voice.report.published}" if voice.report else voice.name for voice in chain
    )


@pytest.mark.parametrize(
    ("where", "words", "chain"),
    [
        (ferry.PRESS, "the ferry sank", "Northern Press 2031-05-01 ← A clerk"),
        (
            ferry.DAILY,
            "the ferry sank",
            "Sel Daily 2031-05-02 ← Northern Press 2031-05-01 ← A clerk",
        ),
        (ferry.DAILY, "Nine", "Sel Daily 2031-05-02"),
        (
            ferry.POST,
            "the ferry sank",
            "Harbour Post 2031-05-03 ← Northern Press 2031-05-01 ← A clerk",
        ),
        (ferry.EVENING, "the loss", "evening.txt None ← Oda Berg"),
    ],
)
def test_the_chain_leads_from_the_outlet_to_the_deepest_source(
    tmp_path: Path, where: int, words: str, chain: str
) -> None:
    with Ledger(tmp_path / "ferry.db") as ledger:
        ferry.write(ledger)
        assert told(ledger, ferry.said(where, words)) == chain


@pytest.mark.parametrize(
    ("where", "words", "who"),
    [
        (ferry.POST, "the ferry sank", "somebody at the port"),
        (ferry.DAILY, "Nine", "Sel Daily"),
        (ferry.EVENING, "Oda Berg", "the author"),
    ],
)
def test_who_says_it_is_told_by_name(tmp_path: Path, where: int, words: str, who: str) -> None:
    with Ledger(tmp_path / "ferry.db") as ledger:
        ferry.write(ledger)
        said = next(
            one
            for one in ferry.readings()[where].statements
            if words in one.span.text and (one.depth == 0) is (where != ferry.POST)
        )
        said = ferry.said(ferry.POST, words) if where == ferry.POST else said
        assert Chains(Readings(ledger), publisher).who(said) == who


def chain_with(folder: Path, statement: Statement, *links: Link) -> str:
    with Ledger(folder / "ferry.db") as ledger:
        for each in ferry.readings():
            ledger.add(each)
        ledger.link_index.write(Linked(version="1", links=links))
        return told(ledger, statement)


def passages(*where: int) -> list[Passage]:
    return [
        Passage.of(of.id, quote(of, "ferry"))
        for of in (ferry.readings()[each].report for each in where)
    ]


def cites(from_: str, to: str) -> Link:
    return link(LinkKind.CITES, from_, to, *passages(ferry.POST, ferry.PRESS))


POST = ferry.said(ferry.POST, "the ferry sank")
PRESS = ferry.said(ferry.PRESS, "the ferry sank")


def test_without_a_link_it_ends_in_its_own_report(tmp_path: Path) -> None:
    assert chain_with(tmp_path, POST) == (
        "Harbour Post 2031-05-03 ← The Northern Press ← somebody at the port"
    )


def test_what_a_report_tells_not_who_said_it_ends_with_the_own_source(tmp_path: Path) -> None:
    to_report = cites(POST.id, PRESS.report)
    assert chain_with(tmp_path, POST, to_report) == (
        "Harbour Post 2031-05-03 ← Northern Press 2031-05-01 ← somebody at the port"
    )


def test_in_a_report_cited_whole_it_goes_on_with_who_says_the_same_there(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ferry.db") as ledger:
        for each in ferry.readings():
            ledger.add(each)
        to_report = cites(POST.id, PRESS.report)
        ledger.link_index.write(Linked(version="1", links=(to_report,)))
        chains = Chains(Readings(ledger), publisher)
        above = ferry.readings()[ferry.PRESS].statements[0]
        for alike in ((PRESS,), (above, PRESS), (PRESS, POST, DAILY, above)):
            assert [voice.name for voice in chains.of(POST, alike)] == [
                "Harbour Post",
                "Northern Press",
                "A clerk",
            ]


def test_a_citation_above_holds_for_what_stands_in_it(tmp_path: Path) -> None:
    assert POST.parent
    assert chain_with(tmp_path, POST, cites(POST.parent, PRESS.id)) == (
        "Harbour Post 2031-05-03 ← Northern Press 2031-05-01 ← A clerk"
    )


def test_reports_that_cite_each_other_come_to_an_end(tmp_path: Path) -> None:
    there, back = cites(POST.id, PRESS.id), cites(PRESS.id, POST.id)
    assert chain_with(tmp_path, POST, there, back) == (
        "Harbour Post 2031-05-03 ← Northern Press 2031-05-01 ← A clerk"
    )


def reprint(*words: tuple[int, str]) -> Link:
    (new, ours), (old, theirs) = words
    of, before = (ferry.readings()[each].report for each in (new, old))
    shown = Passage.of(of.id, quote(of, ours)), Passage.of(before.id, quote(before, theirs))
    return link(LinkKind.REPRINTS, of.id, before.id, *shown)


DAILY = ferry.said(ferry.DAILY, "the ferry sank")


@pytest.mark.parametrize(
    ("words", "chain"),
    [
        ("the ferry", "Sel Daily 2031-05-02 ← Northern Press 2031-05-01 ← A clerk"),
        ("Nine drowned", "Sel Daily 2031-05-02 ← A clerk"),
    ],
)
def test_only_the_words_that_were_printed_before_lead_on(
    tmp_path: Path, words: str, chain: str
) -> None:
    taken = reprint((ferry.DAILY, words), (ferry.PRESS, "ferry sank on Monday"))
    assert chain_with(tmp_path, DAILY, taken) == chain


def test_words_that_nobody_said_there_keep_their_own_source(tmp_path: Path) -> None:
    taken = reprint((ferry.DAILY, "the ferry"), (ferry.EVENING, "the ferry"))
    assert chain_with(tmp_path, DAILY, taken) == (
        "Sel Daily 2031-05-02 ← evening.txt None ← A clerk"
    )


def test_of_reports_with_the_same_words_the_earliest_is_where_they_come_from(
    tmp_path: Path,
) -> None:
    links = [
        replace(reprint((ferry.DAILY, "ferry"), (where, "ferry")), score=score)
        for where, score in ((ferry.EVENING, 0.9), (ferry.PRESS, 0.4), (ferry.POST, 0.6))
    ]
    assert chain_with(tmp_path, DAILY, *links).startswith("Sel Daily 2031-05-02 ← Northern Press")


def test_the_surest_citation_is_followed(tmp_path: Path) -> None:
    to_report, to_statement = cites(POST.id, PRESS.report), cites(POST.id, PRESS.id)
    surest = replace(to_statement, score=0.9)
    assert chain_with(tmp_path, POST, to_report, surest).endswith("← A clerk")


def test_an_outlet_that_cites_itself_stands_twice_with_its_two_reports(tmp_path: Path) -> None:
    six, nine = ferry.said(ferry.LATER, "Six"), ferry.said(ferry.DAILY, "Nine")
    assert chain_with(tmp_path, six, cites(six.id, nine.id)) == (
        "Sel Daily 2031-05-04 ← Sel Daily 2031-05-02"
    )


def test_a_chain_goes_through_a_bounded_number_of_reports(tmp_path: Path) -> None:
    read = []
    for number in range(100):
        of = report(f"Day {number}.", publisher=f"P{number}", published=f"2031-{number:02}")
        read.append(reading_of(of, authors_word(of, of.text)))
    shown = [Passage.of(each.report.id, quote(each.report, "Day")) for each in read]
    links = [
        link(LinkKind.CITES, a.statements[0].id, b.statements[0].id, *shown[:2])
        for a, b in pairwise(read)
    ]
    with Ledger(tmp_path / "days.db") as ledger:
        for each in read:
            ledger.add(each)
        ledger.link_index.write(Linked(version="1", links=tuple(links)))
        chain = Chains(Readings(ledger), publisher).of(read[0].statements[0])
    assert [voice.name for voice in chain] == [f"P{number}" for number in range(20)]


@pytest.mark.parametrize(
    ("known", "chain"),
    [
        ({"publisher": "Sel Daily", "title": "By NPA"}, "Sel Daily None ← NPA"),
        ({"title": "By NPA"}, "NPA None"),
        ({"uri": "file:///a/b.txt"}, "b.txt None"),
    ],
)
def test_an_agency_that_is_credited_stands_in_the_chain(
    tmp_path: Path, known: dict[str, str], chain: str
) -> None:
    of = report("It froze.", **known)
    froze = authors_word(of, of.text)
    with Ledger(tmp_path / "frost.db") as ledger:
        ledger.add(reading_of(of, froze))
        assert told(ledger, froze) == chain

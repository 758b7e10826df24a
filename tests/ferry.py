"""Five reports of a ferry that sank: one printed again, one cited, one denied, one corrected."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.ledger import Ledger, Linked
from sayso.model import (
    Act,
    ActorKind,
    Claim,
    Clash,
    Link,
    LinkKind,
    Passage,
    Reading,
    Report,
    Source,
    SourceKind,
    Stance,
    Statement,
)
from tests.claim_samples import claim, link, member, origin
from tests.samples import actor, authors_word, others_word, quote, reading_of, report

PRESS, DAILY, POST, EVENING, LATER = range(5)
SANK, NINE, SIX = range(3)


@cache
def readings() -> tuple[Reading, ...]:
    """The reports, in the order of their names above."""
    return press(), daily(), post(), evening(), later()


def press() -> Reading:
    """Where it was first told."""
    of = report(
        "A clerk said the ferry sank on Monday.",
        title="Ferry lost",
        publisher="Northern Press",
        published="2031-05-01",
    )
    clerk = actor(of, "A clerk")
    own = authors_word(of, of.text)
    said = others_word(of, own, clerk, ("A clerk", "said", "the ferry sank on Monday"))
    return reading_of(of, own, said, actors=(clerk,))


def daily() -> Reading:
    """The same sentence printed again, and a number."""
    of = report(
        "Nine drowned. A clerk said the ferry sank on Monday.",
        title="Ferry lost off Sel",
        publisher="Sel Daily",
        published="2031-05-02",
    )
    clerk = actor(of, "A clerk")
    nine = authors_word(of, "Nine drowned.")
    own = authors_word(of, "A clerk said the ferry sank on Monday.")
    said = others_word(of, own, clerk, ("A clerk", "said", "the ferry sank on Monday"))
    return reading_of(of, nine, own, said, actors=(clerk,))


def post() -> Reading:
    """The word of the clerk, by way of the Northern Press."""
    of = report(
        "The Northern Press wrote that somebody at the port had said the ferry sank.",
        publisher="Harbour Post",
        published="2031-05-03",
    )
    paper = actor(of, "The Northern Press", kind=ActorKind.MEDIA)
    port = actor(of, "somebody at the port")
    own = authors_word(of, of.text)
    wrote = others_word(
        of,
        own,
        paper,
        ("The Northern Press", "wrote", "somebody at the port had said the ferry sank"),
    )
    said = others_word(
        of,
        wrote,
        port,
        ("somebody at the port", "had said", "the ferry sank"),
        source=Source(
            spans=(quote(of, "somebody at the port"),), kind=SourceKind.DESCRIBED, actor=port.id
        ),
    )
    return reading_of(of, own, wrote, said, actors=(paper, port))


def evening() -> Reading:
    """A denial, a doubt, and no comment; no publisher and no day are known."""
    of = report(
        "Oda Berg denied the loss of the ferry. The harbour master doubted it. Dock One declined"
        " to comment.",
        uri="file:///reports/evening.txt",
    )
    berg, master, dock = (
        actor(of, each) for each in ("Oda Berg", "The harbour master", "Dock One")
    )
    first = authors_word(of, "Oda Berg denied the loss of the ferry.")
    denied = others_word(
        of,
        first,
        berg,
        ("Oda Berg", "denied", "the loss of the ferry"),
        act=Act.DENY,
        stance=Stance.DENIES,
    )
    second = authors_word(of, "The harbour master doubted it.")
    doubted = others_word(
        of,
        second,
        master,
        ("The harbour master", "doubted", "it"),
        act=Act.DOUBT,
        stance=Stance.UNCERTAIN,
    )
    third = authors_word(of, "Dock One declined to comment.")
    declined = others_word(
        of,
        third,
        dock,
        ("Dock One", "declined", "to comment"),
        act=Act.DECLINE,
        stance=Stance.NONE,
    )
    said = (first, denied, second, doubted, third, declined)
    return reading_of(of, *said, actors=(berg, master, dock))


def later() -> Reading:
    """The number corrected."""
    of = report("Six drowned, not nine.", publisher="Sel Daily", published="2031-05-04")
    return reading_of(of, authors_word(of, of.text))


def said(report: int, words: str) -> Statement:
    """The innermost statement of a report that says `words`."""
    found = (
        one
        for one in readings()[report].statements
        if any(words in span.text for span in one.content)
    )
    return max(found, key=lambda one: one.depth)


def claims() -> tuple[Claim, Claim, Claim]:
    """That the ferry sank, that nine drowned, and that six did."""
    told = [said(where, "the ferry sank") for where in (PRESS, DAILY, POST)]
    sank = claim(
        readings(),
        *(member(one, Stance.AFFIRMS, quote(_text(one), "the ferry sank")) for one in told),
        member(said(EVENING, "the loss"), Stance.DENIES),
        member(said(EVENING, "it"), Stance.UNCERTAIN),
    )
    first = origin(sank.id, *sorted(one.id for one in told), why="all have it from the clerk")
    sank = claim(readings(), *sank.members, origins=(first,), fewest_origins=1, most_origins=1)
    nine = claim(readings(), member(said(DAILY, "Nine"), Stance.AFFIRMS))
    six = claim(readings(), member(said(LATER, "Six"), Stance.AFFIRMS))
    return sank, nine, six


def links() -> tuple[Link, ...]:
    """Who printed it again, who cites it, who denies it and what was corrected."""
    sentence = "A clerk said the ferry sank on Monday."
    again = [_passage(where, sentence) for where in (DAILY, PRESS)]
    cited = [_passage(where, "the ferry sank") for where in (POST, PRESS)]
    denied = _passage(EVENING, "the loss of the ferry"), _passage(PRESS, "the ferry sank")
    corrected = _passage(LATER, "Six drowned"), _passage(DAILY, "Nine drowned")
    ids = [each.report.id for each in readings()]
    told = [said(where, "the ferry sank").id for where in (PRESS, DAILY, POST)]
    return (
        link(LinkKind.REPRINTS, ids[DAILY], ids[PRESS], *again),
        link(LinkKind.CITES, told[2], told[0], *cited),
        link(
            LinkKind.CONTRADICTS,
            said(EVENING, "the loss").id,
            told[0],
            *denied,
            clash=Clash.DENIAL,
            reason="Oda Berg denies what a clerk says",
        ),
        link(
            LinkKind.CONTRADICTS,
            said(LATER, "Six").id,
            said(DAILY, "Nine").id,
            *corrected,
            clash=Clash.CORRECTION,
            reason="the Sel Daily later gives six in place of nine",
        ),
    )


def write(ledger: Ledger, *, order: tuple[int, ...] = (PRESS, DAILY, POST, EVENING, LATER)) -> None:
    """Record it all, the reports in this order."""
    for each in order:
        ledger.add(readings()[each])
    ids = tuple(each.report.id for each in readings())
    ledger.link_index.write(Linked(version="1", reports=ids, claims=claims(), links=links()))


@cache
def file() -> bytes:
    """A ledger of it all, as its file stands on the disk."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "ferry.db")
        with Ledger(path) as ledger:
            write(ledger)
        return path.read_bytes()


def _text(of: Statement) -> Report:
    return next(each.report for each in readings() if each.report.id == of.report)


def _passage(where: int, words: str) -> Passage:
    of = readings()[where].report
    return Passage.of(of.id, quote(of, words))

"""A report of who shot at whom, and who denies it, in a ledger with the two sample reports."""

from __future__ import annotations

from pathlib import Path

from sayso.ledger import Ledger, Linked
from sayso.model import (
    About,
    Act,
    ActorKind,
    Claim,
    Clash,
    Counted,
    EventType,
    Link,
    LinkKind,
    Passage,
    PublishedFrom,
    Quantity,
    Reading,
    RelationKind,
    Stance,
    Status,
    TimePrecision,
)
from tests.claim_samples import claim, joined, link, member
from tests.samples import (
    SEL,
    actor,
    authors_word,
    event,
    gazette,
    happened_at,
    happened_on,
    herald,
    others_word,
    party,
    place,
    quote,
    reading_of,
    refused,
    relation,
    report,
    time,
)

TITLE = "=HYPERLINK(\"https://example.org\") \x0c<quay> & 'all'"
"""What a spreadsheet would run, and what XML cannot hold."""
SHOOTING = "Police shot at dockers in Sel on 5 May and killed at least three"
_TEXT = (
    f"{SHOOTING}, the Dock Union said. Ana Roth denied that police fired at dockers."
    " The Herald fears a strike in June."
)


def quay() -> Reading:
    """The union has it that police killed dockers; their officer denies it; a strike may come."""
    of = report(
        _TEXT,
        uri="https://example.org/quay?id=1&page=2",
        title=TITLE,
        published="2031-05-07",
        published_from=PublishedFrom.METADATA,
    )
    police = actor(
        of, "Police", "police", kind=ActorKind.SECURITY_FORCES, country="NOR", roles=("COP",)
    )
    dockers = actor(of, "dockers", kind=ActorKind.PUBLIC, roles=("LAB",))
    union = actor(of, "the Dock Union", kind=ActorKind.ORGANISATION, roles=("LAB",))
    roth = actor(of, "Ana Roth", kind=ActorKind.PERSON, country="NOR")
    paper = actor(of, "The Herald", name="Herald", kind=ActorKind.MEDIA, country="ISL")
    first, second, third = (
        authors_word(of, f"{words}.") for words in _TEXT.removesuffix(".").split(". ")
    )
    said = others_word(of, first, union, ("the Dock Union", "said", SHOOTING))
    denied = others_word(
        of,
        second,
        roth,
        ("Ana Roth", "denied", "that police fired at dockers"),
        act=Act.DENY,
        stance=Stance.DENIES,
    )
    sel = place(of, "Sel", **SEL)
    day = time(of, "5 May", value="2031-05-05", precision=TimePrecision.DAY)
    june = time(of, "June", value="2031-06", precision=TimePrecision.MONTH)
    toll = Quantity(span=quote(of, "at least three"), of=Counted.KILLED, low=3, high=None)
    sides = {
        "actors": (party(of, "Police", police),),
        "recipients": (party(of, "dockers", dockers),),
        "mode": "firearms",
    }
    shot = event(
        of,
        said,
        "shot",
        EventType.ASSAULT,
        place=happened_at(sel),
        time=happened_on(day),
        quantities=(toll,),
        score=0.9,
        **sides,
    )
    fired = event(of, denied, "fired", EventType.ASSAULT, status=Status.NEGATED, **sides)
    strike = event(
        of,
        third,
        "strike",
        EventType.PROTEST,
        mode="strike",
        time=happened_on(june),
        status=Status.HYPOTHETICAL,
    )
    speaks_for = relation(
        second, (roth, RelationKind.SPEAKS_FOR, police), quote(of, "Ana Roth"), score=0.75
    )
    return reading_of(
        of,
        *(first, said, second, denied, third),
        events=(shot, fired, strike),
        relations=(speaks_for,),
        actors=(police, dockers, union, roth, paper),
        places=(sel,),
        times=(day, june),
    )


def disputed() -> tuple[Claim, Link]:
    """The claim that police shot at dockers, and that one denies what the other says."""
    read = quay()
    _, said, _, denied, _ = read.statements
    shot = quote(read.report, "Police shot at dockers")
    made = claim(
        (read,),
        member(said, Stance.AFFIRMS, shot),
        member(denied, Stance.DENIES),
        about=About.EVENT,
    )
    words = (Passage.of(read.report.id, span) for span in (denied.content[0], shot))
    clash = link(LinkKind.CONTRADICTS, denied.id, said.id, *words, clash=Clash.DENIAL, score=0.75)
    return made, clash


def fill(ledger: Ledger, *, backwards: bool = False) -> Ledger:
    """`ledger`, with all of the samples in it, recorded in one order or the other."""
    read = [herald(), gazette(), quay()]
    for each in reversed(read) if backwards else read:
        ledger.add(each)
    ledger.add_reject(refused())
    claims, links, judgements = joined()
    made, clash = disputed()
    ledger.link_index.write(Linked(version="1", claims=(*claims, made), links=(*links, clash)))
    for judgement in judgements:
        ledger.add_judgement(judgement)
    return ledger


def sample_ledger(path: Path) -> Path:
    """The path of a new ledger with all of the samples."""
    with Ledger(path) as ledger:
        fill(ledger)
    return path

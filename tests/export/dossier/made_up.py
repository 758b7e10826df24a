"""Four reports on a blast, read by hand, and what links them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.ledger import Ledger, Linked
from sayso.model import (
    About,
    Act,
    ActorKind,
    Clash,
    Counted,
    EventType,
    LinkKind,
    Member,
    Passage,
    Quantity,
    Reading,
    Report,
    Stance,
    Standing,
    Statement,
    TimePrecision,
)
from tests.claim_samples import claim, link, member, origin
from tests.samples import (
    SEL,
    actor,
    authors_word,
    event,
    happened_at,
    happened_on,
    others_word,
    party,
    place,
    quote,
    reading_of,
    report,
    time,
)

POST = (
    "At least 15 people died in Sel on Monday, according to the police. The police said the Front"
    " bombed the quay. <script>alert('x')</script> & more *news* | [here](http://evil.example/)"
)
ECHO = "From Sel. The police said the Front bombed the quay."
GAZETTE = "The Front denied that it bombed the quay. The hospital said 12 people died."
LATER = "The police now say that 12 people died. Ships were not hit, the mayor said."


@dataclass(frozen=True)
class MadeUp:
    """The readings, by publication, and what is linked."""

    readings: tuple[Reading, ...]
    linked: Linked


def published(text: str, publisher: str, day: str, **known: Any) -> Report:
    return report(text, publisher=publisher, title=f"{publisher} of {day}", published=day, **known)


def killed(of: Report, words: str, low: int, high: int | None) -> tuple[Quantity, ...]:
    return (Quantity(span=quote(of, words), of=Counted.KILLED, low=low, high=high),)


def post() -> Reading:
    of = published(POST, "Harbour Post", "2031-05-06", uri="https://post.example/blast")
    police = actor(of, "the police", "The police", kind=ActorKind.SECURITY_FORCES)
    front = actor(of, "the Front", kind=ActorKind.ARMED_GROUP)
    first = authors_word(of, "At least 15 people died in Sel on Monday, according to the police.")
    second = authors_word(of, "The police said the Front bombed the quay.")
    third = authors_word(of, POST[POST.index("<script>") :])
    toll = others_word(
        of,
        first,
        police,
        ("the police", "according to", "At least 15 people died in Sel on Monday"),
        quantities=killed(of, "At least 15", 15, None),
    )
    charge = others_word(
        of, second, police, ("The police", "said", "the Front bombed the quay"), act=Act.ACCUSE
    )
    sel = place(of, "Sel", **SEL)
    monday = time(of, "Monday", value="2031-05-05", precision=TimePrecision.DAY)
    deaths = event(
        of,
        toll,
        "died",
        EventType.ASSAULT,
        place=happened_at(sel),
        time=happened_on(monday),
        quantities=toll.quantities,
    )
    bombing = event(
        of,
        charge,
        "bombed",
        EventType.ASSAULT,
        mode="explosives",
        actors=(party(of, "the Front", front),),
        recipients=(party(of, "the quay"),),
    )
    return reading_of(
        of,
        *(first, toll, second, charge, third),
        actors=(police, front),
        events=(deaths, bombing),
        places=(sel,),
        times=(monday,),
    )


def echo() -> Reading:
    of = published(ECHO, "Echo", "2031-05-06")
    police = actor(of, "The police", name="the police")
    front = actor(of, "the Front")
    whole = authors_word(of, "The police said the Front bombed the quay.")
    charge = others_word(
        of, whole, police, ("The police", "said", "the Front bombed the quay"), act=Act.ACCUSE
    )
    sel = place(of, "Sel", **SEL)
    opening = authors_word(of, "From Sel.")
    return reading_of(of, opening, whole, charge, actors=(police, front), places=(sel,))


def gazette() -> Reading:
    of = published(GAZETTE, "Gazette", "2031-05-07")
    front = actor(of, "The Front", name="the Front")
    hospital = actor(of, "The hospital")
    first = authors_word(of, "The Front denied that it bombed the quay.")
    second = authors_word(of, "The hospital said 12 people died.")
    denied = others_word(
        of,
        first,
        front,
        ("The Front", "denied", "that it bombed the quay"),
        act=Act.DENY,
        stance=Stance.DENIES,
    )
    toll = others_word(
        of,
        second,
        hospital,
        ("The hospital", "said", "12 people died"),
        quantities=killed(of, "12", 12, 12),
    )
    return reading_of(of, first, denied, second, toll, actors=(front, hospital))


def later() -> Reading:
    of = published(LATER, "Harbour Post", "2031-05-08")
    police = actor(of, "The police", name="the police")
    mayor = actor(of, "the mayor")
    first = authors_word(of, "The police now say that 12 people died.")
    second = authors_word(of, "Ships were not hit, the mayor said.")
    toll = others_word(
        of,
        first,
        police,
        ("The police", "say", "12 people died"),
        quantities=killed(of, "12", 12, 12),
    )
    unhurt = others_word(
        of, second, mayor, ("the mayor", "said", "Ships were not hit"), stance=Stance.DENIES
    )
    return reading_of(of, first, toll, second, unhurt, actors=(police, mayor))


def _said(read: Reading, words: str) -> Statement:
    """What somebody else than the author says with `words`."""
    return next(
        one
        for one in read.statements
        if one.depth and any(words in span.text for span in one.content)
    )


def _shown(read: Reading, words: str) -> Passage:
    return Passage.of(read.report.id, quote(read.report, words))


def made_up() -> MadeUp:
    first, copy, other, last = read = (post(), echo(), gazette(), later())
    charge, again = _said(first, "bombed"), _said(copy, "bombed")
    denied, unhurt = _said(other, "bombed"), _said(last, "Ships")
    fifteen, twelve, corrected = _said(first, "15"), _said(other, "12"), _said(last, "12")
    bombed = claim(
        read,
        member(charge, Stance.AFFIRMS),
        member(again, Stance.AFFIRMS),
        member(denied, Stance.DENIES),
        about=About.EVENT,
    )
    bombed = replace(
        bombed,
        origins=(origin(bombed.id, charge.id, again.id, why="Echo prints what the Post printed"),),
        fewest_origins=1,
        most_origins=1,
    )
    naming = [_naming_sel(each) for each in (first, copy)]
    sel = claim(read, *naming)
    sel = replace(
        sel,
        origins=(origin(sel.id, *(one.statement for one in naming), why="one took it over"),),
        fewest_origins=1,
        most_origins=1,
        standing=Standing.REPEATED,
    )
    dead = claim(
        read, member(twelve, Stance.AFFIRMS), member(corrected, Stance.AFFIRMS), about=About.EVENT
    )
    hit = claim(read, member(unhurt, Stance.DENIES))
    links = (
        link(
            LinkKind.CONTRADICTS,
            denied.id,
            charge.id,
            _shown(other, "it bombed"),
            _shown(first, "the Front bombed"),
            clash=Clash.DENIAL,
        ),
        link(
            LinkKind.CONTRADICTS,
            twelve.id,
            fifteen.id,
            _shown(other, "12"),
            _shown(first, "At least 15"),
            clash=Clash.NUMBER,
            reason="the police count at least 15, the hospital 12",
        ),
        link(
            LinkKind.CONTRADICTS,
            corrected.id,
            fifteen.id,
            _shown(last, "12"),
            _shown(first, "At least 15"),
            clash=Clash.CORRECTION,
            reason="the police later give 12 in place of at least 15",
        ),
        link(
            LinkKind.CONTRADICTS,
            unhurt.id,
            fifteen.id,
            _shown(last, "Ships"),
            _shown(first, "in Sel"),
            clash=Clash.PLACE,
            reason="at sea for the mayor, in Sel for the police",
        ),
    )
    return MadeUp(read, Linked(version="1", claims=(bombed, sel, dead, hit), links=links))


def _naming_sel(read: Reading) -> Member:
    told = next(one for one in read.statements if "Sel" in one.content[0].text)
    return member(told, Stance.AFFIRMS, quote(read.report, "Sel"))


def fill(ledger: Ledger, of: MadeUp, order: Sequence[int] = range(4)) -> None:
    """Record `of` in a ledger, the readings, the claims and the links in this order."""
    for number in order:
        ledger.add(of.readings[number])
    linked = of.linked
    claims = tuple(linked.claims[number] for number in order if number < len(linked.claims))
    links = tuple(linked.links[number] for number in order if number < len(linked.links))
    reports = tuple(each.report.id for each in of.readings)
    ledger.link_index.write(replace(linked, reports=reports, claims=claims, links=links))

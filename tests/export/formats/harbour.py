"""A report with all that other formats stumble over, in a ledger with the two sample reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from sayso.ledger import Ledger
from sayso.model import (
    Act,
    ActorKind,
    Counted,
    EventType,
    PublishedFrom,
    Quantity,
    Quote,
    Reading,
    RelationKind,
    Span,
    Stance,
    Statement,
    Status,
    TimePrecision,
    cover,
)
from sayso.model.ids import statement_id
from tests.claim_samples import write_joined
from tests.samples import (
    actor,
    authors_word,
    event,
    gazette,
    happened_on,
    herald,
    others_word,
    party,
    quote,
    reading_of,
    refused,
    relation,
    report,
    time,
)

GOLDEN = Path(__file__).parent / "golden"

TITLE = r'Talks {fail}: 50% & $5 #1_a~b^c \ "end"'
AUTHORS = ("Ek, Jo", "Smith and Sons", "Zoë #1_{x}")
ADDRESS = "https://example.org/a b/{x}?q=%20&p=1"
ENCODED = "https://example.org/a%20b/%7Bx%7D?q=%20&p=1"
"""The address, with what may not stand in one percent-encoded."""
_TEXT = (
    "Talks failed 🚢 last week; 3 were hurt.\r\n\r\n"
    "“We\u2028never\tmet,” Ulla & Sons said. "
    "Ulla denied that\nthe Front leads the Guild, or ever met. "
    "A clerk said, and Jo Ek confirmed, that ships left.\n \n"
    "The Guild’s Ann Moe claims the crew, of which Jo Ek is one, obeys it."
)
NEVER_MET = "“We\u2028never\tmet,”"
BOTH_SAID = "that ships left"


def harbour() -> Reading:
    """Talks of a guild: words over several lines and in pieces, ties that hold and one denied."""
    of = report(
        _TEXT,
        media_type="text/html",
        uri=ADDRESS,
        retrieved="2031-06-01T08:00:00Z",
        title=TITLE,
        publisher="Guild & Gazette",
        authors=AUTHORS,
        language="en-GB",
        published="2031-05-08T23:30+02:00",
        published_from=PublishedFrom.METADATA,
        updated="2031-05-10",
        canonical_url="https://example.org/canonical",
        credits=("Coast Agency",),
    )
    ulla = actor(of, "Ulla & Sons", "Ulla", kind=ActorKind.ORGANISATION, roles=("BUS",))
    front = actor(of, "the Front", kind=ActorKind.ARMED_GROUP, country="XKX", roles=("REB",))
    guild = actor(of, "the Guild", "The Guild", kind=ActorKind.OTHER)
    clerk = actor(of, "A clerk", kind=ActorKind.PERSON)
    jo = actor(of, "Jo Ek", kind=ActorKind.PERSON, country="GBR")
    ann = actor(of, "Ann Moe", kind=ActorKind.PERSON)
    crew = actor(of, "the crew", kind=ActorKind.PUBLIC)
    talks, never, no_leader, left, obeys = (
        authors_word(of, words)
        for words in (
            "Talks failed 🚢 last week; 3 were hurt.",
            f"{NEVER_MET} Ulla & Sons said.",
            "Ulla denied that\nthe Front leads the Guild, or ever met.",
            "A clerk said, and Jo Ek confirmed, that ships left.",
            "The Guild’s Ann Moe claims the crew, of which Jo Ek is one, obeys it.",
        )
    )
    unmet = others_word(
        of, never, ulla, ("Ulla & Sons", "said", NEVER_MET), quote=Quote.DIRECT, score=0.125
    )
    denied = _in_pieces(
        others_word(
            of,
            no_leader,
            ulla,
            ("Ulla", "denied", "that\nthe Front leads the Guild"),
            act=Act.DENY,
            stance=Stance.DENIES,
        ),
        quote(of, "Ulla denied"),
        quote(of, "ever met"),
        of.text,
    )
    told = others_word(of, left, clerk, ("A clerk", "said, and", BOTH_SAID))
    confirmed = others_word(of, left, jo, ("Jo Ek", "confirmed", BOTH_SAID), act=Act.ADMIT)
    crewed = others_word(
        of, obeys, ann, ("Ann Moe", "claims", "the crew, of which Jo Ek is one, obeys it")
    )
    week = time(of, "last week", value="2031-04-28/2031-05-04", precision=TimePrecision.WEEK)
    hurt = Quantity(span=quote(of, "3"), of=Counted.INJURED, low=3, high=3)
    meeting = event(
        of,
        talks,
        "Talks",
        EventType.CONSULT,
        actors=(party(of, "the Front", front), party(of, "the Guild", guild)),
        time=happened_on(week),
        quantities=(hurt,),
    )
    ties = (
        relation(
            denied,
            (front, RelationKind.LEADS, guild),
            quote(of, "leads"),
            status=Status.NEGATED,
        ),
        relation(crewed, (jo, RelationKind.MEMBER_OF, crew), quote(of, "of which Jo Ek is one")),
        relation(obeys, (ann, RelationKind.SPEAKS_FOR, guild), quote(of, "Guild’s Ann Moe")),
        relation(crewed, (guild, RelationKind.CONTROLS, crew), quote(of, "obeys")),
    )
    return reading_of(
        of,
        *(talks, never, unmet, no_leader, denied, left, told, confirmed, obeys, crewed),
        events=(meeting,),
        relations=ties,
        actors=(ulla, front, guild, clerk, jo, ann, crew),
        times=(week,),
    )


def _in_pieces(said: Statement, beginning: Span, piece: Span, text: str) -> Statement:
    """`said` with the source of `beginning` and one more piece of content."""
    assert said.cue is not None
    source = Span.of(text, beginning.start, beginning.start + len("Ulla"))
    content = (*said.content, piece)
    return replace(
        said,
        id=statement_id(said.report, [source], said.cue.spans, content),
        source=replace(said.source, spans=(source,)),
        content=content,
        span=cover(text, [source, *said.cue.spans, *content]),
    )


@contextmanager
def small_ledger(folder: Path, *, backwards: bool = False) -> Iterator[Ledger]:
    """A new ledger of the three reports, recorded in one order or the other."""
    read = [herald(), gazette(), harbour()]
    with Ledger(folder / f"small{backwards:d}.db") as ledger:
        for each in reversed(read) if backwards else read:
            ledger.add(each)
        ledger.add_reject(refused())
        write_joined(ledger)
        yield ledger


def written(
    write: Callable[[Ledger, BinaryIO], None], folder: Path, *, backwards: bool = False
) -> bytes:
    """What `write` makes of the three reports."""
    stream = BytesIO()
    with small_ledger(folder, backwards=backwards) as ledger:
        write(ledger, stream)
    return stream.getvalue()


def written_of_nothing(write: Callable[[Ledger, BinaryIO], None], folder: Path) -> bytes:
    """What `write` makes of a ledger with nothing in it."""
    stream = BytesIO()
    with Ledger(folder / "empty.db") as ledger:
        write(ledger, stream)
    return stream.getvalue()

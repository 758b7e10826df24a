import csv
import io
from typing import Any

import pytest

from sayso.export.formats.acled import write_acled
from sayso.export.formats.acled.types import acled_type
from sayso.ledger import Ledger
from sayso.model import (
    Actor,
    ActorKind,
    Counted,
    EventTime,
    EventType,
    PlacePrecision,
    Quantity,
    Reading,
    Status,
    TimePrecision,
)
from tests.export.formats.quay import quay
from tests.samples import (
    actor,
    authors_word,
    event,
    happened_at,
    party,
    place,
    quote,
    reading_of,
    report,
)

TEXT = "Soldiers and miners clashed near Sel in May; some people died."
OF = report(TEXT)
SAID = authors_word(OF, TEXT)
SOLDIERS = actor(OF, "Soldiers", kind=ActorKind.SECURITY_FORCES)
MINERS = actor(OF, "miners", kind=ActorKind.PUBLIC)
REBELS = actor(OF, "people", kind=ActorKind.OTHER, roles=("REB",))
KNOWN = {one.id: one for one in (SOLDIERS, MINERS, REBELS)}


def table(ledger: Ledger) -> list[dict[str, str]]:
    stream = io.BytesIO()
    write_acled(ledger, stream)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode("utf-8-sig"), newline="")))


def row(ledger: Ledger, **told: Any) -> dict[str, str]:
    """The row of an event of which so much is told."""
    clash = event(OF, SAID, "clashed", EventType.ASSAULT, **told)
    ledger.add(made(clash))
    (found,) = table(ledger)
    return found


def made(*events: Any) -> Reading:
    return reading_of(OF, SAID, events=events, actors=tuple(KNOWN.values()))


def on(*actors: Actor) -> tuple[Any, ...]:
    return tuple(party(OF, one.mentions[0].text, one) for one in actors)


@pytest.mark.parametrize(
    ("code", "mode", "actors", "recipients", "expected"),
    [
        ("ASSAULT", None, (SOLDIERS,), (MINERS,), "Attack"),
        ("ASSAULT", "firearms", (MINERS,), (SOLDIERS,), "Armed clash"),
        ("ASSAULT", None, (SOLDIERS,), (REBELS,), "Armed clash"),
        ("ASSAULT", None, (SOLDIERS, MINERS), (), "Armed clash"),
        ("ASSAULT", "primitive", (MINERS, MINERS), (), "Mob violence"),
        ("ASSAULT", None, (SOLDIERS,), (), "Attack"),
        ("ASSAULT", "abduct", (), (SOLDIERS,), "Abduction/forced disappearance"),
        ("ASSAULT", "drone", (), (), "Air/drone strike"),
        ("PROTEST", "riot", (MINERS,), (), "Violent demonstration"),
        ("PROTEST", None, (MINERS,), (), "Peaceful protest"),
        ("COERCE", "arrest", (SOLDIERS,), (MINERS,), "Arrests"),
        ("COERCE", "curfew", (SOLDIERS,), (MINERS,), "Other"),
        ("MOBILIZE", "troops", (SOLDIERS,), (), "Change to group/activity"),
        ("RETREAT", "ceasefire", (SOLDIERS,), (), "Agreement"),
        ("RETREAT", "resign", (), (), None),
        ("CONSULT", None, (SOLDIERS,), (MINERS,), None),
    ],
)
def test_events_are_sorted_as_acled_would(
    code: str,
    mode: str | None,
    actors: tuple[Actor, ...],
    recipients: tuple[Actor, ...],
    expected: str | None,
) -> None:
    told = event(
        OF,
        SAID,
        "clashed",
        EventType(code),
        mode=mode,
        actors=on(*actors),
        recipients=on(*recipients),
    )
    sort = acled_type(told, KNOWN)
    assert (sort.sub_event_type if sort else None) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-05", ("2031-05-05", "2031", "1")),
        ("2031-05-05/2031-05-11", ("2031-05-05", "2031", "2")),
        ("2031-05", ("2031-05-01", "2031", "3")),
        ("2031", ("", "2031", "")),
        ("2030/2031", ("", "", "")),
        ("P3D", ("", "", "")),
        (None, ("", "", "")),
    ],
)
def test_a_day_is_given_where_the_month_is_known(
    empty: Ledger, value: str | None, expected: tuple[str, str, str]
) -> None:
    time = EventTime(span=quote(OF, "May"), value=value, precision=TimePrecision.VAGUE)
    told = row(empty, time=time)
    assert (told["event_date"], told["year"], told["time_precision"]) == expected


@pytest.mark.parametrize(
    ("precision", "expected"),
    [("point", "1"), ("town", "1"), ("district", "2"), ("region", "3"), ("country", "")],
)
def test_a_country_has_no_precision(empty: Ledger, precision: str, expected: str) -> None:
    sel = place(
        OF, "Sel", country="NOR", latitude=-1.5, longitude=2.0, precision=PlacePrecision(precision)
    )
    told = row(empty, place=happened_at(sel))
    assert (told["geo_precision"], told["place_precision"]) == (expected, precision)
    assert (told["latitude"], told["longitude"], told["iso3"]) == ("-1.5", "2.0", "NOR")


def killed(*ranges: tuple[int | None, int | None]) -> tuple[Quantity, ...]:
    span = quote(OF, "some")
    return tuple(Quantity(span=span, of=Counted.KILLED, low=low, high=high) for low, high in ranges)


@pytest.mark.parametrize(
    ("ranges", "status", "expected"),
    [
        ([(3, None)], Status.REPORTED, ("3", "3", "")),
        ([(24, 99)], Status.ONGOING, ("24", "24", "99")),
        ([(None, 9)], Status.REPORTED, ("", "", "9")),
        ([(2, 2), (15, 15)], Status.REPORTED, ("15", "15", "15")),
        ([(3, 3)], Status.NEGATED, ("", "3", "3")),
        ([(3, 3)], Status.HYPOTHETICAL, ("", "3", "3")),
        ([], Status.REPORTED, ("", "", "")),
    ],
)
def test_fatalities_are_the_low_figure_of_what_is_told_to_have_been(
    empty: Ledger,
    ranges: list[tuple[int | None, int | None]],
    status: Status,
    expected: tuple[str, str, str],
) -> None:
    told = row(empty, quantities=killed(*ranges), status=status)
    assert (told["fatalities"], told["killed_low"], told["killed_high"]) == expected


def test_who_takes_part_stands_on_his_side(empty: Ledger) -> None:
    told = row(empty, actors=on(SOLDIERS, REBELS), recipients=on(MINERS))
    assert [told[name] for name in ("actor1", "assoc_actor_1", "actor2", "assoc_actor_2")] == [
        *("Soldiers", "people"),
        *("miners", ""),
    ]


def test_who_says_so_and_who_denies_it_is_never_dropped(sample: Ledger) -> None:
    rows = {one["event_id_cnty"]: one for one in table(sample)}
    shot, fired, _ = (rows[one.id] for one in quay().events)
    for one in (shot, fired):
        assert (one["standing"], one["denied_by"]) == ("disputed", "Ana Roth")
    assert (shot["said_by"], shot["status"], shot["fatalities"]) == (
        *("the Dock Union", "reported"),
        "3",
    )
    assert (fired["said_by"], fired["status"], fired["stance"]) == ("Ana Roth", "negated", "denies")
    assert fired["notes"] == "Ana Roth denied that police fired at dockers"


def test_what_acled_does_not_sort_is_left_out(sample: Ledger) -> None:
    codes = {one["code"] for one in table(sample)}
    assert codes == {"ASSAULT", "PROTEST"}

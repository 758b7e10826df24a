"""The lists of known actors: those that ship hold together, and a user's own is checked."""

from collections import Counter
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.known import SECTORS, KnownActor, read_actor_file, shipped_actors
from sayso.model import ActorKind, InputError
from sayso.model.edtf import is_well_formed
from sayso.places.keys import key
from sayso.places.tables import countries

LEAST = 600
"""As many actors, each counted once whatever its offices."""


def test_the_lists_that_ship_are_long_enough() -> None:
    assert len({actor.name for actor in shipped_actors()}) >= LEAST
    kinds = Counter(actor.kind for actor in shipped_actors())
    assert all(kinds[kind] > 50 for kind in set(ActorKind) - {ActorKind.PUBLIC, ActorKind.OTHER})


def test_every_known_actor_is_well_told() -> None:
    assert [actor for actor in shipped_actors() if not is_well_told(actor)] == []


def is_well_told(actor: KnownActor) -> bool:
    dates = [date for date in (actor.valid_from, actor.valid_until) if date is not None]
    names = [actor.name, *actor.aliases]
    return (
        (actor.country is None or actor.country in countries())
        and set(actor.roles) <= SECTORS.keys()
        and all(map(is_well_formed, dates))
        and all(map(key, names))
        and len(set(names)) == len(names)
    )


def test_nobody_holds_two_entries_at_once() -> None:
    by_name: dict[str, list[KnownActor]] = {}
    for actor in shipped_actors():
        by_name.setdefault(actor.name, []).append(actor)
    for rows in by_name.values():
        spans = sorted((row.valid_from or "", row.valid_until or "9999") for row in rows)
        ends = [last for _, last in spans]
        assert all(first >= end for (first, _), end in zip(spans[1:], ends, strict=False)), rows


def test_a_name_that_two_actors_share_leads_to_one_country() -> None:
    """What bodies of several countries are called tells nothing, so it is better left out."""
    told: dict[str, dict[str, str | None]] = {}
    for actor in shipped_actors():
        for name in (actor.name, *actor.aliases):
            told.setdefault(key(name), {})[actor.name] = actor.country
    assert {name: by for name, by in told.items() if len(set(by.values())) > 1} == {}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "Dessaria\tRepublic of Dessaria; Karven\tgovernment\tNOR\tGOV;PRE\t1950\t1999-05-01",
            ("Dessaria", ("Republic of Dessaria", "Karven"), "NOR", ("GOV", "PRE"), "1950"),
        ),
        ("Red Front\t\tarmed_group", ("Red Front", (), None, (), None)),
        ("Red Front\t\tarmed_group\t\t\t\t", ("Red Front", (), None, (), None)),
        ("\ufeffRed Front\t\tarmed_group\r", ("Red Front", (), None, (), None)),
        ("# a comment\n\n \t \nRed Front\t\tarmed_group\n", ("Red Front", (), None, (), None)),
        ("Red Front\t\tarmed_group\t\t\t1950?", ("Red Front", (), None, (), "1950?")),
    ],
)
def test_a_line_tells_an_actor(tmp_path: Path, line: str, told: tuple[object, ...]) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(line, encoding="utf-8")
    (actor,) = read_actor_file(path).actors
    assert (actor.name, actor.aliases, actor.country, actor.roles, actor.valid_from) == told


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Red Front,,armed_group", "line 1: 1 columns; put tabs between: name, other names"),
        ("# ours\nA\t\tgang", "line 2: 'gang' is no kind; give one of: person, organisation"),
        ("\t\tmedia", "line 1: no name"),
        ("A\t\tmedia\tEgypt", "'Egypt' is no country; give an ISO 3166-1 alpha-3 code"),
        ("A\t\tmedia\tEGY\tPRESS", "'PRESS' is no role; give PLOVER sector codes: COP"),
        ("A\t\tmedia\tEGY\tJRN\tlong ago", "'long ago' is no date; give 2014, 2014-10"),
        ("A\t\tmedia\tEGY\tJRN\t2014-13", "'2014-13' is no date"),
        ("A\t\tmedia\tEGY\tJRN\t2014\t2013", "valid from 2014 until 2013; turn the two around"),
        ("A\t\tmedia\tEGY\tJRN\t1\t2\t3", "line 1: 8 columns"),
    ],
)
def test_a_wrong_line_is_told(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as told:
        read_actor_file(path)
    assert message in str(told.value)
    assert "own.tsv" in str(told.value)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_bytes(b"A\t\tmedia\n\xff\xfe")
    with pytest.raises(InputError, match="line 2: this is not UTF-8"):
        read_actor_file(path)
    with pytest.raises(InputError, match="cannot be read: No such file"):
        read_actor_file(tmp_path / "none.tsv")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, raw: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.tsv"
    path.write_bytes(raw)
    with suppress(InputError):
        assert read_actor_file(path).sha256 == sha256(raw).hexdigest()


@pytest.mark.parametrize(
    ("first", "last", "day", "holds"),
    [
        ("2009-01-20", "2017-01-20", "2014-10-07", True),
        ("2009-01-20", "2017-01-20", "2009-01-19", False),
        ("2009-01-20", "2017-01-20", "2009-01", True),
        ("2009-01-20", "2017-01-20", "2009", True),
        ("2009-01-20", "2017-01-20", "2017-01-21", False),
        ("2009-01-20", "2017-01-20", "2017-01-20T10:00:00Z", True),
        ("1985", None, "1984-12-31", False),
        ("1985", None, "1985-01-01", True),
        ("1985~", None, "1999", True),
        (None, None, "1999", True),
        (None, "1990", "1991", False),
    ],
)
@pytest.mark.parametrize("kind", [ActorKind.PERSON, ActorKind.MEDIA])
def test_what_is_told_holds_for_a_time(
    kind: ActorKind, first: str | None, last: str | None, day: str, *, holds: bool
) -> None:
    assert known(kind, first, last).holds_on(day) is holds


def test_on_an_unknown_day_bodies_hold_and_offices_do_not() -> None:
    assert known(ActorKind.MEDIA, "1985", "1990").holds_on(None)
    assert not known(ActorKind.PERSON, "1985", None).holds_on(None)


def known(kind: ActorKind, first: str | None, last: str | None) -> KnownActor:
    return KnownActor(
        name="A",
        aliases=(),
        kind=kind,
        country=None,
        roles=(),
        valid_from=first,
        valid_until=last,
    )

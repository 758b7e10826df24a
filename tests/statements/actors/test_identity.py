"""What actors are beside their names: sentences of our own, and kind, country and roles."""

from pathlib import Path

import pytest

from sayso.known import read_actor_file
from sayso.model import Actor, ActorKind
from sayso.statements.actors import Directory
from sayso.statements.actors.directory import Identity
from tests.statements.actors.test_credit import told

PERSON, GOVERNMENT, FORCES = ActorKind.PERSON, ActorKind.GOVERNMENT, ActorKind.SECURITY_FORCES
ARMED, MEDIA, BODY = ActorKind.ARMED_GROUP, ActorKind.MEDIA, ActorKind.ORGANISATION


def first_actor(text: str, day: str | None = "2014-10-07", own: Path | None = None) -> Actor:
    directory = Directory(read_actor_file(own) if own else None, day)
    return told(text, directory)[2][0]


# Text → the name of its first actor, kind, country and roles, on 7 October 2014.
KNOWN: list[tuple[str, str, ActorKind, str | None, str]] = [
    ("Hezbollah denied that it had fired.", "Hezbollah", ARMED, "LBN", "PTY PRM"),
    ("Hizbullah said that it had not fired.", "Hizbullah", ARMED, "LBN", "PTY PRM"),
    ("The PKK said that it would leave.", "PKK", ARMED, "TUR", "REB"),
    (
        "The Arakan Rohingya Salvation Army (ARSA) withdrew. ARSA said that the road was open.",
        "Arakan Rohingya Salvation Army",
        ARMED,
        "MMR",
        "REB",
    ),
    ("The Pentagon said that two men had died.", "Pentagon", GOVERNMENT, "USA", "GOV MIL"),
    ("The IDF said that it had hit a tunnel.", "IDF", FORCES, "ISR", "MIL"),
    ("Reuters reported that the bridge was closed.", "Reuters", MEDIA, "GBR", "JRN"),
    ("Amnesty International denied it.", "Amnesty International", BODY, "GBR", "SOC"),
    ("Cairo said that the border was closed.", "Cairo", GOVERNMENT, "EGY", "GOV"),
    ("Barack Obama said that it was late.", "Barack Obama", PERSON, "USA", "GOV"),
    ("President Obama said that it was late.", "Obama", PERSON, "USA", "GOV"),
    ("Vladimir V. Putin said that it was late.", "Vladimir V. Putin", PERSON, "RUS", "GOV"),
    ("Pope Francis said that it was late.", "Francis", PERSON, "VAT", "REL"),
    # In no office on that day, so of no role; a name in part is nobody's.
    ("Emmanuel Macron said that it was late.", "Emmanuel Macron", PERSON, "FRA", ""),
    ("Orla Obama said that it was late.", "Orla Obama", PERSON, None, ""),
    ("Mira Jordan said that it was late.", "Mira Jordan", PERSON, None, ""),
    ("The Taliban said that they would talk.", "Taliban", ARMED, "AFG", "REB"),
    (
        "The Muslim Brotherhood said that it would talk.",
        "Muslim Brotherhood",
        BODY,
        "EGY",
        "PTY OPP",
    ),
]


@pytest.mark.parametrize(("text", "name", "kind", "country", "roles"), KNOWN)
def test_a_known_actor_is_told_by_its_name(
    text: str, name: str, kind: ActorKind, country: str | None, roles: str
) -> None:
    actor = first_actor(text)
    assert (actor.name, actor.kind, actor.country) == (name, kind, country)
    assert actor.roles == tuple(roles.split())


# Text → country and roles of its first actor.
TOLD: list[tuple[str, str | None, str]] = [
    ("Egyptian security forces said that 15 men were held.", "EGY", "COP"),
    ("The Egyptian army said that 15 men were held.", "EGY", "MIL"),
    ("South Korean intelligence officials said that he was ill.", "KOR", "SPY"),
    ("Kenya's Interior Ministry said that 15 men were held.", "KEN", "GOV"),
    ("The Interior Ministry said that 15 men were held.", None, "GOV"),
    ("The government of Chile said that the road was open.", "CHL", "GOV"),
    ("The governments of Chile, Peru and Bolivia said that it was open.", None, "GOV"),
    ("Norwegian police said that the road was open.", "NOR", "COP"),
    ("Kenya police said that the road was open.", "KEN", "COP"),
    ("The Swedish foreign minister, Mira Tassel, said that it was late.", "SWE", "GOV"),
    ("Swedish Foreign Minister Mira Tassel said that it was late.", "SWE", "GOV"),
    ("Mira Tassel, a former Swedish minister, said that it was late.", "SWE", "ELI"),
    ("Mira Tassel, the French president, said that it was late.", "FRA", "GOV"),
    ("Mira Tassel, president of the board, said that it was late.", None, ""),
    ("Davit Orlen, a spokesman for Hamas, said that it was late.", "PSE", "PTY REB"),
    ("FBI Director Davit Orlen said that it was late.", "USA", "COP"),
    ("An army spokesman said that two men had died.", None, "MIL"),
    ("Hospital officials said that two men had died.", None, "MED"),
    ("European Union officials said that two men had died.", None, ""),
    ("The campaign's press secretary, Mira Tassel, said that it was late.", None, ""),
    ("Attorney General Mira Tassel said that it was late.", None, ""),
    ("Residents said that two men had died.", None, "CVL"),
    ("The Electoral Commission said that it was late.", None, "GOV"),
    ("USA Today said that it was late.", "USA", "JRN"),
    ("Gunmen said that two men had died.", None, "UAF"),
    ("Rebel commanders said that two men had died.", None, "REB"),
    ("A rights group said that two men had died.", None, "SOC"),
    ("The Dessarian Courier said that two men had died.", None, "JRN"),
    # Words for a country that tell of no country's people.
    ("Pro-Russian separatists said that two men had died.", None, "REB"),
    ("Iranian-backed militants said that two men had died.", None, "REB"),
    ("Latin American leaders said that it was late.", None, ""),
    ("The New Mexico governor said that it was late.", "USA", "GOV"),
    ("Gov. Mira Tassel of Ohio said that it was late.", "USA", "GOV"),
    ("Sen. Mira Tassel (D-Mo.) said that it was late.", "USA", "LEG"),
    ("Rep. Mira Tassel, R-Texas, said that it was late.", "USA", ""),
    ("A senator from Ohio said that it was late.", "USA", "LEG"),
    ("Ontario police said that it was late.", "CAN", "COP"),
    ("Texas said that the road was open.", "USA", ""),
    ("The Bank of Norway said that the road was open.", "NOR", "BUS"),
    ("Norwegian Airways said that the road was open.", "NOR", ""),
    ("An Ohio baker said that it was late.", None, ""),
    ("Mira Tassel, an RT host, said that it was late.", None, "JRN"),
    ("Israel's critics said that it was late.", None, ""),
    ("An Iraq veteran said that it was late.", None, ""),
    ("Israeli and Egyptian officials said that it was late.", None, "GOV"),
    ("Jordan Orlen said that it was late.", None, ""),
]


@pytest.mark.parametrize(("text", "country", "roles"), TOLD)
def test_words_tell_country_and_roles(text: str, country: str | None, roles: str) -> None:
    actor = first_actor(text)
    assert (actor.country, actor.roles) == (country, tuple(roles.split()))


@pytest.mark.parametrize(
    ("day", "roles"),
    [
        ("1999-05-01", ("GOV",)),
        ("2014-10-07", ("REB",)),
        ("2022", ("GOV",)),
        ("1990", ()),
        (None, ()),  # they differ, and the day is not known
    ],
)
def test_roles_are_those_of_the_day(day: str | None, roles: tuple[str, ...]) -> None:
    actor = first_actor("The Taliban said that they would talk.", day)
    assert (actor.country, actor.roles) == ("AFG", roles)


@pytest.mark.parametrize(
    ("name", "identity"),
    [
        ("Pan", None),
        ("PAN", Identity(BODY, "MEX", ("PTY",))),
        ("Nato", Identity(BODY, None, ("MIL",))),
        ("nobody at all", None),
        ("George Bush", Identity(PERSON, "USA", ())),
    ],
)
def test_a_name_is_found_as_it_is_spelt(name: str, identity: Identity | None) -> None:
    assert Directory(None, "2014-10-07").find(name) == identity


def test_a_list_of_ones_own_goes_before_those_that_ship(tmp_path: Path) -> None:
    own = tmp_path / "own.tsv"
    own.write_text(
        "Hamas government\tHamas\tgovernment\tPSE\tGOV;PRE\n"
        "Saltgate Watch\tSaltgaters\torganisation\tNOR\tSOC\n",
        encoding="utf-8",
    )
    hamas = first_actor("Hamas said that the road was open.", own=own)
    watch = first_actor("The Saltgaters said that the road was open.", own=own)
    other = first_actor("Hezbollah said that the road was open.", own=own)
    assert (hamas.name, hamas.kind, hamas.roles) == ("Hamas", GOVERNMENT, ("GOV", "PRE"))
    assert (watch.kind, watch.country, watch.roles) == (BODY, "NOR", ("SOC",))
    assert other.country == "LBN"


def test_the_kind_of_a_known_name_tells_who_is_meant() -> None:
    text = "Hamas denied that it had fired. {} said that the road was open."
    mentions = [each.text for each in first_actor(text.format("The group")).mentions]
    assert mentions == ["Hamas", "it", "The group"]
    assert len(first_actor(text.format("The man")).mentions) == 2

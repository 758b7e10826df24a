"""The roles of an actor by what it is called: PLOVER sector codes of nouns."""

from __future__ import annotations

from collections.abc import Iterable

from sayso.statements.actors.phrase import Call
from sayso.statements.actors.words import word_set

_NOUNS = {
    "AGR": "farmer peasant",
    "BUS": """
        airline bank banker businessman businesswoman company corporation employer entrepreneur
        executive firm manufacturer
    """,
    "COP": """
        coastguard constable detective gendarme gendarmerie patrol police policeman policewoman
        sheriff
    """,
    "CRM": "cartel gang smuggler trafficker",
    "CVL": """
        activist bystander campaigner citizen civilian demonstrator eyewitness marcher protester
        protestor resident villager
    """,
    "EDU": "academic college lecturer professor school student teacher university",
    "GOV": """
        administration ambassador bureaucrat cabinet consulate councillor diplomat embassy envoy
        government governor junta king mayor minister ministry monarch municipality premier
        presidency prince princess queen regime sultan treasury
    """,
    "JRN": """
        anchor broadcaster columnist correspondent editor journalist magazine newsman newspaper
        newsreader newswire reporter tabloid
    """,
    "JUD": "court judge judiciary magistrate prosecutor tribunal",
    "LAB": "union unionist",
    "LEG": """
        congress congressman congresswoman lawmaker legislator legislature mp parliament
        parliamentarian senate senator
    """,
    "MED": "doctor hospital medic nurse paramedic physician surgeon",
    "MIL": """
        admiral airman army colonel garrison marine military navy paratrooper sailor serviceman
        soldier troop
    """,
    "OPP": "dissident opposition",
    "PRM": "paramilitary",
    "PTY": "party",
    "REB": "guerrilla insurgent insurgency jihadist militant rebel rebellion separatist",
    "REF": "refugee",
    "REL": """
        archbishop ayatollah bishop cardinal church cleric imam monk mosque nun pastor pope preacher
        priest rabbi
    """,
    "SOC": "charity ngo",
    "SPY": "spy",
    "UAF": "attacker bomber gunman hijacker kidnapper",
}
"""Nouns that tell a role by themselves: "the judge", "farmers"."""

_BESIDE = {
    "COP": "police security",
    "EDU": "school university",
    "GOV": "government ministerial ministry presidential",
    "JRN": "media news newspaper press radio television tv",
    "JUD": "court judicial",
    "LAB": "labor labour union",
    "LEG": "congressional parliamentary senate",
    "MED": "health hospital medical",
    "MIL": "army defence defense military naval navy",
    "OPP": "opposition",
    "PTY": "party",
    "REB": "guerrilla insurgent jihadi jihadist militant rebel separatist",
    "REL": "church religious",
    "BUS": "airline bank business company corporate industry",
    "SOC": "advocacy aid charity humanitarian relief rights right",
    "SPY": "intelligence spy",
}
"""Words that tell the role of whoever a wide noun beside them names: "security sources"."""

_WIDE = word_set(
    """
    agency agent aide adviser advisor branch captain chairman chairwoman chief command commander
    deputy director fighter force general group guard head inspector investigator leader
    lieutenant major member minister movement network office officer official organisation
    organization outlet president representative secretary sergeant service source spokesman
    spokesperson spokeswoman station unit wing worker
    """
)
"""Nouns whose role is told by the words beside them."""

_AFFAIRS = word_set(
    """
    affairs agriculture commerce defence defense economy education energy environment exterior
    finance foreign health home homeland interior justice labor labour prime security state trade
    transport transportation treasury
    """
)
"""What a department or a secretary of a government is for."""
_RULING = word_set("chancellor leader president ruler")
"""Nouns for who governs, when they are a country's: "the French president"."""
_PUBLIC = word_set(
    "city county federal government local municipal provincial public regional state"
)
_RANKED = word_set("senior top high-ranking key other several some many")
_HELD = frozenset(("GOV", "LEG", "MIL", "JUD"))
"""Offices that are left for the elite of former holders."""
_PAST = word_set("ex ex- former late ousted")
_SPECIAL = (
    ("adviser", "national", ("GOV",)),
    ("bank", "central", ("GOV",)),
    ("commission", "election", ("GOV",)),
    ("commission", "elections", ("GOV",)),
    ("commission", "electoral", ("GOV",)),
    ("party", "opposition", ("PTY", "OPP")),
)
"""Nouns that a word beside them gives other roles: "the national security adviser"."""
_PRESS = word_set("media press")
_CONTINENTS = word_set("african european")
_NO_SOLDIERS = word_set("attorney director inspector postmaster secretary solicitor surgeon")

_OF_NOUN = {noun: (code,) for code, nouns in _NOUNS.items() for noun in nouns.split()}
_OF_WORD = {word: (code,) for code, words in _BESIDE.items() for word in words.split()}


def roles_of(calls: Iterable[Call], *, national: bool) -> tuple[str, ...]:
    """The roles that the first telling one of `calls` tells, of a country's own if `national`."""
    told = (_roles(call, national=national) for call in calls)
    return next((roles for roles in told if roles), ())


def _roles(call: Call, *, national: bool) -> tuple[str, ...]:
    roles = _now(call, national=national)
    past = call.words & _PAST and any(role in _HELD for role in roles)
    return ("ELI",) if past else roles


def _now(call: Call, *, national: bool) -> tuple[str, ...]:
    noun, words = call.noun, call.words
    for special, word, roles in _SPECIAL:
        if noun == special and word in words:
            return roles
    if noun in _OF_NOUN:
        return _OF_NOUN[noun]
    if noun in ("department", "secretary") and words & _AFFAIRS:
        return ("GOV",)
    if noun in _WIDE or noun in _RULING:
        return _beside(call) or _by_default(call, national=national)
    return ()


def _beside(call: Call) -> tuple[str, ...]:
    """By the words beside a wide noun: "security sources", not "attorney general"."""
    words = call.words - (_PRESS if call.noun == "secretary" else frozenset())
    if words & _CONTINENTS:
        words -= {"union"}
    told = sorted(word for word in words if word in _OF_WORD)
    return _OF_WORD[told[0]] if told and not words & _NO_SOLDIERS else ()


def _by_default(call: Call, *, national: bool) -> tuple[str, ...]:
    if call.noun == "force":
        return ("MIL",) if call.plural and (national or not call.words) else ()
    if call.noun == "official":
        plain = not call.words - _RANKED or bool(call.words & _PUBLIC)
        return ("GOV",) if plain or national else ()
    return ("GOV",) if call.noun in _RULING and national else ()

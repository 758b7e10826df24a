"""What sort of party a noun or a name stands for, by its words."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.model import ActorKind
from sayso.statements.actors.words import word_set

_BODIES = {
    ActorKind.GOVERNMENT: """
        administration assembly authority cabinet commission congress consulate council court
        department directorate embassy government junta kremlin legislature ministry
        municipality office parliament presidency regime republic senate state treasury tribunal
    """,
    ActorKind.SECURITY_FORCES: """
        army coastguard command forces garrison gendarmerie guards military navy patrol police
        sheriff troops
    """,
    ActorKind.ARMED_GROUP: """
        brigade gang insurgency militia rebellion
    """,
    ActorKind.MEDIA: """
        broadcaster bulletin channel courier daily gazette guardian herald journal magazine
        media network news newspaper newswire observer outlet paper post press radio station
        telegraph television times tribune tv website weekly
    """,
    ActorKind.PUBLIC: """
        audience community crowd families family people population public village
    """,
    ActorKind.ORGANISATION: """
        agency airline alliance association bank board bureau business center centre charity
        church club college committee company consortium cooperative corporation faction
        federation firm foundation front fund group hospital house institute institution league
        manufacturer movement ngo opposition organisation organization party school service
        society team union university watchdog
    """,
}
_PEOPLE = {
    ActorKind.GOVERNMENT: """
        adviser aide ambassador attorney bureaucrat chancellor commissioner congressman
        congresswoman councillor delegate deputy diplomat governor inspector judge king lawmaker
        leader legislator magistrate mayor minister monarch official politician premier
        president prince prosecutor queen regulator representative secretary senator
    """,
    ActorKind.SECURITY_FORCES: """
        admiral captain colonel commander constable deputy detective general guard investigator
        lieutenant major marine officer policeman policewoman sergeant serviceman soldier
        trooper
    """,
    ActorKind.ARMED_GROUP: """
        attacker bomber fighter guerrilla gunman hijacker insurgent islamist jihadist kidnapper
        militant militiaman rebel separatist terrorist
    """,
    ActorKind.MEDIA: """
        anchor blogger columnist commentator correspondent editor journalist newsreader
        photographer presenter reporter
    """,
    ActorKind.PUBLIC: """
        activist bystander campaigner child citizen clerk critic demonstrator docker dockworker
        driver farmer firefighter fisherman follower funeral-goer goer islander local marcher
        member mourner neighbor neighbour opponent passenger patient protester protestor refugee
        resident shopkeeper student supporter survivor tenant victim viewer villager voter
        witness worker
    """,
    ActorKind.OTHER: """
        actor actress agent analyst anybody anyone archbishop artist athlete aunt author banker
        baron biologist bishop boss boy boyfriend broker brother businessman businesswoman candidate
        cardinal chairman chairperson chairwoman chef chief client co-founder coach consultant
        contractor coroner counsel cousin creator curator dad daughter dealer defendant designer
        director doctor economist employee employer engineer entrepreneur epidemiologist everybody
        everyone executive expert father founder friend girl girlfriend granddaughter grandfather
        grandmother grandson head historian host husband imam individual insider instructor lawyer
        lecturer man manager merchant mom mother mum nephew niece nobody nun nurse operator
        organiser organizer owner paramedic parent partner person physician physicist pilot player
        pope preacher priest professor publisher researcher scholar scientist sibling singer sister
        skipper somebody someone son source specialist spokesman spokesperson spokeswoman stepfather
        stepmother stepson strategist surgeon teacher technician teenager trader trainer uncle
        undersecretary veteran widow wife woman writer
    """,
}
BODIES = {noun: kind for kind, nouns in _BODIES.items() for noun in nouns.split()}
"""Nouns for a body, with the kind of party that it is."""

NAMES_ALONE = word_set(
    """
    congress courier gazette guardian herald journal kremlin observer parliament post senate
    telegraph times treasury tribune
    """
)
"""Bodies that, with a capital, are a name by themselves: "the Kremlin", "the Courier"."""

PEOPLE = {noun: kind for kind, nouns in _PEOPLE.items() for noun in nouns.split()}
"""Nouns for one person, with the kind of party that several of them are."""

ARMED = word_set("armed extremist islamist jihadi jihadist militant rebel terror terrorist")
"""Words that make a group an armed group."""

FORCES = word_set("army defence defense intelligence military police security")
"""Words that make officials, forces and sources part of the security forces."""

PRESS = word_set("media news newspaper press radio television tv")
"""Words that make an agency, a group or a house a news outlet."""

BROADER = {
    "agency": frozenset((ActorKind.ORGANISATION, ActorKind.MEDIA, ActorKind.GOVERNMENT)),
    "broadcaster": frozenset((ActorKind.MEDIA,)),
    "company": frozenset((ActorKind.ORGANISATION,)),
    "group": frozenset((ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)),
    "man": frozenset((ActorKind.PERSON,)),
    "movement": frozenset((ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)),
    "newspaper": frozenset((ActorKind.MEDIA,)),
    "official": frozenset((ActorKind.PERSON,)),
    "organisation": frozenset((ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)),
    "organization": frozenset((ActorKind.ORGANISATION, ActorKind.ARMED_GROUP)),
    "outlet": frozenset((ActorKind.MEDIA,)),
    "paper": frozenset((ActorKind.MEDIA,)),
    "woman": frozenset((ActorKind.PERSON,)),
}
"""Nouns that, after "the", may take up a name of these kinds that was never so called."""

_PLACES = word_set("community municipality republic state village")
"""Bodies in which people live: "voters in each state" are none of its officials."""
_IN_FORCES = word_set("agent force intelligence officer official service source")
_OF_PRESS = word_set("agency group house organisation organization service")


def kind_of_noun(noun: str, words: frozenset[str], *, plural: bool) -> ActorKind | None:
    """The kind of party that `noun`, a dictionary form, stands for beside those `words`."""
    several = PEOPLE.get(noun) or _by_ending(noun)
    if several is not None:
        if not plural:
            return ActorKind.PERSON
        if noun in _IN_FORCES and words & FORCES:
            return ActorKind.SECURITY_FORCES
        staff = sorted(word for word in words if word in BODIES and word not in _PLACES)
        return BODIES[staff[0]] if staff else several
    return _kind_of_body(noun, words)


def _kind_of_body(noun: str, words: frozenset[str]) -> ActorKind | None:
    if words & ARMED and noun in BODIES:
        return ActorKind.ARMED_GROUP
    if noun in _OF_PRESS and words & PRESS:
        return ActorKind.MEDIA
    if noun in _IN_FORCES and words & FORCES:
        return ActorKind.SECURITY_FORCES
    return BODIES.get(noun)


def kind_of_name(words: Sequence[str]) -> ActorKind | None:
    """The kind of a body whose name has these words in small letters: "ministry of interior"."""
    deciding = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return kind_of_noun(deciding, frozenset(words), plural=False) if deciding in BODIES else None


def _by_ending(noun: str) -> ActorKind | None:
    return ActorKind.OTHER if noun.endswith(("man", "woman", "person")) else None

"""Nouns that tell whether a phrase stands for an actor."""

from __future__ import annotations

from sayso.statements.actors.words import word_set

GROUPS = word_set(
    """
    ally alliance apparatus arm battalion battery bloc bodyguard branch brigade bureaucracy
    cabal cadre camp cartel caste caucus cell chain chapter clan clergy clinic clique coalition
    colony commando commune conglomerate congregation contingent contractor convent corps
    corporation crew crown daily detachment directorate division dynasty embassy empire
    establishment exile fleet followers fraternity gendarmerie guard guerrilla guild insurgency
    intelligence junta kingdom leadership lobby lodge mafia majority management men mercenary
    militia minority mob monarchy monastery mosque network newsroom offshoot operator order
    oligarchy organ outfit pact partner peacekeeper personnel plant platoon plotter power proxy
    rank regiment registry resistance rest ring royals sect section secretariat separatist shia
    splinter squad squadron staff state station subcommittee subsidiary sunni syndicate throne
    tribe troop trust umbrella unit vanguard wing workforce
    """
)
"""Nouns for groups and bodies that may be tied to others, besides those of `statements.actors`."""

INHABITED = word_set("community country island nation province region town village")
"""Nouns for places whose people may speak, and whose heads are heads of something."""

PERSONS = word_set(
    """
    abbot ally baron bishop bodyguard boss brain colleague courier crony deputy dictator emir
    emissary emperor enemy envoy foe franchisee guru heir henchman incumbent journalist kingpin
    magnate mastermind master mayor monk mogul nun oligarch opponent one outsider paymaster patron
    premier prince princess rival ruler sheikh strongman sultan suspect tycoon warlord warrior
    """
)
"""Nouns for one person, besides those of `statements.actors`."""

THINGS = word_set(
    """
    accord act agreement amendment award bill bridge budget city code constitution convention cup
    day declaration deal district festival highway lake law map match motorway mountain ocean
    plan prize protocol province reform resolution river road sea square stadium street tax
    tower treaty valley village war
    """
)
"""Last words of names that stand for no actor."""

OCCASIONS = word_set("audience convoy crowd delegation march mission procession queue raid team")
"""Groups of one occasion, to which nobody is tied for long."""

NO_PEOPLE = word_set(
    """
    barriers boosters borders carriers chambers chapters characters clusters colors colours
    computers containers corners corridors counters covers doctrines doors engines errors
    factors fingers fliers floors flowers frontiers headquarters layers letters lockers matters
    mirrors motors newspapers numbers offers orders papers parameters posters powers
    quarters razors rivers rollers routers rumors sectors shelters shutters tankers timers towers
    tractors trailers waters
    """
)
"""Plurals that end like those of people."""

KIN = word_set(
    "brother child daughter family father household husband mother parent sister son wife"
)
"""Whom one supports, leads or leaves for another reason than a tie of this sort."""

UNCOUNTED = word_set("congress intelligence labour management parliament police")
"""Nouns for bodies that need no article."""

NOBODY = word_set(
    "any anybody anyone each every everybody everyone no nobody none nothing whichever"
)
"""Words for no actor in particular."""

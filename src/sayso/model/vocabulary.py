"""The closed vocabularies of the ledger: every word that a coded field can hold.

Members are strings, so they stand in JSON and in the database as themselves.
"""

from enum import StrEnum


class SourceKind(StrEnum):
    """How a statement's source is given in the words."""

    NAMED = "named"
    DESCRIBED = "described"
    UNNAMED = "unnamed"
    AUTHOR = "author"


class Act(StrEnum):
    """What the source does with the content."""

    SAY = "say"
    DENY = "deny"
    DOUBT = "doubt"
    ASK = "ask"
    DEMAND = "demand"
    PROMISE = "promise"
    THREATEN = "threaten"
    ACCUSE = "accuse"
    ADMIT = "admit"
    BELIEVE = "believe"
    DECLINE = "decline"


class Stance(StrEnum):
    """The source's attitude to the content."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    UNCERTAIN = "uncertain"
    NONE = "none"


class Polarity(StrEnum):
    """Whether the content itself is worded as a negation."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Certainty(StrEnum):
    """How sure the wording is, by the words alone."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNSTATED = "unstated"


class Quote(StrEnum):
    """How much of the content stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"
    NONE = "none"


class ActorKind(StrEnum):
    """What sort of party an actor is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    SECURITY_FORCES = "security_forces"
    ARMED_GROUP = "armed_group"
    MEDIA = "media"
    PUBLIC = "public"
    OTHER = "other"


class PublishedFrom(StrEnum):
    """Where a report's publication date was found."""

    ARGUMENT = "argument"
    METADATA = "metadata"
    URL = "url"
    TEXT = "text"


class PlacePrecision(StrEnum):
    """How large a thing a place's coordinates stand for."""

    POINT = "point"
    TOWN = "town"
    DISTRICT = "district"
    REGION = "region"
    COUNTRY = "country"


class TimePrecision(StrEnum):
    """What sort of stretch a time expression names."""

    INSTANT = "instant"
    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    DURATION = "duration"
    SET = "set"
    VAGUE = "vague"

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


class AcquiredFrom(StrEnum):
    """What the bytes of a report were had from."""

    FILE = "file"
    INPUT = "input"
    TEXT = "text"
    ARCHIVE = "archive"
    TABLE = "table"
    FEED = "feed"
    FETCH = "fetch"


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


class EventType(StrEnum):
    """The event types of PLOVER (Political Language Ontology for Verifiable Event Records)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Status(StrEnum):
    """How an event or a relation stands, on the word of the statement that tells it."""

    REPORTED = "reported"
    ONGOING = "ongoing"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


class Counted(StrEnum):
    """What happened to those, or what those did, whom a quantity counts."""

    KILLED = "killed"
    INJURED = "injured"
    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    DISPLACED = "displaced"
    MISSING = "missing"
    PRESENT = "present"


class RelationKind(StrEnum):
    """The sort of a lasting tie between two actors."""

    MEMBER_OF = "member_of"
    PART_OF = "part_of"
    LEADS = "leads"
    SPEAKS_FOR = "speaks_for"
    CONTROLS = "controls"
    SUPPORTS = "supports"
    ALLIED_WITH = "allied_with"
    OPPOSES = "opposes"
    LINKED_TO = "linked_to"


class About(StrEnum):
    """What sort of proposition a claim is.

    That something happened; that somebody is at a place; or what else the words say.
    """

    EVENT = "event"
    PRESENCE = "presence"
    WORDS = "words"


class Standing(StrEnum):
    """How a claim stands, by who affirms it, who denies it, and from how many origins."""

    SINGLE_ORIGIN = "single_origin"
    REPEATED = "repeated"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    DENIED = "denied"


class LinkKind(StrEnum):
    """What a link says of the two records that it joins."""

    REPRINTS = "reprints"
    CITES = "cites"
    SAME_CLAIM = "same_claim"
    CONTRADICTS = "contradicts"
    SAME_EVENT = "same_event"


class Clash(StrEnum):
    """In what two statements contradict each other; a correction replaces what it contradicts."""

    DENIAL = "denial"
    NUMBER = "number"
    PARTY = "party"
    PLACE = "place"
    TIME = "time"
    CORRECTION = "correction"


class ReportStance(StrEnum):
    """What a report makes of a claim, in the words of the Fake News Challenge (FNC-1)."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    DISCUSSES = "discusses"
    UNRELATED = "unrelated"


class Mark(StrEnum):
    """How a statement bears on a hypothesis, in an analysis of competing hypotheses."""

    CONSISTENT = "consistent"
    INCONSISTENT = "inconsistent"
    SILENT = "silent"


class JudgementKind(StrEnum):
    """What a person decided about a record."""

    ACCEPT = "accept"
    REJECT = "reject"
    CORRECT = "correct"
    MERGE = "merge"
    SPLIT = "split"
    RATE = "rate"
    NOTE = "note"
    UNDO = "undo"


class CorrectedField(StrEnum):
    """What a correction gives another value: the first three are places in the report's text."""

    CONTENT = "content"
    SOURCE = "source"
    CUE = "cue"
    ACTOR = "actor"
    ACT = "act"
    STANCE = "stance"
    CODE = "code"
    STATUS = "status"

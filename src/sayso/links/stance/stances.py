"""What a report can make of a claim."""

from enum import StrEnum


class ReportStance(StrEnum):
    """The stances of the Fake News Challenge (FNC-1): what a report makes of a claim."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    DISCUSSES = "discusses"
    UNRELATED = "unrelated"


class Verdict(StrEnum):
    """What a sentence, the premise, makes of another, the hypothesis."""

    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    NEITHER = "neither"

"""What a sentence can make of another."""

from enum import StrEnum


class Verdict(StrEnum):
    """What a sentence, the premise, makes of another, the hypothesis."""

    ENTAILS = "entails"
    CONTRADICTS = "contradicts"
    NEITHER = "neither"

"""What a report makes of a claim in a person's words, and one sentence of another."""

from sayso.links.stance.passages import ROOM, denies, relevant
from sayso.links.stance.reading import Judged, StanceOf, judge, stance, stance_chances
from sayso.links.stance.stances import ReportStance, Verdict

__all__ = [
    "ROOM",
    "Judged",
    "ReportStance",
    "StanceOf",
    "Verdict",
    "denies",
    "judge",
    "relevant",
    "stance",
    "stance_chances",
]

"""What a report makes of a claim in a person's words, and one sentence of another."""

from sayso.links.stance.passages import ROOM, denies, relevant, stems
from sayso.links.stance.reading import Judged, StanceOf, judge, stance, stance_chances
from sayso.links.stance.sentences import sentences_of
from sayso.links.stance.verdicts import Verdict

__all__ = [
    "ROOM",
    "Judged",
    "StanceOf",
    "Verdict",
    "denies",
    "judge",
    "relevant",
    "sentences_of",
    "stance",
    "stance_chances",
    "stems",
]

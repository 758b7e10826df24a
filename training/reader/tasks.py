"""What the network learns: tasks that share its encoder, each with two heads of its own."""

from __future__ import annotations

from enum import StrEnum

ROLES = ("ARG0", "ARG1", "ARG2", "ARGM-TMP", "ARGM-LOC", "ARGM-NEG", "ARGM-MOD")
"""PropBank's roles that are told apart; label 0 is no role, the one after the last any other."""
EVENTS = "OCCURRENCE REPORTING I_ACTION I_STATE STATE ASPECTUAL PERCEPTION".split()
"""TimeBank's classes of events; class 0 is no event."""


class Task(StrEnum):
    """What an example teaches, and which heads answer."""

    ATTRIBUTION = "attribution"
    ROLES = "roles"
    INCIDENTS = "incidents"

    @property
    def word_labels(self) -> int:
        """How many numbers the word head gives for each word."""
        return _LABELS[self][0]

    @property
    def pair_labels(self) -> int:
        """How many labels the pair head tells apart; 0 for a task without pairs."""
        return _LABELS[self][1]


_LABELS = {
    Task.ATTRIBUTION: (2, 6),
    Task.ROLES: (1 + (1 + len(EVENTS)) + 1, len(ROLES) + 2),
    Task.INCIDENTS: (6, 0),
}

"""Whose word the statements of a reading are."""

from __future__ import annotations

from sayso.export.telling import file_name, published_by, speaker
from sayso.model import Reading, Report


class Voices:
    """The statements of `reading`, and the names of those whose word they are."""

    def __init__(self, reading: Reading) -> None:
        self.names = {actor.id: actor.name for actor in reading.actors}
        self.statements = {one.id: one for one in reading.statements}
        self._outlet = published_by(reading.report)

    def who(self, statement: str) -> str:
        """Whose word the statement with this id is; the author's is that of who published it."""
        said = self.statements[statement]
        return (speaker(said, self.names) or "somebody") if said.depth else self._outlet

    def chain(self, statement: str) -> tuple[str, ...]:
        """Who has it from whom: first who published it, last whose word it is."""
        credited = []
        at = self.statements[statement]
        while at.depth and at.parent is not None:
            credited.append(self.who(at.id))
            at = self.statements[at.parent]
        return self._outlet, *reversed(credited)

    def heard(self, statement: str) -> str:
        """The chain in one line: `Harbour Post ← The Herald ← officials`."""
        return " ← ".join(self.chain(statement))

    def actor(self, statement: str) -> str | None:
        """The id of the actor whose word the statement with this id is; null where none is told."""
        return self.statements[statement].source.actor


def title(report: Report) -> str:
    """What a report is called: its title, else the name of its file, else its id."""
    return report.title or file_name(report) or report.id

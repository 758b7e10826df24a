"""Actors: who is behind the phrases of a report, whatever words stand for them."""

from sayso.statements.actors.coreference import Coreference
from sayso.statements.actors.credit import Credit, credits_of
from sayso.statements.actors.directory import Directory
from sayso.statements.actors.roster import Roster

__all__ = ["Coreference", "Credit", "Directory", "Roster", "credits_of"]

"""Actors: who is behind each source of a report, whatever words stand for them."""

from sayso.statements.actors.credit import Credit, credited
from sayso.statements.actors.directory import Directory

__all__ = ["Credit", "Directory", "credited"]

"""Actors: who is behind each source of a report, whatever words stand for them."""

from sayso.statements.actors.credit import Credit, credited

__all__ = ["Credit", "credited"]

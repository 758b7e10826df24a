"""Attribution: who says what, from whom they have it, and how they put it."""

from sayso.statements.reading import read_statements

__all__ = ["read_statements"]

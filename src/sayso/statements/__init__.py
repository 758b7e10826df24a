"""Attribution: who says what, from whom they have it, and how they put it."""

from sayso.statements.account import Account
from sayso.statements.reading import read_statements

__all__ = ["Account", "read_statements"]

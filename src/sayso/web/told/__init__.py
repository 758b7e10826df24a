"""Rows of lists: words of a report, whose they are, and where they stand."""

from sayso.web.told.rows import Row, rows, shown

__all__ = ["Row", "rows", "shown"]

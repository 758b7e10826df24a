"""Rows of lists: words of a report, whose they are, and where they stand."""

from sayso.web.told.rows import Row, described, rows, shown, when

__all__ = ["Row", "described", "rows", "shown", "when"]

"""Time expressions: found by a grammar, resolved to EDTF."""

from sayso.times.reading import read_times

__all__ = ["read_times"]

"""Events: who did what to whom, when and where, on whose word."""

from sayso.events.reading import read_events

__all__ = ["read_events"]

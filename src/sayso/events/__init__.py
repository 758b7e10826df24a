"""Events: who did what to whom, when and where, on whose word."""

from sayso.events.quantities.told import quantities_told
from sayso.events.reading import read_events

__all__ = ["quantities_told", "read_events"]

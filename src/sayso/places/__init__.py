"""The places that a report names, and which ones of GeoNames they are."""

from sayso.places.reading import read_places

__all__ = ["read_places"]

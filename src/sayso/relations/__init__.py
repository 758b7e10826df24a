"""Relations: lasting ties between actors, on whose word."""

from sayso.relations.reading import read_relations

__all__ = ["read_relations"]

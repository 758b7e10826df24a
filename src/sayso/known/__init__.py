"""Known actors: governments, forces, groups, outlets, bodies and office holders, by their names."""

from sayso.known.actors import KnownActor
from sayso.known.lists import ActorList, read_actor_file, shipped_actors
from sayso.known.sectors import SECTORS

__all__ = ["SECTORS", "ActorList", "KnownActor", "read_actor_file", "shipped_actors"]

"""How many independent origins a claim has."""

from sayso.links.origins.origins import OneOrigin, Origins, origins_of
from sayso.links.origins.ties import Copies, cited_outlet

__all__ = ["Copies", "OneOrigin", "Origins", "cited_outlet", "origins_of"]

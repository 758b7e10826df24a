"""How many independent origins a claim has."""

from sayso.links.origins.origins import OneOrigin, Origins, origins_of
from sayso.links.origins.ties import Copies, cited_outlet, is_one_source

__all__ = ["Copies", "OneOrigin", "Origins", "cited_outlet", "is_one_source", "origins_of"]

"""Which assertions are one claim, and what each source says of it."""

from sayso.links.claims.grouping import group
from sayso.links.claims.groups import Group, Stand
from sayso.links.claims.same_claim import same_claim

__all__ = ["Group", "Stand", "group", "same_claim"]

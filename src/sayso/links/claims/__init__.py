"""Which assertions are one claim, and what each source says of it."""

from sayso.links.claims.grouping import group
from sayso.links.claims.groups import Group, Stand, group_around
from sayso.links.claims.judged import Anchor, Bonds, bound
from sayso.links.claims.same_claim import same_claim
from sayso.links.claims.terms import concept_of, share_told, told_by

__all__ = [
    "Anchor",
    "Bonds",
    "Group",
    "Stand",
    "bound",
    "concept_of",
    "group",
    "group_around",
    "same_claim",
    "share_told",
    "told_by",
]

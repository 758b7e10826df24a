"""What cannot be true together: denials, disjoint numbers, other doers, places or times."""

from sayso.links.contradictions.causes import cause_contradiction, causes_of
from sayso.links.contradictions.contradiction import Contradiction
from sayso.links.contradictions.denials import denials_among
from sayso.links.contradictions.events import event_contradiction
from sayso.links.contradictions.numbers import number_contradiction
from sayso.links.contradictions.sayings import saying_groups
from sayso.links.contradictions.things import things_contradiction, things_in

__all__ = [
    "Contradiction",
    "cause_contradiction",
    "causes_of",
    "denials_among",
    "event_contradiction",
    "number_contradiction",
    "saying_groups",
    "things_contradiction",
    "things_in",
]

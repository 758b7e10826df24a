"""Numbers of killed, injured, arrested … across reports, for comparing them."""

from sayso.links.tolls.same import same_matter, toll_keys
from sayso.links.tolls.toll import Toll, tolls_of

__all__ = ["Toll", "same_matter", "toll_keys", "tolls_of"]

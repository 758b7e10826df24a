"""Linking on many machines: the same claims and links as in one process, by group-bys.

What is found for two reports depends on these two alone, and claims on all that is found: so each
step needs only what belongs together, and can be done in parts wherever there is room.

1. Each report is made ready by itself (`sayso.pipeline.linking.prepared`).
2. Grouped by key, what shares one makes pairs: bands of texts, keys of assertions, of tolls, of
   outlets (`meeting`).
3. Grouped by report, pairs get their first and then their second side, and are held against each
   other (`comparing`).
4. What matches hangs together, near or far (`components`: over ids alone, in one process).
5. Grouped by what hangs together, each unit makes its claims and links (`joining`).

What each step decides is written once, in `sayso.pipeline.linking`, for one process and for many.
"""

from sayso.pipeline.cluster.linking.folder import link_folder_on_cluster
from sayso.pipeline.cluster.linking.run import link_on_cluster

__all__ = ["link_folder_on_cluster", "link_on_cluster"]

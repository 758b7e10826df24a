"""Reprints: which reports have words of another, and which words.

`shingle_bands` gives the keys by which a report finds those that may share a passage with it;
`compare` says of two texts whether one is a reprint of the other or has passages of it.
"""

from sayso.links.reprints.bands import shingle_bands
from sayso.links.reprints.comparison import Reprint, compare

__all__ = ["Reprint", "compare", "shingle_bands"]

"""Keys by which texts that may share a passage find each other, without comparing all pairs.

Winnowing (Schleimer, Wilkerson, Aiken 2003): of the hashes of every few shingles running the least
is kept. It is MinHash of each stretch of the text in place of the whole, so that one passage in
common shows however much the rest differs.
"""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from sayso.links.reprints.words import read_words

SHINGLE = 7
"""Words in a shingle."""
WINDOW = 5
"""Of so many shingles running one is kept: any run of SHINGLE + WINDOW - 1 words has a key."""
MOST_KEYS = 512
"""The most keys of one text, reached at about 1,500 words: the least hashes, as in MinHash."""
_OWN = 3
"""A shingle with fewer words of its own, outside standing phrases and notices, gives no key."""
_NONE = np.uint64(0xFFFFFFFFFFFFFFFF)


def shingle_bands(text: str) -> frozenset[int]:
    """The keys of `text`, signed 64-bit: texts that share one are worth comparing.

    They depend on this text alone, and on its case, marks and blanks only where these tell notices
    apart. Two texts that share 11 words running, not of standing phrases or notices, share a key,
    unless one has more than MOST_KEYS. A text of fewer than SHINGLE words has no key.
    """
    words = read_words(text)
    if len(words) < SHINGLE:
        return frozenset()
    hashes = _shingle_hashes(words.keys)
    own = np.convolve(~np.array(words.standing), np.ones(SHINGLE, dtype=int), "valid")
    hashes[own < _OWN] = _NONE
    stretches = np.lib.stride_tricks.sliding_window_view(hashes, min(WINDOW, len(hashes)))
    least = np.unique(stretches.min(axis=1))
    return frozenset(least[least != _NONE][:MOST_KEYS].view(np.int64).tolist())


def _shingle_hashes(keys: tuple[str, ...]) -> NDArray[np.uint64]:
    """A 64-bit hash of each shingle: a polynomial of its words' checksums, well mixed."""
    checksums = [zlib.crc32(key.encode(errors="surrogatepass")) for key in keys]
    words = np.array(checksums, dtype=np.uint64)
    count = len(words) - SHINGLE + 1
    hashes = np.zeros(count, dtype=np.uint64)
    for place in range(SHINGLE):
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + words[place : place + count]
    return _mixed(hashes)


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """Every bit of the hashes spread over all others (the finish of SplitMix64, Steele 2014)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))

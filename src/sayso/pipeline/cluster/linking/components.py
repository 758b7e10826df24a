"""What hangs together by pairs, near or far: the one step that goes through all ids in one process.

It holds the ids of all statements that match another one, some 500 bytes each, and no pairs.
To go round by round over the machines instead would take as many rounds as the longest chain has
links, each of which moves all pairs.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.pipeline.cluster.linking.parts import Place


class Components:
    """Disjoint sets of places (Galler, Fischer 1964), each known by the least place in it."""

    def __init__(self) -> None:
        self._above: dict[Place, Place] = {}

    def join(self, one: Place, other: Place) -> None:
        """Have two places hang together."""
        least, most = sorted((self.of(one), self.of(other)))
        self._above[least] = least
        self._above[most] = least

    def of(self, place: Place) -> Place:
        """The least place that hangs together with this one, which may be itself."""
        while (above := self._above.get(place, place)) != place:
            self._above[place] = self._above[above]
            place = above
        return place

    def __iter__(self) -> Iterator[tuple[Place, Place]]:
        """Every place that was joined, with the least that it hangs together with."""
        return ((place, self.of(place)) for place in list(self._above))

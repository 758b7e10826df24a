"""What is read in which partition: it follows from the inputs and the settings alone."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from math import ceil

from sayso.pipeline.cluster.survey import Seen
from sayso.pipeline.earlier import Candidate
from sayso.pipeline.settings import Settings

_EVENLY = 64
"""Partitions of a small bundle: enough of them to be shared out evenly."""
_FEWEST, _MOST = 8, 128
"""Parts of a partition, if there are as many: some seconds of work, and half a minute."""
_MOST_BYTES = 8_000_000
"""After so many bytes a partition ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """So many consecutive parts of a bundle that are read together, as one partition.

    Its `name` follows from all that is read in it. `digests` are those of its parts; `left_out` are
    the places in it, from 0, of those that are not read here. `alike` has the candidates elsewhere
    that have the same bytes as the part at that place. `is_whole` tells that it was read before.
    """

    name: str
    digests: tuple[int, ...]
    left_out: frozenset[int]
    alike: Mapping[int, tuple[Candidate, ...]]
    is_whole: bool = False

    @property
    def is_left(self) -> bool:
        """Whether there is something to read in it."""
        return self.parts > 0 and not self.is_whole

    @property
    def parts(self) -> int:
        """How many parts are settled in it, those elsewhere included."""
        return len(self.digests) - len(self.left_out) + sum(map(len, self.alike.values()))


class Plan:
    """Takes in what was seen, bundle after bundle, and tells the partitions.

    Of parts with the same bytes the first leads the others: all are settled in its partition, one
    after another, as one process would settle them. Those that `is_settled` is true of are left
    out. It holds some two hundred bytes for each part.
    """

    def __init__(self, settings: Settings, is_settled: Callable[[Candidate], bool]) -> None:
        self._salt = _salt(settings)
        self._is_settled = is_settled
        self._digests = array("q")
        self._sizes = array("q")
        self._leaders: dict[bytes, int] = {}
        """The parts that come first with their bytes, by their report, as numbers of parts."""
        self._led: dict[int, list[Candidate]] = {}
        self._left_out: set[int] = set()
        self._begins: list[int] = []
        """The number of the first part of each bundle."""

    @property
    def parts(self) -> int:
        """How many parts are to be settled."""
        return len(self._digests) - len(self._left_out) + sum(map(len, self._led.values()))

    def add(self, bundle: int, seen: Iterable[Seen]) -> None:
        """Take in parts of a bundle, which comes by its number, and in its order."""
        while len(self._begins) <= bundle:
            self._begins.append(len(self._digests))
        for one in seen:
            self._place(len(self._digests), one.candidate)
            self._digests.append(one.digest)
            self._sizes.append(one.size)

    def blocks(self, bundle: int) -> Iterator[Block]:
        """The partitions of a bundle, by its number, in its order, when all has been taken in."""
        begin, end, *_ = *self._begins[bundle : bundle + 2], *[len(self._digests)] * 2
        most = min(max(ceil((end - begin) / _EVENLY), _FEWEST), _MOST)
        size, start = 0, begin
        for number in range(begin, end):
            size += self._sizes[number]
            if number + 1 == end or number + 1 - start == most or size >= _MOST_BYTES:
                yield self._block(start, number + 1)
                size, start = 0, number + 1

    def _place(self, number: int, candidate: Candidate | None) -> None:
        if candidate is None or candidate.report is None:
            return
        if self._is_settled(candidate):
            self._left_out.add(number)
            return
        leader = self._leaders.setdefault(bytes.fromhex(candidate.report[2:]), number)
        if leader != number:
            self._left_out.add(number)
            self._led.setdefault(leader, []).append(candidate)

    def _block(self, begin: int, end: int) -> Block:
        places = range(end - begin)
        digests = tuple(self._digests[begin:end])
        left_out = frozenset(place for place in places if begin + place in self._left_out)
        alike = {
            place: tuple(self._led[begin + place]) for place in places if begin + place in self._led
        }
        told = repr((self._salt, digests, sorted(left_out), alike))
        name = f"p-{sha256(told.encode()).hexdigest()[:16]}"
        return Block(name=name, digests=digests, left_out=left_out, alike=alike)


def _salt(settings: Settings) -> tuple[object, ...]:
    """All that the records depend on, beside the inputs."""
    known = settings.known and settings.known.sha256
    columns, limits = settings.columns, settings.limits
    return version("sayso"), settings.published, settings.language, known, columns, limits

"""Which characters of a page those of its article are.

The article stands in the page in pieces: extraction has left out what stood between them, has
sometimes turned two about, and the same words may stand in the page twice. A piece is led to a
place only where nothing else is possible, by the first of these that tells:

1. *identity*: the element that the piece was read from is known (`numbering`);
2. *order*: of all its places only one lies between those of the pieces before and behind it, which
   is so where the earliest way of placing all of them in order and the latest agree;
3. *neighbours*: it stands directly behind the piece before it, or directly before the next one,
   and not both in different places;
4. *uniqueness*: it is no mere word or two, and stands in the page once.

A piece that was not placed may have lost some of its words to extraction: it is halved, both halves
are placed by order and neighbours, and so on down to single words. What is left has no place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from sayso.acquire.html.rendering import Words
from sayso.acquire.html.stream import Stream

# The search ends when it has looked at so many characters: on a page made for it, it would take
# the square of the page's length. Real pages take a hundredth of this.
_MIN_LOOKS: Final = 100_000_000
_LOOKS_A_CHARACTER: Final = 50
_LOOKS_AT_ENDS: Final = 10_000
"""To see whether words are whole takes as long as to look at so many characters."""

# A word or two may stand elsewhere, where they were read but for something that was left out.
_LEAST_UNIQUE: Final = 20


class Placed(NamedTuple):
    """The characters `[start, end)` of an article stand in the page's stream from `at`."""

    start: int
    end: int
    at: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters of an article that stand, if anywhere, within `[low, high)` of the stream."""

    start: int
    end: int
    low: int
    high: int
    at: int | None = None

    @property
    def length(self) -> int:
        return self.end - self.start

    @property
    def behind(self) -> int:
        """Where in the stream it ends."""
        assert self.at is not None
        return self.at + self.length


class _Gap(NamedTuple):
    """Pieces without a place, between `low` and `high` in the stream if order is kept.

    `follows` and `precedes` tell whether a placed piece ends at `low` and begins at `high`.
    """

    pieces: Sequence[_Piece]
    low: int
    high: int
    follows: bool
    precedes: bool


def align(
    shown: str, words: Sequence[Words], starts: Sequence[int], stream: Stream
) -> Iterator[Placed]:
    """Where the `words` of an article stand in the stream of its page, in the article's order.

    `shown` is the article without blanks, `starts` where words begin in it.
    """
    search = _Search(shown, stream)
    pieces = _ordered([search.identified(one) for one in words], search)
    pieces = _ordered([search.unique(piece) for piece in pieces], search)
    while any(_middle(piece, starts) for piece in pieces):
        halves = [half for piece in pieces for half in _halves(piece, starts)]
        pieces = _ordered(halves, search)
    return (Placed(one.start, one.end, one.at) for one in pieces if one.at is not None)


class _Search:
    """Looks for pieces of an article, `shown` without blanks, in the stream of its page."""

    def __init__(self, shown: str, stream: Stream) -> None:
        self._shown = shown
        self._stream = stream
        self._page = stream.shown
        self._looks_left = max(_LOOKS_A_CHARACTER * len(self._page), _MIN_LOOKS)

    @property
    def end(self) -> int:
        return len(self._page)

    def identified(self, words: Words) -> _Piece:
        """The piece that `words` are, placed where its element tells."""
        if words.extent is None:
            return _Piece(words.start, words.end, 0, self.end)
        start, end = words.extent
        is_behind = words.behind or start == end  # extraction puts words into an empty element
        low, high = (end, self.end) if is_behind else (start, end)
        piece = _Piece(words.start, words.end, low, high)
        is_there = self._page.startswith(self._words(piece), low)
        return replace(piece, at=low) if is_there else piece

    def unique(self, piece: _Piece) -> _Piece:
        """`piece`, placed if its words stand in the page but once, and are not few."""
        if piece.at is not None or piece.length < _LEAST_UNIQUE:
            return piece
        at = self.first(piece, 0, self.end)
        if at is None or self.first(piece, at + 1, self.end) is not None:
            return piece
        return replace(piece, at=at)

    def first(self, piece: _Piece, low: int, high: int) -> int | None:
        """The first place of `piece` in `[low, high)`."""
        words = self._words(piece)
        while 0 <= high - low <= self._looks_left:
            at = self._page.find(words, low, high)
            self._looks_left -= (high if at < 0 else at + 1) - low
            if at < 0 or self._is_whole(piece, at):
                return at if at >= 0 else None
            low = at + 1
        return None

    def last(self, piece: _Piece, low: int, high: int) -> int | None:
        """The last place of `piece` in `[low, high)`."""
        words = self._words(piece)
        while 0 <= high - low <= self._looks_left:
            at = self._page.rfind(words, low, high)
            self._looks_left -= high - max(at, low)
            if at < 0 or self._is_whole(piece, at):
                return at if at >= 0 else None
            high = at + piece.length - 1
        return None

    def stands_at(self, piece: _Piece, at: int) -> bool:
        """Whether the words of `piece` stand at `at`, as whole words."""
        self._looks_left -= piece.length
        return self._page.startswith(self._words(piece), at) and self._is_whole(piece, at)

    def _is_whole(self, piece: _Piece, at: int) -> bool:
        self._looks_left -= _LOOKS_AT_ENDS
        is_whole = self._looks_left > 0 and self._stream.parts_words(at)
        return is_whole and self._stream.parts_words(at + piece.length)

    def _words(self, piece: _Piece) -> str:
        return self._shown[piece.start : piece.end]


def _ordered(pieces: Sequence[_Piece], search: _Search) -> list[_Piece]:
    """`pieces`, with those placed that order or neighbours tell of."""
    return [piece for part in _parts(pieces, search.end) for piece in _filled(part, search)]


def _parts(pieces: Sequence[_Piece], end: int) -> Iterator[_Piece | _Gap]:
    """The placed pieces, and the gaps between them."""
    before: _Piece | None = None
    waiting: list[_Piece] = []
    for piece in (*pieces, None):
        if piece is not None and piece.at is None:
            waiting.append(piece)
            continue
        if waiting:
            low = 0 if before is None else before.behind
            high = end if piece is None or piece.at is None else piece.at
            yield _Gap(waiting, low, high, before is not None, piece is not None)
            waiting = []
        if piece is not None:
            yield piece
        before = piece


def _filled(part: _Piece | _Gap, search: _Search) -> Iterator[_Piece]:
    if isinstance(part, _Piece):
        yield part
        return
    ways = zip(_early(part, search), _late(part, search), strict=True)
    neighbours = zip(_behind(part, search), _before(part, search), strict=True)
    for piece, (early, late), beside in zip(part.pieces, ways, neighbours, strict=True):
        beside_at = {at for at in beside if at is not None}
        if early is not None and early == late:
            yield replace(piece, at=early)
        elif len(beside_at) == 1:
            yield replace(piece, at=beside_at.pop())
        else:
            yield piece


def _early(gap: _Gap, search: _Search) -> list[int | None]:
    """Where each piece stands at the earliest, behind those before it."""
    found: list[int | None] = []
    low = gap.low
    for piece in gap.pieces:
        at = search.first(piece, max(low, piece.low), min(gap.high, piece.high))
        low = low if at is None else at + piece.length
        found.append(at)
    return found


def _late(gap: _Gap, search: _Search) -> list[int | None]:
    """Where each piece stands at the latest, before those behind it."""
    found: list[int | None] = []
    high = gap.high
    for piece in reversed(gap.pieces):
        at = search.last(piece, max(gap.low, piece.low), min(high, piece.high))
        high = high if at is None else at
        found.append(at)
    return found[::-1]


def _behind(gap: _Gap, search: _Search) -> list[int | None]:
    """Where each piece stands if nothing stands between the one before the gap and it."""
    found: list[int | None] = []
    at = gap.low
    is_possible = gap.follows
    for piece in gap.pieces:
        is_possible = is_possible and _is_free(piece, at, gap) and search.stands_at(piece, at)
        found.append(at if is_possible else None)
        at += piece.length
    return found


def _before(gap: _Gap, search: _Search) -> list[int | None]:
    """Where each piece stands if nothing stands between it and the one behind the gap."""
    found: list[int | None] = []
    at = gap.high
    is_possible = gap.precedes
    for piece in reversed(gap.pieces):
        at -= piece.length
        is_possible = is_possible and _is_free(piece, at, gap) and search.stands_at(piece, at)
        found.append(at if is_possible else None)
    return found[::-1]


def _is_free(piece: _Piece, at: int, gap: _Gap) -> bool:
    """Whether `piece` would stand in the gap; any place is in one whose sides are turned about."""
    return gap.low > gap.high or (gap.low <= at and at + piece.length <= gap.high)


def _halves(piece: _Piece, starts: Sequence[int]) -> tuple[_Piece, ...]:
    middle = _middle(piece, starts)
    if middle is None:
        return (piece,)
    return replace(piece, end=middle), replace(piece, start=middle)


def _middle(piece: _Piece, starts: Sequence[int]) -> int | None:
    """Where to halve a piece without a place, between two words; None where it cannot be."""
    first = bisect_right(starts, piece.start)
    last = bisect_left(starts, piece.end)
    return starts[(first + last) // 2] if piece.at is None and first < last else None

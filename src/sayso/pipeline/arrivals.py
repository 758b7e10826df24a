"""What there is to read, as it comes: files, the parts of archives and tables, fetched pages.

The process that writes hands on what comes and never looks into bytes that nobody vouches for:
archives are taken apart, pages fetched and inputs read in others.
"""

from __future__ import annotations

from collections.abc import Iterator

from sayso.acquire import BytesInput, Container, Found, Input, StoredInput
from sayso.acquire.archives import is_container
from sayso.acquire.given import PartInput, Skipped, Unchanged
from sayso.ledger import Ledger
from sayso.model import Reject
from sayso.pipeline.pages import name_of, pages
from sayso.pipeline.parts import parts
from sayso.pipeline.processes.pool import NotYet
from sayso.pipeline.settings import Settings

Arrival = Input | Skipped | Unchanged | Reject


class Arrivals:
    """Everything that was found, as it comes, and how far that is.

    `total` counts what comes, null where that is unknown beforehand. `left` counts what was found
    and has not come to its end, an archive as one. `within` is the archive or table that is open,
    null where none is.
    """

    def __init__(self, found: Found, ledger: Ledger, settings: Settings) -> None:
        self._found = found
        self._ledger = ledger
        self._settings = settings
        self._all_bytes = sum(map(_size, found.inputs))
        self._bytes = 0
        self._position = 0
        self.left = len(found.rejects) + len(found.inputs) + len(found.urls)
        countable = not found.urls and not any(map(is_container, found.inputs))
        self.total = self.left if countable else None
        self.within: str | None = None

    def __iter__(self) -> Iterator[Arrival | NotYet]:
        for reject in self._found.rejects:
            self.left -= 1
            yield reject
        for given in self._found.inputs:
            if isinstance(given, Container) and is_container(given):
                yield from self._parts(given)
                self.left -= 1
            else:
                self.left -= 1
                yield given
            self._bytes += _size(given)
        yield from self._pages()

    @property
    def share(self) -> float | None:
        """How much of all bytes came, from 0 to 1; null where their number is unknown."""
        if self._found.urls or not self._all_bytes:
            return None
        return min(1.0, (self._bytes + self._position) / self._all_bytes)

    def _parts(self, container: Container) -> Iterator[Arrival | NotYet]:
        self.within = container.name
        for part in parts(container, self._settings):
            if isinstance(part, PartInput | BytesInput):
                self._position = _position(part)
            yield part
        self.within, self._position = None, 0

    def _pages(self) -> Iterator[Arrival | NotYet]:
        asked = {each.url for each in self._found.urls}
        for page in pages([each.url for each in self._found.urls], self._ledger, self._settings):
            if isinstance(page, BytesInput) and is_container(page):
                yield from self._parts(page)
            else:
                yield page
            if not isinstance(page, NotYet) and name_of(page) in asked:
                asked.remove(name_of(page))
                self.left -= 1
        self.left -= len(asked)


def _size(given: Input) -> int:
    """In bytes; 0 for a file that cannot be looked at: reading it will say why."""
    if isinstance(given, BytesInput):
        return len(given.raw)
    if isinstance(given, StoredInput):
        return given.size
    try:
        return given.path.stat().st_size
    except OSError:
        return 0


def _position(part: PartInput | BytesInput) -> int:
    """Where a part stands in its container, in bytes; or in rows, which are fewer."""
    return part.begins if isinstance(part, PartInput) else part.provenance.position or 0

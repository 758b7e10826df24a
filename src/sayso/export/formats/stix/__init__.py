"""A STIX 2.1 bundle: reports, who speaks in them, what they say, and who agrees with a claim.

The standard: https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html. Actors are identities and
never threat actors, what is said of deeds are notes, and there is no observed data: sayso takes no
side, and has observed nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import BinaryIO

from sayso.export.claims import Readings
from sayso.export.formats.readings import readings
from sayso.export.formats.stix.joint import claim_objects, link_objects
from sayso.export.formats.stix.objects import Object, identifier
from sayso.export.formats.stix.told import reading_objects
from sayso.export.formats.streamed import json_bytes, passed_on, write_array
from sayso.ledger import Ledger

__all__ = ["write_stix"]


def write_stix(ledger: Ledger, stream: BinaryIO) -> None:
    """Write `ledger` as one bundle, whose id follows from its objects."""
    told = hashlib.sha256()
    stream.write(b'{"type": "bundle", "objects": ')
    write_array(stream, passed_on(told.update, _objects(ledger)))
    stream.write(b', "id": ' + json_bytes(identifier("bundle", told.hexdigest())) + b"}\n")


def _objects(ledger: Ledger) -> Iterator[Object]:
    placed: set[str] = set()
    for reading in readings(ledger):
        yield from reading_objects(reading, placed)
    looked_up = Readings(ledger)
    for claim in ledger.claims():
        yield from claim_objects(claim, looked_up)
    for link in ledger.links():
        yield from link_objects(link, looked_up)

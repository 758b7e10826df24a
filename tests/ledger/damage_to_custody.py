"""Damage that a person can do by hand to the chain of custody, in the form of `damage`.

The triggers that refuse it have to go first; that they are gone is a problem of its own.
"""

from __future__ import annotations

from sayso.model.ids import deletion_id, report_id, sha256_hex
from tests.custody_samples import DELETED, acquisition, from_archive
from tests.samples import herald

FILED = acquisition(herald().report, kept=True)
ARCHIVED = from_archive(herald().report)
ACQUIRED = (FILED, ARCHIVED)
GONE = report_id(sha256_hex(b"A passing word."))
DELETION = deletion_id(GONE, DELETED["by"], DELETED["at"])

IDS = {"filed": FILED.id, "archived": ARCHIVED.id, "deletion": DELETION}

DAMAGE = {
    "no trigger that keeps acquisitions": (
        "DROP TRIGGER acquisitions_delete",
        ("ledger", "table", "the trigger acquisitions_delete is gone"),
    ),
    "no trigger that keeps deletions": (
        "DROP TRIGGER deletions_update",
        ("ledger", "table", "the trigger deletions_update is gone"),
    ),
    "address of an acquisition": (
        (
            "DROP TRIGGER acquisitions_update;"
            " UPDATE acquisitions SET uri = 'file:///else' WHERE id = :filed"
        ),
        (FILED.id, "invariant", "its id does not follow"),
    ),
    "place in an archive": (
        (
            "DROP TRIGGER acquisitions_update;"
            " UPDATE acquisitions SET position = 0 WHERE id = :archived"
        ),
        (ARCHIVED.id, "invariant", "its id does not follow"),
    ),
    "hash of an acquisition": (
        (
            "DROP TRIGGER acquisitions_update;"
            " UPDATE acquisitions SET sha256 = 'ab' || substr(sha256, 3) WHERE id = :filed"
        ),
        (FILED.id, "invariant", "does not follow from its SHA-256"),
    ),
    "when it was acquired": (
        (
            "DROP TRIGGER acquisitions_update;"
            " UPDATE acquisitions SET at = 'in May' WHERE id = :filed"
        ),
        (FILED.id, "invariant", "'in May' is no instant"),
    ),
    "acquired in an unknown way": (
        (
            "DROP TRIGGER acquisitions_update;"
            " UPDATE acquisitions SET acquired_from = 'hearsay' WHERE id = :filed"
        ),
        (FILED.id, "value", "acquired_from"),
    ),
    "acquired after a deletion that never was": (
        (
            "DROP TRIGGER acquisitions_update;"
            " UPDATE acquisitions SET after = 'd-0' WHERE id = :filed"
        ),
        (FILED.id, "invariant", "comes after deletion d-0, which is not there"),
    ),
    "who deleted it": (
        (
            "DROP TRIGGER deletions_update;"
            " UPDATE deletions SET \"by\" = 'nobody' WHERE id = :deletion"
        ),
        (DELETION, "invariant", "its id does not follow"),
    ),
    "reason of a deletion": (
        ("DROP TRIGGER deletions_update; UPDATE deletions SET reason = '' WHERE id = :deletion"),
        (DELETION, "invariant", "gives no reason"),
    ),
    "what was deleted": (
        ("DROP TRIGGER deletions_update; UPDATE deletions SET sha256 = 'ab' WHERE id = :deletion"),
        (DELETION, "invariant", "does not follow from its SHA-256"),
    ),
}

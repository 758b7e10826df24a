"""The claims that people merged and split, for linking to honour."""

from __future__ import annotations

from sayso.ledger import Ledger
from sayso.links.claims import Anchor, Bonds


def bonds_of(ledger: Ledger) -> Bonds:
    """What is in force about the claims of `ledger`, those that it knows by name."""
    anchors = {one.claim: Anchor(one.statement, one.places) for one in ledger.named_claims()}
    if not anchors:
        return Bonds()
    decisions = ledger.decisions()
    return Bonds(
        merged=frozenset(
            (anchors[one], anchors[other])
            for one, other in decisions.merged
            if one in anchors and other in anchors
        ),
        split=frozenset(
            (anchors[claim], statement) for claim, statement in decisions.split if claim in anchors
        ),
    )

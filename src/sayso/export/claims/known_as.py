"""The ids by which one claim may be known."""

from __future__ import annotations

from sayso.ledger import Ledger, claims_there
from sayso.model import Claim
from sayso.model.ids import claim_id


def known_as(claim: Claim, ledger: Ledger) -> frozenset[str]:
    """The id of `claim`, and those that it has had while another member put it in words.

    A claim's id follows from the member that puts it best; reports that come in later may bring a
    better one. What people decided stands under the id of its day. Ids that are now those of other
    claims are left out.
    """
    told = {claim_id(claim.about, one.statement, one.spans) for one in claim.members}
    return frozenset((claim.id, *(told - claims_there(ledger, told))))

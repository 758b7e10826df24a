"""A claim with everybody's word on it, as one JSON object with the records in it."""

from __future__ import annotations

from sayso.export.claims.chains import Voice
from sayso.export.claims.in_full import ClaimInFull, Spoken
from sayso.export.codec import to_json


def as_json(told: ClaimInFull) -> dict[str, object]:
    """`told` as an object: the claim's record, and lists of what bears on it.

    Each of `members` and `declined` has the record of the `statement` and its `chain`: objects of
    `name`, and where there is one, of the ids of the `report` that an outlet published and of the
    `statement` of a source. Members have their `stance` too. The rest are records.
    """
    return {
        "claim": to_json(told.claim),
        "members": [{"stance": one.member.stance, **_spoken(one)} for one in told.members],
        "contradictions": [to_json(one.link) for one in told.contradictions],
        "corrections": [to_json(one.link) for one in told.corrections],
        "declined": [_spoken(one) for one in told.declined],
        "judgements": [to_json(one) for one in told.judgements],
    }


def _spoken(one: Spoken) -> dict[str, object]:
    return {"statement": to_json(one.statement), "chain": [_voice(voice) for voice in one.chain]}


def _voice(voice: Voice) -> dict[str, object]:
    report, statement = voice.report, voice.statement
    return {
        "name": voice.name,
        "report": report.id if report else None,
        "published": report.published if report else None,
        "statement": statement.id if statement else None,
    }

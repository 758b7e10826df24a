"""What a comparison found, in a sentence for people."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.links.reprints.taken import Taken


def reprint_reason(side: Taken, headline_a: Sequence[str], headline_b: Sequence[str]) -> str:
    """Why a text is a reprint: how much of it is taken over, and what became of the headline.

    The headlines are spoken of when both texts have one.
    """
    same, total = side.sentences()
    reason = f"{side.share:.0%} of the words are the same"
    if 1 < total <= 2 * same:
        reason = f"{same} of {total} sentences are the same words"
    if not (headline_a and headline_b):
        return reason
    return f"{reason}; the headline {'is the same' if headline_a == headline_b else 'differs'}"


def partial_reason(lengths: Sequence[int]) -> str:
    """Why texts share a part: how many passages, of how many words in all."""
    if len(lengths) == 1:
        return f"a passage of {lengths[0]} words is the same; the rest differs"
    return f"{len(lengths)} passages, {sum(lengths)} words in all, are the same; the rest differs"

"""Words that tell who speaks: documents, pronouns, amounts, anonymity."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which stand apart by blanks."""
    return frozenset(text.split())


ARTEFACTS = word_set(
    """
    account article blog book broadcast bulletin column complaint dispatch document editorial email
    essay filing interview lawsuit letter memo note op-ed paper petition poll post report statement
    story study survey testimony tweet video
    """
)
"""Things with words in them, which speak for whoever made them."""

PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m",
    "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "i": "first", "me": "first", "my": "first", "mine": "first", "myself": "first",
    "we": "first", "us": "first", "our": "first", "ours": "first", "ourselves": "first",
    "you": "second", "your": "second", "yours": "second", "yourself": "second",
    "who": "relative", "whom": "relative", "whose": "relative", "which": "relative",
    "that": "relative",
}  # fmt: skip
"""Pronouns that stand for an actor, with their class."""

QUANTIFIERS = word_set("anybody anyone everybody everyone nobody none noone somebody someone")
"""Nouns that no later pronoun takes up."""

NOBODY = word_set("nobody none noone")
"""Nouns that say that there is no such actor."""

ONE_OF_SEVERAL = word_set("another fourth one other second third")
"""Words for a member of a group told before: "a second official"."""

WITHHOLDING = word_set("insider insiders nobody none noone source sources whistleblower")
"""Nouns that say somebody spoke, and keep back who."""

CLOSE = word_set("briefed close familiar privy")
"""After "a person …": knows of a matter, and is not named."""

ANONYMITY = word_set("anonymity anonymous anonymously undisclosed unidentified unnamed")
NAMING = word_set("identified named quoted")
"""With a negation or "declined": the identity is withheld."""

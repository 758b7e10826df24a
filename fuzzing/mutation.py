"""Inputs made of sound and nasty ones: changed, cut, repeated, put together.

Input number N of a reader under a seed is the same everywhere: what fails is told by three words.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

LONGEST = 100_000
"""Bytes of an input at most; what is slow for its size shows long before."""
_LONGEST_BLOCK = 400
_HOW_OFTEN = (1, 1, 1, 2, 2, 3, 4, 8)
_NASTY_BYTES = (
    b"\x00\x01\x09\x0a\x0d\x1a\x20\x22\x26\x27\x2f\x3c\x3e\x5c\x7f\x80\xbf\xc0\xed\xfe\xff"
)
_NASTY_NUMBERS = (
    *(b"0", b"-1", b"1", b"00", b"127", b"128", b"255", b"256", b"65535", b"65536", b"1e999"),
    *(b"2147483647", b"2147483648", b"4294967295", b"9223372036854775808", b"9" * 30, b"9" * 5_000),
)
_NUMBER = re.compile(rb"\d+")
_ELEMENT = re.compile(rb"<([\w:]{1,30})(?:[^<>]*/>|[^<>]*>[^<>]*</\1>)")
"""An element that holds no others."""


@dataclass(frozen=True, slots=True)
class Material:
    """What inputs of one reader are made of: whole inputs, and tokens of its format."""

    corpus: Sequence[bytes]
    tokens: Sequence[bytes]


Mutation = Callable[[random.Random, bytes, Material], bytes]


def chance_of(seed: int, reader: str, number: int) -> random.Random:
    """All the chance that goes into one input."""
    return random.Random(f"{seed} {reader} {number}")  # noqa: S311 - chance, not secrecy


def mutated(chance: random.Random, material: Material) -> bytes:
    """An entry of the corpus, changed in one to eight ways."""
    return changed(chance, chance.choice(material.corpus), material)


def changed(chance: random.Random, raw: bytes, material: Material) -> bytes:
    """`raw`, changed in one to eight ways."""
    for _ in range(chance.choice(_HOW_OFTEN)):
        raw = chance.choice(_MUTATIONS)(chance, raw, material)[:LONGEST]
    return raw


def _block(chance: random.Random, raw: bytes) -> tuple[int, int]:
    """Where a block of `raw` begins and ends, a short one mostly."""
    start = chance.randint(0, len(raw))
    return start, min(len(raw), start + int(_LONGEST_BLOCK * chance.random() ** 3) + 1)


def _flip_bit(chance: random.Random, raw: bytes, _: Material) -> bytes:
    if not raw:
        return raw
    at = chance.randrange(len(raw))
    return b"%b%c%b" % (raw[:at], raw[at] ^ 1 << chance.randrange(8), raw[at + 1 :])


def _set_byte(chance: random.Random, raw: bytes, _: Material) -> bytes:
    at = chance.randint(0, len(raw))
    return b"%b%c%b" % (raw[:at], chance.choice(_NASTY_BYTES), raw[at + 1 :])


def _make_noise(chance: random.Random, raw: bytes, _: Material) -> bytes:
    start, end = _block(chance, raw)
    return raw[:start] + chance.randbytes(min(end - start, 16)) + raw[end:]


def _drop(chance: random.Random, raw: bytes, _: Material) -> bytes:
    start, end = _block(chance, raw)
    return raw[:start] + raw[end:]


def _truncate(chance: random.Random, raw: bytes, _: Material) -> bytes:
    return raw[: chance.randint(0, len(raw))]


def _repeat(chance: random.Random, raw: bytes, _: Material) -> bytes:
    start, end = _block(chance, raw)
    times = chance.choice((2, 3, 10, 100, 1000))
    return raw[:end] + raw[start:end] * min(times, LONGEST // (end - start + 1)) + raw[end:]


def _move(chance: random.Random, raw: bytes, _: Material) -> bytes:
    start, end = _block(chance, raw)
    at = chance.randint(0, len(raw))
    return raw[:at] + raw[start:end] + raw[at:]


def _insert_token(chance: random.Random, raw: bytes, material: Material) -> bytes:
    at = chance.randint(0, len(raw))
    return raw[:at] + chance.choice(material.tokens) + raw[at:]


def _insert_tokens(chance: random.Random, raw: bytes, material: Material) -> bytes:
    """A few tokens over and over: what nests, or runs on, without end."""
    at = chance.randint(0, len(raw))
    tokens = b"".join(chance.choices(material.tokens, k=chance.randint(1, 3)))
    return raw[:at] + tokens * chance.choice((2, 5, 50, 500)) + raw[at:]


def _replace_by_token(chance: random.Random, raw: bytes, material: Material) -> bytes:
    start, end = _block(chance, raw)
    return raw[:start] + chance.choice(material.tokens) + raw[end:]


def _exchange_token(chance: random.Random, raw: bytes, material: Material) -> bytes:
    """One token in place of another that stands there."""
    found = raw.find(chance.choice(material.tokens), chance.randint(0, len(raw)))
    return raw if found < 0 else raw[:found] + chance.choice(material.tokens) + raw[found + 1 :]


def _change_number(chance: random.Random, raw: bytes, _: Material) -> bytes:
    found = _NUMBER.search(raw, chance.randint(0, len(raw)))
    if found is None:
        return raw
    return raw[: found.start()] + chance.choice(_NASTY_NUMBERS) + raw[found.end() :]


def _splice(chance: random.Random, raw: bytes, material: Material) -> bytes:
    """The beginning of this and the end of another."""
    other = chance.choice(material.corpus)
    return raw[: chance.randint(0, len(raw))] + other[chance.randint(0, len(other)) :]


def _insert_other(chance: random.Random, raw: bytes, material: Material) -> bytes:
    other = chance.choice(material.corpus)
    start, end = _block(chance, other)
    at = chance.randint(0, len(raw))
    return raw[:at] + other[start:end] + raw[at:]


def _move_element(chance: random.Random, raw: bytes, material: Material) -> bytes:
    """An element of this or another before a tag: markup stays sound."""
    other = chance.choice((raw, chance.choice(material.corpus)))
    element = _ELEMENT.search(other, chance.randint(0, len(other)))
    at = raw.find(b"<", chance.randint(0, len(raw)))
    if element is None or at < 0:
        return raw
    return raw[:at] + element[0] * chance.choice((1, 1, 2, 100)) + raw[at:]


def _drop_element(chance: random.Random, raw: bytes, _: Material) -> bytes:
    element = _ELEMENT.search(raw, chance.randint(0, len(raw)))
    return raw if element is None else raw[: element.start()] + raw[element.end() :]


def _insert_token_before_tag(chance: random.Random, raw: bytes, material: Material) -> bytes:
    at = raw.find(b"<", chance.randint(0, len(raw)))
    return raw if at < 0 else raw[:at] + chance.choice(material.tokens) + raw[at:]


_MUTATIONS: tuple[Mutation, ...] = (
    *(_flip_bit, _set_byte, _make_noise, _drop, _truncate, _repeat, _move, _change_number),
    *(_insert_token, _insert_tokens, _replace_by_token, _exchange_token, _splice, _insert_other),
    *(_move_element, _drop_element, _insert_token_before_tag),
)

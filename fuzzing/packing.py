"""Inputs changed inside what they are packed in, so that more than the packing is tried."""

from __future__ import annotations

import gzip
import io
import random
import zipfile
import zlib
from collections.abc import Callable

from fuzzing.mutation import Material, changed, mutated

Make = Callable[[random.Random, Material], bytes]
_OUTSIDE = 0.3
"""The share of inputs whose packing itself is changed."""


def in_zip(chance: random.Random, material: Material) -> bytes:
    """A ZIP archive, mostly one that is sound outside, with one file changed."""
    raw = chance.choice(material.corpus)
    if chance.random() < _OUTSIDE or not zipfile.is_zipfile(io.BytesIO(raw)):
        return changed(chance, raw, material)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        files = {one.filename: (one.compress_type, archive.read(one)) for one in archive.infolist()}
    name = chance.choice([*files])
    files[name] = (files[name][0], changed(chance, files[name][1], material))
    return _zipped(files)


def _zipped(files: dict[str, tuple[int, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, (packing, content) in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, packing, 1)
    return stream.getvalue()


def in_gzip(chance: random.Random, material: Material) -> bytes:
    """Gzip, mostly sound outside, in which one member, or all that is in it, was changed."""
    raw = chance.choice(material.corpus)
    members = _members(raw)
    if chance.random() < _OUTSIDE or not members:
        return changed(chance, raw, material)
    if chance.random() < _OUTSIDE:
        return gzip.compress(changed(chance, b"".join(members), material), 1, mtime=0)
    at = chance.randrange(len(members))
    members[at] = changed(chance, members[at], material)
    return b"".join(gzip.compress(one, 1, mtime=0) for one in members)


def _members(raw: bytes) -> list[bytes]:
    """What the members of a gzip file hold; none where it is damaged."""
    members: list[bytes] = []
    while raw:
        inflater = zlib.decompressobj(31)
        try:
            members.append(inflater.decompress(raw))
        except zlib.error:
            return []
        raw = inflater.unused_data
    return members


def behind_a_line(chance: random.Random, material: Material) -> bytes:
    """The first line told by chance, mostly sound; after it what is as sound as that."""
    line, _, body = chance.choice(material.corpus).partition(b"\n")
    if chance.random() < _OUTSIDE:
        return mutated(chance, material)
    if chance.random() < _OUTSIDE:
        line = chance.choice(material.corpus).partition(b"\n")[0]
    return line + b"\n" + changed(chance, body, material)


def before_footer(chance: random.Random, material: Material) -> bytes:
    """A Parquet file, mostly with a sound footer, which tells where the pages of its columns are.

    The footer stands before its length, of 4 bytes, and a mark of 4.
    """
    raw = chance.choice(material.corpus)
    if chance.random() < _OUTSIDE:
        return changed(chance, raw, material)
    begins = len(raw) - 8 - int.from_bytes(raw[-8:-4], "little")
    return changed(chance, raw[:begins], material) + raw[begins:]

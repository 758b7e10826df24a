"""A bag of evidence: the ledger, its provenance and the raw bytes, with the hash of every file.

BagIt 1.0 (RFC 8493). Anyone checks it without sayso: `sha256sum -c manifest-sha256.txt`, then
`sha256sum -c tagmanifest-sha256.txt`, and where it is signed the signature over the latter. The
same ledger makes the same bag: nothing in it tells when it was made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sayso.export.formats.jsonl import write_jsonl
from sayso.export.formats.prov import write_prov
from sayso.export.formats.saving import folder_made
from sayso.export.signing import PrivateKey, public_pem
from sayso.ledger import Ledger
from sayso.model.software import SOFTWARE

SIGNED = "tagmanifest-sha256.txt"
"""The file that the signature is over; by it, and by what it names, all files are signed."""
SIGNATURE = f"{SIGNED}.sig"
SIGNER = "signer.pem"

_PAYLOAD = "manifest-sha256.txt"
_DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """What was put into a bag: files, their bytes, and of how many reports the raw bytes."""

    files: int
    size: int
    raw: int


def save_bag(ledger: Ledger, folder: Path, key: PrivateKey | None = None) -> Packed:
    """Write `ledger` as a bag to `folder`, signed if there is a `key`.

    The folder is there when all of it is written; it may have been there, empty. The raw bytes are
    those of reports in the ledger, where they were kept. Nobody should write to the ledger
    meanwhile. Raises RawDamaged where bytes are not what was read, and OSError where the disk
    refuses.
    """
    with folder_made(folder) as unfinished:
        return _write_bag(ledger, unfinished, key)


def _write_bag(ledger: Ledger, folder: Path, key: PrivateKey | None) -> Packed:
    raw = _write_payload(ledger, folder / "data")
    payload = _hashes(folder, folder / "data")
    size = sum(path.stat().st_size for path in payload)
    packed = Packed(files=len(payload), size=size, raw=raw)
    _write_hashes(folder, _PAYLOAD, payload)
    _write_text(folder / "bagit.txt", _DECLARATION)
    _write_text(folder / "bag-info.txt", _info(packed))
    if key is not None:
        (folder / SIGNER).write_bytes(public_pem(key))
    _write_hashes(folder, SIGNED, _hashes(folder, folder, deep=False))
    if key is not None:
        (folder / SIGNATURE).write_bytes(key.sign((folder / SIGNED).read_bytes()))
    return packed


def _write_payload(ledger: Ledger, data: Path) -> int:
    """Write the records, their provenance and the raw bytes; returns how many of the last."""
    data.mkdir()
    with (data / "ledger.jsonl").open("xb") as stream:
        write_jsonl(ledger, stream)
    with (data / "prov.jsonld").open("xb") as stream:
        write_prov(ledger, stream)
    written = 0
    for sha256 in _kept(ledger):
        place = data / "raw" / sha256[:2] / sha256
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(ledger.raw.get(sha256))
        written += 1
    return written


def _kept(ledger: Ledger) -> Iterator[str]:
    """The SHA-256 of the reports whose raw bytes are kept."""
    return (each.sha256 for each in ledger.reports() if each.sha256 in ledger.raw)


def _hashes(folder: Path, within: Path, *, deep: bool = True) -> dict[Path, str]:
    """The SHA-256 of the files in `within`, by path, in the order of their names in `folder`."""
    files = [path for path in (within.rglob("*") if deep else within.iterdir()) if path.is_file()]
    return {path: _hash(path) for path in sorted(files, key=lambda one: _name(folder, one))}


def _hash(path: Path) -> str:
    told = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            told.update(chunk)
    return told.hexdigest()


def _write_hashes(folder: Path, name: str, hashes: dict[Path, str]) -> None:
    lines = (f"{sha256}  {_name(folder, path)}\n" for path, sha256 in hashes.items())
    _write_text(folder / name, "".join(lines))


def _name(folder: Path, path: Path) -> str:
    return path.relative_to(folder).as_posix()


def _info(packed: Packed) -> str:
    return (
        f"Bag-Software-Agent: {SOFTWARE}\n"
        "External-Description: a ledger of who says what, its provenance, and the raw bytes\n"
        f"Payload-Oxum: {packed.size}.{packed.files}\n"
    )


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")

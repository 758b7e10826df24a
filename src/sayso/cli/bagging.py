"""Making a bag of evidence, and the key that it is signed with."""

from __future__ import annotations

from pathlib import Path

import typer

from sayso.cli.output import console, count
from sayso.export.bag import SIGNED, Packed, save_bag
from sayso.export.signing import PrivateKey, fingerprint, make_key, read_key
from sayso.ledger import Address, Ledger


def make_signer(key: Path | None, new_key: Path | None) -> PrivateKey | None:
    """The key to sign with, made first where a new one is asked for; null where there is none."""
    if key is not None and new_key is not None:
        raise typer.BadParameter("give one key: --key, or --new-key to make one")
    if new_key is not None:
        make_key(new_key)
    path = key or new_key
    if path is None:
        return None
    signer = read_key(path)
    made = "Made the key" if new_key is not None else "The key"
    console().print(
        f"{made} {path}: the SHA-256 of its public part (DER) is {fingerprint(signer)}.",
        soft_wrap=True,
    )
    return signer


def pack(ledger: Address, folder: Path, signer: PrivateKey | None) -> None:
    """Make the bag, and tell what is in it and how it is checked."""
    try:
        with Ledger(ledger, mode="read") as book:
            packed = save_bag(book, folder, signer)
            reports = book.counts().reports
    except OSError as error:
        raise typer.BadParameter(f"{folder}: {error.strerror}", param_hint="FOLDER") from error
    console().print(_told(packed, reports, folder), soft_wrap=True)


def _told(packed: Packed, reports: int, folder: Path) -> str:
    return (
        f"Wrote {count(packed.files, 'file')}, {packed.size:,} bytes, to {folder}, with"
        f" the raw bytes of {packed.raw:,} of {count(reports, 'report')}.\n"
        f"To check: cd {folder} && sha256sum -c manifest-sha256.txt {SIGNED}"
    )

"""`sayso manifest`: the ledger as a bag of evidence that anyone can check."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sayso.cli.options import DEFAULT_LEDGER, LedgerOption


def manifest(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[FOLDER]", help="Where the bag is made: a new folder.")
    ] = None,
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Sign it with this private key (Ed25519).")
    ] = None,
    new_key: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Make a private key there, and sign with it."),
    ] = None,
) -> None:
    """Write the ledger, its provenance and the raw bytes with the hash of every file: a BagIt bag.

    Anyone can check it without sayso: `sha256sum -c manifest-sha256.txt` in the folder, and where
    it is signed the signature, by OpenSSL; docs/custody.md has the commands.

    Example: sayso manifest evidence --key signing.pem
    """
    # What signs takes a tenth of a second to load, and no other command needs it.
    from sayso.cli.bagging import make_signer, pack  # noqa: PLC0415 - see above

    if folder is None and new_key is None:
        raise typer.BadParameter("give the folder to make, or --new-key")
    signer = make_signer(key, new_key)
    if folder is not None:
        pack(ledger, folder, signer)

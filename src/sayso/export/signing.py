"""Signatures that anyone can check with OpenSSL: Ed25519 (RFC 8032)."""

from __future__ import annotations

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey as PrivateKey

from sayso.model import SigningError
from sayso.model.ids import sha256_hex

__all__ = ["PrivateKey", "fingerprint", "make_key", "public_pem", "read_key"]


def make_key(path: Path) -> None:
    """Make a private key in the file `path` (PEM, PKCS #8), which its owner alone may read.

    Raises SigningError where a file is there, or cannot be made.
    """
    pem = PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    try:
        opened = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise SigningError(f"no key was made: {path}: {error.strerror}") from error
    with open(opened, "wb") as stream:  # noqa: PTH123 - no path opens a descriptor
        stream.write(pem)


def read_key(path: Path) -> PrivateKey:
    """The private key in the file `path`; raises SigningError where there is none of this kind."""
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except OSError as error:
        raise SigningError(f"the key {path} cannot be read: {error.strerror}") from error
    except TypeError as error:
        raise SigningError(f"the key {path} is encrypted: give one that is not") from error
    except (ValueError, UnsupportedAlgorithm) as error:
        raise SigningError(f"{path} holds no private key in PEM: --new-key makes one") from error
    if not isinstance(key, PrivateKey):
        raise SigningError(f"the key {path} is not of Ed25519: --new-key makes one that is")
    return key


def public_pem(key: PrivateKey) -> bytes:
    """The public key, in PEM."""
    return key.public_key().public_bytes(
        serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    )


def fingerprint(key: PrivateKey) -> str:
    """The SHA-256 of the public key (DER), by which people tell each other which it is."""
    return sha256_hex(
        key.public_key().public_bytes(
            serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
        )
    )

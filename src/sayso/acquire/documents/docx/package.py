"""The parts of a DOCX file: entries of a ZIP archive, unpacked within bounds.

Names in the archive are looked up and never used as paths of this machine. Sizes are counted
while unpacking, whatever the archive says of them.
"""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass

from sayso.acquire.markup import Kind, events
from sayso.model import InputError

# A report of three hundred pages has 10 MB of markup; pictures are not unpacked.
MAX_PART = 20_000_000
_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships Relationship"
_RELATIONSHIPS = "_rels/.rels"
# What an encrypted DOCX and an old DOC begin with: a compound file (MS-CFB).
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = 0x1
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
"""Those that packages may use (ECMA-376, part 2)."""

# What zipfile raises on archives that nobody made for it.
_DAMAGES = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, RuntimeError, ValueError),
)


@dataclass(frozen=True, slots=True)
class Package:
    """An opened DOCX file."""

    archive: zipfile.ZipFile

    @classmethod
    def of(cls, raw: bytes) -> Package:
        """The package in `raw`; raises InputError (stage `decode`)."""
        if raw.startswith(_COMPOUND_FILE):
            raise InputError(
                "it is encrypted, or in the old DOC format: save it as DOCX without a password",
                stage="decode",
            )
        try:
            return cls(zipfile.ZipFile(io.BytesIO(raw)))
        except _DAMAGES as error:
            raise InputError(f"it is no sound DOCX file: {error}", stage="decode") from error

    def part(self, name: str) -> bytes:
        """The bytes of the part `name`; raises InputError (stage `decode`)."""
        try:
            entry = self.archive.getinfo(name)
        except KeyError as error:
            raise InputError(f"it is no DOCX file: it has no {name}", stage="decode") from error
        if entry.compress_type not in _METHODS or entry.flag_bits & _ENCRYPTED:
            raise InputError(f"{name} is encrypted or packed in an unknown way", stage="decode")
        try:
            with self.archive.open(entry) as stream:
                content = stream.read(MAX_PART + 1)
        except _DAMAGES as error:
            raise InputError(f"{name} cannot be unpacked: {error}", stage="decode") from error
        if len(content) > MAX_PART:
            raise InputError(
                f"{name} unpacks to more than {MAX_PART // 1_000_000} MB: split the document",
                stage="decode",
            )
        return content

    def related(self, kind: str) -> str | None:
        """The name of the part that the package names for `kind`, the end of a type's address."""
        for event in events(self.part(_RELATIONSHIPS), _RELATIONSHIPS):
            if event.kind is Kind.START and event.text == _RELATIONSHIP:
                target = event.attributes.get("Target", "")
                if event.attributes.get("Type", "").endswith(kind) and target:
                    return posixpath.normpath(target.lstrip("/"))
        return None

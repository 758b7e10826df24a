"""The formats of other tools that a ledger can be exported in."""

from sayso.export.formats.format import FileFormat, FolderFormat, Format
from sayso.export.formats.saving import save
from sayso.export.formats.table import FORMATS

__all__ = ["FORMATS", "FileFormat", "FolderFormat", "Format", "save"]

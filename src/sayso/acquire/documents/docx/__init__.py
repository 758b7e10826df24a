"""Word documents (DOCX, ECMA-376): the words of the main part, each with its bytes there.

The standard library does it: expat, unlike the parsers that build trees, tells the byte at which
each thing stands, and needs nothing to be safe but that document types be refused.

    package      the ZIP archive, unpacked within bounds
    markup       XML → tags and characters with their bytes
    story        tags and characters → the pieces of a text
    reading      all of these → an article
"""

from sayso.acquire.documents.docx.reading import part_of, read_docx

__all__ = ["part_of", "read_docx"]

"""The language engine: tokens, sentences and tree, behind types of our own."""

from sayso.reader.document import Document, Run
from sayso.reader.spacy_reader import Reader, load_reader

__all__ = ["Document", "Reader", "Run", "load_reader"]

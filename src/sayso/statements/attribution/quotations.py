"""Quotation marks: which tokens stand inside a quotation, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.reader import Document, Run

_PAIRS = {"“": "”", "«": "»", "„": "”", '"': '"', "''": "''", "'": "'", "‘": "’"}
_ALIKE = frozenset(('"', "''", "'", "’", "‘"))
"""Marks that may open, close or be an apostrophe: only the blanks around them tell."""
_LONGEST = 400
"""An opening mark with no partner within this many tokens is taken for a stray one."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One quotation: the run of its words with its marks, paragraph by paragraph."""

    runs: tuple[Run, ...]

    @property
    def start(self) -> int:
        """The token of its opening mark."""
        return self.runs[0].start

    @property
    def end(self) -> int:
        """One past its closing mark."""
        return self.runs[-1].end

    def __contains__(self, token: int) -> bool:
        return any(token in run for run in self.runs)


class Quotations:
    """The quotations of a document, in text order, to be asked by token and by sentence."""

    def __init__(self, doc: Document) -> None:
        self._all = tuple(_find(doc))
        self._of_token = {
            token: number
            for number, quotation in enumerate(self._all)
            for run in quotation.runs
            for token in run
        }
        self._in_sentence: dict[int, list[Run]] = {}
        for quotation in self._all:
            for run in quotation.runs:
                for sentence in range(doc.sentence_of[run.start], doc.sentence_of[run.end - 1] + 1):
                    self._in_sentence.setdefault(sentence, []).append(run)

    def __iter__(self) -> Iterator[Quotation]:
        return iter(self._all)

    def around(self, token: int) -> Quotation | None:
        """The quotation that `token` stands in, its marks included."""
        number = self._of_token.get(token)
        return None if number is None else self._all[number]

    def in_sentence(self, sentence: int) -> list[Run]:
        """The runs of quotations that meet the sentence with this number."""
        return self._in_sentence.get(sentence, [])

    def met(self, runs: Iterable[Run]) -> list[Quotation]:
        """The quotations that share a token with any of `runs`, in text order."""
        met = {self._of_token[t] for run in runs for t in run if t in self._of_token}
        return [self._all[number] for number in sorted(met)]


def _find(doc: Document) -> Iterator[Quotation]:
    """Find every quotation.

    A paragraph that opens with a mark while a quotation is still open goes on with it: that is
    how print carries a quotation over paragraphs. One that does not ends the stray mark.
    """
    carried: tuple[Run, ...] = ()
    for paragraph in doc.paragraphs:
        for run, closed in _paragraph_quotations(doc, paragraph):
            goes_on = run.start == paragraph.start
            if carried and not goes_on:
                yield Quotation(carried)
            runs = (*carried, run) if goes_on else (run,)
            carried = () if closed else runs
            if closed:
                yield Quotation(runs)
        if carried and carried[-1].start < paragraph.start:
            yield Quotation(carried)
            carried = ()
    if carried:
        yield Quotation(carried)


def _paragraph_quotations(doc: Document, paragraph: Run) -> Iterator[tuple[Run, bool]]:
    """The quotations of one paragraph, each with whether it is closed there.

    An unclosed quotation counts only when it opens the paragraph, follows a cue's comma or
    colon, or goes on in the next paragraph; it then runs to the end of this one.
    """
    token = paragraph.start
    while token < paragraph.end:
        closing = _PAIRS.get(doc.words[token])
        if closing is None or not _opens(doc, token):
            token += 1
            continue
        end = _closing_mark(doc, token, closing, paragraph)
        if end is not None:
            yield Run(token, end + 1), True
            token = end + 1
        elif _may_stay_open(doc, token, paragraph):
            yield Run(token, paragraph.end), False
            return
        else:
            token += 1


def _may_stay_open(doc: Document, opening: int, paragraph: Run) -> bool:
    if doc.words[opening] in ("'", "‘"):
        return False
    if opening == paragraph.start or doc.words[opening - 1] in (",", ":"):
        return True
    after = paragraph.end
    return after < len(doc) and doc.words[after] == doc.words[opening]


def _closing_mark(doc: Document, opening: int, closing: str, paragraph: Run) -> int | None:
    limit = min(paragraph.end, opening + _LONGEST)
    for token in range(opening + 2, limit):
        if doc.words[token] == closing and _closes(doc, token):
            return token
    return None


def _opens(doc: Document, token: int) -> bool:
    """Whether a mark touches the word after it and, where marks are alike, none before it."""
    after = token + 1
    if after >= len(doc) or doc.starts[after] > doc.ends[token]:
        return False
    if doc.words[token] not in _ALIKE or token == 0:
        return True
    return doc.ends[token - 1] < doc.starts[token] or not doc.words[token - 1][-1].isalnum()


def _closes(doc: Document, token: int) -> bool:
    """Whether a mark touches the word before it and, where marks are alike, none after it."""
    if doc.ends[token - 1] < doc.starts[token] or doc.tags[token] == "POS":
        return False
    after = token + 1
    apart = after >= len(doc) or doc.starts[after] > doc.ends[token]
    return apart or doc.words[token] not in _ALIKE or not doc.words[after][0].isalnum()

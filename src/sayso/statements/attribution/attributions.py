"""Who says what in a document: what the network finds, made whole and put in each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.reader import Document, Encoded, Run
from sayso.statements import lexicon
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.citations import with_citations
from sayso.statements.attribution.clauses import (
    with_clause_around,
    with_clause_denied,
    with_clauses_apart,
)
from sayso.statements.attribution.contents import with_exact_contents
from sayso.statements.attribution.continuations import with_continuations, without_nobodys_words
from sayso.statements.attribution.decoding import Parts, decode
from sayso.statements.attribution.evidence import Evidence
from sayso.statements.attribution.frames import frame_of
from sayso.statements.attribution.heads import CueWord, Heads, head_of
from sayso.statements.attribution.plain_credits import plain_credits
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.attribution.relative_credits import relative_credits
from sayso.statements.attribution.sources import (
    source_of,
    with_governed_source,
    with_possessor_apart,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A cue that the network finds possible, with the parts it would have."""

    cue: CueWord
    parts: Parts

    def evidence(self, *, nested: bool) -> Evidence:
        """What speaks for it as an outermost attribution, or as one in another's content."""
        return Evidence.of(self.cue.anywhere if nested else self.cue.outermost, self.parts)

    @property
    def size(self) -> int:
        """How many words its content has."""
        return sum(map(len, self.parts.content))


def attributions(
    doc: Document, quoted: Quotations, encoded: Iterable[Encoded], heads: Heads
) -> list[Attribution]:
    """The attributions of `doc`, by the position of their cue words, with their nesting.

    `encoded` are the windows of `doc`.
    """
    possible = [one for window in encoded for one in candidates(doc, window, heads)]
    possible = _apart(doc, possible, heads)
    found = sorted(_likely(doc, possible, heads), key=lambda one: one.head)
    found = with_exact_contents(doc, with_clauses_apart(doc, found, quoted), quoted)
    found = with_continuations(doc, found, quoted)
    return _nested(with_citations(doc, without_nobodys_words(found, quoted)))


def candidates(doc: Document, encoded: Encoded, heads: Heads) -> Iterator[Candidate]:
    """What may be an attribution in a window, at any depth."""
    certain = dict((*relative_credits(doc, encoded.words), *plain_credits(doc, encoded.words)))
    for head, its in certain.items():
        yield Candidate(CueWord(head, anywhere=1.0, outermost=1.0), its)
    cues = [cue for cue in heads.cues(doc, encoded) if cue.token not in certain]
    if cues:
        labels = heads.parts(doc, encoded, cues)
        parts = decode(encoded.words, [cue.token for cue in cues], labels)
        for cue, its in zip(cues, parts, strict=True):
            yield Candidate(cue, _exact_parts(doc, cue.token, its))


_EXACT = (with_possessor_apart, with_governed_source, with_clause_denied, with_clause_around)


def _exact_parts(doc: Document, head: int, parts: Parts) -> Parts:
    """`parts` with what the grammar around the cue's `head` makes sure."""
    for exact in _EXACT:
        parts = exact(doc, head, parts)
    return parts


def _apart(doc: Document, possible: list[Candidate], heads: Heads) -> list[Candidate]:
    """Each without what a further cue of its own sentence says: "said A and promised B".

    A further cue hangs on the first by "and", and is itself likely to be outermost.
    """
    outermost = [one for one in possible if heads.score(one.evidence(nested=False)) >= heads.least]
    further = {one.cue.token: one for one in outermost if doc.deps[one.cue.token] == "conj"}
    return [_before(doc, one, further) for one in possible]


def _before(doc: Document, one: Candidate, further: dict[int, Candidate]) -> Candidate:
    """`one` without the content from the first cue on that is coordinated with its own."""
    beside = [child for child in doc.children[one.cue.token] if child in further]
    places = [further[child].parts.cue.start for child in beside if child > one.cue.token]
    if not places:
        return one
    end = min(places)
    while end > 0 and doc.tags[end - 1] in ("CC", ",", "RB"):
        end -= 1
    said = [piece for run in one.parts.content for piece in run.within(Run(0, end))]
    after = [run for run in one.parts.content if run.start >= doc.sentence(one.cue.token).end]
    return replace(one, parts=replace(one.parts, content=(*said, *after)))


def _likely(doc: Document, possible: list[Candidate], heads: Heads) -> Iterator[Attribution]:
    """The candidates that are likely enough where they stand: outermost, or in a content."""
    said: set[int] = set()
    held: set[int] = set()
    for one in sorted(possible, key=lambda one: (-one.size, one.cue.token)):
        nested = one.cue.token in said
        score = heads.score(one.evidence(nested=nested))
        least = heads.least_denial if _denies(doc, one) else heads.least
        likely = one.cue.anywhere >= heads.nested if nested else score >= least
        free = one.parts.content and one.cue.token not in held
        if likely and free and not _is_the_authors(doc, one):
            yield _attribution(doc, one, score)
            said.update(token for run in one.parts.content for token in run)
            shared = one.cue.token not in one.parts.cue
            held.update([one.cue.token] if shared else one.parts.cue)


def _denies(doc: Document, one: Candidate) -> bool:
    return doc.lemmas[one.cue.token] in lexicon.DENIALS


def _is_the_authors(doc: Document, one: Candidate) -> bool:
    """Whether the author himself weighs what he says: "it is unclear who …", "she seems to …"."""
    lemmas = {doc.lemmas[token] for token in one.parts.cue}
    named = any(doc.lowers[token] != "it" for run in one.parts.source for token in run)
    return not (named or lemmas.isdisjoint(lexicon.WEIGHING)) or bool(lemmas & lexicon.SEEMING)


def _attribution(doc: Document, one: Candidate, score: float) -> Attribution:
    cue, content = one.parts.cue, one.parts.content
    source = source_of(doc, one.cue.token, one.parts)
    return Attribution(
        head=one.cue.token,
        frame=frame_of(doc, one.cue.token, cue, content),
        cue=cue,
        source=(source,) if source is not None else (),
        source_head=head_of(doc, source) if source is not None else None,
        content=content,
        score=score,
    )


def _nested(found: Iterable[Attribution]) -> list[Attribution]:
    """Give each attribution its parent and depth, and keep it inside its parent's content."""
    innermost: dict[int, Attribution] = {}
    placed: list[Attribution] = []
    for one in sorted(found, key=lambda one: (-sum(map(len, one.content)), one.cue, one.head)):
        nested = _inside(one, innermost.get(one.head))
        placed.append(nested)
        for run in nested.content:
            innermost.update(dict.fromkeys(run, nested))
    return sorted((one for one in placed if one.content), key=lambda one: one.head)


def _inside(one: Attribution, parent: Attribution | None) -> Attribution:
    if parent is None:
        return one
    content = tuple(piece for run in one.content for piece in run.within(*parent.content))
    return replace(one, content=content, parent=parent, depth=parent.depth + 1)

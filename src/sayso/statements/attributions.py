"""From candidates to attributions: which hold, what exactly each says, and which stand in which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sayso.model import Act
from sayso.reader import Document, Run
from sayso.statements import grammar, lexicon
from sayso.statements.candidates import candidates
from sayso.statements.parts import Candidate
from sayso.statements.quotations import Quotation, Quotations
from sayso.statements.scoring import load_cue_model

THRESHOLD = 0.48
"""Candidates below this probability are dropped: the best F1 on held-back PolNeAR articles."""
DENIAL_THRESHOLD = 0.1
"""For denials: one that is missed makes a disputed claim look undisputed, so more are kept."""
PLAIN_THRESHOLD = 0.33
"""For frames in which hardly anything but an attribution stands, however rare the cue."""


_ASIDES = ("according", "view", "paren", "as")
"""Frames of cues that stand aside in the very clause that they credit."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """A credited statement, in tokens: see Candidate for its runs.

    `parent` is the innermost attribution in whose content this one's cue stands, None when only
    the author stands above it; `depth` counts from 1.
    """

    head: int
    frame: str
    cue: Run
    source: tuple[Run, ...]
    source_head: int | None
    content: tuple[Run, ...]
    score: float
    parent: Attribution | None = None
    depth: int = 1


def attributions(doc: Document, quoted: Quotations) -> list[Attribution]:
    """The attributions of `doc`, by the position of their cue words, with their nesting."""
    model = load_cue_model()
    scored = [(found, model.probability(doc, found, quoted)) for found in candidates(doc, quoted)]
    likely = _unrivalled(
        Attribution(c.head, c.frame, c.cue, c.source, c.source_head, c.content, round(score, 3))
        for c, score in scored
        if score >= _threshold(doc, c)
    )
    likely = _with_cited_sources(doc, _with_further_clauses(doc, likely))
    found = _with_exact_contents(doc, likely, quoted)
    found = _with_continuations(doc, found, quoted)
    return _nested(_without_nobodys_words(found, quoted))


def _threshold(doc: Document, candidate: Candidate) -> float:
    """The least probability that keeps `candidate`."""
    denials, lemma = lexicon.ACTS[Act.DENY], doc.lemmas[candidate.head]
    denied = doc.lemmas[doc.heads[candidate.head]] in denials and lemma in lexicon.REPORTED
    if lemma in denials or (denied and candidate.frame == "n:that"):
        return DENIAL_THRESHOLD
    return PLAIN_THRESHOLD if candidate.frame in lexicon.PLAIN_FRAMES else THRESHOLD


def _unrivalled(found: Iterable[Attribution]) -> list[Attribution]:
    """Without those whose cue word another one's longer cue holds: "declined to say"."""
    found = list(found)
    held = {token for one in found for token in one.cue if token != one.head}
    return [one for one in found if one.head not in held]


# --- exact contents --------------------------------------------------------------------------


def _with_exact_contents(
    doc: Document, found: list[Attribution], quoted: Quotations
) -> list[Attribution]:
    """Each with whole quotations in its content and without what another cue coordinates."""
    by_sentence = defaultdict(list)
    for one in found:
        by_sentence[doc.sentence_of[one.head]].append(one)
    exact = []
    for one in found:
        content = list(one.content)
        for other in by_sentence[doc.sentence_of[one.head]]:
            cut = _not_said(doc, one, other)
            if cut is not None:
                content = [piece for run in content for piece in grammar.without(run, cut)]
        content = _without_asides(doc, content, quoted)
        content = _with_whole_quotations(one, content, quoted)
        trimmed = (grammar.trim(doc, run) for run in grammar.merge(content))
        exact.append(replace(one, content=tuple(run for run in trimmed if run is not None)))
    return [one for one in exact if one.content]


def _not_said(doc: Document, one: Attribution, other: Attribution) -> Run | None:
    """What of `other` stands in the content of `one` without being said by its source."""
    if _coordinated(doc, one, other):
        return Run(_phrase_start(doc, other), doc.sentence(other.head).end)
    aside = other.frame in _ASIDES and _holds(other, one.head) and _holds(one, other.head)
    if aside and one.frame not in _ASIDES:
        runs = (other.cue, *other.source)
        return Run(min(run.start for run in runs), max(run.end for run in runs))
    return None


def _coordinated(doc: Document, one: Attribution, other: Attribution) -> bool:
    """Whether `other` stands beside `one` in its sentence, not inside what `one` says."""
    if other.head <= one.head or not any(other.head in run for run in one.content):
        return False
    head, dep = doc.heads[other.head], doc.deps[other.head]
    if head == one.head:
        return dep in ("conj", "advcl")
    bare = grammar.own_subject(doc, other.head) is None
    return dep == "conj" and bare and doc.tags[other.head] == doc.tags[one.head]


def _phrase_start(doc: Document, one: Attribution) -> int:
    """Where the phrase of `one` begins, with the "and" or comma before it."""
    start = one.cue.start
    while start > 0 and doc.tags[start - 1] in ("CC", ",", "RB"):
        start -= 1
    return start


def _without_asides(doc: Document, content: list[Run], quoted: Quotations) -> list[Run]:
    """`content` up to a closing aside, ", which …", that may be the author's own."""
    last = content[-1] if content else None
    for token in last or ():
        if doc.tags[token] in ("WDT", "WP") and doc.words[token - 1] == ",":
            clause = next((v for v in doc.ancestors(token) if doc.deps[v] == "relcl"), token)
            if doc.edges[clause].end >= content[-1].end and quoted.around(token) is None:
                return [*content[:-1], *Run(last.start, token).within(last)] if last else content
    return content


def _with_whole_quotations(one: Attribution, content: list[Run], quoted: Quotations) -> list[Run]:
    around = quoted.around(one.head)
    if around is not None:
        inside = [run for run in around.runs if one.head in run]
        content = [piece for run in content for piece in run.within(*inside)]
    whole = [part for met in quoted.met(content) if met is not around for part in met.runs]
    return content + [piece for part in whole for piece in grammar.without(part, one.cue)]


def _with_cited_sources(doc: Document, found: list[Attribution]) -> list[Attribution]:
    """Read "The paper, citing officials, reported that A" as paper ← officials ← A."""
    by_head = {one.head: one for one in found}
    phrases: dict[int, Run] = {}
    told: list[Attribution] = []
    for one in found:
        citing = by_head.get(doc.heads[one.head])
        if citing is None or not _cites(doc, one):
            told.append(one)
            continue
        phrases[citing.head] = Run(one.cue.start, one.content[-1].end)
        cited = doc.child(one.head, "dobj")
        told.append(replace(one, source=one.content, source_head=cited, content=citing.content))
    return [
        replace(one, content=grammar.merge([*one.content, phrases[one.head]]))
        if one.head in phrases
        else one
        for one in told
    ]


def _cites(doc: Document, one: Attribution) -> bool:
    return doc.lemmas[one.head] in lexicon.CITING and doc.deps[one.head] == "advcl"


def _with_further_clauses(doc: Document, found: list[Attribution]) -> list[Attribution]:
    """Make "said that A, and that B" two attributions: each clause is a proposition of its own."""
    told: list[Attribution] = []
    for one in found:
        pieces = _at_further_that(doc, one) if one.frame == "that" else [one.content]
        told += [replace(one, content=content) for content in pieces]
    return told


def _at_further_that(doc: Document, one: Attribution) -> list[tuple[Run, ...]]:
    """The content of `one` cut before each "and that" of its sentence."""
    last = one.content[-1].end
    sentence = doc.sentence(one.head)
    cuts = [
        token
        for token in range(one.content[0].start + 1, sentence.end)
        if doc.lowers[token] == "that"
        and doc.deps[token] == "mark"
        and doc.lowers[token - 1] in ("and", "but")
        and _goes_on(doc, one, token)
    ]
    if not cuts:
        return [one.content]
    whole = Run(one.content[0].start, max(last, doc.edges[doc.heads[cuts[-1]]].end))
    pieces: list[tuple[Run, ...]] = []
    for start, end in zip(
        [whole.start, *cuts], [*(cut - 1 for cut in cuts), whole.end], strict=True
    ):
        trimmed = grammar.trim(doc, Run(start, end))
        pieces += [(trimmed,)] if trimmed is not None else []
    return pieces


def _goes_on(doc: Document, one: Attribution, that: int) -> bool:
    """Whether the clause that opens at `that` hangs on the cue of `one` or on its content."""
    verb = doc.heads[that]
    if doc.deps[verb] not in ("conj", "ccomp", "advcl", "ROOT"):
        return False
    head = doc.heads[verb]
    direct = doc.child(head, "mark")
    in_that_clause = direct is not None and doc.lowers[direct] == "that" and _holds(one, head)
    return head in (one.head, doc.heads[one.head], verb) or in_that_clause


# --- quotations without a cue of their own ---------------------------------------------------


def _with_continuations(
    doc: Document, found: list[Attribution], quoted: Quotations
) -> list[Attribution]:
    """Add each quotation that no cue claims to the statement that it goes on with."""
    claimed = _claimed(found, quoted)
    ends = {one.head: max(one.cue.end, one.content[-1].end) for one in found}
    for quotation in quoted:
        if quotation in claimed or not _stands_alone(doc, quotation):
            continue
        position = _speaker_before(doc, found, ends, quotation)
        if position is not None:
            one = found[position]
            ends[one.head] = quotation.end
            found[position] = replace(one, content=grammar.merge([*one.content, *quotation.runs]))
    return found


def _claimed(found: list[Attribution], quoted: Quotations) -> set[Quotation]:
    """The quotations that somebody outside of them is credited with."""
    return {q for one in found for q in quoted.met(one.content) if one.head not in q}


def _stands_alone(doc: Document, quotation: Quotation) -> bool:
    """Whether the quotation opens a sentence and holds at least a clause."""
    start = quotation.start
    opens = doc.sentence(start).start == start or doc.words[start - 1] in ".!?”\"''"
    tags = (doc.tags[token] for run in quotation.runs for token in run)
    return opens and any(tag.startswith(("VB", "MD")) for tag in tags)


def _speaker_before(
    doc: Document, found: list[Attribution], ends: dict[int, int], quotation: Quotation
) -> int | None:
    """The last outermost attribution whose words end in the sentence before the quotation."""
    here = doc.sentence_of[quotation.start]
    nearest: int | None = None
    for position in range(_first_after(found, quotation.start) - 1, -1, -1):
        one = found[position]
        if doc.sentence_of[one.cue.start] < here - _FARTHEST:
            break
        reaches = doc.sentence_of[min(ends[one.head], quotation.start) - 1] >= here - 1
        if reaches and (nearest is None or _holds(one, found[nearest].head)):
            nearest = position
    return nearest


_FARTHEST = 40
"""How many sentences back a speaker's cue may stand when his quotation still goes on."""


def _first_after(found: list[Attribution], token: int) -> int:
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].head < token:
            low = middle + 1
        else:
            high = middle
    return low


def _holds(one: Attribution, token: int) -> bool:
    return any(token in run for run in one.content)


def _without_nobodys_words(found: list[Attribution], quoted: Quotations) -> list[Attribution]:
    """Without what stands in a quotation that is nobody's: its "I" cannot be told."""
    claimed = _claimed(found, quoted)
    return [
        one for one in found if (around := quoted.around(one.head)) is None or around in claimed
    ]


# --- nesting ---------------------------------------------------------------------------------


def _nested(found: list[Attribution]) -> list[Attribution]:
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

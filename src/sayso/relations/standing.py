"""Whether a tie holds, on the word of whoever tells it, and since or until when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sayso.model import EventTime, Quote, Statement, Status, Time, TimePrecision
from sayso.reader import Document, Run
from sayso.relations.ties import Note, Sort
from sayso.relations.told import Told, Way
from sayso.statements import Account
from sayso.statements.actors.words import word_set
from sayso.statements.status import status_of

_FORMER = word_set(
    """
    deposed erstwhile ex ex- former formerly late once one-time onetime ousted previous previously
    then then-
    """
)
_COMING = word_set("designate elect future incoming next")
_ENDING = word_set("abandon break cut drop end lose quit renounce sever")
"""Verbs by which a tie that they have as their object ends."""
_BEING = word_set("be have keep maintain remain stay")
"""Verbs that tell a state of which a noun or a phrase says the tie."""
_LENGTHS = word_set("between for from in since until")
"""Prepositions of the times that date a tie which no verb says."""
_LONGEST_WAY = 5
"""How far above a time expression what it dates may stand."""
_BELIEVING = word_set(
    "allege appear assume believe consider reckon rumour say seem suppose suspect think"
)
_WEIGHING = word_set("allegedly apparently probably reportedly seemingly supposedly")
"""Words of belief: what is believed is reported as somebody's word, and not open by that."""
_UNDATED = word_set("currently long now once still then today")
"""Times that date no tie."""


def status_of_tie(account: Account, told: Told) -> Status:
    """How the tie stands: an end that has not come about leaves it as it is."""
    said = _said(account, told)
    if _ends(account.doc, told):
        return (
            Status.HISTORICAL if said in (Status.REPORTED, Status.HISTORICAL) else Status.REPORTED
        )
    if Note.NOT in told.tie.notes:
        said = {Status.REPORTED: Status.NEGATED, Status.NEGATED: Status.REPORTED}.get(said, said)
    if said in (Status.REPORTED, Status.NEGATED) and _is_former(account, told):
        return Status.HISTORICAL
    if said is Status.REPORTED and _is_past_state(account, told):
        return Status.HISTORICAL
    if said is Status.REPORTED and told.way is not Way.VERB and _is_coming(account.doc, told):
        return Status.FUTURE
    return said


def time_of_tie(account: Account, told: Told) -> EventTime | None:
    """The first time expression that hangs on the words of the tie, if any."""
    anchors = set(_anchors(told))
    for time in _times_around(account, anchors):
        run = account.run_of(time.span.start, time.span.end)
        if _can_date(account.doc, told, run) and not anchors.isdisjoint(
            _dated_by(account.doc, run.start, run.end)
        ):
            return EventTime(span=time.span, value=time.value, precision=time.precision)
    return None


def _times_around(account: Account, anchors: Iterable[int]) -> Sequence[Time]:
    """The times in the trees that `anchors` stand in: no other hangs on one of them."""
    doc, times = account.doc, account.times
    trees = [doc.tree(anchor) for anchor in anchors]
    start, end = min(tree.start for tree in trees), max(tree.end for tree in trees)
    first = bisect_right(times, doc.starts[start], key=_end)
    return times[first : bisect_left(times, doc.ends[end - 1], key=_start)]


def _start(time: Time) -> int:
    return time.span.start


def _end(time: Time) -> int:
    return time.span.end


def _can_date(doc: Document, told: Told, run: Run) -> bool:
    """Whether a time may date a tie: one that no verb says, only by a preposition of length."""
    if doc.lowers[run.start] in _UNDATED and len(run) == 1:
        return False
    before = {doc.lowers[run.start], doc.lowers[max(run.start - 1, 0)]}
    return told.verb is not None or told.way is Way.PHRASE or bool(before & _LENGTHS)


def has_length(account: Account, told: Told) -> bool:
    """Whether the text says how long, or since when, the tie has lasted."""
    time = time_of_tie(account, told)
    return time is not None and (
        time.precision is TimePrecision.DURATION or _preposition(account, told) in ("since", "for")
    )


def _preposition(account: Account, told: Told) -> str:
    """The word right before the time that dates the tie, or nothing."""
    time = time_of_tie(account, told)
    start = 0 if time is None else account.run_of(time.span.start, time.span.end).start
    return account.doc.lowers[start - 1] if start else ""


def _said(account: Account, told: Told) -> Status:
    """The status of what says the tie; what is taken for granted is reported."""
    if told.verb is None or told.way in (Way.PARTICIPLE, Way.COMPOUND):
        return Status.REPORTED
    status = status_of(account, told.verb)
    begun = _begins(account.doc, told) or _preposition(account, told) == "since"
    holds = status is Status.ONGOING or (status is Status.HISTORICAL and begun)
    believed = status is Status.HYPOTHETICAL and _is_believed(account, told.verb)
    return Status.REPORTED if holds or believed else status


def _is_believed(account: Account, verb: int) -> bool:
    """Whether what is open about `verb` is only how sure somebody is that it is so."""
    doc, statement = account.doc, account.statement_at(verb)
    if any(doc.tags[token] == "MD" for token in doc.children_with(verb, "aux")):
        return False
    cue = () if statement is None else tuple(_cue_tokens(account, statement))
    sure = all(doc.lowers[token] == "that" for token in doc.children_with(verb, "mark"))
    weighed = any(doc.lowers[token] in _WEIGHING for token in doc.children_with(verb, "advmod"))
    return sure and (weighed or any(doc.lemmas[token] in _BELIEVING for token in cue))


def _begins(doc: Document, told: Told) -> bool:
    """Whether the verb tells how the tie began, however long ago: "became head", "joined"."""
    verb = told.verb if told.way is Way.PREDICATE else None
    return Note.ONCE in told.tie.notes or (verb is not None and doc.lemmas[verb] not in _BEING)


def _ends(doc: Document, told: Told) -> bool:
    if Note.OVER in told.tie.notes:
        return True
    return told.way is Way.BOND and told.verb is not None and doc.lemmas[told.verb] in _ENDING


def _is_former(account: Account, told: Told) -> bool:
    """Whether words say that it is over: "former", "ex-", "head until 2018", "no longer"."""
    doc = account.doc
    if told.verb is None and _preposition(account, told) == "until":
        return True
    beside = set(_around(doc, told))
    if any(doc.lowers[token] in _FORMER for token in beside):
        return True
    verb = told.verb
    if verb is None:
        return False
    longer = any(doc.lowers[t] == "longer" for t in doc.children_with(verb, "advmod"))
    return longer or (doc.lowers[doc.heads[verb]] == "used" and doc.deps[verb] == "xcomp")


def _is_coming(doc: Document, told: Told) -> bool:
    return any(doc.lowers[token] in _COMING for token in _around(doc, told))


def _around(doc: Document, told: Told) -> Iterator[int]:
    """The words that modify those of the tie, or the name that it describes."""
    told_of = told.holders if told.way is Way.TITLE else ()
    verb = () if told.verb is None or told.way is Way.PREDICATE else (told.verb,)
    for token in (told.word, *told_of, *verb):
        yield from doc.children_with(token, "amod", "advmod", "compound", "nmod")
    first = told.run.start
    if first >= 2 and doc.words[first - 1] == "-":  # noqa: PLR2004 - "ex", the hyphen
        yield first - 2


def _is_past_state(account: Account, told: Told) -> bool:
    """Whether a state is told in the past, by itself and not to agree with a verb of saying."""
    doc = account.doc
    if Note.ONCE in told.tie.notes or told.verb is None or not _is_state(doc, told):
        return False
    if told.tie.sort is Sort.DONE and doc.child(told.verb, "aux", "auxpass") is None:
        return False
    tense = _tense(doc, told.verb)
    if tense == "had":
        return not _is_shifted(account, told)
    return tense == "have" or (tense == "past" and not _is_shifted(account, told))


def _is_state(doc: Document, told: Told) -> bool:
    if told.way in (Way.VERB, Way.STATE):
        return True
    return told.verb is not None and doc.lemmas[told.verb] in _BEING


def _tense(doc: Document, verb: int) -> str:
    """The tense: "past", "had" (been), "have" of a perfect infinitive or gerund, or nothing."""
    auxiliaries = [doc.lowers[t] for t in doc.children_with(verb, "aux", "auxpass")]
    if "had" in auxiliaries:
        return "had"
    if "having" in auxiliaries or {"to", "have"} <= set(auxiliaries):
        return "have"
    if "was" in auxiliaries or "were" in auxiliaries or "did" in auxiliaries:
        return "past"
    finite = doc.tags[verb] == "VBD" and doc.deps[verb] not in ("acl", "amod", "appos")
    return "past" if finite and not auxiliaries else ""


def _is_shifted(account: Account, told: Told) -> bool:
    """Whether the tense of what is said in other words follows that of the verb of saying."""
    statement = account.statement_at(told.word)
    if statement is None or statement.cue is None or statement.quote is Quote.DIRECT:
        return False
    return any(_is_past_cue(account, token) for token in _cue_tokens(account, statement))


def _is_past_cue(account: Account, token: int) -> bool:
    return account.doc.tags[token] in ("VBD", "VBN")


def _cue_tokens(account: Account, statement: Statement) -> Iterator[int]:
    for span in statement.cue.spans if statement.cue else ():
        yield from account.run_of(span.start, span.end)


def _anchors(told: Told) -> Iterator[int]:
    """The words on which a time that dates the tie may hang."""
    yield told.word
    yield told.run.start
    if told.verb is not None:
        yield told.verb
    if told.way in (Way.TITLE, Way.PHRASE):
        yield from told.holders


def _dated_by(doc: Document, start: int, end: int) -> Iterator[int]:
    """What the time expression from `start` to `end` hangs on, through its prepositions."""
    inside = range(start, end)
    token = next((t for t in inside if doc.heads[t] not in inside), start)
    yield doc.heads[token]
    for above in islice(doc.ancestors(token), _LONGEST_WAY):
        if doc.deps[above] not in ("prep", "pobj", "agent"):
            break
        if doc.deps[above] != "pobj" or doc.lowers[doc.heads[above]] == "by":
            yield doc.heads[above]

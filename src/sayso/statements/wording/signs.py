"""The signs of how certain a predicate is: its form, its clause's small words, what it hangs from.

A sign has a name that people can read ("modal may", "xcomp infinitive < (fails)") and the words
that are its evidence. `factuality_weights.tsv` says what each sign weighs. A word before "<" tells
how the predicate hangs on the one behind it, brackets name a table of `lexicon.GOVERNORS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from sayso.reader import Document
from sayso.statements import lexicon

Inside = Callable[[int], bool]
"""Whether a token belongs to the words in question: signs outside of them do not count."""

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_ARGUMENTS = (*_SUBJECTS, "dobj", "attr", "agent")
_OBJECTS = {"dobj": "object", "nsubjpass": "object"}
_QUESTIONS = frozenset(("when", "where", "how", "why", "whenever", "once"))
_MODIFIERS = {"advmod": "adverb", "det": "determiner", "amod": "adjective"}
_SHARED = ("not", "modal", "opened")
"""What a verb shares with the first of those it is joined with: "may come and [may] go"."""
_DEEPEST = 2
"""Clauses further above a predicate than this do not weigh it."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Something in the wording that weighs a predicate: its name, and the words that are it."""

    name: str
    words: tuple[int, ...] = ()

    @property
    def kind(self) -> str:
        """The first word of its name: "modal" of "modal may"."""
        return self.name.split(" ", 1)[0]


@dataclass(frozen=True, slots=True)
class _Step:
    """From a predicate, or a clause above it, to what it hangs from.

    `way` names the kind of tie, `by` is the word that makes it, such as a preposition; `head` is
    None where there is nothing above.
    """

    way: str
    by: tuple[int, ...]
    head: int | None


def signs(doc: Document, predicate: int, inside: Inside) -> Iterator[Sign]:
    """Every sign that weighs `predicate` by words that are all `inside`; names may repeat."""
    found = (_form_signs, _clause_signs, partial(_signs_above, inside=inside))
    for sign in chain.from_iterable(of(doc, predicate) for of in found):
        if all(map(inside, sign.words)):
            yield sign


# --- the predicate itself --------------------------------------------------------------------


def _form_signs(doc: Document, predicate: int) -> Iterator[Sign]:
    form = form_of(doc, predicate)
    yield Sign(f"is {form}")
    yield Sign(f"is {doc.tags[predicate]}")
    yield Sign(f"word {doc.lemmas[predicate]}")
    for token in doc.sentence(predicate):
        if doc.words[token] == "?":
            yield Sign("in a question", (token,))
    if form == "noun":
        yield from _noun_signs(doc, predicate)


def _noun_signs(doc: Document, noun: int) -> Iterator[Sign]:
    determiner = doc.child(noun, "det", "poss")
    if determiner is None:
        yield Sign(f"bare {doc.tags[noun]}")
    else:
        owned = doc.deps[determiner] == "poss"
        yield Sign("somebody's" if owned else f"determiner {doc.lowers[determiner]}")


def form_of(doc: Document, token: int) -> str:
    """The form of a predicate: noun, adjective, finite, modal, infinitive and so on."""
    tag = doc.tags[token]
    if not tag.startswith("VB"):
        return {"NN": "noun", "JJ": "adjective"}.get(tag[:2], "other")
    auxiliaries = list(doc.children_with(token, "aux", "auxpass"))
    tags = {doc.tags[each] for each in auxiliaries}
    if tag in ("VB", "VBN") and tags & {"TO", "MD"}:
        return "infinitive" if "TO" in tags else "modal"
    if tag == "VB":
        done = any(doc.lemmas[each] == "do" for each in auxiliaries)
        return "finite" if done else _shared_form(doc, token) or "bare"
    if tag in ("VBG", "VBN") and not auxiliaries:
        return _shared_form(doc, token) or ("gerund" if tag == "VBG" else "participle")
    return "finite"


def _shared_form(doc: Document, verb: int) -> str | None:
    """The form that a joined verb has from the first one: "to come and go"."""
    first = _first_joined(doc, verb)
    if first == verb or doc.tags[first] != doc.tags[verb]:
        return None
    return form_of(doc, first)


# --- the small words of a clause -------------------------------------------------------------


def _clause_signs(doc: Document, predicate: int) -> Iterator[Sign]:
    small = [*_small_words(doc, predicate), *_without(doc, predicate)]
    for sign in small:
        yield sign
        yield Sign(sign.kind, sign.words)
    yield from _conditions(doc, predicate)
    negation = next((s for s in small if s.kind == "not"), None)
    modal = next((s for s in small if s.kind == "modal"), None)
    if negation is not None:
        yield Sign(f"not, {form_of(doc, predicate)}", negation.words)
    if modal is not None and negation is not None:
        yield Sign(f"not, {modal.name}", negation.words + modal.words)
    perfect = [t for t in doc.children_with(predicate, "aux") if doc.lemmas[t] == "have"]
    if perfect:
        yield Sign("modal perfect" if modal is not None else "perfect", (perfect[0],))


def _without(doc: Document, predicate: int) -> Iterator[Sign]:
    preposition = doc.heads[_first_joined(doc, predicate)]
    if doc.lowers[preposition] == "without":
        yield Sign("not without", (preposition,))


def _conditions(doc: Document, predicate: int) -> Iterator[Sign]:
    for clause in doc.children_with(predicate, "advcl"):
        for mark in doc.children_with(clause, "mark", "advmod"):
            if doc.lowers[mark] in lexicon.CONDITIONS:
                yield Sign(f"condition {doc.lowers[mark]}", (mark,))


def _small_words(doc: Document, head: int) -> Iterator[Sign]:
    """The negations, modals, openings, adverbs and quantities of the clause or phrase of `head`."""
    own = [sign for child in doc.children[head] for sign in _small_word(doc, head, child)]
    yield from own
    first = _first_joined(doc, head)
    if first == head or any(True for _ in doc.children_with(head, *_SUBJECTS)):
        return
    kinds = {sign.kind for sign in own}
    turned = any(doc.lowers[t] == "but" for t in doc.children_with(doc.heads[head], "cc"))
    for child in doc.children[first]:
        for sign in _small_word(doc, first, child):
            told = sign.kind in kinds or (sign.kind == "not" and turned)
            if sign.kind in _SHARED and not told:
                yield sign


def _small_word(doc: Document, head: int, child: int) -> Iterator[Sign]:
    dep, word = doc.deps[child], lexicon.CLITICS.get(doc.lowers[child], doc.lowers[child])
    if dep in _ARGUMENTS:
        yield from _argument_signs(doc, child)
    elif word in lexicon.NEGATORS and dep in ("neg", "advmod", "preconj", "cc", "det"):
        if child < head or doc.tags[head].startswith("V"):
            yield Sign("not no" if dep == "det" else f"not {word}", (child,))
    elif doc.tags[child] == "MD":
        yield Sign(f"modal {word}", (child,))
    elif dep == "mark" or (dep == "advmod" and word in _QUESTIONS):
        yield Sign(f"opened {word}", (child,))
    elif dep in _MODIFIERS:
        yield Sign(f"{_MODIFIERS[dep]} {doc.lemmas[child]}", (child,))
        for level, hedges in lexicon.HEDGES.items():
            if doc.lemmas[child] in hedges:
                yield Sign(f"hedge {level}", (child,))
        if word in lexicon.BARELY:
            yield Sign("barely", (child,))


def _argument_signs(doc: Document, argument: int) -> Iterator[Sign]:
    """What a subject or object says of how many: "nobody came", "few complied"."""
    role = "subject" if doc.deps[argument] in _SUBJECTS else "object"
    parts = [argument, *doc.children_with(argument, "det", "neg", "preconj", "amod")]
    for part in parts:
        for kind, table in lexicon.QUANTITIES.items():
            if doc.lowers[part] in table:
                yield Sign(f"{kind} {role}", (part,))
                return


# --- what is above ---------------------------------------------------------------------------


def _signs_above(doc: Document, predicate: int, inside: Inside) -> Iterator[Sign]:
    token = predicate
    for level in range(_DEEPEST):
        above = "above: " if level else ""
        step = _step(doc, token, inside)
        yield Sign(above + step.way, step.by)
        if step.head is None:
            break
        for sign in _governor_signs(doc, step, step.head):
            yield Sign(above + sign.name, sign.words)
        token = step.head


def _first_joined(doc: Document, token: int) -> int:
    """The first of the words that `token` is joined with: of "came, saw and won", "came"."""
    while doc.deps[token] == "conj" and doc.heads[token] != token:
        token = doc.heads[token]
    return token


def _step(doc: Document, token: int, inside: Inside) -> _Step:
    form = form_of(doc, token)
    first = _first_joined(doc, token)
    head, dep = doc.heads[first], doc.deps[first]
    if dep in ("pobj", "pcomp") and head != first:
        preposition = _first_joined(doc, head)
        way = f"{doc.lowers[preposition]} + {form}"
        first, head = preposition, doc.heads[preposition]
        return _Step(way, (preposition,), head if head != first and inside(head) else None)
    if head == first or not inside(head):
        return _Step(f"on top {form}", (), None)
    return _Step(f"{_OBJECTS.get(dep, dep)} {form}", (), head)


def _governor_signs(doc: Document, step: _Step, head: int) -> Iterator[Sign]:
    words = (*step.by, head)
    lemma = doc.lemmas[head]
    kinds = [f"({kind})" for kind, table in lexicon.GOVERNORS.items() if lemma in table]
    yield Sign(f"< {lemma}", words)
    for name in kinds:
        yield Sign(f"< {name}", words)
        yield Sign(f"{step.way} < {name}", words)
    dep = step.way.split(" ")[0]
    for sign in _small_words(doc, head):
        yield Sign(f"under {sign.name}", sign.words)
        if sign.kind in _SHARED:
            yield Sign(f"{dep} under {sign.kind}", sign.words)
        if sign.kind == "not":
            for name in (lemma, *kinds):
                yield Sign(f"{dep} < not {name}", (*sign.words, *words))
    too = next((t for t in doc.children_with(head, "advmod") if doc.lowers[t] == "too"), None)
    if too is not None and step.way == "xcomp infinitive":
        yield Sign("too … to", (too,))

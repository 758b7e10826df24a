"""The act that a cue tells: by its words, and where these have several, by what they govern."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sayso.model import Act
from sayso.reader import Document
from sayso.statements import lexicon
from sayso.statements.actors.kinds import BODIES, kind_of_noun
from sayso.statements.actors.words import ARTEFACTS
from sayso.statements.attribution import grammar
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.frames import Frame
from sayso.statements.wording.threats import is_own_future, is_threat

_PERSONS = frozenset(("PRP", "WP", "WDT", "NNP", "NNPS"))
"""Tags of words that name somebody or stand for him."""
_AGENTS = ("ers", "ians", "ists")
"""Endings of plurals that most often are people: "printers"."""


@dataclass(frozen=True, slots=True)
class CueInPlace:
    """A cue in its place; `words` are its words as they stand and in dictionary form."""

    doc: Document
    one: Attribution
    words: frozenset[str]

    @property
    def head(self) -> str:
        """The dictionary form of its deciding word."""
        return self.doc.lemmas[self.one.head]

    def has(self, *words: str) -> bool:
        """Whether one of `words` is among its own."""
        return not self.words.isdisjoint(words)

    def opens(self, *words: str) -> bool:
        """Whether the content begins with one of `words`."""
        return self.doc.lowers[self.one.content[0].start] in words

    def governs(self, *prepositions: str) -> bool:
        """Whether one of `prepositions` ties a part of the content to it: "asked them for it"."""
        objects = (child for tie in self._ties(*prepositions) for child in self.doc.children[tie])
        return self._ends_in(*prepositions) or any(map(self.one.says, objects))

    def hangs_by(self, *prepositions: str) -> bool:
        """Whether the content as a whole hangs on it by one of `prepositions`: "asked about it"."""
        start = self.one.content[0].start
        ties = self._ties(*prepositions)
        return self._ends_in(*prepositions) or any(start in self.doc.edges[tie] for tie in ties)

    def _ends_in(self, *words: str) -> bool:
        return self.doc.lowers[self.one.cue.end - 1] in words

    def _ties(self, *prepositions: str) -> Iterator[int]:
        heads = {self.one.head, *self.one.cue}
        found = (tie for head in heads for tie in self.doc.children_with(head, "prep"))
        return (tie for tie in found if self.doc.lowers[tie] in prepositions)


def cue_of(doc: Document, one: Attribution) -> CueInPlace:
    """The cue of `one`."""
    telling = [t for t in one.cue if doc.deps[t] != "amod" or t == one.head]
    words = {doc.lemmas[token] for token in (*telling, one.head)}
    words |= {doc.lowers[token] for token in telling}
    if doc.tags[one.head].startswith("JJ"):
        words |= {doc.lowers[one.head].removesuffix(ending) for ending in ("ed", "d")}
    return CueInPlace(doc, one, frozenset(words))


def act_of(cue: CueInPlace) -> Act:
    """The act that a cue tells: the first rule that knows it decides, else the table of words."""
    told = (act for rule in _RULES if (act := rule(cue)) is not None)
    return next(told, act_by_words(cue.words))


def act_by_words(words: frozenset[str]) -> Act:
    """The act that is in the words alone."""
    return next((act for act, known in lexicon.ACTS.items() if known & words), Act.SAY)


# --- the rules -------------------------------------------------------------------------------


def _phrase(cue: CueInPlace) -> Act | None:
    """Verbs that mean something else with a particle: "brushed aside", "let it be known"."""
    found = (act for act, phrases in lexicon.PHRASES.items() for p in phrases if p <= cue.words)
    return next(found, None)


def _name(cue: CueInPlace) -> Act | None:
    """To call something false is to deny it; to name it is to say."""
    doc, one = cue.doc, cue.one
    named = any(doc.lowers[t] == "what" for t in doc.children_with(one.head, "dobj", "nsubj"))
    if cue.words & lexicon.CALLING and one.frame is Frame.OBJECT and cue.head != "say":
        last = {word for t in one.content[-1] for word in (doc.lemmas[t], doc.lowers[t])}
        if last & lexicon.FALSE and not named:
            return Act.DENY
    names = cue.head == "call" and one.frame not in (Frame.PURPOSE, Frame.INFINITIVE)
    return Act.SAY if names or (cue.head == "know" and cue.hangs_by("as")) else None


def _want_to_know(cue: CueInPlace) -> Act | None:
    """To want to know is to ask; so is a question, or to press somebody on a matter."""
    tokens = [*cue.one.cue, *cue.one.content[0]]
    words = " ".join(cue.doc.lowers[token] for token in tokens[: len(cue.one.cue) + 2])
    if cue.words & (lexicon.WISHES | {"demand"}) and "to know" in words:
        return Act.ASK
    question = cue.head == "question" and cue.doc.tags[cue.one.head].startswith("NN")
    pressed = cue.words & lexicon.PRESSING and cue.hangs_by("on", "about", "over")
    return Act.ASK if question or pressed else None


def _ask_for(cue: CueInPlace) -> Act | None:
    """To ask for a thing, to tell somebody to act or to warn him against it is to demand."""
    purpose = cue.one.frame is Frame.PURPOSE or cue.governs("for")
    if cue.has("ask", "request") and purpose:
        return Act.DEMAND
    if not cue.words & lexicon.TELLING:
        return None
    to = any(cue.doc.lowers[token] == "to" for token in cue.one.cue if token > cue.one.head)
    infinitive = _governs_infinitive(cue) and not cue.opens("that")
    commands = infinitive or to or cue.governs("against")
    return Act.DEMAND if commands else None


def _warn(cue: CueInPlace) -> Act | None:
    """To warn of what one will do oneself is to threaten."""
    return Act.THREATEN if cue.has("warn", "warning") and is_threat(cue.doc, cue.one) else None


def _blame(cue: CueInPlace) -> Act | None:
    """To blame a thing accuses nobody."""
    if not cue.has("blame") or any(_names_somebody(cue.doc, token) for token in _blamed(cue)):
        return None
    return Act.SAY


def _allege(cue: CueInPlace) -> Act | None:
    """What a thing allegedly does is no accusation, nor is what somebody allegedly says."""
    if not cue.has("allegedly"):
        return None
    doc = cue.doc
    deeds = (t for t in _tops(cue) if doc.lemmas[t] not in lexicon.GOVERNORS["says"])
    doers = (grammar.own_subject(doc, verb) for verb in deeds)
    accused = any(who is not None and _names_somebody(doc, who) for who in doers)
    return Act.ACCUSE if accused else Act.SAY


def _refuse(cue: CueInPlace) -> Act | None:
    """To refuse an answer is to decline, to refuse anything else to deny it."""
    if not cue.has("refuse", "refusal"):
        return None
    return Act.DECLINE if _is_answer(cue) else Act.DENY


def _assure(cue: CueInPlace) -> Act | None:
    """To assure somebody of a fact is to say it, of one's own deeds to come to promise them."""
    if not cue.words & lexicon.ASSURING or cue.one.frame is Frame.INFINITIVE:
        return None
    verbs = [token for token in _tops(cue) if cue.doc.tags[token].startswith(("VB", "MD"))]
    own = any(is_own_future(cue.doc, verb) for verb in verbs)
    return Act.SAY if verbs and not own else None


def _accept(cue: CueInPlace) -> Act | None:
    """To accept that something is so is to admit it."""
    return Act.ADMIT if cue.has("accept") and cue.opens("that") else None


def _share(cue: CueInPlace) -> Act | None:
    """To share somebody's belief is to believe."""
    nouns = (cue.doc.lemmas[token] for token in _tops(cue))
    beliefs = lexicon.ACTS[Act.BELIEVE]
    return Act.BELIEVE if cue.has("share") and any(noun in beliefs for noun in nouns) else None


def _express(cue: CueInPlace) -> Act | None:
    """A feeling or a view put in words is said: "voiced concern", "is heard saying"."""
    if cue.words & lexicon.EXPRESSING:
        words = cue.words | {cue.doc.lemmas[token] for token in _tops(cue)}
        return act_by_words(words - lexicon.ACTS[Act.BELIEVE])
    spoken = cue.has("see", "hear") and any(cue.doc.tags[t] == "VBG" for t in cue.one.cue)
    return act_by_words(cue.words - {"see", "hear"}) if spoken else None


def _find(cue: CueInPlace) -> Act | None:
    """What is recalled or heard aloud is said, and so is what a court or a report finds."""
    if cue.has("see", "hear", "find", "recall", "remember") and _stands_after_a_clause(cue):
        return Act.SAY
    if cue.has("hear") and cue.opens("that", "how", "whether"):
        return Act.SAY
    return Act.SAY if cue.has("find") and _is_of_a_body(cue) else None


_RULES: tuple[Callable[[CueInPlace], Act | None], ...] = (
    _phrase,
    _name,
    _want_to_know,
    _ask_for,
    _warn,
    _blame,
    _allege,
    _refuse,
    _assure,
    _accept,
    _share,
    _express,
    _find,
)


# --- what they look at -----------------------------------------------------------------------


def _tops(cue: CueInPlace) -> Iterator[int]:
    """The words of the content that hang on none of its others."""
    tokens = (token for run in cue.one.content for token in run)
    heads = cue.doc.heads
    return (t for t in tokens if heads[t] == t or not cue.one.says(heads[t]))


def _stands_after_a_clause(cue: CueInPlace) -> bool:
    """Whether a clause of the content comes before the cue: "the road was shut, he recalled"."""
    first = cue.one.content[0]
    said = any(cue.doc.tags[token].startswith(("VB", "MD")) for token in first)
    return first.end <= cue.one.cue.start and said


def _governs_infinitive(cue: CueInPlace) -> bool:
    """Whether something is to be done, or to be done to something: "asked it to be opened"."""
    if cue.one.frame is Frame.INFINITIVE:
        return True
    doc = cue.doc
    clauses = (t for t in doc.children_with(cue.one.head, "xcomp", "ccomp") if cue.one.says(t))
    return any(doc.tags[t] == "TO" for clause in clauses for t in doc.children[clause])


def _blamed(cue: CueInPlace) -> Iterator[int]:
    """Who or what is blamed: "blamed the guards", "blamed the fire on the guards"."""
    doc = cue.doc
    for token in _tops(cue):
        if doc.deps[token] != "prep":
            yield token
        for tie in (token, *doc.children_with(token, "prep")):
            if doc.lowers[tie] == "on":
                yield from doc.children_with(tie, "pobj")


def _is_answer(cue: CueInPlace) -> bool:
    """Whether what is refused is to speak, or to tell something: "to say who", "to give a name"."""
    doc = cue.doc
    asked = [*(t for t in cue.one.cue if t > cue.one.head), *_tops(cue)]
    if any(doc.lemmas[token] in lexicon.ANSWERING for token in asked):
        return True
    given = [t for verb in asked for t in (verb, *doc.children_with(verb, "dobj", "attr"))]
    return any(doc.lemmas[token] in lexicon.ANSWERS for token in given)


def _is_of_a_body(cue: CueInPlace) -> bool:
    """Whether the source is a body or a document: "the court", "a survey", "it"."""
    head = cue.one.source_head
    if head is None:
        return False
    doc = cue.doc
    told = {doc.lowers[head], doc.lemmas[head]}
    return bool(told & (lexicon.INQUIRIES | ARTEFACTS | BODIES.keys() | {"it"}))


def _names_somebody(doc: Document, token: int) -> bool:
    """Whether a word stands for a person or a body."""
    tag, lower = doc.tags[token], doc.lowers[token]
    if tag in _PERSONS or (tag == "NNS" and lower.endswith(_AGENTS)):
        return True
    return tag.startswith("NN") and bool(kind_of_noun(doc.lemmas[token], frozenset(), plural=False))

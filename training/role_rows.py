"""Write `events/arguments/roles_counted.tsv`: the roles that PropBank gives by position.

    python -m training.role_rows PATH/corpora

Counted in the training part of PropBank on English web texts and on MASC, at the positions that
sayso finds; a row is written where a lemma's most frequent role is not the usual one of its
position. Verbs that were not seen, and that have no agent in any frame, have their subject as
ARG1.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks.roles import Annotated, propbank
from sayso.events.arguments.arguments import kind_of
from sayso.events.arguments.around import antecedent
from sayso.events.arguments.nouns import around_noun
from sayso.events.arguments.roles import NONE, Role, role_at
from sayso.events.arguments.verbs import around_verb
from sayso.reader import Document
from training.corpora import corpus_rows

FILE = Path(__file__).parents[1] / "src/sayso/events/arguments/roles_counted.tsv"
LEAST_OF_NONE = 3
"""How often a phrase must have been seen without a role for a row that says it has none."""
LEAST_OF_CORE = 2
"""How often with a role of its own, where most verbs have the usual one."""
_CORE = frozenset(("subject", "lone subject", "object"))
_ALWAYS_FILLED = frozenset(
    (
        "subject", "lone subject", "light subject", "undergoer", "possessor", "lone possessor",
        "party", "time", "place", "negation", "modal",
    )
)  # fmt: skip
"""Positions whose phrase has a role in the meaning even where the annotators left it out."""
Key = tuple[str, str, str]
"""Lemma, kind and position, as in the tables."""


def counted(pages: Iterable[tuple[Document, list[Annotated]]]) -> Iterator[tuple[Key, str]]:
    """The rows that the annotated predicates of `pages` tell."""
    for key, roles in _roles_by_position(pages).items():
        usual = role_at("*", *key[1:]) or NONE
        role, times = roles.most_common(1)[0]
        clear = times > roles[usual] and 2 * times >= roles.total()
        if role not in (usual, Role.TMP) and clear and times >= _least(key, role):
            yield key, role


def _least(key: Key, role: str) -> int:
    if role == NONE:
        return LEAST_OF_NONE
    return LEAST_OF_CORE if key[2] in _CORE else 1


def _roles_by_position(
    pages: Iterable[tuple[Document, list[Annotated]]],
) -> Mapping[Key, Counter[str]]:
    """How often each role was given at each position."""
    roles: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    known = {role.value for role in Role}
    for doc, predicates in pages:
        for one in predicates:
            kind = kind_of(doc, one.head)
            around = around_verb if kind == "verb" else around_noun
            given = {head: role for role, head in one.arguments if role in known}
            for dependent in around(doc, one.head):
                role = given.get(antecedent(doc, dependent.head), NONE)
                if role != NONE or dependent.position not in _ALWAYS_FILLED:
                    roles[doc.lemmas[one.head], kind, dependent.position][role] += 1
    return roles


def without_agent(frames: Path) -> Iterator[tuple[Key, str]]:
    """Rows for the verbs that have no ARG0 in any frame."""
    by_verb: defaultdict[str, list[set[str]]] = defaultdict(list)
    for frame in corpus_rows(frames):
        for kind, word in frame["aliases"]:
            if kind == "v" and word.isalpha():
                by_verb[word].append({role["n"] for role in frame["roles"]})
    for verb, frames_of in by_verb.items():
        if all("0" not in roles and "1" in roles for roles in frames_of):
            yield (verb, "verb", "subject"), Role.ARG1
            yield (verb, "verb", "lone subject"), Role.ARG1


def main(corpora: Path) -> None:
    """Count and write."""
    folder = corpora / "roles"
    pages = [
        page for name in ("ewt-train", "masc") for page in propbank(folder / f"{name}.jsonl.gz")
    ]
    rows = dict(without_agent(folder / "propbank-frames.jsonl.gz")) | dict(counted(pages))
    lines = ["# lemma\tkind\tposition\trole (written by training/role_rows.py)"]
    lines += ["\t".join((*key, role)) for key, role in sorted(rows.items())]
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

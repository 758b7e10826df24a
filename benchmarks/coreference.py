"""Who is behind each source, and who is who: our own gold, GUM, ParCorFull and GAP.

    python -m benchmarks.coreference PATH/corpora

Our own gold tells the actor of each source: the share of sources with the right one, by the form
of the source, when the statements are those of the gold and when they are those that sayso finds.
GUM and ParCorFull tell every mention; of GUM, persons and organisations count. Only mentions that
both sides have are compared. GAP asks which of two names a pronoun stands for.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import figures
from benchmarks.chains import Links, Mention, lea, links
from benchmarks.mentions import FORMS, annotated, placed
from benchmarks.parcor import parcor_texts
from benchmarks.sources import own_gold
from training.corpora import corpus_rows
from training.gum import FREE_GENRES, read_gum

PEOPLE = frozenset(("person", "organization"))
"""The entities of GUM that can be actors."""


def gum(path: Path, genres: Collection[str]) -> Iterator[list[Mention]]:
    """The persons and organisations of each text of GUM in `genres`."""
    for text in read_gum(path):
        if text.genre in genres:
            only = {entity for entity, kind in text.kinds.items() if kind in PEOPLE}
            yield list(placed(*annotated(text.words), text.chains, only).values())


def parcor(path: Path) -> Iterator[list[Mention]]:
    """The mentions of each article of ParCorFull."""
    for words, chains in parcor_texts(path):
        yield list(placed(*annotated(words), chains).values())


def gap(path: Path) -> Iterator[tuple[str, bool]]:
    """Each pronoun of the validation part, and whether it is told right whom it stands for."""
    for row in corpus_rows(path):
        if row["part"] == "validation":
            yield row["pronoun"]["text"].lower(), _is_told(row)


def _is_told(row: dict[str, Any]) -> bool:
    doc, read = annotated(row["text"])
    names: dict[int, list[tuple[int, int]]] = {}
    asked: int | None = None
    for phrase, party in read.referents():
        if party is None:
            continue
        if doc.starts[phrase.head] == row["pronoun"]["start"]:
            asked = id(party)
        if phrase.name is not None:
            span = doc.span(phrase.name)
            names.setdefault(id(party), []).append((span.start, span.end))
    told = names.get(asked, []) if asked is not None else []
    return all(_covers(told, row[key]) == row[key]["coref"] for key in ("a", "b"))


def _covers(spans: Iterable[tuple[int, int]], name: dict[str, Any]) -> bool:
    return any(start < name["end"] and name["start"] < end for start, end in spans)


def show_own_gold() -> dict[str, float]:
    """Measure and print; the figures."""
    given, found = own_gold(from_gold=True), own_gold(from_gold=False)
    table = Table("source", "of the gold", "right", "hits", "right", title="Our own gold: actors")
    for form in (*FORMS, None):
        counts = [f"{each.gold[form] if form else each.gold.total()}" for each in (given, found)]
        shares = [f"{each.share(form):.3f}" for each in (given, found)]
        table.add_row(form or "all", counts[0], shares[0], counts[1], shares[1])
    Console().print(table)
    return {
        "coreference: own gold, actor right": given.share(),
        "coreference: own hits, actor right": found.share(),
    }


def show_chains(name: str, texts: Sequence[Sequence[Mention]]) -> dict[str, float]:
    """Print the links by form and the chains as a whole; the figures."""
    counts: dict[str, Links] = {}
    for mentions in texts:
        for mention, link in zip(mentions, links(mentions), strict=True):
            counts[mention.form] = counts.get(mention.form, Links()) + link
    total = sum(counts.values(), Links())
    table = Table("mention", "links", "right", "precision", title=f"{name}: earlier mention found")
    for form in (*FORMS, "all"):
        each = total if form == "all" else counts.get(form, Links())
        table.add_row(form, f"{each.gold}", f"{each.recall:.3f}", f"{each.precision:.3f}")
    score = lea(texts)
    Console().print(table)
    Console().print(f"LEA: {score.precision:.3f} {score.recall:.3f}, F1 {score.f1:.3f}")
    return {
        f"coreference: {name}, antecedent right": total.recall,
        f"coreference: {name}, LEA F1": score.f1,
    }


def show_gap(told: Sequence[tuple[str, bool]]) -> dict[str, float]:
    """Print the share of right ones by pronoun; the figures."""
    table = Table("pronoun", "asked", "right", title="GAP validation")
    for pronoun in sorted({pronoun for pronoun, _ in told}):
        right = [each for which, each in told if which == pronoun]
        table.add_row(pronoun, f"{len(right)}", f"{sum(right) / len(right):.3f}")
    share = sum(right for _, right in told) / len(told)
    table.add_row("all", f"{len(told)}", f"{share:.3f}")
    Console().print(table)
    return {"coreference: GAP validation, right": share}


def main(corpora: Path) -> None:
    """Measure, print the tables, write the figures."""
    dev = corpora / "gum/dev.conllu.gz"
    measured = show_own_gold()
    measured |= show_chains("GUM news dev", list(gum(dev, {"news"})))
    measured |= show_chains("GUM free genres dev", list(gum(dev, FREE_GENRES)))
    measured |= show_chains(
        "ParCorFull news", list(parcor(corpora / "coref/parcorfull-news.jsonl.gz"))
    )
    measured |= show_gap(list(gap(corpora / "coref/gap.jsonl.gz")))
    figures.write({name: round(figure, 3) for name, figure in measured.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Contradictions that sayso finds in news, read one by one and judged by a person.

    python -m benchmarks.contradictions PATH/corpora [--draw | --show]

The reports are the development bodies of the Fake News Challenge (FNC-1) and the headlines that
belong to their stories, each a report of one line: all are linked together, without dates. The
challenge gives headlines of other bodies on the story too, so they are never joined to a body.
`contradiction_pairs.tsv` has what was drawn (200 at random with a fixed seed, those between two
bodies first, then those within one, then those with a headline; all where there are fewer) with a
label for each, `right` or the class of error; docs/contradictions.md tells what the classes are.
`--draw` draws anew and leaves a `?` where no label is known, `--show` prints the words to judge.

Precision when read is the share of `right` in the file; precision that of the pairs in it that
are still found, for what is found and not read nobody has judged. `right still found` tells how
many of those that were right are. Who mends what the file shows to be wrong raises precision, but
no longer measures it: new pairs have to be read then.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from benchmarks import figures
from sayso.ledger import Ledger, LinkQuery
from sayso.model import Link, LinkKind, Passage, Reading
from sayso.model.ids import sha256_hex
from sayso.pipeline.linking import link_reports
from sayso.pipeline.reading import read_text
from training.corpora import corpus_rows

PAIRS = Path(__file__).with_name("contradiction_pairs.tsv")
BODIES, HEADLINES = "stance/fnc1-train-bodies.jsonl.gz", "stance/fnc1-train-pairs.jsonl.gz"
DRAWN, SEED = 200, 2014
_NAMED_BY = 8
"""So many hex digits of a headline's SHA-256 are its name."""
RIGHT, UNREAD = "right", "?"
HEADER = """\
# Contradictions found in development bodies of FNC-1, read and judged one by one: see
# docs/contradictions.md. The words are given by where they begin and end in the two reports: bodies
# by their id, headlines by the beginning of their SHA-256.
# clash	report	start	end	report	start	end	label
"""


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Words of a body of the corpus, or of a headline."""

    body: str
    start: int
    end: int

    def meet(self, other: Words) -> bool:
        """Whether the two have words in common."""
        return self.body == other.body and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two stretches of words that contradict each other in what `clash` tells, and its label."""

    clash: str
    one: Words
    other: Words
    label: str = UNREAD

    @property
    def apart(self) -> bool:
        """Whether the two are of different bodies."""
        return self.one.body != self.other.body

    @property
    def with_headline(self) -> bool:
        """Whether a headline is one of the two."""
        return not (self.one.body.isdecimal() and self.other.body.isdecimal())

    def is_same(self, pair: Pair) -> bool:
        """Whether `pair` is the same contradiction, though more or fewer words may be shown."""
        return self.clash == pair.clash and self.one.meet(pair.one) and self.other.meet(pair.other)


def judged() -> list[Pair]:
    """The pairs with their labels."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines() if PAIRS.exists() else []
    return [_pair(line.split("\t")) for line in lines if not line.startswith("#")]


def _pair(fields: Sequence[str]) -> Pair:
    clash, a, a_start, a_end, b, b_start, b_end, label = fields
    one, other = Words(a, int(a_start), int(a_end)), Words(b, int(b_start), int(b_end))
    return Pair(clash, one, other, label)


def write(pairs: Iterable[Pair]) -> None:
    """Write the pairs with their labels."""
    rows = (
        (p.clash, *(str(f) for w in (p.one, p.other) for f in (w.body, w.start, w.end)), p.label)
        for p in sorted(pairs)
    )
    PAIRS.write_text(HEADER + "".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def bodies(corpora: Path) -> dict[str, str]:
    """The development bodies, by id."""
    return {
        str(row["id"]): row["text"]
        for row in corpus_rows(corpora / BODIES)
        if row["split"] == "dev"
    }


def headlines(corpora: Path) -> dict[str, str]:
    """The headlines that belong to the stories of the development bodies, by name."""
    told = {
        row["headline"]
        for row in corpus_rows(corpora / HEADLINES)
        if row["split"] == "dev" and row["stance"] != "unrelated"
    }
    return {f"h-{sha256_hex(line.encode())[:_NAMED_BY]}": line for line in sorted(told)}


def found_in(readings: Mapping[str, Reading]) -> set[Pair]:
    """The contradictions between the reports, which are given by their body's id."""
    names = {reading.report.id: name for name, reading in sorted(readings.items(), reverse=True)}
    return {_found(link, names) for link in _linked(readings.values())}


def _linked(readings: Iterable[Reading]) -> list[Link]:
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "news.db") as ledger:
        for reading in readings:
            ledger.add(reading)
        link_reports(ledger)
        return list(ledger.links(LinkQuery(kind=LinkKind.CONTRADICTS)))


def _found(link: Link, names: Mapping[str, str]) -> Pair:
    assert link.clash is not None
    one, other = sorted(_words(passage, names) for passage in link.evidence[:2])
    return Pair(link.clash.value, one, other)


def _words(passage: Passage, names: Mapping[str, str]) -> Words:
    return Words(names[passage.report], passage.start, passage.end)


def drawn(found: Iterable[Pair], labels: Iterable[Pair]) -> Iterator[Pair]:
    """At random, bodies before headlines, each with the label that it has, if it has one."""
    shuffled = random.Random(SEED).sample(pairs := sorted(found), len(pairs))  # noqa: S311 - no secret
    known = list(labels)
    for pair in sorted(shuffled, key=lambda one: (one.with_headline, not one.apart))[:DRAWN]:
        label = next((one.label for one in known if one.is_same(pair)), UNREAD)
        yield replace(pair, label=label)


def measure(found: Iterable[Pair], labels: Iterable[Pair]) -> dict[str, float]:
    """The figures, by name."""
    now, read = list(found), list(labels)
    still = [pair for pair in read if any(pair.is_same(one) for one in now)]
    right = [pair for pair in read if pair.label == RIGHT]
    shown = {
        "pairs read": len(read),
        "precision when read": _precision(read),
        "precision": _precision(still),
        "precision, two reports": _precision([pair for pair in still if pair.apart]),
        "precision, one report": _precision([pair for pair in still if not pair.apart]),
        "precision, bodies": _precision([pair for pair in still if not pair.with_headline]),
        "precision, headlines": _precision([pair for pair in still if pair.with_headline]),
        "right still found": sum(pair in still for pair in right) / len(right),
        "found and not read": sum(not any(one.is_same(pair) for pair in read) for one in now),
    }
    for clash in sorted({pair.clash for pair in still}):
        shown[f"precision, {clash}"] = _precision([pair for pair in still if pair.clash == clash])
    return {f"contradictions: {name}": round(figure, 3) for name, figure in shown.items()}


def _precision(pairs: Sequence[Pair]) -> float:
    return sum(pair.label == RIGHT for pair in pairs) / len(pairs) if pairs else 0.0


def show(pairs: Iterable[Pair], texts: Mapping[str, str]) -> None:
    """Print the words of each pair, with those around them."""
    for pair in pairs:
        Console().print(pair, style="bold")
        for words in (pair.one, pair.other):
            text, start = texts[words.body], max(0, words.start - 200)
            Console().print("-", text[start : words.end + 200], markup=False)


def main() -> None:
    """Measure, print the table, write the figures; or draw, or show what is to be judged."""
    parser = argparse.ArgumentParser(description="Contradictions in news, judged one by one.")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--draw", action="store_true", help="draw pairs to be judged")
    parser.add_argument("--show", action="store_true", help="show the words of the pairs")
    options = parser.parse_args()
    texts = bodies(options.corpora) | headlines(options.corpora)
    if options.show:
        show(judged(), texts)
        return
    found = found_in({name: read_text(text) for name, text in texts.items()})
    if options.draw:
        write(drawn(found, judged()))
    else:
        figures.publish("Contradictions in news", measure(found, judged()))


if __name__ == "__main__":
    main()

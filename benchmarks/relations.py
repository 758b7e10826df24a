"""Relations: our own gold, each passage read by itself.

    python -m benchmarks.relations

A relation is found when its kind is right and its actors are those of the gold ends: each the
actor at the head word of the gold span.
Status, time and whose word are asked of what was found. The table of ties and its rules were tuned
on the passages with even numbers; the odd ones are the fairer figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks import figures
from examples.relations import MarkedRelation, RelationPassage, relation_passages
from sayso.acquire import report_from_text
from sayso.model import Relation, Span, Statement
from sayso.places import read_places
from sayso.reader import load_reader
from sayso.relations import read_relations
from sayso.statements import Account, read_statements
from sayso.statements.attribution.heads import head_of
from sayso.times import read_times

PUBLISHED = "2024-03-06"


@dataclass(frozen=True, slots=True)
class Hit:
    """A gold relation, the one that was read for it, and its statement."""

    gold: MarkedRelation
    read: Relation
    statement: Statement

    def has_status(self) -> bool:
        """Whether the status is right."""
        return self.gold.status.value == self.read.status.value

    def has_time(self) -> bool:
        """Whether the time is the gold one by at least a word, or none where there is none."""
        gold, time = self.gold.time, self.read.time
        if gold is None or time is None:
            return gold is None and time is None
        return _meet(gold, time.span)

    def has_word(self) -> bool:
        """Whether it is on the word of the author, of nobody, or of the source of that name."""
        spans = self.statement.source.spans
        if isinstance(self.gold.by, Span):
            return any(_meet(self.gold.by, span) for span in spans)
        author = self.statement.cue is None
        return author if self.gold.by == "author" else not author and not spans


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was read in some passages, counted and paired with what is there."""

    hits: tuple[Hit, ...]
    read: int
    gold: int

    def figures(self) -> dict[str, float]:
        """The figures, by name."""
        found = len(self.hits)
        return {
            "F1": 2 * found / (self.read + self.gold),
            "precision": found / self.read,
            "recall": found / self.gold,
            "status right": sum(hit.has_status() for hit in self.hits) / found,
            "time right": sum(hit.has_time() for hit in self.hits) / found,
            "whose word right": sum(hit.has_word() for hit in self.hits) / found,
        }


def account_of(text: str) -> Account:
    """`text` read up to its statements."""
    report = report_from_text(text, published=PUBLISHED)
    doc = load_reader().annotate(text)
    return read_statements(report, doc, read_places(report, doc), read_times(report, doc))


def outcome(passages: Iterable[RelationPassage]) -> Outcome:
    """What comes of reading `passages`."""
    hits: list[Hit] = []
    read = gold = 0
    for passage in passages:
        account = account_of(passage.text)
        relations = read_relations(account)
        hits += _hits(account, passage, relations)
        read, gold = read + len(relations), gold + len(passage.relations)
    return Outcome(tuple(hits), read, gold)


def _hits(
    account: Account, passage: RelationPassage, relations: Iterable[Relation]
) -> Iterator[Hit]:
    """The relations of a passage that were found, one to one."""
    statements = {statement.id: statement for statement in account.statements}
    left = list(relations)
    for gold in passage.relations:
        wanted = (gold.kind.value, _actor(account, gold.from_), _actor(account, gold.to))
        read = next((one for one in left if (one.kind.value, one.from_, one.to) == wanted), None)
        if read is not None:
            left.remove(read)
            yield Hit(gold, read, statements[read.statement])


def _actor(account: Account, span: Span) -> str | None:
    """The id of the actor at the head word of `span`."""
    actor = account.roster.at(head_of(account.doc, account.run_of(span.start, span.end)))
    return None if actor is None else actor.id


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def measure() -> dict[str, float]:
    """The figures over all passages, and the F1 of either half, by name."""
    passages = relation_passages("reconciled")
    even = outcome(one for one in passages if int(one.id[1:]) % 2 == 0)
    odd = outcome(one for one in passages if int(one.id[1:]) % 2 == 1)
    both = Outcome((*even.hits, *odd.hits), even.read + odd.read, even.gold + odd.gold)
    measured = both.figures()
    measured["F1, even passages"] = even.figures()["F1"]
    measured["F1, odd passages"] = odd.figures()["F1"]
    return {f"relations: {name}": round(figure, 3) for name, figure in measured.items()}


def main() -> None:
    """Measure, print the table, write the figures."""
    figures.publish("Relations", measure())


if __name__ == "__main__":
    main()

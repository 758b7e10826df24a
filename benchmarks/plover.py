"""Event codes on PLOVER's gold records and on the sentences of PETRARCH's unit tests.

    python -m benchmarks.plover PATH/events

The table of predicates was tuned on the gold records with even numbers; the odd ones are apart.
Of each record's sentence one event is taken as the main one: the event whose trigger shares a
word with the record's `eventText` (of several the one nearest to the root of the sentence), and
where there is none the one nearest to the root. Its type is right when it is the record's type of
today (`type_now`). A gold actor or recipient is right when its head word stands in the noun phrase
of one of the main event's actors or recipients, or of a name of that actor's elsewhere in the
sentence.

PETRARCH's sentences have codes of WEIS (World Event/Interaction Survey), of CAMEO and invented
ones. `_WEIS` has the PLOVER type of each class of WEIS; sentences of which no code is one of WEIS
that has a type are left out. A code is right when an event of its type is found, told as past or
as to come. The same codes read as CAMEO's alone are told besides.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from benchmarks import figures
from sayso.acquire import report_from_text
from sayso.events.arguments.arguments import Argument
from sayso.events.participants import participants
from sayso.events.predicates.trigger import COOPERATION, Trigger
from sayso.events.predicates.triggers import triggers
from sayso.model import EventType, Report
from sayso.reader import Document, Run, load_reader
from sayso.statements import Account, read_statements
from sayso.statements.attribution.heads import head_of
from training.corpora import corpus_rows

_WEIS: Final = {
    "01": EventType.CONCEDE,
    "03": EventType.CONSULT,
    "04": EventType.SUPPORT,
    "05": EventType.AGREE,
    "06": EventType.SUPPORT,
    "07": EventType.AID,
    "08": EventType.AGREE,
    "09": EventType.REQUEST,
    "10": EventType.REQUEST,
    "11": EventType.REJECT,
    "12": EventType.ACCUSE,
    "13": EventType.ACCUSE,
    "14": EventType.REJECT,
    "15": EventType.REQUEST,
    "16": EventType.THREATEN,
    "17": EventType.THREATEN,
    "18": EventType.MOBILIZE,
    "19": EventType.SANCTION,
    "20": EventType.SANCTION,
    "21": EventType.COERCE,
    "22": EventType.ASSAULT,
}
"""The classes of WEIS; a comment (02) is no event of PLOVER's."""
_FINER: Final = {
    "011": EventType.RETREAT,
    "062": EventType.AGREE,
    "063": EventType.AID,
    "061": EventType.CONCEDE,
    "065": EventType.CONCEDE,
    "066": EventType.RETREAT,
    "081": EventType.SUPPORT,
    "181": EventType.PROTEST,
    "191": EventType.REJECT,
}
"""The codes of WEIS that PLOVER counts otherwise than the rest of their class."""
_LONGEST_WEIS: Final = 3


@dataclass(frozen=True, slots=True)
class Told:
    """The events of one text."""

    account: Account
    triggers: tuple[Trigger, ...]

    def main(self, words: frozenset[str]) -> Trigger | None:
        """The event that tells `words`, else the first: the nearest to the root."""
        doc = self.account.doc
        ranked = sorted(
            self.triggers, key=lambda one: (sum(1 for _ in doc.ancestors(one.token)), one.token)
        )
        telling = (one for one in ranked if any(doc.lowers[word] in words for word in one.run))
        return next(telling, ranked[0] if ranked else None)

    def names(self, one: Argument, head: int | None, name: str) -> bool:
        """Whether `one` is the party called `name`, whose head is the word `head` of the text."""
        doc = self.account.doc
        words = set(_phrase(doc, one.head))
        actor = self.account.roster.at(one.head)
        for mention in actor.mentions if actor else ():
            words |= set(self.account.run_of(mention.start, mention.end))
        if head is not None:
            return head in words
        return name.rsplit(maxsplit=1)[-1].lower() in {doc.lowers[word] for word in words}


def _phrase(doc: Document, head: int) -> Iterator[int]:
    """The words of a noun phrase less those of its clauses."""
    clauses = {word for one in doc.children_with(head, "relcl", "acl") for word in doc.edges[one]}
    return (word for word in doc.edges[head] if word not in clauses)


@dataclass(slots=True)
class Counts:
    """What is counted over a set of gold records."""

    right: Counter[str] = field(default_factory=Counter)
    total: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, *, right: bool) -> None:
        """Count one thing that may be right."""
        self.total[name] += 1
        self.right[name] += right

    def figures(self) -> dict[str, float]:
        """The share of what is right, by name."""
        return {name: self.right[name] / total for name, total in self.total.items()}


def read(report: Report) -> Told:
    """The events of `report`."""
    doc = load_reader().annotate(report.text)
    account = read_statements(report, doc, places=(), times=())
    return Told(account, triggers(doc))


def gold_figures(records: Iterable[Mapping[str, Any]]) -> dict[str, float]:
    """The figures over gold records."""
    counts, events, texts = Counts(), 0, 0
    for record in records:
        told = read(report_from_text(record["text"]))
        events, texts = events + len(told.triggers), texts + 1
        expected = EventType(record["type_now"])
        counts.add("type found", right=any(one.type is expected for one in told.triggers))
        main = told.main(frozenset(re.findall(r"[\w-]+", record["eventText"].lower())))
        counts.add("main event's type right", right=main is not None and main.type is expected)
        _add_parties(counts, told, main, record)
    return counts.figures() | {"events a record": events / texts}


def _add_parties(
    counts: Counts, told: Told, main: Trigger | None, record: Mapping[str, Any]
) -> None:
    """Count the gold actors and recipients that the main event has."""
    parts = participants(told.account.doc, main) if main else None
    for name, key in (("actor", "source"), ("recipient", "target")):
        found: Sequence[Argument] = ()
        if parts is not None:
            found = parts.actors if name == "actor" else parts.recipients
        for gold in _names(record.get(key)):
            head = _head(told, gold)
            right = any(told.names(one, head, gold) for one in found)
            counts.add(f"{name} right", right=right)


def _names(parties: object) -> Iterator[str]:
    """The names of gold parties, which are a list, or an empty string for none."""
    for party in parties if isinstance(parties, list) else ():
        yield party["actorText"]


def _head(told: Told, name: str) -> int | None:
    """The head of the first words of the text that read `name`; None where it is reworded."""
    name = re.sub(r"'s?$", "", name.strip())
    start = told.account.report.text.find(name)
    if start < 0:
        return None
    run = told.account.run_of(start, start + len(name))
    return head_of(told.account.doc, Run(run.start, run.end))


def petrarch_figures(
    records: Iterable[Mapping[str, Any]], cameo: Mapping[str, EventType]
) -> dict[str, float]:
    """How many of PETRARCH's codes are right, read as WEIS, as CAMEO, and as either."""
    counts = Counts()
    for record in records:
        codes = {event["eventcode"] for event in record["events"] if "eventcode" in event}
        found = _types(read(report_from_text(record["text"])))
        for code in sorted(codes):
            of_weis, of_cameo = _of_weis(code), cameo.get(code)
            if of_weis is not None:
                counts.add("code right, as WEIS", right=of_weis in found)
            if of_cameo is not None:
                counts.add("code right, as CAMEO", right=of_cameo in found)
            if of_weis is not None:
                counts.add("code right", right=not found.isdisjoint({of_weis, of_cameo}))
    return counts.figures()


def _types(told: Told) -> set[EventType]:
    """The types of the events, and of agreements as well what is agreed on is to come."""
    coming = {one.told for one in told.triggers if one.told in COOPERATION}
    return coming | {one.type for one in told.triggers}


def _of_weis(code: str) -> EventType | None:
    if len(code) != _LONGEST_WEIS or not code.isdecimal():
        return None
    return _FINER.get(code) or _WEIS.get(code[:2])


def cameo_types(path: Path) -> dict[str, EventType]:
    """The PLOVER type of each CAMEO code; of a code told twice the first."""
    types: dict[str, EventType] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.match(r"(\d+): ([A-Z]+)", line)
        if found:
            types.setdefault(found[1], EventType(found[2]))
    return types


def main(folder: Path) -> None:
    """Measure, print the tables, write the figures."""
    gold = list(corpus_rows(folder / "plover-gold.jsonl.gz"))
    halves: dict[str, list[dict[str, Any]]] = {"tuned": [], "held out": []}
    for record in gold:
        halves["held out" if int(record["id"][-1]) % 2 else "tuned"].append(record)
    measured: dict[str, float] = {}
    for half, records in halves.items():
        measured |= {
            f"plover: {half}, {name}": share for name, share in gold_figures(records).items()
        }
    petrarch = corpus_rows(folder / "petrarch-unit-tests.jsonl.gz")
    cameo = cameo_types(folder / "cameo2plover.txt")
    measured |= {
        f"plover: PETRARCH, {name}": share
        for name, share in petrarch_figures(petrarch, cameo).items()
    }
    figures.publish("PLOVER codes", {name: round(share, 3) for name, share in measured.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))

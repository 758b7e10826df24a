"""The same event across reports, on the development topics of ECB+: CoNLL F1 and pairs.

    python -m benchmarks.same_event PATH/corpora/events/ecbplus.jsonl.gz

Topics 2, 5, 12, 18, 21, 23, 34 and 35 in one heap: sayso is told neither the topic nor the
subtopic of a report. Its mentions are the events that it reads by itself, by their triggers; those
of the gold are all actions, negated ones too. Both count in validated sentences alone, which are
annotated in full; chains of one mention count. A trigger is the action that it overlaps most, one
to one. PLOVER has no earthquakes, prizes or deaths of old age, so most of the gold is missed:
chains are scored over all mentions, and over those that both sides have, which shows the linking
by itself. Pairs are of these too: those that stand together in groups, and, before grouping, those
that `same_event` matches.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import figures
from benchmarks.conll import Chain, Score, b_cubed, ceaf_e, conll, muc
from sayso.acquire import report_from_text
from sayso.links.assertions import Assertion, assertions_of
from sayso.links.happenings import event_groups, event_keys, same_event
from sayso.links.matching import Match
from sayso.model import Span
from sayso.pipeline.reading import read_report
from training.ecbplus import DEV_TOPICS, Action, EcbText, read_ecbplus


@dataclass(frozen=True, slots=True)
class Mention:
    """An event that sayso reads, and the action of the gold that it is; None where it is none."""

    told: Assertion
    action: Action | None

    @property
    def name(self) -> str:
        """What the mention is called, as it is in the gold where it is there."""
        return self.action.id if self.action is not None else self.told.id


Pair = tuple[Mention, Mention]


def mentions_in(text: EcbText) -> list[Mention]:
    """The events that sayso reads in the validated sentences of a text."""
    reading = read_report(report_from_text(text.text, uri=text.uri))
    told = {
        one.happening.trigger: one
        for one in reversed(assertions_of(reading))
        if one.happening is not None and _inside(one.happening.trigger, text.validated)
    }
    actions = aligned(told, text.actions)
    return [Mention(told[trigger], actions.get(trigger)) for trigger in sorted(told)]


def aligned(triggers: Iterable[Span], actions: Iterable[Action]) -> dict[Span, Action]:
    """The action that each trigger is, one to one, those that overlap most first."""
    shares = ((_overlap(trigger, one), trigger, one) for trigger in triggers for one in actions)
    near = sorted(
        (share for share in shares if share[0]),
        key=lambda share: (-share[0], share[1], share[2].spans),
    )
    found: dict[Span, Action] = {}
    for _, trigger, action in near:
        if trigger not in found and action not in found.values():
            found[trigger] = action
    return found


def matched(mentions: Iterable[Mention]) -> dict[Pair, Match]:
    """The pairs that are of one event by `same_event`."""
    pairs = ((a, b, same_event(a.told, b.told)) for a, b in combinations(mentions, 2))
    return {(a, b): match for a, b, match in pairs if match is not None}


def grouped(mentions: Iterable[Mention], pairs: Mapping[Pair, Match]) -> list[list[Mention]]:
    """The mentions in groups of one event each, those that are alone in groups of one."""
    by_id = {one.told.id: one for one in mentions}
    groups = event_groups({(a.told.id, b.told.id): match.score for (a, b), match in pairs.items()})
    alone = by_id.keys() - {each for members in groups for each in members}
    return [[by_id[each] for each in members] for members in (*groups, *({one} for one in alone))]


def gold_chains(texts: Iterable[EcbText]) -> list[Chain]:
    """The chains of all actions, as the names of their mentions."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for text in texts:
        for action in text.actions:
            found[action.chain].add(action.id)
    return [frozenset(chain) for chain in found.values()]


def of_both(chains: Iterable[Chain], mentions: Iterable[Mention]) -> list[Chain]:
    """The chains less the mentions that only one side has."""
    both = {one.name for one in mentions if one.action is not None}
    return [chain & both for chain in chains if chain & both]


def right(pairs: Iterable[Pair], mentions: Iterable[Mention]) -> Score:
    """How many pairs are of one chain of the gold, and how many of those of one chain are there."""
    actions = [one.action for one in mentions if one.action is not None]
    there = sum(one.chain == other.chain for one, other in combinations(actions, 2))
    known = [a.action.chain == b.action.chain for a, b in pairs if a.action and b.action]
    return Score(sum(known) / len(known) if known else 0.0, sum(known) / there if there else 0.0)


def keyed(pairs: Iterable[Pair]) -> float:
    """The share of the pairs that a blocking key would have brought together."""
    shared = [bool(event_keys(a.told) & event_keys(b.told)) for a, b in pairs]
    return sum(shared) / len(shared) if shared else 0.0


def measure(texts: Sequence[EcbText]) -> dict[str, float]:
    """Print the tables; the figures."""
    mentions = [one for text in texts for one in mentions_in(text)]
    pairs = matched(mentions)
    groups = grouped(mentions, pairs)
    together = [pair for each in groups for pair in combinations(each, 2)]
    gold = gold_chains(texts)
    read = [frozenset(one.name for one in each) for each in groups]
    _show(gold, read, "all mentions")
    _show(of_both(gold, mentions), of_both(read, mentions), "mentions of both sides")
    alone, grown = right(pairs, mentions), right(together, mentions)
    return {
        "same event: mentions of the gold read": sum(one.action is not None for one in mentions)
        / sum(map(len, gold)),
        "same event: CoNLL F1": conll(gold, read),
        "same event: CoNLL F1, mentions of both": conll(
            of_both(gold, mentions), of_both(read, mentions)
        ),
        "same event: pairs precision": grown.precision,
        "same event: pairs recall": grown.recall,
        "same event: pairs precision, before grouping": alone.precision,
        "same event: pairs recall, before grouping": alone.recall,
        "same event: matching pairs that share a key": keyed(pairs),
    }


def _show(gold: Sequence[Chain], read: Sequence[Chain], title: str) -> None:
    table = Table("measure", "precision", "recall", "F1", title=f"ECB+ dev, {title}")
    for measure_of in (muc, b_cubed, ceaf_e):
        score = measure_of(gold, read)
        row = (f"{each:.3f}" for each in (score.precision, score.recall, score.f1))
        table.add_row(measure_of.__name__, *row)
    Console().print(table)


def _overlap(trigger: Span, action: Action) -> float:
    """The share of the characters of either that both have."""
    shared = sum(
        max(0, min(trigger.end, end) - max(trigger.start, start)) for start, end in action.spans
    )
    either = sum(end - start for start, end in action.spans) + len(trigger.text) - shared
    return shared / either


def _inside(span: Span, sentences: Iterable[tuple[int, int]]) -> bool:
    return any(start <= span.start and span.end <= end for start, end in sentences)


def main(corpus: Path) -> None:
    """Measure, print the tables, write the figures."""
    measured = measure(list(read_ecbplus(corpus, DEV_TOPICS)))
    figures.publish("The same event", {name: round(one, 3) for name, one in measured.items()})


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Whom sayso finds behind the sources of our own example reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from benchmarks.chains import Links, links
from benchmarks.examples import gold_readings
from benchmarks.matching import credited, pairs
from benchmarks.mentions import form_of, placed
from sayso.model import Reading, Span, Statement
from sayso.reader import Document, Run, load_encoder, load_reader
from sayso.statements.actors.coreference import Coreference
from sayso.statements.attribution.attribution import Attribution
from sayso.statements.attribution.attributions import attributions
from sayso.statements.attribution.frames import frame_of
from sayso.statements.attribution.heads import head_of, load_heads
from sayso.statements.attribution.quotations import Quotations
from sayso.statements.reading import read_statements
from training.gum import Chains


@dataclass(frozen=True, slots=True)
class Sources:
    """Sources with an actor in the gold, and those of them with the right one, by form."""

    gold: Counter[str]
    right: Counter[str]

    def share(self, form: str | None = None) -> float:
        """The share with the right actor, of all or of those of one form."""
        if form is None:
            return self.right.total() / self.gold.total()
        return self.right[form] / self.gold[form] if self.gold[form] else 0.0


def own_gold(*, from_gold: bool) -> Sources:
    """Whom sayso finds behind the sources of our example reports.

    `from_gold` hands it the statements of the gold; else those that it finds itself count where
    they hit one of the gold. A source has the right actor when the nearest earlier mention of
    that actor is one of the gold's actor, or when both tell of somebody for the first time.
    """
    counts = Sources(Counter(), Counter())
    for truth in gold_readings():
        doc = load_reader().annotate(truth.report.text)
        quoted = Quotations(doc)
        found = (
            gold_attributions(doc, truth)
            if from_gold
            else attributions(doc, quoted, load_encoder().encode(doc), load_heads())
        )
        mentions = placed(doc, Coreference(doc, found, quoted), _gold_chains(truth))
        right = dict(zip(mentions, map(_is_right, links(list(mentions.values()))), strict=True))
        forms = _forms(doc, truth)
        for statement in _sourced(truth) if from_gold else _hits(truth, doc):
            place = statement.source.spans[0].start, statement.source.spans[0].end
            form = forms[statement.id]
            counts.gold[form] += 1
            counts.right[form] += right.get(place, False)
    return counts


def _is_right(link: Links) -> bool:
    return link.gold == link.read == link.right


def _gold_chains(truth: Reading) -> Chains:
    return Chains((a.id, m.start, m.end) for a in truth.actors for m in a.mentions)


def _sourced(truth: Reading) -> list[Statement]:
    return [each for each in truth.statements if each.source.actor and each.source.spans]


def _hits(truth: Reading, doc: Document) -> Iterator[Statement]:
    """The statements of the gold with an actor that sayso finds."""
    account = read_statements(truth.report, doc, places=(), times=())
    read = [credited(each) for each in account.statements if each.cue]
    gold = [each for each in truth.statements if each.cue]
    hits = (gold[j] for _, j in pairs(read, [credited(each) for each in gold]))
    return (each for each in hits if each.source.actor and each.source.spans)


def _forms(doc: Document, truth: Reading) -> dict[str, str]:
    """The form of each source of the gold, by statement."""
    found = gold_attributions(doc, truth)
    read = Coreference(doc, found, Quotations(doc))
    told = [each for each in truth.statements if each.cue]
    phrases = [read.phrase(one) for one in found]
    return {s.id: form_of(p) for s, p in zip(told, phrases, strict=True) if p is not None}


def gold_attributions(doc: Document, truth: Reading) -> list[Attribution]:
    """The statements of `truth` that credit somebody, in tokens."""
    made: dict[str, Attribution] = {}
    told = [each for each in truth.statements if each.cue]
    for statement in sorted(told, key=lambda each: each.depth):
        one = _attribution(doc, statement)
        made[statement.id] = replace(one, parent=made.get(statement.parent or ""))
    return [made[statement.id] for statement in told]


def _attribution(doc: Document, statement: Statement) -> Attribution:
    assert statement.cue is not None
    (cue,) = _runs(doc, statement.cue.spans)
    source, content = _runs(doc, statement.source.spans), _runs(doc, statement.content)
    head = head_of(doc, cue)
    return Attribution(
        head=head,
        frame=frame_of(doc, head, cue, content),
        cue=cue,
        source=source,
        source_head=head_of(doc, source[0]) if source else None,
        content=content,
        score=1.0,
        depth=statement.depth,
    )


def _runs(doc: Document, spans: Iterable[Span]) -> tuple[Run, ...]:
    """The tokens that `spans` touch."""
    tokens = (
        [t for t in range(len(doc)) if doc.starts[t] < span.end and span.start < doc.ends[t]]
        for span in spans
    )
    return tuple(Run(each[0], each[-1] + 1) for each in tokens)

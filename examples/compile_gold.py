"""Turn the hand-made annotations of the example reports into gold records.

    python -m examples.compile_gold PASS [FOLDER]

PASS is a folder of `annotations/` (first, second, reconciled). Every report is compiled and
checked; with FOLDER, its records are written there as `<report>.jsonl`, in the form of
`sayso export`. GUIDE.md says what the annotators write. Nothing is guessed: a string that is
not found, or is found more than once, is told with its report, and no gold is made of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path

from examples.annotation_files import (
    ActorTable,
    AnnotationError,
    AnnotationFile,
    Page,
    StatementTable,
    Wording,
    first_sentence,
    read_annotations,
    read_page,
)
from sayso.acquire import report_from_bytes
from sayso.export import write_jsonl
from sayso.model import (
    Actor,
    Cue,
    Mention,
    Quote,
    Reading,
    Report,
    SaidAt,
    SaysoError,
    Source,
    SourceKind,
    Span,
    Statement,
    cover,
)
from sayso.model.ids import actor_id, statement_id
from sayso.model.invariants import check

HERE = Path(__file__).resolve().parent
MEDIA_TYPES = {".txt": "text/plain", ".html": "text/html"}


@dataclass(frozen=True, slots=True)
class Compiler:
    """Makes the records of one report from one annotation file."""

    report: Report
    page: Page
    notes: AnnotationFile

    def reading(self) -> Reading:
        """The gold reading, checked against every invariant of the ledger."""
        actors = self.actors()
        ids = {table.key: actor.id for table, actor in zip(self.notes.actor, actors, strict=True)}
        credited = [self.credited(table, ids) for table in self.notes.statement]
        statements = nested([*self.own(credited), *credited])
        ordered = sorted(statements, key=lambda s: (s.span.start, s.depth, s.id))
        ordered_actors = sorted(actors, key=lambda actor: actor.mentions[0])
        return check(
            Reading(
                report=self.report,
                statements=tuple(ordered),
                actors=tuple(ordered_actors),
                places=(),
                times=(),
            )
        )

    def actors(self) -> list[Actor]:
        """One actor a table, with its sources and other mentions in the order of the text."""
        known = {table.key for table in self.notes.actor}
        if unknown := {s.actor for s in self.notes.statement if s.actor} - known:
            raise AnnotationError(f"no [[actor]] has the key {', '.join(sorted(unknown))}")
        return [self.actor(table) for table in self.notes.actor]

    def actor(self, table: ActorTable) -> Actor:
        """The actor of one table."""
        found = {
            span
            for statement in self.notes.statement
            if statement.actor == table.key
            for span in self.page.find_all(statement.at, statement.source)
        }
        found |= {self.page.find_mention(mention) for mention in table.mentions}
        if not found:
            raise AnnotationError(f"actor {table.key} has no mention")
        spans = sorted(found)
        return Actor(
            id=actor_id(self.report.id, spans[0]),
            name=table.name,
            kind=table.kind,
            country=None,
            roles=table.roles,
            mentions=tuple(
                Mention(report=self.report.id, start=s.start, end=s.end, text=s.text) for s in spans
            ),
        )

    def credited(self, table: StatementTable, actors: dict[str, str]) -> Statement:
        """The statement of one table, not yet nested."""
        source = self.page.find_all(table.at, table.source)
        cue = (self.page.find(table.at, table.cue),)
        content = self.page.find_all(table.at, table.content)
        return Statement(
            id=statement_id(self.report.id, source, cue, content),
            report=self.report.id,
            span=cover(self.page.text, [*source, *cue, *content]),
            source=Source(
                spans=source,
                kind=table.kind,
                actor=actors[table.actor] if table.actor else None,
            ),
            cue=Cue(spans=cue),
            content=content,
            act=table.act,
            stance=table.stance,
            polarity=table.polarity,
            certainty=table.certainty,
            hedges=self.page.find_all(table.at, table.hedges),
            quote=table.quote,
            parent=None,
            depth=0,
            said_at=self.said_at(table),
            score=1.0,
        )

    def said_at(self, table: StatementTable) -> SaidAt | None:
        """When the statement of `table` was made."""
        if table.said_at is None:
            return None
        words, value = table.said_at
        return SaidAt(span=self.page.find(table.at, words), value=value)

    def own(self, credited: Sequence[Statement]) -> Iterator[Statement]:
        """The author's statements: each sentence that is not wholly somebody else's content."""
        wordings = {first_sentence(wording.at): wording for wording in self.notes.author}
        for number, sentence in self.page.sentences.items():
            if any(span.contains(sentence) for s in credited for span in s.content):
                if number in wordings:
                    raise AnnotationError(f"sentence {number} is not the author's")
                continue
            yield self.own_word(sentence, wordings.get(number, Wording(at=str(number))))

    def own_word(self, sentence: Span, wording: Wording) -> Statement:
        """The author's statement of one sentence."""
        return Statement(
            id=statement_id(self.report.id, (), (), (sentence,)),
            report=self.report.id,
            span=sentence,
            source=Source(spans=(), kind=SourceKind.AUTHOR, actor=None),
            cue=None,
            content=(sentence,),
            act=wording.act,
            stance=wording.stance,
            polarity=wording.polarity,
            certainty=wording.certainty,
            hedges=self.page.find_all(wording.at, wording.hedges),
            quote=Quote.NONE,
            parent=None,
            depth=0,
            said_at=None,
            score=1.0,
        )


def nested(statements: Sequence[Statement]) -> list[Statement]:
    """The same statements, each under the innermost one in whose content its cue stands."""
    parents = {s.id: _parent(s, statements) for s in statements if s.cue}
    by_id = {s.id: s for s in statements}

    def depth(statement: Statement) -> int:
        parent = parents.get(statement.id)
        return depth(by_id[parent.id]) + 1 if parent else 0

    return [
        replace(s, parent=parents[s.id].id, depth=depth(s)) if s.id in parents else s
        for s in statements
    ]


def _parent(statement: Statement, statements: Sequence[Statement]) -> Statement:
    """Whose content, the shortest that holds the cue; the author's only if no one else's does."""
    assert statement.cue is not None
    cue = statement.cue.spans[0]
    around = sorted(
        (other.cue is None, sum(len(span.text) for span in other.content), other.id)
        for other in statements
        if other.id != statement.id and any(span.contains(cue) for span in other.content)
    )
    if not around:
        raise AnnotationError(f"the cue {cue.text!r} at {cue.start} stands in nobody's content")
    if len(around) > 1 and around[0][:2] == around[1][:2]:
        raise AnnotationError(f"two contents of one length hold the cue {cue.text!r}")
    return next(other for other in statements if other.id == around[0][2])


def report_paths() -> list[Path]:
    """The example reports, in the order of their names."""
    return sorted((HERE / "reports").iterdir())


def compile_report(path: Path, annotator: str) -> Reading:
    """The gold reading of the report at `path` by one pass; raises AnnotationError."""
    report, page = report_and_page(path)
    notes = read_annotations(HERE / "annotations" / annotator / f"{path.stem}.toml")
    return Compiler(report, page, notes.without(page.absent)).reading()


def report_and_page(path: Path) -> tuple[Report, Page]:
    """The report at `path` as sayso reads it, and its text with the numbered sentences."""
    published = path.name[:10] if path.suffix == ".txt" else None
    report = report_from_bytes(
        path.read_bytes(), media_type=MEDIA_TYPES[path.suffix], published=published
    )
    listing = HERE / "annotations" / "sentences" / f"{path.stem}.txt"
    return report, read_page(report.text, listing.read_text(encoding="utf-8"))


def jsonl(reading: Reading) -> str:
    """The records of `reading`, one a line, as they are tracked in `gold/`."""
    stream = StringIO()
    write_jsonl([reading.report, *reading.statements, *reading.actors], stream)
    return stream.getvalue()


def main() -> int:
    """Compile one pass; returns 1 if a report failed, else 0."""
    parser = argparse.ArgumentParser(description="Compile the annotations of the examples.")
    parser.add_argument("annotator", help="first, second or reconciled")
    parser.add_argument("folder", nargs="?", type=Path, help="where the records are written")
    arguments = parser.parse_args()
    failed = False
    for path in report_paths():
        try:
            reading = compile_report(path, arguments.annotator)
        except (AnnotationError, SaysoError) as error:
            failed = True
            sys.stderr.write(f"{path.name}: {error}\n")
            continue
        credited = sum(1 for statement in reading.statements if statement.cue)
        own = len(reading.statements) - credited
        sys.stdout.write(f"{path.name}: {credited} credited, {own} the author's\n")
        if arguments.folder:
            arguments.folder.mkdir(parents=True, exist_ok=True)
            gold = arguments.folder / f"{path.stem}.jsonl"
            gold.write_text(jsonl(reading), encoding="utf-8", newline="\n")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sayso.export.formats.brat import write_brat
from sayso.ledger import Ledger
from sayso.model import Reading, Span
from tests.export.formats.harbour import GOLDEN, harbour, small_ledger
from tests.samples import gazette, herald

_LINE = re.compile(
    r"(?P<id>T\d+)\t(?P<type>\S+) (?P<at>\d+ \d+(?:;\d+ \d+)*)\t(?P<text>[^\t\n]+)"
    r"|(?P<event>E\d+)\t(?P<trigger>\S+:T\d+)(?P<roles>(?: \S+:[TE]\d+)*)"
    r"|(?P<relation>R\d+)\t(?P<kind>\S+) Arg1:(?P<one>T\d+) Arg2:(?P<other>T\d+)"
    r"|(?P<attribute>A\d+)\t(?P<name>\S+) (?P<of>E\d+) (?P<value>\S+)"
    r"|\*\tEquiv (?P<equal>T\d+(?: T\d+)+)"
    r"|#\d+\tAnnotatorNotes (?P<on>[TER]\d+)\t(?P<note>[^\t]+)"
)
"""A line of standoff, as https://brat.nlplab.org/standoff.html tells it."""

Words = tuple[str, tuple[tuple[int, int], ...], str]


@dataclass
class Standoff:
    """An annotation file, read with its text beside."""

    text: str
    words: dict[str, Words] = field(default_factory=dict)
    events: dict[str, tuple[str, str, list[tuple[str, str]]]] = field(default_factory=dict)
    relations: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    attributes: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    notes: dict[str, str] = field(default_factory=dict)
    equal: list[list[str]] = field(default_factory=list)

    def read(self, line: str) -> None:
        found = _LINE.fullmatch(line)
        assert found, line
        told = found.groupdict()
        if told["id"]:
            pairs = (each.split() for each in told["at"].split(";"))
            at = tuple((int(start), int(end)) for start, end in pairs)
            self.words[told["id"]] = (told["type"], at, told["text"])
        elif told["event"]:
            kind, trigger = told["trigger"].split(":")
            roles = [each.split(":") for each in told["roles"].split()]
            self.events[told["event"]] = (kind, trigger, [(role, name) for role, name in roles])
        elif told["relation"]:
            self.relations[told["relation"]] = (told["kind"], told["one"], told["other"])
        elif told["attribute"]:
            self.attributes[told["of"]][told["name"]] = told["value"]
        elif told["equal"]:
            self.equal.append(told["equal"].split())
        else:
            self.notes[told["note"].split()[0]] = told["on"]


def _written(folder: Path, *, backwards: bool = False) -> Path:
    out = folder / f"brat{backwards:d}"
    out.mkdir()
    with small_ledger(folder, backwards=backwards) as ledger:
        write_brat(ledger, out)
    return out


def _contents(folder: Path) -> dict[str, bytes]:
    return {each.name: each.read_bytes() for each in folder.iterdir()}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _written(tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def read(folder: Path) -> dict[str, Standoff]:
    standoffs = {}
    for path in folder.glob("*.ann"):
        standoff = Standoff(path.with_suffix(".txt").read_bytes().decode())
        for line in path.read_bytes().decode().splitlines():
            standoff.read(line)
        standoffs[path.stem] = standoff
    return standoffs


@pytest.fixture(scope="module")
def configured(folder: Path) -> dict[str, dict[str, str]]:
    sections: dict[str, dict[str, str]] = {}
    for line in (folder / "annotation.conf").read_text().splitlines():
        if line.startswith("["):
            section = sections.setdefault(line.strip("[]"), {})
        elif line:
            name, _, rest = line.partition("\t")
            assert name not in section
            section[name] = rest
    return sections


def _readings() -> Iterator[Reading]:
    yield from (herald(), gazette(), harbour())


def test_the_files_are_what_they_were(folder: Path) -> None:
    assert _contents(folder) == _contents(GOLDEN / "brat")


def test_they_do_not_depend_on_the_order_of_recording(folder: Path, tmp_path: Path) -> None:
    assert _contents(_written(tmp_path, backwards=True)) == _contents(folder)


def test_an_empty_ledger_has_only_a_configuration(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "brat"
    out.mkdir()
    with Ledger(tmp_path / "empty.db") as ledger:
        write_brat(ledger, out)
    known = (folder / "annotation.conf").read_bytes()
    assert _contents(out) == {"annotation.conf": known}


def test_the_texts_are_those_of_the_reports_without_carriage_returns(
    read: dict[str, Standoff],
) -> None:
    assert "\r\n" in harbour().report.text
    assert {name: one.text for name, one in read.items()} == {
        reading.report.id: reading.report.text.replace("\r", " ") for reading in _readings()
    }


def test_offsets_hold_for_a_reader_that_folds_line_ends(folder: Path) -> None:
    path = (folder / harbour().report.id).with_suffix(".txt")
    assert path.read_text(encoding="utf-8") == path.read_bytes().decode()


def test_all_words_stand_in_the_text(read: dict[str, Standoff]) -> None:
    for standoff in read.values():
        for _, at, text in standoff.words.values():
            assert list(at) == sorted(at)
            assert " ".join(standoff.text[start:end] for start, end in at) == text


def _characters(text: str, spans: tuple[Span, ...]) -> set[int]:
    """Where `spans` have a character that is no line break or tab."""
    found = {at for span in spans for at in range(span.start, span.end)}
    return {at for at in found if text[at] not in "\n\r\t\u2028"}


def test_every_statement_is_an_event_with_its_pieces(read: dict[str, Standoff]) -> None:
    for reading in _readings():
        standoff = read[reading.report.id]
        for said in reading.statements:
            name = standoff.notes[said.id]
            if not said.depth:
                assert standoff.words[name][0] == "author"
                continue
            kind, trigger, roles = standoff.events[name]
            assert kind == standoff.words[trigger][0] == said.act
            assert standoff.attributes[name]["stance"] == said.stance
            parts = {"source": said.source.spans, "content": said.content}
            for role, spans in parts.items():
                (part,) = (filler for each, filler in roles if each == role)
                at = standoff.words[part][1]
                covered = {one for start, end in at for one in range(start, end)}
                assert covered == _characters(reading.report.text, spans)


def test_a_statement_stands_within_that_of_who_credits_it(read: dict[str, Standoff]) -> None:
    _, reported, denied, *_ = herald().statements
    standoff = read[herald().report.id]
    *_, roles = standoff.events[standoff.notes[denied.id]]
    assert ("within", standoff.notes[reported.id]) in roles


def test_events_and_ties_are_there(read: dict[str, Standoff]) -> None:
    for reading in _readings():
        standoff = read[reading.report.id]
        for event in reading.events:
            kind, _, roles = standoff.events[standoff.notes[event.id]]
            assert kind == event.code
            assert ("told_by", standoff.notes[event.statement]) in roles
            assert standoff.attributes[standoff.notes[event.id]]["status"] == event.status
        for tie in reading.relations:
            assert standoff.relations[standoff.notes[tie.id]][0] == tie.kind


def test_mentions_of_one_actor_are_equal(read: dict[str, Standoff]) -> None:
    standoff = read[harbour().report.id]
    texts = [sorted(standoff.words[name][2] for name in names) for names in standoff.equal]
    assert sorted(texts) == [["The Guild", "the Guild"], ["Ulla", "Ulla & Sons"]]


def test_all_types_are_configured(
    read: dict[str, Standoff], configured: dict[str, dict[str, str]]
) -> None:
    assert configured.keys() == {"entities", "relations", "events", "attributes"}
    for standoff in read.values():
        triggers = {trigger for _, trigger, _ in standoff.events.values()}
        for name, (kind, _, _) in standoff.words.items():
            assert kind in configured["events" if name in triggers else "entities"]
        for kind, _, roles in standoff.events.values():
            allowed = {each.partition("*:")[0] for each in configured["events"][kind].split(", ")}
            assert {role.rstrip("23456789") for role, _ in roles} <= allowed
        for kind, *_ in standoff.relations.values():
            assert kind in configured["relations"]
        for fields in standoff.attributes.values():
            for name, value in fields.items():
                values = configured["attributes"][name].partition("Value:")[2]
                assert value in values.split("|")

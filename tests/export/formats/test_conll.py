from collections.abc import Iterator
from pathlib import Path
from typing import Any

import conllu
import pytest

from sayso.export.formats.conll import write_conll
from sayso.model import Reading, Statement
from tests.export.formats.harbour import GOLDEN, harbour, written, written_of_nothing
from tests.samples import gazette, herald

Row = dict[str, str]
_PARTS = ("SOURCE", "CUE", "CONTENT")


@pytest.fixture(scope="module")
def text(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return written(write_conll, tmp_path_factory.mktemp("ledger"))


@pytest.fixture(scope="module")
def blocks(text: bytes) -> dict[str, list[tuple[dict[str, str], list[Row]]]]:
    """The blocks of each document: their comments and their rows."""
    first, *rest = text.decode().split("\n")
    names = first.removeprefix("# global.columns = ").split(" ")
    documents: dict[str, list[tuple[dict[str, str], list[Row]]]] = {}
    for block in "\n".join(rest).removesuffix("\n\n").split("\n\n"):
        lines = block.split("\n")
        pairs = [line[2:].partition(" = ")[::2] for line in lines if line.startswith("#")]
        told = dict(pairs)
        rows = [
            dict(zip(names, line.split("\t"), strict=True))
            for line in lines
            if not line.startswith("#")
        ]
        if "newdoc id" in told:
            here = documents.setdefault(told["newdoc id"], [])
        here.append((told, rows))
    return documents


def _readings() -> Iterator[Reading]:
    yield from (herald(), gazette(), harbour())


def _rows(document: list[tuple[dict[str, str], list[Row]]]) -> list[Row]:
    return [row for _, rows in document for row in rows]


def test_the_words_are_what_they_were(text: bytes) -> None:
    assert text == (GOLDEN / "words.conllup").read_bytes()


def test_they_do_not_depend_on_the_order_of_recording(text: bytes, tmp_path: Path) -> None:
    assert written(write_conll, tmp_path, backwards=True) == text


def test_an_empty_ledger_has_only_a_head(tmp_path: Path) -> None:
    head = b"# global.columns = ID FORM SAYSO:START SAYSO:END\n"
    assert written_of_nothing(write_conll, tmp_path) == head


def test_there_are_columns_for_every_depth(text: bytes) -> None:
    deepest = max(said.depth for reading in _readings() for said in reading.statements)
    columns = [f"SAYSO:{part}{depth}" for depth in range(1, deepest + 1) for part in _PARTS]
    head = text.decode().split("\n")[0]
    assert head.split(" ")[3:] == ["ID", "FORM", "SAYSO:START", "SAYSO:END", *columns]


def test_every_word_stands_in_its_report(blocks: dict[str, Any]) -> None:
    for reading in _readings():
        document = blocks[reading.report.id]
        text = reading.report.text
        rows = _rows(document)
        for row in rows:
            assert text[int(row["SAYSO:START"]) : int(row["SAYSO:END"])] == row["FORM"]
        assert "".join(row["FORM"] for row in rows) == "".join(text.split())
        for _, block in document:
            assert [row["ID"] for row in block] == [str(n) for n in range(1, len(block) + 1)]


def _labelled(rows: list[Row], column: str, number: int) -> set[int]:
    """Which characters have a label of the statement with this number in a column."""
    found: set[int] = set()
    for row in rows:
        if {f"B-{number}", f"I-{number}"} & set(row[column].split("|")):
            found.update(range(int(row["SAYSO:START"]), int(row["SAYSO:END"])))
    return found


def _begun(rows: list[Row], column: str, number: int) -> list[int]:
    return [int(row["SAYSO:START"]) for row in rows if f"B-{number}" in row[column].split("|")]


def _credited(reading: Reading) -> Iterator[tuple[int, Statement]]:
    yield from enumerate((one for one in reading.statements if one.depth), 1)


def test_the_labels_are_the_parts_of_the_statements(blocks: dict[str, Any]) -> None:
    for reading in _readings():
        rows, text = _rows(blocks[reading.report.id]), reading.report.text
        for number, said in _credited(reading):
            assert said.cue is not None
            parts = (said.source.spans, said.cue.spans, said.content)
            for part, spans in zip(_PARTS, parts, strict=True):
                column = f"SAYSO:{part}{said.depth}"
                wanted = {at for span in spans for at in range(span.start, span.end)}
                shown = {at for at in wanted if not text[at].isspace()}
                assert _labelled(rows, column, number) == shown
                assert _begun(rows, column, number) == [span.start for span in spans]


def test_two_statements_may_share_words(text: bytes) -> None:
    assert "\tB-3|B-4\t" in text.decode()


def test_comments_lead_back_to_the_ledger(blocks: dict[str, Any]) -> None:
    for reading in _readings():
        told: dict[str, str] = {}
        for comments, _ in blocks[reading.report.id]:
            told |= comments
        for number, said in _credited(reading):
            name, act, stance, *_ = told[f"statement-{number}"].split(" ")
            assert (name, act, stance) == (said.id, f"act={said.act}", f"stance={said.stance}")


def test_a_block_begins_with_each_sentence_of_the_authors(blocks: dict[str, Any]) -> None:
    for reading in _readings():
        begun = [int(rows[0]["SAYSO:START"]) for _, rows in blocks[reading.report.id]]
        authors = [one.span.start for one in reading.statements if not one.depth]
        assert begun == authors


def test_conllu_reads_it(text: bytes) -> None:
    read = conllu.parse(text.decode())
    assert len(read) == text.count(b"# sent_id")
    assert read[0][0]["form"] == "Port"
    assert read[0][0]["sayso:source1"] == "B-1"

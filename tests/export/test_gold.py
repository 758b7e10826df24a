"""What people judged, read back by what evaluates and trains."""

import json
from pathlib import Path

import pytest

from examples.passages import read_passages
from sayso.export import from_json
from sayso.export.gold import write_gold
from sayso.ledger import Ledger
from sayso.model import JudgementKind, Report, Statement
from tests.judging.test_decisions import decided
from tests.samples import actor, authors_word, gazette, others_word, quote, reading_of, report

_KIND = JudgementKind
OF = report("The mayor said ships said no. They said no.\n\nThe port denied # it.\n\nRain fell.")
MAYOR, PORT = actor(OF, "The mayor"), actor(OF, "The port")
WHOLE = authors_word(OF, "The mayor said ships said no. They said no.")
LAST = authors_word(OF, "The port denied # it.")
SHIPS = others_word(OF, WHOLE, MAYOR, ("The mayor", "said", "ships said no"))
NUMBERED = others_word(OF, LAST, PORT, ("The port", "denied", "# it"))
READ = reading_of(OF, WHOLE, SHIPS, LAST, NUMBERED, actors=(MAYOR, PORT))


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    ledger = Ledger(tmp_path / "sayso.db")
    ledger.add(READ)
    ledger.add(gazette())
    return ledger


def statements_in(path: Path) -> dict[str, Statement]:
    records = [from_json(json.loads(line)) for line in path.read_text("utf-8").splitlines()]
    assert isinstance(records[0], Report)
    return {one.id: one for one in records if isinstance(one, Statement)}


def test_what_was_accepted_and_corrected_comes_back_with_what_it_stands_in(
    ledger: Ledger, tmp_path: Path
) -> None:
    ledger.add_judgement(decided(_KIND.ACCEPT, SHIPS.id))
    ledger.add_judgement(decided(_KIND.CORRECT, SHIPS.id, '{"act": "admit"}', at=1))
    ledger.add_judgement(decided(_KIND.REJECT, NUMBERED.id))
    gold = write_gold(ledger, tmp_path / "gold")
    assert (gold.reports, gold.statements, gold.rejected) == (1, 1, 1)
    held = statements_in(tmp_path / "gold" / f"{OF.id}.jsonl")
    assert held.keys() == {SHIPS.id, WHOLE.id}
    assert held[SHIPS.id].act == "admit"
    assert NUMBERED in statements_in(tmp_path / "gold/rejected" / f"{OF.id}.jsonl").values()


def test_a_paragraph_that_was_judged_in_full_is_one_to_train_with(
    ledger: Ledger, tmp_path: Path
) -> None:
    start, end = quote(OF, "ships said no").start, quote(OF, "ships said no").end
    value = f'{{"content": [[{start + 6}, {end}]]}}'
    ledger.add_judgement(decided(_KIND.CORRECT, SHIPS.id, value))
    assert write_gold(ledger, tmp_path / "gold").passages == 1
    [passage] = read_passages(tmp_path / "gold/passages.toml")
    assert passage.text == WHOLE.content[0].text
    [told] = passage.statements
    # "said no" stands there twice: the first of them is meant.
    assert [span.start for span in told.content] == [start + 6]
    assert told.cue.text == "said"
    assert told.cue.start == quote(OF, "said").start


def test_a_paragraph_judged_in_part_or_of_unclear_words_is_left_out(
    ledger: Ledger, tmp_path: Path
) -> None:
    ledger.add_judgement(decided(_KIND.ACCEPT, NUMBERED.id))
    assert write_gold(ledger, tmp_path / "gold").passages == 0


def test_nothing_judged_is_nothing_written(ledger: Ledger, tmp_path: Path) -> None:
    gold = write_gold(ledger, tmp_path / "gold")
    assert (gold.reports, gold.passages) == (0, 0)
    assert [path.name for path in (tmp_path / "gold").rglob("*")] == ["rejected"]

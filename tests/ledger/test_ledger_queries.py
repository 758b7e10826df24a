from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.dialects.sqlite import dialect

from sayso.ledger import Ledger, StatementQuery
from sayso.ledger.search import expression
from sayso.ledger.selection import select_statements
from sayso.model import Act, Certainty, LedgerError, QueryError, Reading, SaysoError, Stance
from tests.postgres import Somewhere, Where, on_postgres, on_sqlite
from tests.samples import authors_word, gazette, herald, reading_of, report

NAMES = {
    statement.id: name
    for name, statement in zip(
        ("first", "reported", "denied", "second", "quoted", "third", "whole", "doubted"),
        (*herald().statements, *gazette().statements),
        strict=True,
    )
}
HERALD = {"first", "reported", "denied", "second", "quoted", "third"}
GAZETTE = {"whole", "doubted"}
AUTHORS = {"first", "second", "third", "whole"}

# Conditions → the statements that meet them.
QUERIES: list[tuple[dict[str, Any], set[str]]] = [
    ({}, HERALD | GAZETTE),
    ({"source": "Herald"}, {"reported"}),
    ({"source": "officials"}, {"denied", "doubted"}),
    ({"source": "OFFICIALS"}, {"denied", "doubted"}),
    ({"source": "port authority"}, {"doubted"}),  # the actor's name
    ({"source": "the mayor"}, {"quoted"}),  # a mention, over a line end
    ({"source": "óskar"}, {"quoted"}),
    ({"source": "ÓSKAR"}, {"quoted"}),
    ({"source": "%"}, set()),
    ({"source": "_"}, set()),
    ({"source": "\\"}, set()),
    ({"source": "' OR 1=1 --"}, set()),
    ({"source": ""}, HERALD | GAZETTE),
    ({"act": Act.DENY}, {"denied"}),
    ({"act": [Act.DENY, Act.DOUBT]}, {"denied", "doubted"}),
    ({"act": Act.THREATEN}, set()),
    ({"stance": Stance.DENIES}, {"denied"}),
    ({"stance": Stance.UNCERTAIN}, {"doubted"}),
    ({"certainty": Certainty.POSSIBLE}, {"third"}),
    ({"certainty": Certainty.PROBABLE}, set()),
    ({"certainty": Certainty.CERTAIN, "source": "dal"}, {"quoted"}),
    ({"text": "strike"}, {"first", "reported", "denied"}),
    ({"text": "STRIKE denied"}, {"first", "reported"}),
    ({"text": '"denied the"'}, {"first", "reported"}),
    ({"text": '"the denied"'}, set()),
    ({"text": '"hurt the mayor"'}, {"second"}),  # over a line end
    ({"text": "offic*"}, {"first", "reported", "whole"}),
    ({"text": "offic"}, set()),
    ({"text": '"officials den"*'}, {"first", "reported"}),
    ({"text": "oskar"}, {"second"}),  # without its accent
    ({"text": "might OR strike"}, set()),  # words, no operators
    ({"text": "— strike !"}, {"first", "reported", "denied"}),
    ({"text": "—"}, set()),
    ({"text": '"'}, set()),
    ({"text": ""}, HERALD | GAZETTE),
    ({"text": "herald"}, {"first", "whole", "doubted"}),  # the content's words, not the source's
    ({"report": herald().report.id}, HERALD),
    ({"report": gazette().report.id[:8]}, GAZETTE),
    ({"report": "r-0000000"}, set()),
    ({"report": "%"}, set()),
    ({"since": "2031"}, HERALD | GAZETTE),
    ({"since": "2031-05-06"}, HERALD | GAZETTE),  # the other is of that month
    ({"since": "2031-05-07"}, GAZETTE),
    ({"since": "2031-06"}, set()),
    ({"until": "2031-05-06"}, HERALD | GAZETTE),
    ({"until": "2031-05-05"}, GAZETTE),
    ({"until": "2031-05"}, HERALD | GAZETTE),
    ({"until": "2030"}, set()),
    ({"since": "2031-05-06", "until": "2031-05-06", "report": "r-"}, HERALD | GAZETTE),
    ({"depth": 0}, AUTHORS),
    ({"depth": 2}, {"denied"}),
    ({"min_score": 0.75}, AUTHORS | {"reported", "denied", "quoted"}),
    ({"min_score": 0.76}, AUTHORS | {"reported", "quoted"}),
    ({"by_author": True}, AUTHORS),
    ({"by_author": False}, {"reported", "denied", "quoted", "doubted"}),
    ({"limit": 0}, set()),
    ({"source": "officials", "text": "strike", "stance": Stance.DENIES}, {"denied"}),
    ({"source": "officials", "text": "strike", "act": Act.DOUBT}, set()),
]


@pytest.fixture(scope="module")
def ledger(somewhere: Somewhere) -> Any:
    with somewhere() as place, Ledger(place) as ledger:
        ledger.add(herald())
        ledger.add(gazette())
        yield ledger


@pytest.mark.parametrize(("conditions", "expected"), QUERIES, ids=[str(q) for q, _ in QUERIES])
def test_the_statements_that_meet_the_conditions(
    ledger: Ledger, conditions: dict[str, Any], expected: set[str]
) -> None:
    found = [NAMES[each.id] for each in ledger.statements(StatementQuery(**conditions))]
    assert set(found) == expected
    assert len(found) == len(expected)


UNLIMITED = [(query, expected) for query, expected in QUERIES if "limit" not in query]


@pytest.mark.parametrize(("conditions", "expected"), UNLIMITED, ids=[str(q) for q, _ in UNLIMITED])
def test_the_reports_that_have_such_a_statement(
    ledger: Ledger, conditions: dict[str, Any], expected: set[str]
) -> None:
    found = ledger.report_ids(StatementQuery(**conditions))
    assert found == {each.report.id for each in (herald(), gazette()) if _has(each, expected)}


def _has(reading: Reading, names: set[str]) -> bool:
    return any(NAMES[each.id] in names for each in reading.statements)


# Dates of publication as they are listed, the null one last.
DATES = ("2029", "2030-12-31", "2031-05", "2031-05-06", "2031-05-06", "2031-05-07", None)


def published(date: str | None, text: str) -> Reading:
    of = report(f"First {text}. Then {text}.", published=date)
    said = [authors_word(of, content) for content in (f"First {text}.", f"Then {text}.")]
    return reading_of(of, *reversed(said))


@pytest.mark.parametrize("conditions", [{}, {"stance": Stance.AFFIRMS}, {"text": "sea*"}])
@pytest.mark.parametrize("turn", [1, -1])
def test_statements_come_by_date_of_publication_then_report_then_place(
    where: Where, conditions: dict[str, Any], turn: int
) -> None:
    added = [published(date, f"sea {number}") for number, date in enumerate(DATES)]
    with Ledger(where) as ledger:
        for reading in added[::turn]:
            ledger.add(reading)
        found = list(ledger.statements(StatementQuery(**conditions)))
        listed = list(ledger.reports())
        exported = [record.id for record in ledger.records()]
    same_day = sorted(added[3:5], key=lambda reading: reading.report.id)
    expected = [*added[:3], *same_day, *added[5:]]
    assert [each.published for each in listed] == list(DATES)
    assert listed == [reading.report for reading in expected]
    assert found == [said for reading in expected for said in reversed(reading.statements)]
    assert exported[: len(DATES)] == sorted(reading.report.id for reading in added)


@on_sqlite
@pytest.mark.parametrize(
    "conditions",
    [{}, {"stance": Stance.DENIES}, {"act": Act.DENY}, {"certainty": Certainty.CERTAIN}],
    ids=str,
)
def test_the_first_statements_are_found_without_sorting_all(
    ledger: Ledger, conditions: dict[str, Any]
) -> None:
    query = select_statements(StatementQuery(limit=3, **conditions))
    told = query.compile(dialect=dialect(), compile_kwargs={"literal_binds": True})
    with ledger.snapshot() as connection:
        plan = [step[3] for step in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]
    assert plan[0].endswith("reports USING COVERING INDEX ix_reports_published_id")
    assert "report=?" in plan[1]
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan


def test_a_limit_takes_the_first(ledger: Ledger) -> None:
    everything = list(ledger.statements())
    assert list(ledger.statements(StatementQuery(limit=3))) == everything[:3]


def test_reports_without_a_date_are_left_out_where_a_date_is_asked(where: Where) -> None:
    undated = replace(gazette(), report=replace(gazette().report, published=None))
    with Ledger(where) as ledger:
        ledger.add(undated)
        assert list(ledger.statements(StatementQuery(since="0001"))) == []
        assert list(ledger.statements(StatementQuery(until="9999"))) == []
        assert len(list(ledger.statements())) == 2


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"since": "yesterday"}, "'yesterday' is no date: give 2024, 2024-03 or 2024-03-05"),
        ({"until": "5 March"}, "'5 March' is no date"),
        ({"until": ""}, "'' is no date"),
        ({"limit": -1}, "the limit is -1"),
    ],
)
def test_conditions_without_sense_are_refused(conditions: dict[str, Any], message: str) -> None:
    with pytest.raises(LedgerError, match=message):
        StatementQuery(**conditions)


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"depth": 10**30}, "a number is out of range"),
        ({"limit": 10**30}, "a number is out of range"),
        ({"source": "\ud800"}, "half of a character pair"),
    ],
)
def test_conditions_that_the_database_cannot_take_are_told(
    ledger: Ledger, conditions: dict[str, Any], message: str
) -> None:
    with pytest.raises(SaysoError, match=message):
        list(ledger.statements(StatementQuery(**conditions)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("strike", '"strike"'),
        ("no one hurt", '"no" "one" "hurt"'),
        ('"no one" hurt', '"no one" "hurt"'),
        ("offic*", '"offic"*'),
        ('"no on"*', '"no on"*'),
        ("a*b", '"a"* "b"'),
        ("NEAR(a b) content_text:x ^y -z", '"NEAR(a" "b)" "content_text:x" "^y" "-z"'),
        ('"never closed', '"never" "closed"'),
        ("*", '""'),
        ("a\0b", '"a" "b"'),
    ],
)
def test_what_is_typed_is_words_and_no_syntax(typed: str, meant: str) -> None:
    assert expression(typed) == meant


HARD = st.text(
    st.sampled_from("ab\"*^:-+(){}\\'%_ \n") | st.characters(codec="utf-8", exclude_characters="\0")
)


@given(HARD)
def test_nothing_typed_is_an_error(ledger: Ledger, typed: str) -> None:
    list(ledger.statements(StatementQuery(text=typed, source=typed, report=typed)))


@on_postgres
def test_a_nul_cannot_be_asked_for(ledger: Ledger) -> None:
    with pytest.raises(QueryError, match="holds a NUL"):
        list(ledger.statements(StatementQuery(source="\0")))

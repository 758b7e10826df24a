from datetime import date

import pytest

from benchmarks.timeml import Answer, answers
from sayso.model import TimePrecision

CREATED = date(1998, 2, 13)
"""A Friday."""


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("DATE", "1998-02-13", "1998-02-13"),
        ("DATE", "1998-10-XX", "1998-10"),
        ("DATE", "199", "199X"),
        ("DATE", "19", "19XX"),
        ("DATE", "1998-W03", "1998-01-12/1998-01-18"),
        ("DATE", "1998-W03-WE", "1998-01-17/1998-01-18"),
        ("DATE", "1998-SU", "1998-22"),
        ("DATE", "1998-Q1", "1998-33"),
        ("DATE", "1998-H2", "1998-07/1998-12"),
        ("TIME", "1998-02-12T19:15", "1998-02-12T19:15:00"),
        ("DURATION", "P2Y", "P2Y"),
        ("DURATION", "P2Y", "1996-02-13/1998-02-13"),
        ("DURATION", "P2Y", "1998-02-13/2000-02-13"),
        ("DURATION", "P1M", "1998-01-13/1998-02-13"),
        ("DURATION", "P2W", "1998-01-30/1998-02-13"),
        ("DURATION", "P3Q", "P9M"),
        ("DURATION", "P2E", "P20Y"),
        ("SET", "P1M", "R/P1M"),
        ("SET", "XXXX-WXX-2TNI", "R/1998-02-10/P1W"),
    ],
)
def test_a_value_is_told_as_sayso_tells_it(kind: str, value: str, expected: str) -> None:
    assert Answer(expected) in answers(kind, value, CREATED)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("DATE", "PAST_REF", Answer(None)),
        ("DURATION", "PXD", Answer(None)),
        ("TIME", "1998-02-06TMO", Answer("1998-02-06", TimePrecision.MORNING)),
    ],
)
def test_what_is_not_known_has_no_value_and_a_part_of_the_day_its_precision(
    kind: str, value: str, expected: Answer
) -> None:
    assert list(answers(kind, value, CREATED)) == [expected]

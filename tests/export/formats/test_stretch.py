import pytest

from sayso.export.formats.stretch import stretch


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2014-07-28", "2014-07-28", "2014-07-28"),
        ("2014-07-28T10:00Z", "2014-07-28", "2014-07-28"),
        ("2014-02", "2014-02-01", "2014-02-28"),
        ("2014", "2014-01-01", "2014-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("2014-33", "2014-01-01", "2014-03-31"),
        ("2014-07-28/2014-08-03", "2014-07-28", "2014-08-03"),
        ("2012-01/2012-02", "2012-01-01", "2012-02-29"),
    ],
)
def test_a_date_covers_days(value: str, first: str, last: str) -> None:
    days = stretch(value)
    assert days is not None
    assert [str(day) for day in days] == [first, last]


@pytest.mark.parametrize(
    "value", [None, "P3Y", "R/P1D", "2014/..", "../2014", "/2014", "XXXX-12-25", "-0044-03-15"]
)
def test_what_has_no_first_and_last_day_covers_none(value: str | None) -> None:
    assert stretch(value) is None

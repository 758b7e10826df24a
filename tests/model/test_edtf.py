from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire.dates import check_date
from sayso.model import InputError
from sayso.model.edtf import ends, is_well_formed
from tests.strategies import days, edtf

WELL_FORMED = """
    2014 2014-07 2014-07-03 2024-02-29 1900 0000 0033
    -0044 -0044-03-15 Y12345 Y-10000 Y-170000000
    199X 19XX 1XXX XXXX 2014-XX 2014-07-XX 2014-XX-XX 2014-XX-03 XXXX-12-25 2014-1X 2014-07-3X
    19X6-02-29 XXXX-02-29
    2014-21 2014-24 2014-33 2014-36 2014-40
    2014? 2014-07~ 2014-07-03% 199X~ 2014-22~
    2014-07-03T14:30 2014-07-03T14:30:05 2014-07-03T00:00Z 2014-07-03T14:30+02:00
    2014-07-03T14:30:05.25-0330 2014-07-03T14:30+02
    2014-07-03/2014-07-05 2014/2015 199X/2003 2014-07~/2014-09? 2014-21/2014-22 -0044/0014
    2014-07-03T14:30/2014-07-03T16:00 2014-07-03/.. ../2014 2014/ /2014-07
    P2Y P18M P1Y6M P2W P1D P100Y PT3H PT90M PT36H P1DT12H PT1H30M15S P0.5Y P1Y2.5M PT0.5H P1M PT1M
    R/P1D R3/P1Y R/PT1H R/2014-07-07/P1W R12/2014-07/P1M R/2014-07-07T08:00/P1D
""".split()

ILL_FORMED = """
    14 201 20145 12345 -14 2014- 2014-7 2014-07-3 2014-00 2014-13 2014-07-00 2014-07-32 2014-02-30
    2023-02-29 1900-02-29 2014-11-31 2014-11-3X2 2014-2X-01 2014-XX-32 2014-XX-4X 2014-02-3X
    2014-20 2014-42 2014-99 2014-21-01 2014-33-01 Y2014 Y01234 Y1234567890
    2014?? 2014?-07 ~2014 ?
    / ../.. ../ /.. 2014/2015/2016 2014//2015 2014/yesterday 2014/P1Y ... ..
    2014-07-03T 2014-07-03T14 2014-07-03T25:00 2014-07-03T14:60 2014-07-03T14:30:61 T14:30
    2014-07T14:30 2014-07-03t14:30 2014-XX-03T14:30 2014-07-03T14:30~
    P PT P1 P1X P1H P1YT PT1D PT1Y P1M1Y P1D1W P-1D P1.Y P.5Y P0.5Y6M P1.5YT1H p2y P2Y~
    R R/ R// R/2014 R/2014/2015 R/P R/P1D/2014 R/P1D/P1D R/2014/P1D/P1D R-1/P1D RP1D r/P1D R/../P1D
    yesterday now 3.7.2014 2014/07/03 2014-W27 2014-W27-4 20140703 2014-184 PRESENT_REF
    \u0662\u0660\u0661\u0664
""".split()


@pytest.mark.parametrize("value", WELL_FORMED)
def test_well_formed(value: str) -> None:
    assert is_well_formed(value)


@pytest.mark.parametrize(
    "value", [*ILL_FORMED, "", " ", "2014 ", "2014\n", "P2Y\n", "2014-07-03 14:30"]
)
def test_ill_formed(value: str) -> None:
    assert not is_well_formed(value)


@given(edtf)
def test_dates_and_intervals_of_the_calendar_are_well_formed(value: str) -> None:
    assert is_well_formed(value)


@given(days, st.integers(0, 9))
def test_a_day_with_unknown_digits_is_well_formed(day: str, place: int) -> None:
    veiled = "".join("X" if at >= place and each != "-" else each for at, each in enumerate(day))
    assert is_well_formed(veiled)


@given(st.text(alphabet="0123456789-/X.~?TZ:YP+"))
def test_dates_that_a_person_may_give_are_well_formed(value: str) -> None:
    with suppress(InputError):
        assert is_well_formed(check_date(value))


@given(st.text() | st.text(alphabet="0123456789-/X.~?%TZ:YMWDHSPR+\n"))
def test_any_text_is_one_or_the_other(value: str) -> None:
    assert is_well_formed(value) in {True, False}


# A value → the first and the last date that it covers.
ENDS = {
    "2014": ("2014", "2014"),
    "2014-07": ("2014-07", "2014-07"),
    "2014-07-03": ("2014-07-03", "2014-07-03"),
    "2014-07~": ("2014-07", "2014-07"),
    "2014-07-03T14:30Z": ("2014-07-03", "2014-07-03"),
    "199X": ("1990", "1999"),
    "19XX": ("1900", "1999"),
    "199X-05": ("1990", "1999"),
    "2014-XX": ("2014", "2014"),
    "2014-XX-03": ("2014", "2014"),
    "2014-07-1X": ("2014-07", "2014-07"),
    "2014-22": ("2014", "2014"),
    "2014-33": ("2014-01", "2014-03"),
    "2014-36": ("2014-10", "2014-12"),
    "2014-38": ("2014-05", "2014-08"),
    "2014-41": ("2014-07", "2014-12"),
    "-0044-03": ("-0044-03", "-0044-03"),
    "2014-07-28/2014-08-03": ("2014-07-28", "2014-08-03"),
    "199X/2003": ("1990", "2003"),
    "2014-33/2014-34": ("2014-01", "2014-06"),
    "2014-07-03T14:30/2014-07-04T16:00": ("2014-07-03", "2014-07-04"),
    "../2014": ("0000", "2014"),
    "/2014-07": ("0000", "2014-07"),
    "2014-07-03/..": ("2014-07-03", "9999"),
    "2014/": ("2014", "9999"),
    **dict.fromkeys(["XXXX-12-25", "XXXX", "Y12345", "../XXXX", "P2Y", "R/P1D", "soon"]),
    "R/2014-07-07/P1W": None,
}


@pytest.mark.parametrize("value", ENDS)
def test_the_dates_that_a_value_covers(value: str) -> None:
    assert ends(value) == ENDS[value]


@given(days, days)
def test_an_interval_covers_from_its_first_day_to_its_last(one: str, other: str) -> None:
    first, last = sorted([one, other])
    assert ends(f"{first}/{last}") == (first, last)
    assert ends(first[:7]) == (first[:7], first[:7])


@given(st.none() | st.text() | st.text(alphabet="0123456789-/X.~?%TZ:YPR"))
def test_no_text_is_an_error_and_ends_are_well_formed(value: str | None) -> None:
    covered = ends(value)
    assert covered is None or all(is_well_formed(end) for end in covered)

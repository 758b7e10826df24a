import pytest

from sayso.export.dossier import wording


@pytest.mark.parametrize(
    ("time", "told"),
    [
        ("2031-05-06", "6 May 2031"),
        ("2031-12", "December 2031"),
        ("2031", "2031"),
        ("2031-05-06T08:30:00Z", "6 May 2031, 08:30 UTC"),
        ("2031-05-06T08:30", "6 May 2031, 08:30"),
        ("2031-05-05/2031-05-11", "5 May 2031 to 11 May 2031"),
        ("2031-05/..", "May 2031 to open"),
        ("203X", "203X"),
        ("2031-22", "2031-22"),
        ("2031-05-06?", "2031-05-06?"),
        (None, "no date"),
    ],
)
def test_a_time_is_told_as_people_write_it(time: str | None, told: str) -> None:
    assert wording.day(time) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ships left", "“ships left”"),
        ("“Ships left,” he said", "“Ships left,” he said"),
        ('it was "pathetic"', 'it was "pathetic"'),
        ("two\nlines", "“two lines”"),
    ],
)
def test_words_are_put_in_marks_once(words: str, told: str) -> None:
    assert wording.quoted(words) == told

import pytest

from sayso.export.formats.voices import Voices, title
from tests.samples import herald, report


@pytest.mark.parametrize(
    ("number", "chain"),
    [
        (0, ("Harbour Post",)),
        (1, ("Harbour Post", "The Herald")),
        (2, ("Harbour Post", "The Herald", "officials")),
        (4, ("Harbour Post", "Óskar Dal")),
    ],
)
def test_who_has_it_from_whom(number: int, chain: tuple[str, ...]) -> None:
    voices = Voices(herald())
    statement = herald().statements[number].id
    assert voices.chain(statement) == chain
    assert voices.who(statement) == chain[-1]
    assert voices.heard(statement) == " ← ".join(chain)


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"title": "Strike denied", "uri": "file:///a/b.txt"}, "Strike denied"),
        ({"uri": "file:///a/b%20c.txt"}, "b c.txt"),
        ({}, report("Words.").id),
    ],
)
def test_every_report_is_called_something(known: dict[str, str], expected: str) -> None:
    assert title(report("Words.", **known)) == expected

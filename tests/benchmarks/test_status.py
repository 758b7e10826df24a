import pytest

from benchmarks.status import CERTAIN, NEGATED, UNCERTAIN, Judged, class_of, f1


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (-3.0, NEGATED),
        (-1.2, NEGATED),
        (-1.0, UNCERTAIN),
        (0.0, UNCERTAIN),
        (1.0, UNCERTAIN),
        (1.2, CERTAIN),
        (3.0, CERTAIN),
    ],
)
def test_classes(value: float, expected: str) -> None:
    assert class_of(value) == expected


def test_f1_of_a_class() -> None:
    found = [Judged(NEGATED, NEGATED), Judged(NEGATED, CERTAIN), Judged(CERTAIN, CERTAIN)]
    assert f1(found, NEGATED) == pytest.approx(2 / 3)
    assert f1(found, UNCERTAIN) == 1

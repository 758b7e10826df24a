"""What linking records is the same whichever of two reports came first."""

from itertools import permutations

import pytest

from sayso.links.records import reprint_link
from sayso.links.reprints import compare
from tests.samples import report

BURST = (
    "A gas main burst under the covered market in Pell on Monday morning, and the roof fell in on"
    " the fish stalls."
)
VAN = (
    "Mara Quill, who sells eels there, said a grey van had stood over the manhole since Sunday, and"
    " nobody had looked into it."
)
FLEET = "The herring fleet stayed at home because of the storm that was to come in the evening."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ((BURST, VAN, FLEET), (VAN, BURST)),
        ((VAN, BURST), (FLEET, BURST, VAN)),
        ((VAN, BURST), (BURST, VAN, FLEET, FLEET)),
    ],
)
@pytest.mark.parametrize(
    ("day", "other_day"), [*permutations(("2031-02-03", "2031-02-04")), (None, None)]
)
def test_a_reprint_is_the_same_from_either_side(
    first: tuple[str, ...], second: tuple[str, ...], day: str | None, other_day: str | None
) -> None:
    a = report(" ".join(first), published=day)
    b = report(" ".join(second), published=other_day)
    forth, back = compare(a.text, b.text), compare(b.text, a.text)
    assert forth is not None
    assert back is not None
    assert len(forth.passages) > 1
    assert reprint_link(a, b, forth) == reprint_link(b, a, back)

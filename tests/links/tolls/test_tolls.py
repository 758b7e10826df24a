"""Numbers of killed, injured, present … that reports tell, and which contradict each other."""

from itertools import permutations

import pytest

from sayso.links.contradictions import number_contradiction
from sayso.links.tolls import Toll, tolls_of
from sayso.model import Clash, Counted, SourceKind
from sayso.pipeline.reading import read_text

LEAD = (
    "The roof of the covered market in Pell fell in on Sunday during a concert of the navy band. "
)


def tolls(text: str, published: str = "2031-02-03") -> tuple[Toll, ...]:
    return tolls_of(read_text(LEAD + text, published=published))


def toll(text: str, published: str = "2031-02-03") -> Toll:
    (found,) = tolls(text, published)
    return found


@pytest.mark.parametrize(
    ("text", "of", "low", "high", "whom", "part"),
    [
        ("Police said 12 people died.", Counted.KILLED, 12, 12, None, False),
        ("At least 15 people were killed.", Counted.KILLED, 15, None, None, False),
        ("Nine porters were killed, police said.", Counted.KILLED, 9, 9, "porter", False),
        ("“Nine of my members are dead,” she said.", Counted.KILLED, 9, 9, None, True),
        ("Two more porters were killed, police said.", Counted.KILLED, 2, 2, "porter", True),
        ("Police said five people died elsewhere.", Counted.KILLED, 5, 5, None, True),
        ("The ministry put the death toll at 12.", Counted.KILLED, 12, 12, None, False),
        ("Police estimated the crowd at 400.", Counted.PRESENT, 400, 400, None, False),
        ("Seventeen people were arrested.", Counted.ARRESTED, 17, 17, None, False),
    ],
)
def test_a_toll_is_read(  # noqa: PLR0913 - one parameter a column
    text: str, of: Counted, low: int, high: int | None, whom: str | None, *, part: bool
) -> None:
    found = toll(text)
    assert (found.count.of, found.count.low, found.count.high) == (of, low, high)
    assert (found.whom, found.part) == (whom, part)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A clerk put the number at “thirty or more”.", [(12, 12), (30, None)]),
        ("A clerk put the toll at nine.", [(12, 12), (9, 9)]),
        ("The Health Ministry confirmed the figure.", [(12, 12), (12, 12)]),
        ("The Health Ministry denied the figure.", [(12, 12)]),
        ("A clerk put the cost at nine crowns.", [(12, 12)]),
        ("Other officials speak of 15.", [(12, 12), (15, 15)]),
        ("One porter died. The mayor confirmed the figure.", [(12, 12), (12, 12)]),
    ],
)
def test_a_number_may_take_from_before_what_it_counts(
    text: str, expected: list[tuple[int, int | None]]
) -> None:
    found = tolls(f"Police said 12 people died. {text}")
    assert [(one.count.low, one.count.high) for one in found] == expected
    assert {one.count.of for one in found} == {Counted.KILLED}


def test_an_author_does_not_himself_give_the_number_that_somebody_spoke_of() -> None:
    mayor, paper = tolls("The mayor had spoken of nine dead, the paper of 15.")
    assert mayor.said.source is not None
    assert (mayor.said.source.name, mayor.count.low) == ("mayor", 9)
    assert paper.said.source is not None
    assert (paper.said.source_kind is SourceKind.AUTHOR, paper.count.low) == (False, 15)


@pytest.mark.parametrize("text", ["A porter died.", "Nobody came.", "It may kill 12 people."])
def test_what_counts_no_several_is_no_toll(text: str) -> None:
    assert [one for one in tolls(text) if one.count.low] == []


EARLY, LATE = "2031-02-03", "2031-02-04"


@pytest.mark.parametrize(
    ("one", "day", "other", "later", "clash"),
    [
        ("Police said 12 people died.", EARLY, "The mayor said nine people died.", EARLY, "number"),
        ("Police said 12 people died.", EARLY, "The mayor said 9 people died.", LATE, "number"),
        (
            "Mara Quill said 12 people died.",
            EARLY,
            "Mara Quill said 9 people died.",
            LATE,
            "correction",
        ),
        ("Police said 9 people died.", EARLY, "The mayor said 12 people died.", LATE, None),
        (
            "Mara Quill said 9 people died.",
            EARLY,
            "Mara Quill said 12 people died.",
            LATE,
            "correction",
        ),
        ("Police said 9 people died.", EARLY, "The toll rose to 12 dead, he said.", LATE, None),
        ("At least four people died.", EARLY, "The mayor said 12 people died.", EARLY, None),
        ("Police said 12 people died.", EARLY, "The mayor said 12 people died.", LATE, None),
        ("Police said 12 people died.", EARLY, "Nine people were injured.", EARLY, None),
        ("Police said 12 people died.", EARLY, "Nine porters died, he said.", EARLY, None),
        ("Police said 12 people died.", EARLY, "“Nine of my men died,” she said.", EARLY, None),
        ("Police said 12 people died.", EARLY, "In 2019 nine people died there.", EARLY, None),
        ("Police said 12 people died.", EARLY, "The mayor denied that 9 people died.", EARLY, None),
    ],
)
def test_numbers_that_cannot_both_be_right(
    one: str, day: str, other: str, later: str, clash: str | None
) -> None:
    a, b = toll(one, day), toll(other, later)
    found = number_contradiction(a, b)
    assert (found.clash.value if found else None) == clash
    assert number_contradiction(b, a) == found


def test_numbers_of_another_matter_do_not_contradict() -> None:
    here = toll("Police said 12 people died.")
    text = "A tanker ran aground off Sollen in thick fog. The pilot said nine people died."
    (there,) = tolls_of(read_text(text, published="2031-02-03"))
    assert number_contradiction(here, there) is None


@pytest.mark.parametrize(
    ("text", "clash"),
    [
        ("The union said 12 people died. Police said nine people died.", True),
        (
            f"The union said 12 people died. {'Nobody knew more. ' * 30}Police said nine died.",
            False,
        ),
        ("The union said 12 people died. In 2019, police said, nine people died.", False),
    ],
)
def test_two_numbers_of_one_report(text: str, *, clash: bool) -> None:
    one, other = tolls(text)
    assert (number_contradiction(one, other) is not None) is clash


def test_one_report_that_puts_its_number_right_corrects_it() -> None:
    old, new = tolls(
        "CORRECTION: The Herald reported on Sunday that 15 people had been killed. "
        "The coroner now says that 12 people died; three had been counted twice."
    )
    found = number_contradiction(old, new)
    assert found is not None
    assert found.clash is Clash.CORRECTION
    assert "in place of 15" in found.reason


def test_an_outlet_puts_right_its_own_number_only() -> None:
    old, new = tolls(
        "The mayor had spoken of nine dead. On Monday the newspaper put the toll at 12, "
        "and lowered its figure once more."
    )
    found = number_contradiction(old, new)
    assert new.corrects
    assert found is None or found.clash is Clash.NUMBER


def test_the_number_that_replaces_comes_first_in_a_correction() -> None:
    told = [
        toll("Mara Quill said 12 people died.", EARLY),
        toll("Mara Quill said nine people died.", LATE),
    ]
    for a, b in permutations(told):
        found = number_contradiction(a, b)
        assert found is not None
        assert (found.words[0].text, found.words[1].text) == ("nine", "12")

from hypothesis import given
from hypothesis import strategies as st

from sayso.export.drawing.chains import Group, Lineage, lineage

CHAINS = st.lists(
    st.lists(st.text("abc", min_size=1, max_size=30), min_size=1, max_size=5).map(tuple),
    min_size=1,
    max_size=5,
)
GROUPS = st.lists(st.builds(Group, st.just("origin"), CHAINS.map(tuple)), min_size=1, max_size=4)


def columns(drawn: Lineage) -> list[dict[str, float]]:
    """How far right each name of each group stands."""
    return [{box.name: box.x for box in band.boxes} for band in drawn.bands]


def test_who_is_cited_stands_right_of_all_who_cite_him() -> None:
    chains = (("ACA", "Courier", "officials"), ("Post", "officials"), ("Post", "ACA"))
    drawn = lineage([Group("origin 1", chains), Group("denied", (("Post", "mayor"),))])
    first, second = columns(drawn)
    assert first["Post"] < first["ACA"] < first["Courier"] < first["officials"]
    assert second["Post"] < second["mayor"]
    [origin, denied] = drawn.bands
    assert [len(band.arrows) for band in drawn.bands] == [4, 1]
    assert {box.name for box in origin.boxes if box.is_source} == {"officials", "ACA"}
    assert origin.y + origin.height < denied.y


def test_a_circle_is_drawn() -> None:
    drawn = lineage([Group("origin 1", (("a", "b"), ("b", "a"), ("a", "a")))])
    assert {box.name for box in drawn.bands[0].boxes} == {"a", "b"}
    assert len(drawn.bands[0].arrows) == 2


def test_long_names_are_cut() -> None:
    name = "The Ministry of Ports and Fisheries of the North"
    [box] = lineage([Group("origin 1", ((name,),))]).bands[0].boxes
    assert (box.name, box.label) == (name, "The Ministry of Ports…")


@given(groups=GROUPS)
def test_no_two_names_of_a_group_stand_in_one_place(groups: list[Group]) -> None:
    drawn = lineage(groups)
    assert len(drawn.bands) == len(groups)
    for group, band in zip(groups, drawn.bands, strict=True):
        places = {(box.x, box.y) for box in band.boxes}
        assert len(places) == len({name for chain in group.chains for name in chain})
        for x, y in places:
            assert 0 <= x <= drawn.width - drawn.wide
            assert band.y < y <= band.y + band.height - drawn.high
    assert drawn.height == drawn.bands[-1].y + drawn.bands[-1].height

"""Words beside a name that tell what it names."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, which stand apart by blanks."""
    return frozenset(text.split())


JOINING = word_set(
    """
    ' 's . al and au aux d' da das de del della den der des di do dos du e el en es ibn la las
    le les lo los of on sur the u und upon van von y ’s
    """
)
"""Words in small letters that stand inside names."""

TITLES = word_set(
    """
    adm. admiral ambassador archbishop attorney bishop brig. brigadier capt. captain cardinal
    chairman chancellor chief cmdr. coach col. colonel commander commissioner congressman
    congresswoman constable cpl. dame deputy detective director dr dr. executive father gen.
    general gov. governor imam inspector judge justice king lady lieutenant lord lt. maj. major
    mayor minister miss mr mr. mrs mrs. ms ms. officer pastor pope premier president prince
    princess prof. professor queen rabbi rep. representative rev. reverend sen. senator sergeant
    sgt. sheikh sheriff sir sister speaker spokesman spokeswoman sultan superintendent supt.
    trooper
    """
)
"""Titles that stand before a person's name."""

LOCAL_BODIES = word_set(
    """
    airport attorney authority board borough cathedral center centre chamber church circuit city
    clinic commission community coroner council court courthouse department deputies deputy
    district education elementary emergency fire firefighters hall health high hospital inn jail
    junction library mall mayor medical memorial middle municipal museum office parish park
    parks planning plaza police post-office prison public regional residents school schools
    sheriff station superior theater theatre town township village water zoo
    """
)
"""What a place has: before such a word its name is often told for its own sake."""

NAMED_AFTER = word_set(
    """
    agency agreement airlines airways album army association award band bank battalion bears
    bell book boys bridge brothers bulletin bureau business chronicle club co co. college
    company conference convention corp corp. corporation courier cup daily declaration democrat
    dispatch dynamics electric enterprise entertainment examiner exchange express fc federation
    festival film forces fund games gas gazette globe group guard hawks herald hotel inc inc.
    independent industries institute insurance international investments journal law league
    lions llc lp ltd magazine mail marathon media mercury mine ministry mirror monitor navy news
    newspaper observer oil open orchestra organisation organization party pistons post power
    press prize productions protocol raiders railroad railway rangers record records reds
    register report republic research review royals sentinel series services society star stars
    state statement steelers stock studios sun systems team telegraph theory tigers times treaty
    tribune trust union united university utilities wildcats world
    """
)
"""What is only called after a place: before such a word its name names no place."""

PLACE_NOUNS = word_set(
    """
    ave. avenue basin bay beach bend blvd boulevard bridge camp canal canyon cape cave cemetery
    coast counties county creek crossing dam desert district drive expressway falls forest fort
    freeway glacier governorate gulf heights highway hill hills hwy. interstate island islands
    junction lake lakes lane mountain mountains neighborhood neighbourhood oblast ocean parish
    park parkway pass peak peninsula pike plain plains plateau plaza point pond prefecture
    province rapids rd. region reservoir ridge river road route sea settlement shore sound
    square st. strait street strip subdivision swamp township trail tunnel turnpike twp twp.
    valley village volcano way wilayat woods
    """
)
"""The last word of a name that by itself says that it is a place's."""

LEADING_NOUNS = word_set("camp cape fort gulf highway interstate lake mount mt. river route")
"""The first word of a name that by itself says that it is a place's."""

ROADS = word_set("highway interstate route")
"""Before a number: "Highway 101"."""

COMPASS = word_set(
    "central downtown east eastern greater metro north northeast northeastern northern northwest "
    "northwestern south southeast southeastern southern southwest southwestern upper west western"
)
"""Before a name, for a part of the place or what is around it: "South Florida"."""

OTHER_THINGS = word_set(
    """
    allah amal apache apple bible boeing christ christian christmas congress easter facebook
    fatah ferrari ford google hamas hezbollah honda islam islamic koran lent mazda mosaic muslim
    nissan obama parliament quran ramadan renault republican sabbath samsung santa satan senate
    shell taliban toyota twitter union university
    """
)
"""Names of other things that are, in some language, also those of some town."""

SETTLEMENTS = word_set(
    """
    borough camp city commune community district governorate hamlet island municipality
    neighborhood neighbourhood oblast port prefecture province region settlement state suburb
    town township village
    """
)
"""Before "of" and a name: "the village of …"."""

DIVISIONS = word_set(
    "county department district governorate oblast prefecture province region republic state"
)
"""After the name of a division or district: "Anbar province"."""

WITHIN = word_set(
    """
    across around at between beyond by from in inside into near nearby off on onto outside over
    past through throughout to toward towards under via within
    """
)
"""Prepositions that take places."""

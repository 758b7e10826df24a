"""The status of events on the word of whoever tells them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import Status
from sayso.reader import load_reader
from sayso.reader.tables import read_rows
from sayso.statements import Account, read_statements
from sayso.statements.status import Statuses, status_of
from sayso.statements.status.projection import put_under
from sayso.times import read_times
from tests.samples import report
from tests.statements.rows import PUBLISHED, row

REPORTED = (
    "Police [fired] on the crowd.",
    "Five people were [killed] in the attack.",
    "Five people were killed in the [attack].",
    "Officials said that troops had [fired] on the crowd.",
    "The [arrest] of 15 men angered the town.",
    "At the funeral of two men [killed] by the army last week, crowds chanted.",
    "He was accused of [attacking] a convoy.",
    "The union accused the police of [beating] marchers.",
    "He was jailed for [attacking] a guard.",
    "The minister condemned the [attack].",
    "The minister did not condemn the [attack].",
    "The army is believed to have [shelled] the camp.",
    "Rebels managed to [seize] the bridge.",
    "The army failed to prevent the [attack].",
    "No fewer than 15 people were [killed].",
    "Not only did they [fire], they laughed.",
    "Not all the marchers [threw] stones.",
    "They fired, [killing] five people.",
    "The army retaliated by [shelling] the camp.",
    "Police had [dispersed] the rally before noon.",
    "Police were [beating] marchers when the mayor arrived.",
    "The mayor knew that police had [beaten] marchers.",
    "The mayor was unaware that police had [beaten] marchers.",
    "The first rebels to [enter] the town burned it.",
    "The police stopped [beating] the marchers.",
    "The spokesman did not say why the troops [fired].",
    "Masked men [attacked] the station on Monday.",
    "The army denied a report that its troops had [fired] on the crowd.",
    "There is growing evidence that the group has begun [operating] in the valley.",
    "He was arrested in May.  The [strike] was May's first.",
    "Police detained the Will family after they [threw] stones.",
    "The ministry rejected a [demand] to free the men.",
    "Hamas [prevented] local journalists from covering the rally last month.",
    "Hamas sent its policemen to [disperse] a rally.",
    "Most of the tunnels have been [destroyed] by the army over the past year.",
    "The accused may appeal against the [verdict].",
    "She may have left because the army [shelled] the town.",
    "The army has [shelled] the town since 1980.",
    "The opposition was blamed for the [attack].",
    "The militants claimed responsibility for the [attack].",
    "The mayor denied involvement in the [attack].",
    "Police promised to find those who [attacked] the station.",
    "The general denied that the men who [attacked] the station were soldiers.",
    "The mayor called for an end to the [attacks].",
    "The general vowed revenge for the [killing] of his men.",
    "The union demanded the release of men [arrested] on Monday.",
    "The court may release the men [arrested] on Monday.",
    "Soldiers may leave after the [attack].",
    "Will [fired] at the crowd in May.",
    "The village of Might was [shelled].",
    "Police had no doubt that rebels [fired] the shots.",
    "Little is known of the [attack].",
    "Rebels [attacked] a convoy carrying aid that would have fed the town.",
    "When troops [entered] the town, people fled.",
    "Troops entered the town because it had been [attacked].",
    "Nearly 100 people were [injured], hospital officials said.",
    "The group said it had [carried] out the attack.",
    "The group said it had carried out the [attack].",
    '"We [arrested] fifteen men," the colonel said.',
    "The envoy admitted that his men had [killed] two guards.",
    "A spokesman confirmed the [arrest] of two men.",
    "The plan to bomb the train was [discovered] on Monday.",
    "The war that began in 1967 is over, and on Monday troops [left].",
    "Veterans of the war of 1967 [protested] on Monday.",
    "The statement did not say who had [given] the order.",
    "He asked who had [fired].",
    "Many like to [chant] at rallies.",
    "He insists that the army [fired].",
    "Thousands marched to [demand] an inquiry.",
    "He denied the charge before he [left].",
    "The operator was [seen] on Monday; his wife fears the worst.",
    "The ministry denied that it had answered the [threats].",
    "She rejected his [account] as a lie.",
    "The army did not leave until the rebels [fired].",
    "Police did not shoot but [beat] the men.",
    "He agreed, too, that troops had [fired].",
    "The company denied that this had caused the [disaster].",
    "The minister did not see the [attack].",
)
"""It is told as having happened, also where something beside it has not."""

ONGOING = (
    "Troops are [shelling] the town.",
    "Marchers are being [beaten] by police.",
    "Rebels have been [attacking] convoys for years.",
    "Troops continue to [shell] the town.",
    "Troops kept [shelling] the town.",
    "The [siege] continues.",
    "The [attack] is under way.",
    "Aid cannot pass because of the ongoing [siege].",
    "Officials said that troops were [shelling] the town.",
    "Hamas seems to be [losing] control of the cells.",
    "The two sides are holding [talks].",
    "Police are [investigating] an alleged plot.",
)
"""It is told as going on."""

FUTURE = (
    "Troops will [attack] the town.",
    "The president is to [visit] the town on Friday.",
    "Rebels plan to [attack] the town.",
    "The army is going to [withdraw].",
    "Officials said they would [withdraw] the troops.",
    "The general vowed to [crush] the revolt.",
    "The general promised a [withdrawal].",
    "The group threatened to [bomb] the station.",
    "The group threatened [retaliation].",
    "The union announced a planned [march].",
    "The [march] will take place on Friday.",
    "The [march] is planned for Friday.",
    "Police will guard the [march] planned for Friday.",
    "Next week's [march] worries the mayor.",
    "The union is [marching] next week.",
    "The two sides agreed to [free] prisoners.",
    "The two sides agreed to hold [talks].",
    "The army is expected to [withdraw].",
    "The [talks] begin on Friday.",
    '"We will [strike] them," the general said.',
    "Armed men threatened that they would [burn] the village.",
    "The government decided to [expel] the envoy.",
    "The [strike], set for Friday, worries the mayor.",
    "Workers are due to [strike] on Friday.",
    "The group is preparing to [attack] the town.",
    "The president agreed to a [truce].",
    "The union said that it would [strike] on Friday.",
    "The general said Monday they will stay and [fight].",
)
"""It is told as to come."""

HYPOTHETICAL = (
    "He did not deny that troops had [fired] on the crowd, and was not unable to speak.",
    "If troops [attack], the town will fall.",
    "Troops may [attack] the town.",
    "Troops might have [attacked] the town.",
    "Troops could [attack] the town.",
    "Troops would [attack] if they were told to.",
    "Rebels will fight unless the army [withdraws].",
    "A reporter asked whether troops had [fired] on the crowd.",
    "Residents feared that troops would [attack].",
    "Residents feared an [attack].",
    "The union demanded that the mayor [resign].",
    "The general ordered them to [fire].",
    "They helped them into Egypt so that they could [carry] out an attack.",
    "They helped them into Egypt so that they could carry out an [attack].",
    "They came in order to [attack] the town.",
    "Police closed the road to prevent an [attack].",
    "Rebels tried to [attack] the town.",
    "The rebels' attempt to [seize] the bridge cost lives.",
    "Police found an alleged [plot].",
    "The mayor upheld a ban on [protests].",
    "The town lives under the threat of an [attack].",
    "The group called for an [attack] on the town.",
    "The union called for the [release] of the prisoners.",
    "Perhaps troops [fired] on the crowd.",
    "It is unclear whether troops [fired].",
    "Had troops [fired], many would have died.",
    "He warned against [attacking] the town.",
    "Rebels may not [attack] the town.",
    "Did troops [fire] on the crowd?",
    "Any [attack] would be met with force.",
    "The general doubted that the rebels had [fired].",
    "The only way to [confront] this threat is cooperation.",
    "The army hopes to [retake] the town.",
    "They have a common interest in [preventing] the exports.",
    "The union said that it would [strike] if talks failed.",
    "The general said the rebels might [attack].",
    "Police have no evidence of any plan to [attack] the town.",
    "The minister said that he had ordered troops to [fire].",
    "Protesters want the president to [resign].",
    "The mayor urged people not to [attack] the police.",
    "Anyone who [attacks] a guard will be shot.",
    "The council suggested that the mayor be [tried].",
    "A bill to [expel] the envoys is before the council.",
    "The rebels have threatened to attack unless the army [withdraws].",
    "Prosecutors are investigating whether police [killed] the man.",
    "Troops reportedly may [withdraw].",
    "The ship will not be unloaded until the crew [sees] the log.",
    "Rebels may come and [burn] the town.",
    '"[Leave] the town," he demanded.',
    '"Have troops [fired] on the crowd?" a reporter asked.',
)
"""It is told as open: tried, wanted, asked, feared, supposed."""

NEGATED = (
    "Police banned the [protest].",
    "Troops did not [fire] on the crowd.",
    "Troops never [fired] on the crowd.",
    "No troops [fired] on the crowd.",
    "Nobody was [killed].",
    "There was no [attack].",
    "No [attack] took place.",
    "The [march] did not take place.",
    "Troops failed to [take] the bridge.",
    "Hamas prevented journalists from [covering] the rally.",
    "Troops left without [firing].",
    "The army denied that troops had [fired] on the crowd.",
    "The army denied [firing] on the crowd.",
    "The army denied an [attack] on the town.",
    "Police foiled an [attack].",
    "The union called off the [march].",
    "The army did not carry out the [attack].",
    "Troops refused to [fire] on the crowd.",
    "Rebels could not [take] the bridge.",
    "Neither side [fired].",
    "Troops withdrew instead of [attacking].",
    "The general will not [attack].",
    "The general promised not to [attack].",
    "The army has yet to [attack].",
    "They were too weak to [attack].",
    "The army ruled out an [attack].",
    "The police said the army denied that its troops had [fired].",
    "Police fired no [shots].",
    '"There was no [attack]," the general said.',
    "Nor did they [fire].",
    "The mayor does not believe that troops [fired].",
    "The mayor denied that there had been an [attack].",
    "The mayor said nobody had been [arrested].",
    "None of the rebels [fired].",
    "Neither the army nor the rebels [fired].",
    "The general has never [ordered] an attack.",
    "The police said that no one had been [killed].",
    "Officials denied ever [meeting] the rebels.",
    "The [strike] was averted.",
    "The planned [march] was cancelled.",
    "The [march] was called off.",
    "It is not true that troops [fired].",
    "Troops were banned from [firing].",
    '"We did not [fire] on anyone," the colonel denied.',
    "The general has denied that his men [fired] or looted.",
    "The general has denied that his men fired or [looted].",
    "Police did not come and [free] the men.",
    "Troops had [fired] on nobody, officials said.",
    "Men were jailed instead of being [tried].",
    "The mayor spoke of an accident rather than an [attack].",
)
"""It is told as not so."""

HISTORICAL = (
    "The battle [fought] in 629 CE is still sung of.",
    "The [battle] fought in 629 CE is still sung of.",
    "Many died during the [war] of 1967.",
    "Many [died] during the war of 1967.",
    "In the 1990s rebels [attacked] the town.",
    "In the 1990s rebels launched an [attack] on the town.",
    "Rebels used to [attack] convoys.",
    "The rebels no longer [attack] convoys.",
    "Rebels once [held] the town.",
    "The army had [shelled] the town in 2006.",
    "The [siege] of the town decades ago killed hundreds.",
    "The story is of the battle fought in 629 CE. The battle [resulted] in the killing of many.",
    "The story is of the battle fought in 629 CE. The battle resulted in the [killing] of many.",
    "The treaty [signed] in 1928 is still law.",
    "The uprising of 1916 was [crushed] by the army.",
    "In 1982 the army [invaded] the south.",
    "A former [ally] of the president fled.",
    "The battle was fought in 629 CE. The battle ruined the town, and men were [killed].",
    "In 1998 the minister said that troops had [fired].",
)
"""It is told as long over."""

OPEN_BEFORE_DONE = "the modifier is heard, not that it came about"


def account(text: str, published: str | None = PUBLISHED) -> Account:
    given = report(text, published=published)
    doc = load_reader().annotate(text)
    return read_statements(given, doc, places=(), times=read_times(given, doc))


def status(marked: str, published: str | None = PUBLISHED) -> Status:
    """The status of the word in square brackets."""
    before, _, behind = marked.partition("[")
    word, _, after = behind.partition("]")
    read = account(before + word + after, published)
    return status_of(read, read.run_of(len(before), len(before) + len(word)).start)


def told_as(expected: Status, texts: Iterable[str]) -> list[Any]:
    return [row(text, text, expected) for text in texts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *told_as(Status.REPORTED, REPORTED),
        *told_as(Status.ONGOING, ONGOING),
        *told_as(Status.FUTURE, FUTURE),
        *told_as(Status.HYPOTHETICAL, HYPOTHETICAL),
        *told_as(Status.NEGATED, NEGATED),
        *told_as(Status.HISTORICAL, HISTORICAL),
        row(
            "done as threatened",
            "The army mounted the threatened [invasion].",
            Status.REPORTED,
            weak=OPEN_BEFORE_DONE,
        ),
        row(
            "read as a saying",
            "The court could jail him for a [protest].",
            Status.HYPOTHETICAL,
            weak="'could jail' is taken for a cue",
        ),
    ],
)
def test_status(text: str, expected: Status) -> None:
    assert status(text) is expected


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Rebels [attacked] the town in 2021.", "2024-03-06", Status.HISTORICAL),
        ("Rebels [attacked] the town in 2022.", "2024-03-06", Status.REPORTED),
        ("Rebels [attacked] the town in 2021.", "2022-01-31", Status.REPORTED),
        ("Rebels [attacked] the town in 2021.", None, Status.REPORTED),
        ("Rebels [attacked] the town in 1985.", None, Status.HISTORICAL),
        ("Rebels [attacked] the town in 1985.", "1986", Status.REPORTED),
        ("The [march] on 9 May 2024 is a risk.", "2024-05-01", Status.FUTURE),
        ("The [march] on 9 May 2024 was a risk.", "2024-05-20", Status.REPORTED),
        ("The [march] on 9 May 2024 is a risk.", None, Status.REPORTED),
        ("Troops have [held] the town since 1985.", "2024-03-06", Status.REPORTED),
    ],
)
def test_age_goes_by_the_day_of_publication(
    text: str, published: str | None, expected: Status
) -> None:
    assert status(text, published) is expected


TOLD = (
    ("troops [fired] on the crowd", Status.REPORTED),
    ("troops did not [fire] on the crowd", Status.NEGATED),
    ("troops may [fire] on the crowd", Status.HYPOTHETICAL),
    ("troops will [fire] on the crowd", Status.FUTURE),
    ("troops are [firing] on the crowd", Status.ONGOING),
    ("troops [fired] on the crowd in 1985", Status.HISTORICAL),
)


@pytest.mark.parametrize("outer", ["{}.", "Police said that {}.", "A paper said police said {}."])
@pytest.mark.parametrize(("clause", "expected"), TOLD)
def test_statements_that_affirm_change_nothing(outer: str, clause: str, expected: Status) -> None:
    assert status(outer.format(clause)) is expected


def test_only_the_innermost_statement_denies() -> None:
    assert status("The army denied that police said that troops [fired].") is Status.REPORTED
    assert status("Police said that the army denied that troops [fired].") is Status.NEGATED


@pytest.mark.parametrize("one", Status)
def test_what_is_reported_adds_nothing(one: Status) -> None:
    assert put_under(Status.REPORTED, one) is one
    assert put_under(one, Status.REPORTED) is one


@pytest.mark.parametrize("own", Status)
@pytest.mark.parametrize("above", Status)
def test_only_a_double_negation_is_reported_again(above: Status, own: Status) -> None:
    twice = above is own is Status.NEGATED
    plain = above is own is Status.REPORTED
    assert (put_under(above, own) is Status.REPORTED) == (twice or plain)


def test_each_word_has_one_effect_on_what_hangs_from_it_so() -> None:
    rows = list(read_rows("sayso.statements.status", "governors.tsv"))
    statuses = {*Status, "as it is"}
    assert all({affirmed, negated} <= statuses for _, affirmed, negated, _ in rows)
    told = [
        (word, how)
        for ways, _, _, words in rows
        for word in words.split(", ")
        for how in ways.split()
    ]
    assert sorted(told) == sorted(set(told))


@given(
    st.lists(
        st.sampled_from(
            "Sand said denied not no may to attack attacked attacks the in 1967 tomorrow without "
            "if had and of for plan who “ ” , . ?".split()
        ),
        min_size=1,
        max_size=14,
    )
)
def test_every_word_of_any_text_has_a_status(words: list[str]) -> None:
    read = account(" ".join(words))
    statuses = Statuses(read)
    for token in range(len(read.doc)):
        assert statuses.of(token) is status_of(read, token)

import pytest

from tests.statements.rows import Told, says, told

DAM = "the dam was safe"
PIER = "the pier was closed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says("that", f"Sand said that {DAM}.", ("Sand", "said", f"that {DAM}")),
        says("no that", f"Sand said {DAM}.", ("Sand", "said", DAM)),
        says("auxiliaries", f"Sand has now said {DAM}.", ("Sand", "has now said", DAM)),
        says("adverb", f"Sand also said {DAM}.", ("Sand", "also said", DAM)),
        says("recipient", f"Sand told reporters that {DAM}.", ("Sand", "told", f"that {DAM}")),
        says("day beside", f"Sand said on Monday that {DAM}.", ("Sand", "said", f"that {DAM}")),
        says("where", f"In a statement, Sand said {DAM}.", ("Sand", "said", DAM)),
        says(
            "in a statement that",
            f"Sand said in a statement that {DAM}.",
            ("Sand", "said", f"that {DAM}"),
            weak="the statement it stands in is taken for a cue of its own",
        ),
        says("whether", "Sand asked whether boats sank.", ("Sand", "asked", "whether boats sank")),
        says("infinitive", "Sand vowed to stay.", ("Sand", "vowed", "to stay")),
        says("gerund", "Sand denied hiding boats.", ("Sand", "denied", "hiding boats")),
        says("object", "Sand denied the allegations.", ("Sand", "denied", "the allegations")),
        says("social media", f"Sand tweeted that {DAM}.", ("Sand", "tweeted", f"that {DAM}")),
        says("it a lie", "Sand called it a lie.", ("Sand", "called", "it a lie")),
        says("as", "Sand described it as an attack.", ("Sand", "described", "it as an attack")),
        says("target", "Orlen accused guards of theft.", ("Orlen", "accused", "guards of theft")),
    ],
)
def test_verbs(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says(
            "convinced",
            "Villagers are convinced that it will hold.",
            ("Villagers", "are convinced", "that it will hold"),
        ),
        says(
            "convinced, passive parse",
            f"She is convinced {DAM}.",
            ("She", "is convinced", DAM),
        ),
        says(
            "confident",
            f"The mayor is confident that {DAM}.",
            ("The mayor", "is confident", f"that {DAM}"),
        ),
        says(
            "not sure",
            f"Engineers are not sure that {DAM}.",
            ("Engineers", "are not sure", f"that {DAM}"),
        ),
        says(
            "not convinced",
            f"The union is not convinced that {DAM}.",
            ("The union", "is not convinced", f"that {DAM}"),
        ),
        says("willing", "The guards are willing to go.", ("The guards", "are willing", "to go")),
    ],
)
def test_adjectives(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says(
            "denial",
            f"The ministry's denial that {PIER} came late.",
            ("The ministry's", "denial", f"that {PIER}"),
        ),
        says(
            "denial that it",
            "The army's denial that it had fired came late.",
            ("The army's", "denial", "that it had fired"),
        ),
        says(
            "allegation",
            "The union's allegation that the guards had fired was not tested.",
            ("The union's", "allegation", "that the guards had fired"),
        ),
        says(
            "promise",
            "Her promise to rebuild the pier was kept.",
            ("Her", "promise", "to rebuild the pier"),
        ),
        says(
            "light verb",
            f"The ministry issued a report that {DAM}.",
            ("The ministry", "issued a report", f"that {DAM}"),
            weak="verb and noun are taken for two cues",
        ),
        says(
            "issued a denial",
            "The ministry issued a denial of the claim.",
            ("The ministry", "issued a denial of", "the claim"),
            weak="verb and noun are taken for two cues",
        ),
        says(
            "despite denials",
            "Despite denials by the ministry, the dam was leaking.",
            ("the ministry", "denials", "the dam was leaking"),
        ),
        says(
            "is that",
            "The mayor's demand is that the guards leave.",
            ("The mayor's", "demand", "that the guards leave"),
            weak="the copula is taken for a second cue",
        ),
        says(
            "in her view",
            "In the mayor's view, the dam is safe.",
            ("the mayor's", "view", "the dam is safe"),
        ),
    ],
)
def test_nouns(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says("it was", "It was reported that boats sank.", ("", "was reported", "that boats sank")),
        says("it is", f"It is believed that {DAM}.", ("", "is believed", f"that {DAM}")),
        says(
            "believed to",
            "The rebels are believed to have left the town.",
            ("", "are believed", "The rebels … to have left the town"),
        ),
        says(
            "thought to",
            "The rebels are thought to hold the bridge.",
            ("", "are thought", "The rebels … to hold the bridge"),
        ),
        says("said to", "He is said to hide.", ("", "is said", "He … to hide")),
        says(
            "told to",
            "Residents were told to leave the valley.",
            ("", "were told", "Residents … to leave the valley"),
            weak="who is told to is left out of the content",
        ),
        says(
            "agent",
            "The dam was declared safe by the ministry.",
            ("the ministry", "was declared", "The dam … safe"),
            weak="the agent of a passive is taken for content",
        ),
        says(
            "agent inside",
            "Residents were ordered by the guards to leave.",
            ("the guards", "were ordered", "Residents … to leave"),
            weak="who is ordered to is left out of the content",
        ),
        says(
            "denied by",
            "The claim was denied by the ministry.",
            ("the ministry", "was denied", "The claim"),
        ),
        says("inverted", "Boats sank, it is said.", ("", "is said", "Boats sank")),
        says(
            "asked",
            "Asked who had fired, the minister left.",
            ("", "Asked", "who had fired"),
        ),
    ],
)
def test_passives(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)

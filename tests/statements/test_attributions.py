import pytest

from tests.statements.rows import Told, row, says, told

DAM = "the dam was safe"
PIER = "the pier was closed"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says("after", "Boats sank, Sand said.", ("Sand", "said", "Boats sank")),
        says("after, inverted", "Boats sank, said the mayor.", ("the mayor", "said", "Boats sank")),
        says(
            "question, inverted",
            "“Who gave the order?” asked the mayor.",
            ("the mayor", "asked", "“Who gave the order?”"),
        ),
        says("inside", "Boats, Sand said, sank.", ("Sand", "said", "Boats … sank")),
        says(
            "inside, inverted",
            "The dam, says the mayor, is safe.",
            ("the mayor", "says", "The dam … is safe"),
            weak="source and content are swapped",
        ),
        says(
            "as somebody put it",
            "As the mayor put it, the dam is a bomb.",
            ("the mayor", "put", "the dam is a bomb"),
            weak="'it' is taken for the content",
        ),
        says("headline", "Dam is safe, officials say", ("officials", "say", "Dam is safe")),
        says("headline verb", "Mayor says pier is shut", ("Mayor", "says", "pier is shut")),
        says("colon", "Mayor: “The pier is shut.”", ("Mayor", ":", "“The pier is shut.”")),
        says("capitals", "GUARD: “Boats sank.”", ("GUARD", ":", "“Boats sank.”")),
        says(
            "colon, not the cue within",
            "Mayor: “We were not told.”",
            ("Mayor", ":", "“We were not told.”"),
        ),
    ],
)
def test_where_the_source_stands(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says("before", "According to Sand, boats sank.", ("Sand", "According to", "boats sank")),
        says("after", "Boats sank, according to Sand.", ("Sand", "according to", "Boats sank")),
        says(
            "inside",
            "Two boats, according to the coast guard, sank near the pier.",
            ("the coast guard", "according to", "Two boats … sank near the pier"),
        ),
        says(
            "which",
            "Police found a note, according to which the guards had fled.",
            ("which", "according to", "the guards had fled"),
        ),
        says(
            "whom",
            "Officials, according to whom the crates held grain, left.",
            ("whom", "according to", "the crates held grain"),
        ),
        says(
            "could not be verified",
            "The report could not be independently verified.",
            ("", "could not be independently verified", "The report"),
        ),
        says(
            "speaks of a figure",
            "Dozens of people drowned, although officials speak of 12.",
            ("officials", "speak of", "12"),
        ),
        says(
            "speaks of a figure, the verb left out",
            "The mayor had spoken of nine dead, the Courier of at least 15.",
            ("The mayor", "had spoken of", "nine dead"),
            ("the Courier", "had spoken of", "at least 15"),
        ),
        says(
            "speaks of a figure, and of another",
            "Officials speak of 12 dead, a total of 15.",
            ("Officials", "speak of", "12 dead"),
        ),
        says(
            "by hearsay",
            "The inquiry's report is believed to conclude that the dam was unsafe.",
            ("", "is believed", "The inquiry's report … to conclude that the dam was unsafe"),
            ("The inquiry's report", "conclude", "that the dam was unsafe"),
        ),
        says(
            "it was reported",
            "The president, it was reported on state radio, has lost confidence in his minister.",
            (
                "state radio",
                "was reported",
                "The president … has lost confidence in his minister",
            ),
        ),
        says(
            "told beside",
            "The union, which Karvenia blames, has said it was far from the port.",
            ("Karvenia", "blames", "which"),
            ("The union", "has said", "it was far from the port"),
        ),
        says(
            "long source",
            "Two boats sank, according to Mara Sand, head of the coast guard.",
            ("Mara Sand, head of the coast guard", "according to", "Two boats sank"),
        ),
        says(
            "no words",
            "Boats wait according to their size.",
            weak="what cannot speak is taken for a source",
        ),
    ],
)
def test_according_to(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        row("name", f"Sand said {PIER}.", "Sand"),
        row("description", f"The harbour master said {PIER}.", "The harbour master"),
        row("unnamed", f"A security source said {PIER}.", "A security source"),
        row("close to", f"A source close to Sand said {PIER}.", "A source close to Sand"),
        row("pronoun", f"She said {PIER}.", "She"),
        row("relative pronoun", f"The mayor, who said {PIER}, left.", "who"),
        row("document", f"The report says {PIER}.", "The report"),
        row("coordinated", f"Police and the mayor said {PIER}.", "Police and the mayor"),
        row(
            "apposition",
            f"Mara Sand, spokeswoman for the port authority, said {PIER}.",
            "Mara Sand, spokeswoman for the port authority,",
        ),
        row(
            "apposition after the cue",
            "“The pier is shut,” said Mara Sand, the harbour master.",
            "Mara Sand, the harbour master",
        ),
        row("title", f"Harbour Master Mara Sand said {PIER}.", "Harbour Master Mara Sand"),
        row(
            "incidental clause",
            f"Mara Sand, whose brother drowned, said {PIER}.",
            "Mara Sand",
        ),
        row("participle", f"Speaking in Istrel, Sand said {PIER}.", "Sand"),
        row("in a sentence after another", f"Fog came. Sand said {PIER}.", "Sand"),
        row(
            "dateline",
            f"PORT KARVEN (ACA) — The ministry said {PIER}.",
            "The ministry",
        ),
        row(
            "dateline with a colon",
            f"ISTREL: The ministry said {PIER}.",
            "The ministry",
        ),
        row("byline", f"By Petra Orlen\n\nThe mayor said {PIER}.", "The mayor"),
        row("bullet", f"- Sand said {PIER}.", "Sand"),
    ],
)
def test_sources(text: str, source: str) -> None:
    assert [found[0] for found in told(text)] == [source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says(
            "but",
            f"Sand said {DAM}, but he said it leaked.",
            ("Sand", "said", DAM),
            ("he", "said", "it leaked"),
        ),
        says(
            "shared source",
            f"The mayor said {PIER} and added that boats would be moved.",
            ("The mayor", "said", PIER),
            ("The mayor", "added", "that boats would be moved"),
        ),
        says(
            "adding",
            f"“It is safe,” she said, adding that {PIER}.",
            ("she", "said", "“It is safe,”"),
            ("she", "adding", f"that {PIER}"),
        ),
        says(
            "and that",
            f"The mayor said that {DAM}, and that {PIER}.",
            ("The mayor", "said", f"that {DAM}"),
            ("The mayor", "said", f"that {PIER}"),
            weak="the content stops at its second clause",
        ),
        says(
            "contrast",
            "Police believe the boats sank, but witnesses say they were sunk.",
            ("Police", "believe", "the boats sank"),
            ("witnesses", "say", "they were sunk"),
        ),
        says(
            "list",
            f"The mayor said {DAM}, {PIER} and fog came.",
            ("The mayor", "said", f"{DAM}, {PIER} and fog came"),
            weak="the content stops at its second clause",
        ),
        says(
            "citing",
            "The mayor, citing police, said two men had fled.",
            ("The mayor", "said", "citing police … two men had fled"),
            ("police", "citing", "two men had fled"),
        ),
        says(
            "citing behind the cue",
            "The agency reported, citing officials, that the dam was safe.",
            ("The agency", "reported", "citing officials … that the dam was safe"),
            ("officials", "citing", "that the dam was safe"),
        ),
    ],
)
def test_several_in_a_sentence(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        says(
            "relative content",
            "Boats, which police said sank, burned.",
            ("police", "said", "which … sank"),
        ),
        says(
            "relative object",
            "The fire, which officials called an accident, killed two men.",
            ("officials", "called", "which … an accident"),
        ),
        says(
            "broken lines",
            "The mayor said the pier\nwas closed until Friday and that the boats\n"
            "would have to wait.",
            ("The mayor", "said", "the pier\nwas closed until Friday"),
            ("The mayor", "said", "that the boats\nwould have to wait"),
        ),
        says(
            "headline",
            "Port clerk insists: ‘It never burned’\n\nDavit Orlen left at noon.",
            ("Port clerk", "insists", "‘It never burned’"),
        ),
        says("Windows", f"Sand said\r\n{DAM}.\r\n\r\nFog came.\r\n", ("Sand", "said", DAM)),
        says(
            "no-break blanks",
            "Sand\u00a0said the\u00a0dam fell.",
            ("Sand", "said", "the\u00a0dam fell"),
        ),
        says(
            "astral",
            "🚢🚢 The mayor said the 𝄞 pier was closed 🙂.",
            ("The mayor", "said", "the 𝄞 pier was closed 🙂"),
        ),
        says("no end", f"Sand said {DAM}", ("Sand", "said", DAM)),
        says(
            "bullets",
            f"- Sand said {PIER}.\n• Police said {DAM}",
            ("Sand", "said", PIER),
            ("Police", "said", DAM),
        ),
        says(
            "aside behind the cue",
            f"An official said, speaking on condition of anonymity, that {DAM}.",
            ("An official", "said", f"that {DAM}"),
            weak="the aside is taken into the content",
        ),
    ],
)
def test_contents(text: str, expected: tuple[Told, ...]) -> None:
    assert told(text) == list(expected)


@pytest.mark.parametrize(
    "text",
    [
        row("seems", "The dam seems safe."),
        row("it seems", "It seems that the dam is safe."),
        row("appears", "The dam appears to be leaking."),
        row("unclear", "It is unclear who fired first."),
        row("attacked", "Rebels attacked the town on Monday."),
        row("fired on", "Soldiers fired on the crowd."),
        row("opened fire", "Soldiers opened fire on the crowd."),
        row(
            "launched",
            "The army launched an attack on the village.",
            weak="a deed is taken for words",
        ),
        row("lied", "The guard lied."),
        row(
            "no answer",
            "The ministry did not respond to a request for comment.",
            weak="silence is taken for a statement",
        ),
        row("byline", "By Petra Sand"),
        row("caption", "Photo: Guards stand at the pier."),
        row("list after a colon", "The guards found three things: a rope, a boat and a lamp."),
        row("time", "The ferry left at 5:30 on Friday."),
        row(
            "issued",
            "She issued a statement.",
            weak="a statement that is only named is taken for one",
        ),
        row(
            "angered",
            "The threat to close the pier angered the union.",
            weak="a feeling about a threat is taken for a view of it",
        ),
        row(
            "asked not to be named",
            "A guard who asked not to be named left.",
            weak="'asked' is taken for a cue",
        ),
        row("quoted word", "The “old” pier is closed."),
    ],
)
def test_what_credits_nobody(text: str) -> None:
    assert told(text) == []

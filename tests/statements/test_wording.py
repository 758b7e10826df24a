import pytest

from sayso.model import Act, Certainty, Polarity, Stance
from tests.statements.rows import authors, only, row, words


@pytest.mark.parametrize(
    ("text", "act", "stance"),
    [
        row("say", "Sand said boats sank.", Act.SAY, Stance.AFFIRMS),
        row("confirm", "Sand confirmed that boats sank.", Act.SAY, Stance.AFFIRMS),
        row("warn", "Sand warned that boats could sink.", Act.SAY, Stance.AFFIRMS),
        row("call", "Sand called it an attack.", Act.SAY, Stance.AFFIRMS),
        row("deny that", "Sand denied that boats sank.", Act.DENY, Stance.DENIES),
        row("deny", "Sand denied boats had sunk.", Act.DENY, Stance.DENIES),
        row("deny it", "The army denied it had fired.", Act.DENY, Stance.DENIES),
        row("deny doing", "The army denied having fired.", Act.DENY, Stance.DENIES),
        row("deny a thing", "The army denied involvement.", Act.DENY, Stance.DENIES),
        row("often", "The army has repeatedly denied it.", Act.DENY, Stance.DENIES),
        row(
            "denial",
            "Her denial that the pier was closed came late.",
            Act.DENY,
            Stance.DENIES,
        ),
        row("reject", "Sand rejected the claim.", Act.DENY, Stance.DENIES),
        row("dismiss as", "Sand dismissed it as “gossip”.", Act.DENY, Stance.DENIES),
        row("a lie", "Sand called the report a lie.", Act.DENY, Stance.DENIES),
        row("baseless", "Sand called the report baseless.", Act.DENY, Stance.DENIES),
        row("not deny", "Sand did not deny that boats sank.", Act.DENY, Stance.NONE),
        row("doubt", "Sand doubts that boats sank.", Act.DOUBT, Stance.UNCERTAIN),
        row("question", "Sand questioned whether boats sank.", Act.DOUBT, Stance.UNCERTAIN),
        row("unconfirmed", "Sand could not confirm that boats sank.", Act.DOUBT, Stance.UNCERTAIN),
        row("not sure", "Engineers are not sure that it is safe.", Act.DOUBT, Stance.UNCERTAIN),
        row(
            "not convinced",
            "The union is not convinced that it is safe.",
            Act.DOUBT,
            Stance.UNCERTAIN,
        ),
        row("ask", "Sand asked who had fired.", Act.ASK, Stance.NONE),
        row("wonder", "Sand wondered who had fired.", Act.ASK, Stance.NONE),
        row("question in quotes", "“Who fired?” she said.", Act.ASK, Stance.NONE),
        row("order", "Sand ordered residents to leave.", Act.DEMAND, Stance.AFFIRMS),
        row("urge", "Sand urged residents to leave.", Act.DEMAND, Stance.AFFIRMS),
        row("call on", "Sand called on residents to leave.", Act.DEMAND, Stance.AFFIRMS),
        row("told to", "Residents were told to leave the valley.", Act.DEMAND, Stance.AFFIRMS),
        row("ask to", "Sand asked residents to leave.", Act.DEMAND, Stance.AFFIRMS),
        row(
            "imperative",
            "“Leave now,” the guard shouted.",
            Act.DEMAND,
            Stance.AFFIRMS,
        ),
        row("promise", "Sand promised to rebuild the pier.", Act.PROMISE, Stance.AFFIRMS),
        row("her promise", "Her promise to stay was kept.", Act.PROMISE, Stance.AFFIRMS),
        row("threaten", "The rebels threatened to go.", Act.THREATEN, Stance.AFFIRMS),
        row("accuse", "Sand accused the guards of theft.", Act.ACCUSE, Stance.AFFIRMS),
        row("blame", "Sand blamed the guards for the fire.", Act.ACCUSE, Stance.AFFIRMS),
        row("admit", "Sand admitted that boats sank.", Act.ADMIT, Stance.AFFIRMS),
        row("concede", "Sand conceded the dam was leaking.", Act.ADMIT, Stance.AFFIRMS),
        row("believe", "Sand believes that boats sank.", Act.BELIEVE, Stance.AFFIRMS),
        row("are believed", "Boats are believed to have sunk.", Act.BELIEVE, Stance.AFFIRMS),
        row("fear", "Farmers fear the dam may fail.", Act.BELIEVE, Stance.AFFIRMS),
        row("hope", "Farmers hope that it will stop.", Act.BELIEVE, Stance.AFFIRMS),
        row("convinced", "Villagers are convinced it will hold.", Act.BELIEVE, Stance.AFFIRMS),
        row("not believe", "Sand does not believe that it fell.", Act.BELIEVE, Stance.DENIES),
        row("decline to say", "Sand declined to say who fired.", Act.DECLINE, Stance.NONE),
        row("refuse to say", "Sand refused to say who fired.", Act.DECLINE, Stance.NONE),
        row("decline to comment", "Sand declined to comment.", Act.DECLINE, Stance.NONE),
        row("no comment", "“No comment,” Sand said.", Act.DECLINE, Stance.NONE),
        row(
            "had no comment",
            "The ministry said it had no comment.",
            Act.DECLINE,
            Stance.NONE,
        ),
        row("did not say", "Sand did not say who fired.", Act.SAY, Stance.NONE),
        row("never claimed", "Sand never claimed that it fell.", Act.SAY, Stance.NONE),
    ],
)
def test_acts_and_stances(text: str, act: Act, stance: Stance) -> None:
    found = only(text)
    assert (found.act, found.stance) == (act, stance)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row("plain", "Sand said boats sank.", Polarity.POSITIVE),
        row("not", "Sand said boats had not sunk.", Polarity.NEGATIVE),
        row("n't", "Sand said boats hadn't sunk.", Polarity.NEGATIVE),
        row(
            "curly n’t",
            "Sand said boats hadn’t sunk.",
            Polarity.NEGATIVE,
        ),
        row("never", "Sand said boats would never sink.", Polarity.NEGATIVE),
        row("nobody", "Sand said nobody had drowned.", Polarity.NEGATIVE),
        row("nothing", "Police said nothing burned.", Polarity.NEGATIVE),
        row("there is no", "Sand said there was no leak.", Polarity.NEGATIVE),
        row("no subject", "Sand said no boats had sunk.", Polarity.NEGATIVE),
        row("no object", "Police say they have no clues.", Polarity.NEGATIVE),
        row("denied only", "Sand denied that boats had sunk.", Polarity.POSITIVE),
        row("negated cue", "Sand did not say that boats had sunk.", Polarity.POSITIVE),
        row("subordinate", "Sand said boats sank because no guard came.", Polarity.POSITIVE),
        row("second clause", "Sand said boats sank and nobody came.", Polarity.POSITIVE),
    ],
)
def test_polarity(text: str, expected: Polarity) -> None:
    assert only(text).polarity is expected


@pytest.mark.parametrize(
    ("text", "certainty", "hedges"),
    [
        row("plain", "Sand said boats sank.", Certainty.UNSTATED, ""),
        row("confirmed", "Sand confirmed that boats sank.", Certainty.CERTAIN, "confirmed"),
        row("certainly", "Sand said it was certainly safe.", Certainty.CERTAIN, "certainly"),
        row(
            "confident", "The mayor is confident that it will hold.", Certainty.CERTAIN, "confident"
        ),
        row("believes", "Sand believes that boats sank.", Certainty.PROBABLE, "believes"),
        row("are believed", "Boats are believed to have sunk.", Certainty.PROBABLE, "believed"),
        row("probably", "Sand said boats would probably sink.", Certainty.PROBABLE, "probably"),
        row("likely", "Sand said boats were likely to sink.", Certainty.PROBABLE, "likely"),
        row("seemed", "Sand said the dam seemed safe.", Certainty.PROBABLE, "seemed"),
        row("might", "Sand said boats might sink.", Certainty.POSSIBLE, "might"),
        row("could", "Sand warned that boats could sink.", Certainty.POSSIBLE, "could"),
        row("possibly", "Sand said it was possibly a bomb.", Certainty.POSSIBLE, "possibly"),
        row(
            "weakest",
            "Sand believes boats may possibly sink.",
            Certainty.POSSIBLE,
            "may … possibly",
        ),
        row("denied", "Sand denied that boats had sunk.", Certainty.UNSTATED, ""),
        row("doubted", "Sand doubts that boats sank.", Certainty.UNSTATED, ""),
        row("about", "Sand said at least ten boats sank.", Certainty.UNSTATED, ""),
        row("in May", "Sand said boats sank in May.", Certainty.UNSTATED, ""),
        row("deeper", "Sand said police believed boats sank.", Certainty.UNSTATED, ""),
        row(
            "suspects",
            "Police say they have no suspects.",
            Certainty.UNSTATED,
            "",
        ),
    ],
)
def test_certainty(text: str, certainty: Certainty, hedges: str) -> None:
    found = only(text)
    assert (found.certainty, words(found.hedges)) == (certainty, hedges)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        row(
            "plain",
            "Boats sank.",
            (Act.SAY, Stance.AFFIRMS, Polarity.POSITIVE, Certainty.UNSTATED, ""),
        ),
        row(
            "negated",
            "Nobody drowned.",
            (Act.SAY, Stance.AFFIRMS, Polarity.NEGATIVE, Certainty.UNSTATED, ""),
        ),
        row(
            "question",
            "Who fired?",
            (Act.ASK, Stance.NONE, Polarity.POSITIVE, Certainty.UNSTATED, ""),
        ),
        row(
            "seems",
            "The dam seems safe.",
            (Act.SAY, Stance.AFFIRMS, Polarity.POSITIVE, Certainty.PROBABLE, "seems"),
        ),
        row(
            "may",
            "Boats may sink.",
            (Act.SAY, Stance.AFFIRMS, Polarity.POSITIVE, Certainty.POSSIBLE, "may"),
        ),
        row(
            "unclear",
            "It is unclear who fired.",
            (Act.SAY, Stance.UNCERTAIN, Polarity.POSITIVE, Certainty.POSSIBLE, "unclear"),
        ),
        row(
            "others' hedges",
            "Sand said boats may sink.",
            (Act.SAY, Stance.AFFIRMS, Polarity.POSITIVE, Certainty.UNSTATED, ""),
        ),
        row(
            "others' question",
            "“Who fired?” she asked.",
            (Act.SAY, Stance.AFFIRMS, Polarity.POSITIVE, Certainty.UNSTATED, ""),
        ),
    ],
)
def test_the_authors_own_words(
    text: str, expected: tuple[Act, Stance, Polarity, Certainty, str]
) -> None:
    (found,) = authors(text)
    coded = (found.act, found.stance, found.polarity, found.certainty, words(found.hedges))
    assert coded == expected

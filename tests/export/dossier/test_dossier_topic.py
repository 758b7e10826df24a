import pytest

from sayso.export.dossier import Topic
from sayso.model import LedgerError
from tests.export.dossier.conftest import Gather

BOMBED, DEAD = "the Front bombed the quay", "12 people died"
SEL, SHIPS = "Sel", "Ships were not hit"


@pytest.mark.parametrize(
    ("topic", "reports", "statements", "gists"),
    [
        (Topic(), 4, 16, [BOMBED, DEAD, SEL, SHIPS]),
        (Topic(words="quay"), 3, 6, [BOMBED]),
        (Topic(words="hospital"), 1, 2, [DEAD]),
        (Topic(words='"people died"'), 3, 6, [DEAD]),
        (Topic(words="shi*"), 1, 2, [SHIPS]),
        (Topic(actor="front"), 3, 6, [BOMBED]),
        (Topic(place="sel"), 2, 3, [SEL]),
        (Topic(words="people", place="sel"), 1, 2, []),
        (Topic(words="quay", actor="police"), 2, 4, [BOMBED]),
        (Topic(since="2031-05-08"), 1, 4, [DEAD, SHIPS]),
        (Topic(words="died", until="2031-05-06"), 1, 2, []),
        (Topic(words="volcano"), 0, 0, []),
        (Topic(words='"" *'), 0, 0, []),
    ],
)
def test_what_is_on_a_topic(
    gathered: Gather, topic: Topic, reports: int, statements: int, gists: list[str]
) -> None:
    dossier = gathered(topic)
    sorts = dossier.standings
    told = [
        one.claim.gist
        for group in (sorts.disputed, sorts.affirmed, sorts.one_origin, sorts.denied)
        for one in group.told
    ]
    assert (dossier.size.reports, dossier.size.statements) == (reports, statements)
    assert told == gists


def test_a_date_that_is_none_is_refused(gathered: Gather) -> None:
    with pytest.raises(LedgerError, match="is no date"):
        gathered(Topic(words="quay", since="yesterday"))

"""What the ledger remembers of feeds, and of what was told of claims."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from sayso.ledger import (
    Change,
    Fact,
    FeedBook,
    FeedEntry,
    FeedState,
    Ledger,
    Linked,
    NoticeBook,
)
from sayso.ledger.schema import changed_claims, feed_entries
from sayso.model import Claim, Member, Stance, Statement
from tests.claim_samples import claim, joined, member, write_joined
from tests.custody_samples import acquisition
from tests.postgres import Where
from tests.samples import gazette, herald

NEWS, WIRE = "https://courier.example/news", "https://courier.example/wire"
NOW, LATER = "2031-05-06T10:00:00Z", "2031-05-06T11:00:00Z"


@pytest.fixture
def ledger(where: Where) -> Iterator[Ledger]:
    with Ledger(where) as found:
        found.add(herald())
        found.add(gazette())
        yield found


@pytest.fixture
def book(ledger: Ledger) -> FeedBook:
    found = FeedBook(ledger)
    assert found.begin([NEWS, WIRE], now=NOW, quiet=True)
    return found


def entries(*numbers: int, version: str = "1") -> list[FeedEntry]:
    return [FeedEntry(f"e{n}", version, f"https://courier.example/{n}") for n in numbers]


def save(book: FeedBook, *found: FeedEntry, feed: str = NEWS, at: str = NOW) -> None:
    book.save(FeedState(url=feed, due=LATER, asked=at), found, tries=2)


def queued(book: FeedBook, now: str = NOW, most: int = 100) -> list[list[str]]:
    return [[page.entry for page in of] for of in book.queue([NEWS, WIRE], now=now, most=most)]


def try_all(book: FeedBook, due: str | None) -> None:
    pages = [page for of in book.queue([NEWS, WIRE], now=LATER, most=100) for page in of]
    book.tried((page, due) for page in pages)


# --- feeds ---


def test_a_feed_is_due_from_the_beginning_of_its_watch(book: FeedBook) -> None:
    assert book.states([NEWS, WIRE]) == {url: FeedState(url=url, due=NOW) for url in (NEWS, WIRE)}
    assert book.next_due([NEWS, WIRE]) == NOW
    assert book.next_due(["https://another.example/"]) is None


def test_watching_begins_once(book: FeedBook) -> None:
    save(book)
    assert not book.begin([NEWS, "https://new.example/"], now=LATER, quiet=True)
    assert book.states([NEWS])[NEWS].due == LATER
    assert book.states([NEWS])[NEWS].asked == NOW


def test_what_a_server_said_of_a_feed_is_kept(book: FeedBook) -> None:
    state = FeedState(url=NEWS, due=LATER, etag='"7"', last_modified="Tue", asked=NOW, failures=3)
    book.save(state, None, tries=2)
    assert book.states([NEWS]) == {NEWS: state}


def test_pages_of_new_entries_are_to_be_fetched(book: FeedBook) -> None:
    assert book.news(NEWS, entries(1, 2)) == {"e1", "e2"}
    save(book, *entries(1, 2))
    assert queued(book) == [["e1", "e2"]]
    assert book.queued([NEWS]) == 2
    assert book.news(NEWS, entries(1, 2, 3)) == {"e3"}
    try_all(book, due=None)
    assert (queued(book), book.queued([NEWS])) == ([], 0)


def test_an_entry_in_another_version_is_fetched_again_but_not_for_ever(book: FeedBook) -> None:
    fetched = []
    for version in "abcd":
        assert book.news(NEWS, entries(1, version=version)) == {"e1"}
        save(book, *entries(1, version=version))
        fetched.append(queued(book) == [["e1"]])
        try_all(book, due=None)
    assert fetched == [True, True, False, False]


def test_a_page_is_fetched_once_however_many_feeds_lead_to_it(book: FeedBook) -> None:
    save(book, *entries(1, 2))
    save(book, *entries(2, 3), feed=WIRE)
    save(book, FeedEntry("another", "1", "https://courier.example/3"), feed=NEWS)
    assert queued(book) == [["e1", "e2"], ["e3"]]


def test_a_page_that_was_read_before_is_not_fetched(ledger: Ledger, book: FeedBook) -> None:
    ledger.add_acquisition(acquisition(herald().report, uri="https://courier.example/1"))
    save(book, *entries(1, 2))
    assert queued(book) == [["e2"]]


def test_an_entry_that_leads_nowhere_has_no_page(book: FeedBook) -> None:
    save(book, FeedEntry("e1", "1", None))
    assert queued(book) == []
    assert book.news(NEWS, [FeedEntry("e1", "1", None)]) == frozenset()


def test_a_page_that_could_not_be_had_is_due_later(book: FeedBook) -> None:
    save(book, *entries(1))
    try_all(book, due="2031-05-06T10:15:00Z")
    assert queued(book) == []
    assert book.queued([NEWS]) == 1
    assert book.next_due([NEWS]) == "2031-05-06T10:15:00Z"
    [[page]] = book.queue([NEWS], now="2031-05-06T10:15:00Z", most=9)
    assert page.tries == 1


def test_entries_that_a_feed_has_no_more_are_forgotten_when_settled(
    ledger: Ledger, book: FeedBook
) -> None:
    save(book, *entries(1, 2, 3))
    [[first, *_]] = book.queue([NEWS], now=NOW, most=9)
    book.tried([(first, None)])
    save(book, *entries(3, 4))
    with ledger.snapshot() as connection:
        left = {row.entry for row in connection.execute(feed_entries.select())}
    assert left == {"e2", "e3", "e4"}


def test_each_feed_has_its_share_of_a_batch(book: FeedBook) -> None:
    save(book, *entries(*range(1, 8)))
    save(book, *entries(8, 9), feed=WIRE)
    assert queued(book, most=4) == [["e1", "e2"], ["e8", "e9"]]


# --- claims ---

watched = pytest.mark.usefixtures("book")


def changes(ledger: Ledger, now: str = NOW) -> list[Change]:
    return list(NoticeBook(ledger).changes(now, 100))


def rewrite(ledger: Ledger, *claims: Claim, gone: frozenset[str] = frozenset()) -> None:
    ledger.link_index.write(Linked(version="1", claims=claims, removed_claims=gone))


def test_nothing_is_noted_where_nobody_watches(ledger: Ledger) -> None:
    write_joined(ledger)
    with ledger.snapshot() as connection:
        assert connection.execute(changed_claims.select()).all() == []


@pytest.mark.parametrize("tell_all", [True, False])
def test_the_claims_of_a_ledger_are_looked_at_when_its_watch_begins(
    ledger: Ledger, *, tell_all: bool
) -> None:
    write_joined(ledger)
    FeedBook(ledger).begin([NEWS], now=NOW, quiet=not tell_all)
    found = changes(ledger)
    assert {one.id for one in found} == {one.id for one in ledger.claims()}
    assert {one.quiet for one in found} == {not tell_all}


@watched
def test_a_claim_that_is_written_is_looked_at_with_everybodys_word(ledger: Ledger) -> None:
    write_joined(ledger)
    found = {one.id: one for one in changes(ledger)}
    (strike, hurt), _, _ = joined()
    assert found.keys() == {strike.id, hurt.id}
    assert found[strike.id].claim == strike
    told = [(word.stance, word.who, word.report) for word in found[strike.id].words]
    of, other = herald().report.id, gazette().report.id
    assert told == [
        (Stance.AFFIRMS, "The Herald", of),
        (Stance.DENIES, "officials", of),
        (Stance.UNCERTAIN, "Sel Port Authority", other),
    ]
    assert not any(one.quiet or one.told for one in found.values())


@watched
def test_what_was_told_is_noted_and_looked_at_no_more(ledger: Ledger) -> None:
    write_joined(ledger)
    [first, second] = changes(ledger)
    facts = frozenset((Fact("disputed"), Fact("denial", "officials")))
    NoticeBook(ledger).note([(first, facts), (second, frozenset())])
    assert changes(ledger) == []
    assert first.claim is not None
    rewrite(ledger, first.claim)
    [again] = changes(ledger)
    assert again.told == facts
    NoticeBook(ledger).note([(again, frozenset((Fact("disputed"),)))])
    rewrite(ledger, first.claim)
    [last] = changes(ledger)
    assert last.told == {Fact("disputed")}


@watched
def test_what_was_told_of_a_claim_is_known_under_its_later_id(ledger: Ledger) -> None:
    reported, denied = herald().statements[1:3]
    [_, doubted] = gazette().statements
    before = claim((herald(), gazette()), *_members(denied, doubted))
    rewrite(ledger, before)
    [change] = changes(ledger)
    NoticeBook(ledger).note([(change, frozenset((Fact("denial", "officials"),)))])
    after = claim((herald(), gazette()), *_members(reported, denied, doubted))
    assert after.id != before.id
    rewrite(ledger, after, gone=frozenset((before.id,)))
    [change] = changes(ledger)
    assert change.id == after.id
    assert change.told == {Fact("denial", "officials")}


def _members(*told: Statement) -> list[Member]:
    return [member(one, one.stance) for one in told]


@watched
def test_a_claim_written_again_meanwhile_is_looked_at_again(ledger: Ledger) -> None:
    write_joined(ledger)
    found = changes(ledger)
    [changed] = [one for one in found if one.claim and len(one.claim.members) > 2]
    assert changed.claim is not None
    fuller = replace(changed.claim, members=changed.claim.members[:2])
    rewrite(ledger, fuller)
    NoticeBook(ledger).note([(one, frozenset()) for one in found])
    [again] = changes(ledger)
    assert again.claim == fuller


@watched
def test_a_claim_that_is_gone_is_looked_at_no_more(ledger: Ledger) -> None:
    write_joined(ledger)
    rewrite(ledger, gone=frozenset(one.id for one in ledger.claims()))
    found = changes(ledger)
    assert [one.claim for one in found] == [None, None]
    NoticeBook(ledger).note([(one, frozenset()) for one in found])
    assert changes(ledger) == []


@watched
def test_a_claim_that_was_put_off_comes_later(ledger: Ledger) -> None:
    write_joined(ledger)
    [first, second] = changes(ledger)
    NoticeBook(ledger).put_off(first, due=LATER)
    assert [one.id for one in changes(ledger)] == [second.id]
    assert [(one.id, one.tries) for one in changes(ledger, LATER)] == [
        (second.id, 0),
        (first.id, 1),
    ]

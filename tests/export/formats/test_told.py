from dataclasses import replace

import pytest

from sayso.export.formats.told import tellings
from sayso.export.telling import file_name, published_by
from sayso.ledger import Ledger
from tests.export.formats.quay import quay
from tests.samples import herald, report


def test_a_word_comes_through_those_who_credit_each_other(sample: Ledger) -> None:
    chains = {
        said.id: told.word(said.id).chain
        for told in tellings(sample)
        for said in told.reading.statements
    }
    first, reported, denied, *_ = herald().statements
    assert chains[first.id] == ("Harbour Post",)
    assert chains[reported.id] == ("Harbour Post", "The Herald")
    assert chains[denied.id] == ("Harbour Post", "The Herald", "officials")


def test_words_are_on_the_claim_that_they_stand_in(sample: Ledger) -> None:
    (told,) = (each for each in tellings(sample) if each.reading.report.id == quay().report.id)
    shot = quay().events[0]
    inside = told.word(shot.statement, shot.trigger)
    assert inside.claim is not None
    assert inside.denied_by == ("Ana Roth",)
    beyond = told.word(shot.statement, shot.quantities[0].span)
    assert (beyond.claim, beyond.denied_by) == (None, ())


@pytest.mark.parametrize(
    ("uri", "publisher", "name", "file"),
    [
        ("https://news.example/a/b.html", "Harbour Post", "Harbour Post", "b.html"),
        ("https://news.example/a/b.html", None, "news.example", "b.html"),
        ("file:///reports/b.txt", None, "b.txt", "b.txt"),
        ("http://[bad", None, report("They.").id, None),
        (None, None, report("They.").id, None),
    ],
)
def test_a_report_is_known_by_its_publisher_site_file_or_id(
    uri: str | None, publisher: str | None, name: str, file: str | None
) -> None:
    of = replace(report("They."), uri=uri, publisher=publisher)
    assert (published_by(of), file_name(of)) == (name, file)

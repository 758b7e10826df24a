"""Whose word a statement is, where the source that was read is somebody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sayso.links.assertions import assertions_of
from sayso.links.assertions.speakers import Speakers
from sayso.model import About, Actor, Reading, Report, SourceKind, Span, Statement
from tests.links.told import assertions
from tests.samples import SEL, actor, authors_word, others_word, place, quote, reading_of, report

Words = tuple[str, str, str]
"""The source of a statement, its cue and its content, as they stand in a text."""


def _said(text: str, *words: Words) -> tuple[Report, list[Actor], list[Statement]]:
    of = report(text)
    own = authors_word(of, text)
    who = [actor(of, source) for source, _, _ in words]
    told = [others_word(of, own, one, each) for one, each in zip(who, words, strict=True)]
    return of, who, [own, *told]


@pytest.mark.parametrize(
    ("text", "words", "plain"),
    [
        ("Velk said it sank.", ("Velk", "said", "it sank"), True),
        ("Reps for Velk denied it sank.", ("Velk", "denied", "it sank"), False),
        ("Most of the dockers say it sank.", ("the dockers", "say", "it sank"), True),
        ("Reps let the town know it sank.", ("the town", "know", "it sank"), False),
        (
            "Velk has not spoken yet, but photographs of the pier prove that it sank.",
            ("Velk", "prove", "it sank"),
            False,
        ),
        (
            "Velk, who has run the port for years, said on Friday that it sank.",
            ("Velk", "said", "it sank"),
            True,
        ),
        (
            "Velk issued a note to stop rumours that it sank.",
            ("Velk", "issued a note to stop", "it sank"),
            False,
        ),
        ("Velk confirmed reports that it sank.", ("Velk", "confirmed", "it sank"), True),
        ("Velk met a deal, which included a ban.", ("Velk", "included", "a ban"), False),
        ("Girls were moved, contradicting claims.", ("Girls", "contradicting", "claims"), True),
        (
            "Girls held in the north were all moved away, contradicting claims.",
            ("Girls", "contradicting", "claims"),
            False,
        ),
        ("The latest rumour is that it sank.", ("The", "latest rumour is", "it sank"), False),
    ],
)
def test_whose_word_it_plainly_is(text: str, words: Words, *, plain: bool) -> None:
    of, who, told = _said(text, words)
    speakers = Speakers(reading_of(of, *told, actors=tuple(who)))
    assert speakers.is_plain(told[-1]) is plain


@pytest.mark.parametrize(
    ("text", "words", "plain"),
    [
        ("Sel: A boat sank.", ("Sel", ":", "A boat sank."), False),
        ("Velk: A boat sank.", ("Velk", ":", "A boat sank."), True),
    ],
)
def test_a_report_is_not_the_word_of_the_place_it_comes_from(
    text: str, words: Words, *, plain: bool
) -> None:
    of, who, told = _said(text, words)
    places = (place(of, "Sel", **SEL),) if "Sel" in text else ()
    speakers = Speakers(reading_of(of, *told, actors=tuple(who), places=places))
    assert speakers.is_plain(told[-1]) is plain


def test_nobody_speaks_who_is_only_spoken_of() -> None:
    text = "The navy heard that Velk was out and called it a lie."
    words: tuple[Words, Words] = (
        ("The navy", "heard", "Velk was out"),
        ("Velk", "called", "it a lie"),
    )
    of, who, told = _said(text, *words)
    speakers = Speakers(reading_of(of, *told, actors=tuple(who)))
    assert [speakers.is_plain(one) for one in told] == [True, True, False]


def test_words_that_two_have_are_of_whom_they_stand_beside() -> None:
    text = "Boats were shot at, despite ministry claims that it agreed a truce, dockers say."
    words: tuple[Words, Words] = (
        ("dockers", "say", "Boats were shot at"),
        ("ministry", "claims", "it agreed a truce"),
    )
    of, who, (own, dockers, ministry) = _said(text, *words)
    both = (quote(of, "Boats were shot at"), quote(of, "it agreed a truce"))
    found = assertions_of(_reading(of, who, own, _with(dockers, both), ministry))
    told = {(one.source.name, " … ".join(s.text for s in one.spans)) for one in found if one.source}
    assert told == {("dockers", "Boats were shot at"), ("ministry", "it agreed a truce")}


def test_who_agrees_to_do_something_says_nothing() -> None:
    text = "Orlen and the Front have agreed a truce that will free forty sailors."
    words = ("Orlen", "have agreed", "a truce that will free forty sailors")
    of, who, told = _said(text, words)
    (one,) = assertions_of(_reading(of, who, *told))
    assert (one.source_kind, one.spans[0].text) == (SourceKind.AUTHOR, text.rstrip("."))


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The crates were unloaded at the pier.", {SourceKind.AUTHOR}),
        (
            "Look. The crates were unloaded at the pier! https://t.co/x1 — Mara (@mara) May 6",
            {SourceKind.UNNAMED},
        ),
    ],
)
def test_a_post_that_is_shown_is_not_the_author_s_word(text: str, kinds: set[SourceKind]) -> None:
    found = assertions(text, About.WORDS)
    assert {one.source_kind for one in found if "crates" in one.spans[0].text} == kinds


def test_an_author_does_not_say_what_he_quotes() -> None:
    of = report("She wrote: “It is late. The crates were unloaded at the pier.”")
    own = authors_word(of, "The crates were unloaded at the pier.")
    assert not assertions_of(reading_of(of, own))


def _reading(of: Report, who: list[Actor], *told: Statement) -> Reading:
    return reading_of(of, *told, actors=tuple(who))


def _with(statement: Statement, content: tuple[Span, ...]) -> Statement:
    return replace(statement, content=content)


def test_a_blog_for_a_party_is_not_the_party() -> None:
    text = "The pro-Front blog said it sank."
    of, who, told = _said(text, ("The pro-Front blog", "said", "it sank"))
    assert not Speakers(reading_of(of, *told, actors=tuple(who))).is_plain(told[-1])

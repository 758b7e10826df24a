"""A dossier as Markdown (CommonMark with tables), with the same sections as the page.

What comes from reports is escaped, so none of it is taken for markup. Quotations stand on one line;
their links lead to anchors in the passages at the end, where lines are as they were.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sayso.export.dossier import wording
from sayso.export.dossier.claims import ToldClaim, ToldClaims
from sayso.export.dossier.clashes import Contradictions
from sayso.export.dossier.gathering import Dossier
from sayso.export.dossier.network import Network
from sayso.export.dossier.sources import Source, Stretch
from sayso.export.dossier.spots import Spot
from sayso.export.dossier.timeline import Day, Happening, Timeline
from sayso.export.happening import how_many, number
from sayso.export.numbers import Disagreement, Figure
from sayso.export.quoting import Quotation, Word

_MARKUP = re.compile(r"[\\`*_\[\]<>|~&#!]")
_SPACE = re.compile(r"[^\S\n]+")
_BEGINS_BLOCK = re.compile(r"^(\d*)([-+=.)])(?=[-=]*(?:\s|$))")


def as_markdown(dossier: Dossier, *, made: str, version: str) -> str:
    """`dossier` as Markdown, made at the time `made` (ISO 8601) by this version of sayso."""
    return "\n".join(_lines(dossier, made, version)) + "\n"


def _lines(dossier: Dossier, made: str, version: str) -> Iterator[str]:
    size, claims = dossier.size, dossier.standings
    yield f"# {_text(wording.name(dossier.topic))}"
    yield from ("", wording.PROMISE, "")
    yield f"- Searched: {_text(wording.searched(dossier.topic))}"
    yield f"- Found: {wording.found(size)}"
    if size.first:
        yield f"- Published: {wording.period(size)}"
    yield f"- Made: {wording.day(made)} by sayso {version}"
    if size.unlinked:
        yield from ("", wording.unlinked(size))
    if not size.statements:
        yield from ("", wording.NOTHING)
    for title, group in (
        ("What is disputed", claims.disputed),
        ("What is affirmed, and by whom", claims.affirmed),
        ("What is denied only", claims.denied),
        ("Told by several, from one origin", claims.one_origin),
    ):
        yield from _section(title, _claims(group))
    yield from _section("What does not fit together", _contradictions(dossier.contradictions))
    yield from _section("Numbers that disagree", _numbers(dossier.numbers))
    yield from _section("Timeline", _timeline(dossier.timeline))
    yield from _section("Places", _places(dossier.spots))
    yield from _section("Who speaks of, acts on and denies whom", _network(dossier.network))
    yield from _section("Reports used", map(_report, dossier.sources))
    yield from _section("The passages in their reports", _passages(dossier.sources))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    shown = list(lines)
    if shown:
        yield from ("", f"## {title}", "", *shown)


def _claims(group: ToldClaims) -> Iterator[str]:
    for place, told in enumerate(group.told):
        yield from ([""] if place else [])
        yield from _claim(told)
    if group.more:
        yield from ("", f"{wording.count(group.more, 'more claim')}: `sayso claims` lists them.")


def _claim(told: ToldClaim) -> Iterator[str]:
    claim = told.claim
    yield f"### {_text(wording.quoted(claim.gist))}"
    reports = wording.count(told.reports, "report")
    yield from (
        "",
        f"{claim.standing}: {wording.told_from(claim)}, {reports} ({claim.id})",
    )
    if len(claim.members) > 1:
        yield ""
        for origin in claim.origins:
            told_in = wording.count(len(origin.statements), "statement")
            yield f"- {told_in}, one origin: {_text(origin.why)}"
    for side, words in (
        ("Affirmed by", told.affirmed),
        ("Denied by", told.denied),
        ("Neither affirmed nor denied by", told.unsure),
    ):
        if words:
            yield from ("", f"{side}:", "")
            yield from map(_word, words)


def _word(word: Word) -> str:
    told = f"- {_quoted(word)} {_chain(word)}, {_place(word)}"
    again = "; ".join(f"{_chain(one)}, {_place(one)}" for one in word.again)
    return f"{told}. The same words again: {again}" if again else told


def _quoted(word: Word) -> str:
    return _text(wording.quoted(*word.texts))


def _chain(word: Word) -> str:
    voices = []
    for voice in word.chain:
        act = wording.act(voice.statement) if voice.statement else ""
        published = voice.report.published if voice.report else None
        voices.append(_text(voice.name) + (f" ({act})" if act else ""))
        voices[-1] += f", {wording.day(published)}" if published else ""
    return " ← ".join(voices)


def _place(word: Word) -> str:
    return _link(wording.place(word), word.quotations[0])


def _link(name: str, to: Quotation) -> str:
    return f"[{_text(name)}](#{to.anchor})"


def _contradictions(found: Contradictions) -> Iterator[str]:
    for place, one in enumerate(found.told):
        yield from ([""] if place else [])
        yield from (f"### {_text(one.reason)}", "", *map(_word, one.words))
    if found.more:
        yield from ("", f"{wording.count(found.more, 'more contradiction')}.")


def _numbers(numbers: Iterable[Disagreement]) -> Iterator[str]:
    for place, one in enumerate(numbers):
        yield from ([""] if place else [])
        yield f"### How many {one.of}"
        yield ""
        yield from _table(("Number", "Who, from whom", "In which words"), map(_figure, one.figures))
        if one.more:
            yield from ("", f"Not shown: {wording.count(one.more, 'more number')}.")
        yield from ("", *(f"- {_text(reason)}" for reason in one.reasons))


def _figure(figure: Figure) -> tuple[str, str, str]:
    later = figure.replaced_by
    replaced = (
        f", replaced on {_link(wording.day(later.report.published), later.quotations[0])}"
        if later
        else ""
    )
    words = f"{_quoted(figure.word)} {_place(figure.word)}"
    return number(figure.quantity) + replaced, _chain(figure.word), words


def _timeline(timeline: Timeline) -> Iterator[str]:
    for place, day in enumerate(timeline.days):
        yield from ([""] if place else [])
        yield from _day(day)
    if timeline.more_said or timeline.more_happened:
        yield from ("", wording.left_out(timeline))


def _day(day: Day) -> Iterator[str]:
    yield f"### {_text(wording.day(day.time)) if day.time else 'No day told'}"
    if day.said:
        yield from ("", "Said:", "", *map(_word, day.said))
    if day.happened:
        yield from ("", "Happened:", "", *map(_happening, day.happened))


def _happening(one: Happening) -> str:
    event = one.event
    told = (
        " ".join(filter(None, (event.code, event.mode))),
        _text(one.parties or ""),
        _text(how_many(event)),
        _text(event.place.name) if event.place else "",
        wording.happened(event.status),
    )
    word = one.word
    what = ", ".join(filter(None, told))
    return f"- {what}: {_quoted(word)} {_chain(word)}, {_place(word)}"


def _places(spots: Iterable[Spot]) -> Iterator[str]:
    rows = [
        (
            _text(one.name),
            one.country or "",
            f"{one.latitude:.2f}, {one.longitude:.2f}",
            f"{one.mentions:,}",
            f"{one.reports:,}",
            _link(one.first.words.text, one.first),
        )
        for one in spots
    ]
    if rows:
        columns = ("Place", "Country", "Latitude, longitude", "Mentions", "Reports", "First named")
        yield from _table(columns, rows)


def _network(network: Network) -> Iterator[str]:
    rows = [
        (
            f"{_text(tie.from_)} → {_text(tie.to)}",
            tie.sign.value,
            ", ".join(f"{kind} {times:,}" for kind, times in tie.kinds),
            f"{_quoted(tie.word)} {_chain(tie.word)}, {_place(tie.word)}",
        )
        for tie in network.ties
    ]
    if rows:
        yield from _table(("Who → whom", "Sign", "What, how often", "On whose word"), rows)


def _table(columns: Iterable[str], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    names = list(columns)
    for row in (names, ["---"] * len(names), *rows):
        yield f"| {' | '.join(row)} |"


def _report(source: Source) -> str:
    report = source.report
    told = (
        f"[{_text(wording.title(report))}](#{report.id})",
        _text(report.publisher or "publisher not told"),
        wording.day(report.published),
        _text(report.uri or ""),
        f"SHA-256 {report.sha256}",
    )
    return f"- {', '.join(filter(None, told))}"


def _passages(sources: Iterable[Source]) -> Iterator[str]:
    for place, source in enumerate(sources):
        yield from ([""] if place else [])
        yield f'### <a id="{source.report.id}"></a>{_text(wording.title(source.report))}'
        for stretch in source.stretches:
            yield from (["", "[…]"] if stretch.after_gap else [])
            yield from ("", *_stretch(stretch))
        yield from ([] if source.to_the_end else ["", "[…]"])


def _stretch(stretch: Stretch) -> Iterator[str]:
    """The lines of a stretch as a quotation, with an anchor before the words of each."""
    text = ""
    for piece in stretch.pieces:
        anchors = (f'<a id="{anchor}"></a>' for anchor in piece.opens)
        lines = (" ".join(_SPACE.split(line)) for line in piece.text.split("\n"))
        text += "".join(anchors) + "\n".join(_escaped(wording.printable(line)) for line in lines)
    yield from (f"> {_no_block(line.strip())}".rstrip() for line in text.split("\n"))


def _text(words: str) -> str:
    """`words` on one line, none of it markup."""
    return _no_block(_escaped(" ".join(wording.printable(words).split())))


def _escaped(words: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", words)


def _no_block(line: str) -> str:
    """`line` so that it begins no list and is no rule."""
    return _BEGINS_BLOCK.sub(r"\1\\\2", line)

"""`sayso claim`: one claim, with everybody's word on it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated

import typer
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from sayso.cli.chains import drawn, in_words, told_where
from sayso.cli.claims import STANDING_STYLES, origins
from sayso.cli.options import DEFAULT_LEDGER, Format, FormatOption, LedgerOption
from sayso.cli.output import console, noun, output, printable, quoted
from sayso.export.claims import (
    ClaimInFull,
    Contradiction,
    OnClaim,
    Spoken,
    as_json,
    claim_in_full,
)
from sayso.ledger import Ledger
from sayso.model import Claim, Judgement, Passage, Span, Stance, Standing
from sayso.pipeline.outlets import outlets

_MEANS = {
    Standing.SINGLE_ORIGIN: "told from one origin, in one report",
    Standing.REPEATED: "told in several reports, of one origin for all that is known",
    Standing.CORROBORATED: "affirmed from two or more independent origins, denied by nobody",
    Standing.DISPUTED: "affirmed and denied",
    Standing.DENIED: "denied, and affirmed by nobody",
}
_SIDES = {
    Stance.AFFIRMS: "Affirmed by",
    Stance.DENIES: "Denied by",
    Stance.UNCERTAIN: "Uncertain",
    Stance.NONE: "Neither affirmed nor denied by",
}


def claim(
    claim_id: Annotated[str, typer.Argument(help="The claim's id, or how it begins.")],
    *,
    ledger: LedgerOption = DEFAULT_LEDGER,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show one claim: everybody's word on it, and from whom each has it, in the original words.

    A chain leads from the outlet that published it to the deepest source that is told. Who declined
    to comment in these reports is on no side. As JSON it is one object, with the records in it.

    Example: sayso claim c-1f2e3d4c
    """
    with Ledger(ledger, mode="read") as book:
        told = claim_in_full(book, claim_id, outlets)
    if form is Format.JSON:
        with output() as stream:
            print(json.dumps(as_json(told), ensure_ascii=False), file=stream)
    else:
        console().print(Group(*_parts(told)))


def _parts(told: ClaimInFull) -> Iterator[RenderableType]:
    yield from _heading(told.claim)
    by_side = {side: [one for one in told.members if one.member.stance is side] for side in _SIDES}
    ordered = [one for side in by_side.values() for one in side]
    numbers = {one.statement.id: number for number, one in enumerate(ordered, start=1)}
    for side, title in _SIDES.items():
        yield from _section(title, (_member(one, numbers) for one in by_side[side]))
    yield from _section(_from_origins(told.claim), _origins(told.claim, numbers))
    yield from _section("Contradictions", _clashes(told.contradictions, numbers))
    yield from _section("Corrections", _clashes(told.corrections, numbers))
    declined = (_said(one, one.statement.content) for one in told.declined)
    yield from _section("Declined to comment, in these reports", declined)
    yield from _section("Judgements", map(_judgement, told.judgements))


def _heading(claim: Claim) -> Iterator[Text]:
    yield Text(f"{claim.id}  ").append(quoted([claim.gist]), "bold")
    yield (
        Text()
        .append(claim.standing, STANDING_STYLES[claim.standing])
        .append(f": {_MEANS[claim.standing]}")
    )


def _section(title: str, items: Iterable[RenderableType]) -> Iterator[RenderableType]:
    shown = list(items)
    if shown:
        yield Text(f"\n{title}", "bold")
        yield from (Padding(item, (0, 0, 0, 2)) for item in shown)


def _member(one: OnClaim, numbers: Mapping[str, int]) -> Table:
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text(f"{numbers[one.statement.id]}"), _said(one, one.member.spans))
    return grid


def _said(one: Spoken, bearing: Iterable[Span]) -> Group:
    """Who said it and from whom he has it, his words, and where they stand."""
    return Group(drawn(one.chain), in_words(one, bearing), told_where(one))


def _from_origins(claim: Claim) -> str:
    side = "Denied" if claim.standing is Standing.DENIED else "Affirmed"
    return f"{side} from {origins(claim)} {noun(claim.most_origins, 'origin')}"


def _origins(claim: Claim, numbers: Mapping[str, int]) -> Iterator[Text]:
    for origin in claim.origins:
        told = sorted(numbers[each] for each in origin.statements if each in numbers)
        yield Text(f"{', '.join(map(str, told))}: {printable(origin.why)}")


def _clashes(
    clashes: Iterable[Contradiction], numbers: Mapping[str, int]
) -> Iterator[RenderableType]:
    """Each contradiction with its reason; the words of those who are not shown above."""
    for clash in clashes:
        ends = [numbers.get(one.statement.id) for one in (clash.one, clash.other)]
        known = " against ".join(str(number) for number in ends if number)
        yield Text(f"{known}, {clash.link.clash}: {printable(clash.link.reason)}")
        for one, number in zip((clash.one, clash.other), ends, strict=True):
            if number is None:
                spans = [each.span for each in clash.link.evidence if _is_of(one, each)]
                yield Padding(_said(one, spans), (0, 0, 0, 2))


def _is_of(one: Spoken, words: Passage) -> bool:
    return words.report == one.report.id and words.span.overlaps(one.statement.span)


def _judgement(one: Judgement) -> Text:
    """When who decided what, about what, and his note."""
    about = "" if one.claim is None else f" on {one.target[:10]}"
    line = Text(printable(f"{one.at}  {one.by}: {one.kind} {one.value or ''}".rstrip() + about))
    return line.append(f" {quoted([one.note])}" if one.note else "", "dim")

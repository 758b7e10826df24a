"""What the page of a search shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from starlette.datastructures import URL, QueryParams

from sayso.ledger import LOOKED_AT, FacetValue, Hits
from sayso.web.asking import relative

_TITLES = {
    "source": "Who says it",
    "act": "How",
    "stance": "Attitude",
    "actor": "Who takes part",
    "place": "Where",
    "year": "Published",
    "standing": "On a claim that is",
}
_CODED = ("act", "stance", "standing")
_DATES = ("since", "until")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value to narrow the search by, or to widen it again where it is `chosen`."""

    name: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """Values of one sort, the most frequent first."""

    name: str
    title: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchView:
    """The statements found, the facets to narrow them by, and the address of the next page."""

    hits: Hits
    facets: tuple[Facet, ...]
    looked_at: int
    following: str | None


def view_of(here: URL, hits: Hits) -> SearchView:
    """The page of `hits`, which stands at the address `here`."""
    start = here.remove_query_params("after")
    last = hits.hits[-1].statement.id if hits.hits else None
    return SearchView(
        hits=hits,
        facets=tuple(_facets(start, hits)),
        looked_at=LOOKED_AT,
        following=relative(start.include_query_params(after=last)) if hits.is_more else None,
    )


def _facets(start: URL, hits: Hits) -> Iterator[Facet]:
    asked = QueryParams(start.query)
    for name, values in hits.facets.items():
        conditions = _DATES if name == "year" else (name,)
        choices = tuple(_choice(start, asked, conditions, value) for value in values)
        if name in _CODED:
            choices = tuple(replace(one, name=one.name.replace("_", " ")) for one in choices)
        yield Facet(name=name, title=_TITLES[name], choices=choices)


def _choice(
    start: URL, asked: QueryParams, conditions: tuple[str, ...], value: FacetValue
) -> Choice:
    chosen = all(asked.get(one) == value.value for one in conditions)
    address = (
        start.remove_query_params(conditions)
        if chosen
        else start.include_query_params(**dict.fromkeys(conditions, value.value))
    )
    return Choice(name=value.name, count=value.count, address=relative(address), chosen=chosen)

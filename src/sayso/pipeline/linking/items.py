"""What the link index keeps, as text of the ledger and back."""

from __future__ import annotations

from pydantic import TypeAdapter

from sayso.ledger import IndexedAssertion
from sayso.links.assertions import Assertion
from sayso.links.citing import Citing
from sayso.links.tolls import Toll

Item = Assertion | Toll | Citing
"""What is kept: what a statement asserts, a toll that it tells, an outlet that it names."""

_OF_TOLLS, _OF_CITINGS = "toll", "citing"
"""What the rows of others than assertions are about."""

_ASSERTION = TypeAdapter(Assertion)
_TOLL = TypeAdapter(Toll)
_CITING = TypeAdapter(Citing)


def encoded(item: Item) -> IndexedAssertion:
    """The row of the link index that holds `item`."""
    match item:
        case Toll():
            said, about, data = item.said, _OF_TOLLS, _TOLL.dump_json(item, exclude_defaults=True)
            return _row(item.id, (said.report, said.statement), about, data)
        case Citing():
            about, data = _OF_CITINGS, _CITING.dump_json(item)
            return _row(item.id, (item.report, item.statement), about, data)
        case Assertion():
            about, data = item.about.value, _ASSERTION.dump_json(item, exclude_defaults=True)
            return _row(item.id, (item.report, item.statement), about, data)


def decoded(row: IndexedAssertion) -> Item:
    """What a row of the link index holds."""
    if is_assertion(row):
        return _ASSERTION.validate_json(row.data)
    return (_TOLL if row.about == _OF_TOLLS else _CITING).validate_json(row.data)


def is_assertion(row: IndexedAssertion) -> bool:
    """Whether a row holds an assertion, not anything else that is kept."""
    return row.about not in (_OF_TOLLS, _OF_CITINGS)


def _row(item: str, told: tuple[str, str], about: str, data: bytes) -> IndexedAssertion:
    report, statement = told
    return IndexedAssertion(
        id=item, report=report, statement=statement, about=about, data=data.decode()
    )

"""What fields each type of record has, and of what sort each is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from sayso.model import Record


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record, by the name that it has in all output.

    `kind` is the type of its value, or of each of its values where it holds `many`.
    """

    name: str
    kind: type
    many: bool

    @property
    def nested(self) -> bool:
        """Whether its values have fields themselves."""
        return is_dataclass(self.kind)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a flat table: the names of the fields that lead to its value."""

    path: tuple[str, ...]

    @property
    def name(self) -> str:
        """As the columns of the ledger's tables are named: `span_start`."""
        return "_".join(self.path)

    def value(self, record: Mapping[str, Any]) -> Any:  # noqa: ANN401 - JSON holds what it holds
        """The value in `record`, a JSON object; null where a field on the way is."""
        found: Any = record
        for name in self.path:
            found = None if found is None else found[name]
        return found


def fields_of(kind: type) -> Iterator[Field]:
    """The fields of a record, or of a part of one, in the order of the record contract."""
    hints = get_type_hints(kind)
    for field in fields(kind):
        yield _field(field.name.rstrip("_"), hints[field.name])


def columns_of(kind: type[Record]) -> Sequence[Column]:
    """The columns of a flat table of records: one a field, or one a field of a nested one."""
    return [Column(path) for path in _paths(kind)]


def _paths(kind: type) -> Iterator[tuple[str, ...]]:
    for field in fields_of(kind):
        if field.nested and not field.many:
            yield from ((field.name, *path) for path in _paths(field.kind))
        else:
            yield (field.name,)


def _field(name: str, hint: Any) -> Field:  # noqa: ANN401 - a type, or one of several
    kind = next((each for each in get_args(hint) if each is not NoneType), hint)
    if get_origin(hint) is tuple:
        return Field(name, get_args(hint)[0], many=True)
    return Field(name, kind, many=False)

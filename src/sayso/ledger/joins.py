"""Joins that keep their order and conditions that are only checked, where SQLite would guess.

This file is all that knows of SQLite's CROSS JOIN and unary plus: there the one means an inner join
whose left side is gone through first, the other that no index is used. Other databases take them
for the plain join and the plain column that they are.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Join
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class OrderedJoin(Join):
    """An inner join that goes through its left side in order, and finds the right side of each.

    With an index for the order of the left side, the first rows come at once: nothing is sorted.
    """

    inherit_cache = True


@compiles(OrderedJoin, "sqlite")
def _cross_join(join: OrderedJoin, compiler: SQLCompiler, **given: object) -> str:
    sides = given | {"asfrom": True}
    left, right = (compiler.process(side, **sides) for side in (join.left, join.right))
    assert join.onclause is not None
    return f"{left} CROSS JOIN {right} ON {compiler.process(join.onclause, **sides)}"


class Checked(ColumnElement[Any]):
    """A column that a condition checks row by row: no index of it is gone through instead.

    With an index for the order of the rows, the first ones come at once: nothing is sorted.
    """

    inherit_cache = False

    def __init__(self, column: ColumnElement[Any]) -> None:
        self.column = column
        self.type = column.type


@compiles(Checked)
def _plain(checked: Checked, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    return compiler.process(checked.column, **given)


@compiles(Checked, "sqlite")
def _plus(checked: Checked, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    return f"+{compiler.process(checked.column, **given)}"

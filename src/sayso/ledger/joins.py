"""A join that keeps its order, where SQLite would choose one by guessing.

This file is all that knows of SQLite's CROSS JOIN: there it means an inner join whose left side is
gone through first. Other databases take it for the plain join that it is.
"""

from __future__ import annotations

from sqlalchemy import Join
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

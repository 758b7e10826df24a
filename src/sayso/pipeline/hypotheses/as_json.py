"""A matrix as one JSON object."""

from __future__ import annotations

from sayso.export import to_json
from sayso.model import Mark
from sayso.pipeline.hypotheses.matrix import Cell, Matrix, Row


def as_json(matrix: Matrix) -> dict[str, object]:
    """`matrix` as an object, with the records in it.

    `claims` are in the order given; `rows` in that of the matrix, each with the number of its
    `origin`; of each cell `marks` are the judgements, the latest last. `counts` tell of each claim
    from how many origins at fewest and at most something is consistent and inconsistent with it.
    """
    return {
        "claims": [to_json(claim) for claim in matrix.claims],
        "origins": [{"why": one.why, "named": one.named} for one in matrix.origins],
        "rows": [
            {"origin": number, **_row(row)}
            for number, origin in enumerate(matrix.origins, start=1)
            for row in origin.rows
        ],
        "counts": [
            {
                "claim": claim.id,
                "consistent": matrix.count(place, Mark.CONSISTENT),
                "inconsistent": matrix.count(place, Mark.INCONSISTENT),
            }
            for place, claim in enumerate(matrix.claims)
        ],
    }


def _row(row: Row) -> dict[str, object]:
    return {
        "statement": to_json(row.statement),
        "who": row.who,
        "apart": row.apart,
        "cells": [_cell(cell) for cell in row.cells],
    }


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "claim": cell.claim,
        "mark": cell.mark,
        "proposed": cell.proposed,
        "why": cell.why,
        "marks": [to_json(one) for one in cell.marks],
    }

"""Analysis of competing hypotheses: claims held against statements, for a person to judge.

After Heuer, Psychology of Intelligence Analysis (1999), chapter 8: hypotheses are ranked by how
little speaks against them, and what fits them all says nothing.
"""

from sayso.pipeline.hypotheses.as_json import as_json
from sayso.pipeline.hypotheses.marking import Marker, marked, marked_in_sheet, now
from sayso.pipeline.hypotheses.matrix import Apart, Cell, Matrix, Row, RowOrigin
from sayso.pipeline.hypotheses.proposing import matrix_of
from sayso.pipeline.hypotheses.sheet import write_sheet

__all__ = [
    "Apart",
    "Cell",
    "Marker",
    "Matrix",
    "Row",
    "RowOrigin",
    "as_json",
    "marked",
    "marked_in_sheet",
    "matrix_of",
    "now",
    "write_sheet",
]

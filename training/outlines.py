"""Pack the outlines of countries for the maps of dossiers, from Natural Earth's smallest map.

    npm pack world-atlas@2.0.2
    python -m training.outlines PATH/package/countries-110m.json

with the package unpacked. Writes `src/sayso/export/drawing/outlines.txt`: one line for each
piece of land or lake shore, its corners as longitude and latitude in tenths of a degree. Natural
Earth (https://www.naturalearthdata.com) is in the public domain; the package (ISC) has it as
TopoJSON: shared borders once, in steps from corner to corner.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from itertools import accumulate, groupby
from pathlib import Path
from typing import Any

from sayso.export.drawing.world import OUTLINES

Corner = tuple[int, int]


def _rings(world: dict[str, Any]) -> Iterator[list[Corner]]:
    arcs = [_corners(arc, world["transform"]) for arc in world["arcs"]]
    for country in world["objects"]["countries"]["geometries"]:
        pieces = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for ring in (ring for piece in pieces for ring in piece):
            corners = [corner for arc in ring for corner in _arc(arcs, arc)]
            yield [corner for corner, _ in groupby(corners)]


def _arc(arcs: list[list[Corner]], number: int) -> list[Corner]:
    return arcs[number] if number >= 0 else arcs[~number][::-1]


def _corners(arc: list[tuple[int, int]], transform: dict[str, Any]) -> list[Corner]:
    (wide, high), (west, south) = transform["scale"], transform["translate"]
    steps = accumulate(arc, lambda at, step: (at[0] + step[0], at[1] + step[1]))
    return [(round(10 * (x * wide + west)), round(10 * (y * high + south))) for x, y in steps]


def main() -> None:
    """Write the outlines of the map that the command line names."""
    world = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    lines = [" ".join(f"{x},{y}" for x, y in ring) for ring in _rings(world)]
    OUTLINES.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""The tables that ship with sayso as plain text: one row a line, its columns apart by tabs."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def read_rows(package: str, name: str) -> Iterator[list[str]]:
    """The rows of the table `name` in `package`; a line that begins with `#` is a comment."""
    table = files(package).joinpath(name).read_text(encoding="utf-8")
    return (line.split("\t") for line in table.splitlines() if not line.startswith("#"))


def read_weights(package: str, name: str) -> dict[str, float]:
    """The weights, by the feature's name, of a table with these two columns."""
    return {feature: float(weight) for feature, weight in read_rows(package, name)}

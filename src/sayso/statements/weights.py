"""The weight tables that ship with sayso: a feature, a tab, its weight, one a line."""

from __future__ import annotations

from importlib.resources import files


def read_weights(package: str, name: str) -> dict[str, float]:
    """The weights, by feature name, of the table `name` in `package`; `#` opens a comment."""
    table = files(package).joinpath(name).read_text(encoding="utf-8")
    rows = (line.rsplit("\t", 1) for line in table.splitlines() if not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}

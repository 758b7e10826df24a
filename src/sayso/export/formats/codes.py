"""Codes of countries and languages, as other tools ask for them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def two_letter_country(code: str | None) -> str | None:
    """The ISO 3166-1 alpha-2 code of a country with this alpha-3 code; null where it has none."""
    return _table("countries.tsv").get(code or "")


def three_letter_language(code: str | None) -> str | None:
    """The ISO 639-3 code of a language with this tag (`en`, `en-GB`); null where none is listed."""
    return _table("languages.tsv").get((code or "").partition("-")[0].lower())


@cache
def _table(name: str) -> dict[str, str]:
    text = files(__package__).joinpath(name).read_text(encoding="ascii")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return dict(line.split("\t") for line in lines)

"""Letters large and small: what each database has to be told so that both find the same.

SQLite's own LIKE takes capitals of ASCII for small letters, and its `lower` here is Python's.
PostgreSQL knows letters by a collation: by "und-x-icu" all of Unicode's, by "C" those of ASCII.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class AnyCase(FunctionElement[str]):
    """A text that LIKE looks through without regard to case, as far as the database can."""

    type = Text()
    inherit_cache = True


class AsciiCase(FunctionElement[str]):
    """A text that is compared without regard to the case of ASCII letters."""

    type = Text()
    inherit_cache = True


@compiles(AnyCase, "sqlite")
def _as_it_is(text: AnyCase, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    return compiler.process(text.clauses, **given)


@compiles(AnyCase, "postgresql")
def _lower(text: AnyCase, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    return f'lower({compiler.process(text.clauses, **given)} COLLATE "und-x-icu")'


@compiles(AsciiCase, "sqlite")
def _nocase(text: AsciiCase, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    return f"({compiler.process(text.clauses, **given)} COLLATE NOCASE)"


@compiles(AsciiCase, "postgresql")
def _lower_ascii(text: AsciiCase, compiler: SQLCompiler, **given: Any) -> str:  # noqa: ANN401 - as given
    return f'lower({compiler.process(text.clauses, **given)} COLLATE "C")'

"""What the tables are made of."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Double, ForeignKey, Integer, MetaData, Text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import TypeCompiler

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class OrderedText(Text):
    """Text whose order is that of its code points, in every database."""


@compiles(OrderedText, "postgresql")
def _collated(_type: OrderedText, _compiler: TypeCompiler, **_given: object) -> str:
    return 'TEXT COLLATE "C"'


TEXT = OrderedText()


def text(name: str, *, null: bool = False) -> Column[str]:
    """A column of text."""
    return Column(name, TEXT, nullable=null)


def number(name: str, *, null: bool = False) -> Column[int]:
    """A column of whole numbers."""
    return Column(name, Integer, nullable=null)


def row_number() -> Column[int]:
    """The column `number`, which the database counts up by itself."""
    # SQLite's own rowid is a column only where it is called so.
    integer = BigInteger().with_variant(Integer, "sqlite")
    return Column("number", integer, primary_key=True)


def key(name: str) -> Column[str]:
    """A column of text that tells one row from another."""
    return Column(name, TEXT, primary_key=True)


def of(name: str, owner: str, *, null: bool = False, key: bool = False) -> Column[str]:
    """A reference to the row of `owner` that this row belongs to or speaks of."""
    return Column(name, TEXT, ForeignKey(f"{owner}.id"), nullable=null, primary_key=key)


def span(field: str, *, null: bool = False) -> tuple[Column[int] | Column[str], ...]:
    """The three columns of the span that `field` holds."""
    return (
        number(f"{field}_start", null=null),
        number(f"{field}_end", null=null),
        text(f"{field}_text", null=null),
    )


def score() -> Column[float]:
    """A column of a probability."""
    return Column("score", Double, nullable=False)

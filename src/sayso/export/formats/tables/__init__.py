"""A table for each type of record: as CSV, or as Parquet with its nested fields."""

from sayso.export.formats.tables.csv import write_csv
from sayso.export.formats.tables.parquet import write_parquet

__all__ = ["write_csv", "write_parquet"]

"""A table for each type of record: as CSV, or as Parquet with its nested fields."""

from sayso.export.formats.tables.csv import write_csv
from sayso.export.formats.tables.parquet import read_rows, write_parquet, write_rows

__all__ = ["read_rows", "write_csv", "write_parquet", "write_rows"]

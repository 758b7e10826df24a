"""What people judged, as data to evaluate and train with."""

from sayso.export.gold.writing import Gold, write_gold

__all__ = ["Gold", "write_gold"]

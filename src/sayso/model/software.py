"""The program that makes records, as these name it."""

from importlib.metadata import version

SOFTWARE = f"sayso {version('sayso')}"
"""Name and version. To look the version up means reading files: it is done once."""

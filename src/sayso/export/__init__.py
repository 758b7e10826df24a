"""What leaves the ledger, in the forms that other tools read."""

from sayso.export.codec import from_json, to_json
from sayso.export.jsonl import write_jsonl

__all__ = ["from_json", "to_json", "write_jsonl"]

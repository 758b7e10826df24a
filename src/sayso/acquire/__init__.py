"""From bytes, files, folders and standard input to reports.

Every input ends as a report or as an `InputError` with a reason. The text of a plain file is
the decoded file, character for character; the text of a page is its article, as extracted.
"""

from sayso.acquire.dates import check_date
from sayso.acquire.given import BytesInput, FileInput, Input, Provenance, Told, standard_input
from sayso.acquire.inputs import Found, find_inputs
from sayso.acquire.raw import MAX_BYTES
from sayso.acquire.reports import Acquired, acquire, report_from_bytes, report_from_text

__all__ = [
    "MAX_BYTES",
    "Acquired",
    "BytesInput",
    "FileInput",
    "Found",
    "Input",
    "Provenance",
    "Told",
    "acquire",
    "check_date",
    "find_inputs",
    "report_from_bytes",
    "report_from_text",
    "standard_input",
]

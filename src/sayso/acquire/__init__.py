"""From bytes, files, folders and standard input to reports.

Every input ends as a report or as an `InputError` with a reason. The text of a plain file is
the decoded file, character for character; the text of a page is its article, as extracted.
"""

from sayso.acquire.dates import check_date
from sayso.acquire.inputs import FileInput, Found, Input, StdinInput, find_inputs
from sayso.acquire.raw import MAX_BYTES
from sayso.acquire.reports import acquire, report_from_bytes, report_from_text

__all__ = [
    "MAX_BYTES",
    "FileInput",
    "Found",
    "Input",
    "StdinInput",
    "acquire",
    "check_date",
    "find_inputs",
    "report_from_bytes",
    "report_from_text",
]

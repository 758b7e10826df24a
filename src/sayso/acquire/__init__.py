"""From bytes, files, folders and standard input to reports.

Every input ends as a report or as an `InputError` with a reason; archives, tables and feeds hold
many inputs. The text of a plain file is
the decoded file, character for character; the text of a page is its article, as extracted.
"""

from sayso.acquire.archives import Part, is_container, parts_of
from sayso.acquire.columns import Columns, columns_from
from sayso.acquire.dates import check_date
from sayso.acquire.given import (
    BytesInput,
    Container,
    FileInput,
    Input,
    PartInput,
    Provenance,
    Skipped,
    StoredInput,
    Told,
    UrlInput,
    standard_input,
)
from sayso.acquire.inputs import Found, find_inputs
from sayso.acquire.raw import MAX_BYTES
from sayso.acquire.reports import Acquired, acquire, report_from_bytes, report_from_text

__all__ = [
    "MAX_BYTES",
    "Acquired",
    "BytesInput",
    "Columns",
    "Container",
    "FileInput",
    "Found",
    "Input",
    "Part",
    "PartInput",
    "Provenance",
    "Skipped",
    "StoredInput",
    "Told",
    "UrlInput",
    "acquire",
    "check_date",
    "columns_from",
    "find_inputs",
    "is_container",
    "parts_of",
    "report_from_bytes",
    "report_from_text",
    "standard_input",
]

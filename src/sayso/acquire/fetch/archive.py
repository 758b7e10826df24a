"""The WARC file in which every answer is kept as it came (ISO 28500)."""

from __future__ import annotations

import gzip
import io
import os
from pathlib import Path
from uuid import uuid4

from fastwarc.warc import WarcRecord, WarcRecordType

from sayso.acquire.fetch.client import Answer
from sayso.model import InputError


def append(answer: Answer, archive: Path) -> int:
    """Add `answer` to the end of `archive`; returns the byte at which its record begins.

    The record is a gzip member of its own and on the disk when this returns. Raises InputError
    (stage `fetch`) when the file cannot be written.
    """
    member = gzip.compress(_record(answer), mtime=0)
    try:
        with archive.open("ab") as stream:
            position = stream.tell()
            stream.write(member)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        reason = f"it cannot be kept in {archive}: {error.strerror}"
        raise InputError(reason, stage="fetch") from error
    return position


def _record(answer: Answer) -> bytes:
    record = WarcRecord()
    record.init_headers(record_type=WarcRecordType.response, record_urn=str(uuid4()).encode())
    record.headers["WARC-Target-URI"] = answer.url
    record.headers["WARC-Date"] = answer.at
    record.headers["WARC-IP-Address"] = answer.address
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(_head(answer) + answer.body)
    written = io.BytesIO()
    record.write(written, checksum_data=True)
    return written.getvalue()


def _head(answer: Answer) -> bytes:
    lines = [f"HTTP/1.1 {answer.status} {answer.reason}".rstrip()]
    lines += (f"{name}: {value}" for name, value in answer.headers)
    lines.append(f"content-length: {len(answer.body)}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1", errors="replace")

"""The IRIs of records and terms, and the addresses of reports, where a format asks for them."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from sayso.model import Report

TERMS = "urn:sayso:terms:"
"""What the names of the record contract stand behind."""

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""Signs that may stand in an address; letters, digits and -._ always may."""


def iri(record: str) -> str:
    """The IRI of the record with this id."""
    return f"urn:sayso:{record}"


def address(report: Report) -> str | None:
    """Where `report` stands on the web: where it was read, else the address that it gives itself.

    Null where neither is on the web. What may not stand in an address is percent-encoded.
    """
    return next(filter(None, map(page, (report.uri, report.canonical_url))), None)


def page(uri: str | None) -> str | None:
    """`uri` if it is the address of a page on the web, else null."""
    try:
        parts = urlsplit(uri or "")
    except ValueError:
        return None  # a page may give itself any address, such as http://[
    on_the_web = parts.scheme in ("http", "https") and parts.hostname
    return quote(parts.geturl(), safe=_IN_ADDRESSES) if on_the_web else None

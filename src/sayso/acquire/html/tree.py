"""Markup: from the characters of a page to a tree that is ready for extraction."""

from __future__ import annotations

import json
import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from sayso.acquire.html.stream import QUOTES, TAG
from sayso.model import InputError

# Real news pages have some hundred to a few thousand elements; extraction takes about 0.1 ms
# for each.
MAX_ELEMENTS = 30_000
# libxml2 compares each attribute of a tag with all before it; a tag of so many is longer than this.
MAX_ATTRIBUTES = 10_000
_LONG_TAG = 2 * MAX_ATTRIBUTES
_TAG = re.compile(TAG, re.IGNORECASE)
_ATTRIBUTE = re.compile(r"[^\s=\"'>/]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?+")
# More metadata than this no page needs, and the libraries' patterns take quadratic time on it.
_MAX_METAS = 300
_MAX_META = 2_000
_MAX_SCRIPTS = 30
_MAX_SCRIPT = 200_000

_DOCTYPE = re.compile(r"\s*<!doctype[^<>]{0,500}>", re.IGNORECASE)
# What lxml reads (as `&#1;`, say) but refuses to write.
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PARSER = lxml.html.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_LANGUAGES = {
    "html lang": "string(@lang)",
    "html xml:lang": "string(@*[name()='xml:lang'])",
    "meta content-language": (
        "string(//meta[translate(@http-equiv,'CONTELAGU','contelagu')='content-language']/@content)"
    ),
    "meta og:locale": "string(//meta[@property='og:locale']/@content)",
}


def parse(page: str) -> HtmlElement:
    """The tree of a page, ready for extraction; raises InputError (stage `extract`)."""
    source = _DOCTYPE.sub("", page, count=1)
    _refuse_floods(source)
    try:
        tree = lxml.html.document_fromstring(source.encode(), parser=_PARSER)
    except etree.ParserError as error:
        raise InputError("the page holds no markup", stage="extract") from error
    elements = int(tree.xpath("count(//*)"))
    if elements > MAX_ELEMENTS:
        raise InputError(
            f"the page has {elements} elements, more than the {MAX_ELEMENTS} that one report may "
            "have: save the article alone",
            stage="extract",
        )
    _drop_unread(tree)
    _blank_what_is_not_xml(tree)
    _write_quotation_marks(tree)
    return tree


def _refuse_floods(page: str) -> None:
    """Raise InputError (stage `extract`) for a tag with more attributes than any page needs."""
    for tag in _TAG.finditer(page):
        if tag.end() - tag.start() < _LONG_TAG:
            continue
        attributes = sum(1 for _ in _ATTRIBUTE.finditer(page, tag.start(), tag.end()))
        if attributes > MAX_ATTRIBUTES:
            raise InputError(
                f"one of its tags has {attributes} attributes, more than the {MAX_ATTRIBUTES} that"
                " a page may give one: save the article alone",
                stage="extract",
            )


def language_of(tree: HtmlElement) -> tuple[str, str] | tuple[None, None]:
    """The language tag that a page declares for itself, such as `en-GB`, and where."""
    for where, path in _LANGUAGES.items():
        tag = str(tree.xpath(path)).strip()
        if _LANGUAGE.fullmatch(tag):
            return tag.replace("_", "-"), where
    return None, None


def _drop_unread(tree: HtmlElement) -> None:
    """Take out what no article and no metadata stands in."""
    scripts = tree.iter("script")
    data = [s for s in scripts if "json" in s.get("type", "") and _is_json(s.text or "")]
    metas = [meta for meta in tree.iter("meta") if len(meta.get("content", "")) <= _MAX_META]
    kept = {*data[:_MAX_SCRIPTS], *metas[:_MAX_METAS]}
    for element in tree.iter("script", "meta"):
        if element not in kept:
            element.tag = "style"  # to go with the style sheets, in one pass
    etree.strip_elements(tree, "style", "svg", "template", with_tail=False)


def _is_json(text: str) -> bool:
    try:
        return len(text) <= _MAX_SCRIPT and bool(json.loads(text, strict=False))
    except (ValueError, RecursionError):
        return False


def _blank_what_is_not_xml(tree: HtmlElement) -> None:
    if not _NOT_XML.search("".join(tree.itertext())):  # as on nearly every page
        return
    for element in tree.iter():
        if _NOT_XML.search(element.text or ""):
            element.text = _NOT_XML.sub(" ", element.text)
        if _NOT_XML.search(element.tail or ""):
            element.tail = _NOT_XML.sub(" ", element.tail)


def _write_quotation_marks(tree: HtmlElement) -> None:
    """Write out the marks that browsers put around `<q>`, and that extraction would lose."""
    for quote in tree.findall(".//q"):
        if not quote.text_content().lstrip().startswith(QUOTES):
            quote.text = "“" + (quote.text or "")
            quote.tail = "”" + (quote.tail or "")
    etree.strip_tags(tree, "q")

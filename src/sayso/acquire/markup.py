"""Markup: from the characters of a page to a tree, and from an article's tree to its text."""

from __future__ import annotations

import json
import re

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from sayso.model import InputError

# Real news pages have some hundred to a few thousand elements; extraction takes about 0.1 ms
# for each.
MAX_ELEMENTS = 50_000
# More metadata than this no page needs, and the libraries' patterns take quadratic time on it.
_MAX_METAS = 300
_MAX_META = 2_000
_MAX_SCRIPTS = 30
_MAX_SCRIPT = 200_000

_DOCTYPE = re.compile(r"\s*<!doctype[^<>]{0,500}>", re.IGNORECASE)
# XML has no place for these, and lxml refuses them where it writes text.
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\r"))
_CONTROLS_TO_SPACES = bytes.maketrans(_CONTROLS, b" " * len(_CONTROLS))
_PARSER = lxml.html.HTMLParser(
    encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False
)

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_META_LANGUAGES = (
    "string(//meta[translate(@http-equiv,'CONTELAGU','contelagu')='content-language']/@content)",
    "string(//meta[@property='og:locale']/@content)",
)

_BLOCKS = {"p", "head", "quote", "list", "item", "table", "row"}
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\ufeff")
_QUOTES = tuple("\"'“”‘’„«»")


def parse(page: str) -> HtmlElement:
    """The tree of a page, ready for extraction; raises InputError (stage `extract`)."""
    source = _DOCTYPE.sub("", page, count=1).encode().translate(_CONTROLS_TO_SPACES)
    try:
        tree = lxml.html.document_fromstring(source, parser=_PARSER)
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
    _write_quotation_marks(tree)
    return tree


def language_of(tree: HtmlElement) -> str | None:
    """The language tag that a page declares for itself, such as `en-GB`."""
    stated = [tree.get("lang", ""), tree.get("xml:lang", ""), *map(tree.xpath, _META_LANGUAGES)]
    tags = (str(tag).strip() for tag in stated)
    return next((tag.replace("_", "-") for tag in tags if _LANGUAGE.fullmatch(tag)), None)


def rendered(body: etree._Element) -> str:
    """The text of an extracted article: a blank line between blocks, white space folded.

    A line break inside a block stays one; the cells of a table's row are set apart by `|`.
    """
    for element in body.iter():
        before, after = _breaks(element)
        element.text = before + _folded(element.text)
        element.tail = after + _folded(element.tail)
    blocks = "".join(body.itertext()).split("\n\n")
    lines = ("\n".join(line.strip() for line in block.strip().split("\n")) for block in blocks)
    return "\n\n".join(filter(None, lines))


def _breaks(element: etree._Element) -> tuple[str, str]:
    """What stands before an element's text and after its end."""
    parent = element.getparent()
    if element.tag == "lb":
        return "", "\n"
    if element.tag == "cell" and element.getnext() is not None:
        return "", " | "
    # trafilatura writes <q>, which stands in a sentence, as it writes <blockquote>.
    inside = element.tag == "quote" and parent is not None and parent.tag == "p"
    return ("\n\n", "\n\n") if element.tag in _BLOCKS and not inside else ("", "")


def _folded(text: str | None) -> str:
    return re.sub(r"\s+", " ", (text or "").translate(_INVISIBLE))


def _drop_unread(tree: HtmlElement) -> None:
    """Take out what no article and no metadata stands in."""
    etree.strip_elements(tree, "style", "svg", with_tail=False)
    for number, meta in enumerate(tree.findall(".//meta")):
        if number >= _MAX_METAS or len(meta.get("content", "")) > _MAX_META:
            meta.drop_tree()
    for number, script in enumerate(tree.xpath("//script[contains(@type, 'json')]")):
        if number >= _MAX_SCRIPTS or not _is_json(script.text or ""):
            script.drop_tree()
    for script in tree.xpath("//script[not(contains(@type, 'json'))]"):
        script.drop_tree()


def _is_json(text: str) -> bool:
    try:
        return len(text) <= _MAX_SCRIPT and bool(json.loads(text, strict=False))
    except (ValueError, RecursionError):
        return False


def _write_quotation_marks(tree: HtmlElement) -> None:
    """Write out the marks that browsers put around `<q>`, and that extraction would lose."""
    for quote in tree.findall(".//q"):
        if not quote.text_content().lstrip().startswith(_QUOTES):
            quote.text = "“" + (quote.text or "")
            quote.tail = "”" + (quote.tail or "")
    etree.strip_tags(tree, "q")

from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise, permutations

import pytest

from sayso.export.dossier import Dossier, Topic, as_html, as_markdown
from sayso.ledger import Linked
from sayso.model import ActorKind
from tests.export.dossier.conftest import MADE, Gather
from tests.export.dossier.made_up import MadeUp, made_up
from tests.samples import actor, authors_word, others_word, reading_of, report

HOSTILE = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>&amp;</style></title>"
VOID = {"meta", "rect", "line", "path", "circle", "br", "img", "link"}


class Page(HTMLParser):
    """What a page is made of: elements with their attributes and texts, and whether it nests."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attrs), list[str]())
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop()[0] == tag, f"</{tag}> closes another element"

    def handle_data(self, data: str) -> None:
        for _, _, texts in self.open:
            texts.append(data)

    def texts(self, tag: str, **having: str) -> list[str]:
        return [
            "".join(texts)
            for name, attributes, texts in self.elements
            if name == tag and having.items() <= attributes.items()
        ]

    def values(self, attribute: str) -> list[str]:
        found = (attributes.get(attribute) for _, attributes, _ in self.elements)
        return [value for value in found if value is not None]


@pytest.fixture(scope="module")
def page(whole: Dossier) -> Page:
    return Page(as_html(whole, made=MADE, version="1.2"))


def test_every_quotation_is_in_its_report_word_for_word(page: Page) -> None:
    texts = [each.report.text for each in made_up().readings]
    quotations = page.texts("a", **{"class": "in-place"})
    assert len(quotations) > 20
    assert all(any(words in text for text in texts) for words in quotations)


def test_every_quotation_leads_to_its_words(page: Page) -> None:
    leads = [
        (attributes["href"] or "", "".join(texts))
        for tag, attributes, texts in page.elements
        if tag == "a" and attributes.get("class") == "in-place"
    ]
    for href, words in leads:
        [found] = page.texts("span", **{"class": "at", "id": href.removeprefix("#")})
        # Where two quotations overlap, the later one ends with the earlier.
        assert words.startswith(found)


def test_every_link_leads_somewhere_on_the_page(page: Page) -> None:
    names = page.values("id")
    assert len(names) == len(set(names))
    leads = [href.removeprefix("#") for href in page.values("href") if href.startswith("#")]
    assert set(leads) <= set(names)
    assert {"disputed", "numbers", "map", "network", "timeline", "reports"} <= set(leads)


def test_nothing_is_loaded(page: Page) -> None:
    tags = {tag for tag, _, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "base", "image", "use"}
    assert not page.values("src")
    elsewhere = [href for href in page.values("href") if not href.startswith("#")]
    assert elsewhere == ["https://post.example/blast"]
    [style] = page.texts("style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_page_can_be_found_through_without_seeing_it(page: Page) -> None:
    tags = [tag for tag, _, _ in page.elements]
    assert [tags.count(each) for each in ("main", "header", "nav", "footer", "h1")] == [1] * 5
    levels = [int(tag[1]) for tag in tags if tag in {"h1", "h2", "h3", "h4"}]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    drawings = [one for one in page.elements if one[0] == "svg" and "role" in one[1]]
    assert len(drawings) == 3
    names = page.values("id")
    labelled = [name for _, one, _ in drawings for name in (one["aria-labelledby"] or "").split()]
    assert labelled
    assert set(labelled) <= set(names)


def test_a_page_has_what_the_ledger_has(page: Page) -> None:
    text = "".join(page.elements[0][2])
    for words in (
        "sayso takes no side: every line is somebody’s word, quoted in place.",
        "16 statements and 2 events in 4 reports; 4 claims",
        "Echo prints what the Post printed",
        "replaced on 8 May 2031",
        "the police later give 12 in place of at least 15",
        "one took it over",
        "at sea for the mayor, in Sel for the police",
        made_up().readings[0].report.sha256,
        "sayso 1.2",
    ):
        assert words in " ".join(text.split()), words


def hostile() -> MadeUp:
    of = report(
        f"{HOSTILE} said it. \x00\x1b\u202e right to left",
        title=HOSTILE,
        publisher=HOSTILE,
        uri=f"javascript:{HOSTILE}",
        published="2031",
    )
    who = actor(of, HOSTILE, kind=ActorKind.PERSON)
    whole = authors_word(of, of.text)
    word = others_word(of, whole, who, (HOSTILE, "said", "it"))
    return MadeUp((reading_of(of, whole, word, actors=(who,)),), Linked(version="1"))


@pytest.mark.parametrize("topic", [Topic(), Topic(words="it"), Topic(actor="script")])
def test_what_is_hostile_shows_as_text(gathered: Gather, topic: Topic) -> None:
    made = hostile()
    dossier = replace(gathered(topic, made, order=(0,)), topic=Topic(words=HOSTILE))
    page = Page(as_html(dossier, made=MADE, version="1"))
    tags = {tag for tag, _, _ in page.elements}
    assert not tags & {"script", "img"}
    assert not [href for href in page.values("href") if not href.startswith("#")]
    assert not [name for _, one, _ in page.elements for name in one if name.startswith("on")]
    assert page.texts("h1") == [HOSTILE]
    assert any(words.startswith(HOSTILE) for words in page.texts("a", **{"class": "in-place"}))
    assert "\x00" not in as_html(dossier, made=MADE, version="1")
    assert "<script" not in as_markdown(dossier, made=MADE, version="1").replace("\\<", "")


@pytest.mark.parametrize("order", list(permutations(range(4)))[7::8])
def test_the_order_of_reading_and_linking_does_not_matter(
    gathered: Gather, whole: Dossier, order: tuple[int, ...]
) -> None:
    dossier = gathered(order=order)
    for write in (as_html, as_markdown):
        text = write(dossier, made=MADE, version="1")
        assert text == write(whole, made=MADE, version="1")


def test_a_topic_that_nothing_is_on(gathered: Gather) -> None:
    dossier = gathered(Topic(words="volcano"))
    for write in (as_html, as_markdown):
        assert "Nothing in the ledger is on this topic." in write(dossier, made=MADE, version="1")

import pytest

from sayso.export.formats.iris import address, page
from tests.export.formats.harbour import ADDRESS, ENCODED
from tests.samples import report


@pytest.mark.parametrize(
    ("uri", "expected"),
    [
        (None, None),
        ("", None),
        ("file:///reports/herald.txt", None),
        ("herald.txt", None),
        ("javascript:alert(1)", None),
        ("http://", None),
        ("http://[", None),
        ("https://example.org/a?b=c&d=%20#e", "https://example.org/a?b=c&d=%20#e"),
        ("HTTP://example.org/", "http://example.org/"),
        (ADDRESS, ENCODED),
        ('https://example.org/é\\|<>"', "https://example.org/%C3%A9%5C%7C%3C%3E%22"),
    ],
)
def test_only_pages_on_the_web_have_addresses(uri: str | None, expected: str | None) -> None:
    assert page(uri) == expected


@pytest.mark.parametrize(
    ("uri", "canonical", "expected"),
    [
        ("https://read.example/", "https://given.example/", "https://read.example/"),
        ("file:///saved.html", "https://given.example/", "https://given.example/"),
        ("file:///saved.html", None, None),
    ],
)
def test_where_a_report_was_read_goes_before_what_it_gives_itself(
    uri: str, canonical: str | None, expected: str | None
) -> None:
    assert address(report("Words.", uri=uri, canonical_url=canonical)) == expected

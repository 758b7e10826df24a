"""E-mails: which body is read, its bytes, what the headers say, and files that are no report."""

from __future__ import annotations

import time
from contextlib import suppress
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.acquire import media
from sayso.acquire.article import Article
from sayso.acquire.documents import part_of, read_email
from sayso.model import InputError

LEAD = "The harbour master said that nothing wrong had been found in it."
DENIAL = "“We had no letter,” the owner’s office said, and denied it all."
PAGE = f"<html><body><article><p>{LEAD}</p><p>{DENIAL}</p><p>{LEAD}</p></article></body></html>"
FROM = "From: Jane Doe <jane@courier.example>"


def checked(raw: bytes) -> Article:
    """The article of an e-mail, the words of each verbatim run decoded from their bytes."""
    article = read_email(raw)
    found = article.source_map
    assert found is not None
    content = part_of(raw, media.EMAIL, found.part)
    for run in found.runs:
        written = content[run.raw_start : run.raw_end]
        assert written
        if found.is_verbatim(run, article.text):
            words = article.text[run.start : run.end]
            assert written.decode(found.encoding or "") in {words, "\n"}
    assert found.unmapped(0, len(article.text)) == 0
    return article


def mail(*lines: str, headers: str = FROM) -> bytes:
    return "\r\n".join((headers, *lines)).encode()


def part(body: str, kind: str = "text/plain; charset=utf-8", encoding: str = "8bit") -> str:
    return f"Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}"


def parts(*bodies: str, kind: str = "mixed", boundary: str = "=_b") -> str:
    inside = "".join(f"\r\n--{boundary}\r\n{body}" for body in bodies)
    head = f'Content-Type: multipart/{kind}; boundary="{boundary}"'
    return f"{head}\r\n\r\nNot read.{inside}\r\n--{boundary}--\r\nNor this."


@pytest.mark.parametrize(
    ("content", "text", "place"),
    [
        pytest.param(part(LEAD), LEAD, None, id="plain"),
        pytest.param(f"\r\n{LEAD}\r\n", f"{LEAD}\r\n", None, id="no headers of MIME"),
        pytest.param(part(f"> {LEAD}\r\nNo."), f"> {LEAD}\r\nNo.", None, id="quoted lines"),
        pytest.param(
            part("He =E2=80=9Cdenied=E2=80=9D=\r\n it.", encoding="quoted-printable"),
            "He “denied” it.",
            "body 1",
            id="quoted-printable",
        ),
        pytest.param(
            part("SGUgZGVu\r\naWVkIGl0Lg==\r\n", encoding="BASE64"),
            "He denied it.",
            "body 1",
            id="base64",
        ),
        pytest.param(
            part("He =93denied=94 it.", "text/plain; charset=windows-1252", "quoted-printable"),
            "He “denied” it.",
            "body 1",
            id="a charset",
        ),
        pytest.param(
            part("W=B3adys=B3aw denied it.", "text/plain; charset=ISO-8859-2", "quoted-printable"),
            "Władysław denied it.",
            "body 1",
            id="another charset",
        ),
        pytest.param(
            part("He =93denied=94 it.", "text/plain; charset=x-none", "quoted-printable"),
            "He “denied” it.",
            "body 1",
            id="an unknown charset",
        ),
        pytest.param(
            parts(part("<p>x</p>", "text/html"), part(LEAD), kind="alternative"),
            LEAD,
            None,
            id="plain before HTML",
        ),
        pytest.param(
            parts(part(" \r\n"), part(PAGE, "text/html; charset=utf-8"), kind="alternative"),
            f"{LEAD}\n\n{DENIAL}\n\n{LEAD}",
            None,
            id="HTML where the plain text has no words",
        ),
        pytest.param(
            parts(part(PAGE, "text/html"), part("To leave this list …"), kind="mixed"),
            f"{LEAD}\n\n{DENIAL}\n\n{LEAD}",
            None,
            id="the foot of a mailing list",
        ),
        pytest.param(
            parts(
                parts(
                    part(LEAD, encoding="quoted-printable"),
                    parts(part(PAGE, "text/html"), part("x", "image/png"), kind="related"),
                    kind="alternative",
                    boundary="=_b2",
                ),
                part("x", "application/pdf"),
            ),
            LEAD,
            "body 1",
            id="parts in parts",
        ),
        pytest.param(
            parts(
                part(DENIAL, "text/plain\r\nContent-Disposition: attachment; filename=a.txt"),
                part(f"{FROM}\r\n\r\n{DENIAL}", "message/rfc822"),
                part("SGUgZGVuaWVkIGl0Lg", "text/plain", "base64") + "==",
            ),
            "He denied it.",
            "body 3",
            id="attachments",
        ),
        pytest.param(
            parts(part(LEAD)).removesuffix("\r\n--=_b--\r\nNor this."), LEAD, None, id="cut off"
        ),
        pytest.param(
            parts(part(f"{LEAD}\r\n--=_bc"), "x"), f"{LEAD}\r\n--=_bc", None, id="another line"
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("newline", ["\r\n", "\n"])
def test_the_body_of_a_message(content: str, text: str, place: str | None, newline: str) -> None:
    raw = mail("MIME-Version: 1.0", content).decode().replace("\r\n", newline).encode()
    article = checked(raw)
    assert article.text == text.replace("\r\n", newline)
    assert article.source_map is not None
    assert article.source_map.part == place
    if place is None and article.source_map.encoding == "utf-8":
        start = raw.index(article.text[:20].encode())
        assert article.source_map.ranges(article.text, 0, 20)[0] == (start, start + 20)


def test_a_message_that_a_program_wrote() -> None:
    message = EmailMessage()
    message["From"] = "Jané Doe <jane@courier.example>"
    message["Subject"] = "Silo bursts – three dead in Port Alva, the ministry says, and nine hurt"
    message["Date"] = "Tue, 05 Mar 2024 08:15:00 -0000"
    message.set_content(f"{LEAD}\n{DENIAL}\n")
    message.add_alternative(PAGE, subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
    article = checked(message.as_bytes())
    assert article.text == f"{LEAD}\n{DENIAL}\n"
    assert article.title == message["Subject"]
    assert article.authors == ("Jané Doe",)
    assert article.published == "2024-03-05T08:15:00Z"


@pytest.mark.parametrize(
    ("header", "field", "value", "place"),
    [
        ("Subject: =?utf-8?q?Silo_=E2=80=93?= =?latin1?b?6Q==?=", "title", "Silo –é", "Subject"),
        ("Subject: Silo\r\n bursts\r\n\tagain", "title", "Silo bursts again", "Subject"),
        ("Subject: Siló – “bursts”", "title", "Siló – “bursts”", "Subject"),
        ("Subject: =?x-none?q?Silo?=", "title", None, None),
        ("Subject: =?utf-8?b?a?=", "title", None, None),
        ("Subject: " + "x" * 2_000, "title", None, None),
        ('From: "Jane Doe" <j@a.example>', "authors", ("Jane Doe",), "From"),
        ("From: Jane Doe <j@a>, John Roe <r@a>", "authors", ("Jane Doe", "John Roe"), "From"),
        ("From: j@a.example (Jane Doe)", "authors", ("Jane Doe",), "From"),
        ("From: =?utf-8?q?Jan=C3=A9_Doe?= <j@a.example>", "authors", ("Jané Doe",), "From"),
        ("From: Jane Doe via Alva Wire <l@a.example>", "authors", ("Jane Doe",), "From"),
        ("From: jane.doe@a.example", "authors", (), None),
        ("From: <jane.doe@a.example>", "authors", (), None),
        ("From: News Desk <news@a.example>", "authors", (), None),
        ("Date: Tue, 5 Mar 2024 23:30:00 -0500", "published", "2024-03-05T23:30:00-05:00", "Date"),
        ("Date: Tue, 5 Mar 2024 08:15:00 GMT", "published", "2024-03-05T08:15:00Z", "Date"),
        ("Date: yesterday", "published", None, None),
        ("Date: Tue, 5 Mar 99999999999 08:15:00 +9999", "published", None, None),
        ("List-Id: Alva Wire <wire.alva.example>", "publisher", "Alva Wire", "List-Id"),
        ("List-Id: <wire.alva.example>", "publisher", "wire.alva.example", "List-Id"),
        ("Organization: The Alva Courier", "publisher", "The Alva Courier", "Organization"),
        ("Content-Language: en-GB, fr", "language", "en-GB", "Content-Language"),
        ("Content-Language: the English", "language", None, None),
    ],
)  # fmt: skip
def test_what_the_headers_say(header: str, field: str, value: object, place: str | None) -> None:
    article = checked(mail("", LEAD, headers=f"MIME-Version: 1.0\r\n{header}"))
    assert getattr(article, field) == value
    places = {stated.field: stated.where for stated in article.stated}
    assert places.get(field) == (place and f"header {place}")


def test_no_address_is_kept() -> None:
    article = checked(
        mail("", LEAD, headers="From: x@secret.example\r\nReply-To: y@secret.example")
    )
    assert "secret" not in repr(article)


def deep(levels: int) -> str:
    content = part(LEAD)
    for level in range(levels):
        content = parts(content, boundary=f"=_{level}")
    return content


@pytest.mark.parametrize(
    ("raw", "stage", "reason"),
    [
        pytest.param(b"No headers here.\r\n\r\nx", "decode", "it is no e-mail", id="no headers"),
        pytest.param(f"\r\n{LEAD}".encode(), "decode", "it is no e-mail", id="no header at all"),
        pytest.param(f"Note: x\r\n\r\n{LEAD}".encode(), "decode", "it is no e-mail", id="others"),
        pytest.param(
            mail(parts(part("x", "image/png"), part("y", "application/pdf"))),
            "extract",
            "no text to read, only image/png, application/pdf",
            id="no text",
        ),
        pytest.param(mail(part("QQQ", encoding="base64")), "decode", "its base64", id="base64"),
        pytest.param(
            mail(part("x", encoding="x-uuencode")),
            "decode",
            "unknown transfer encoding, 'x-uuencode'",
            id="an unknown transfer encoding",
        ),
        pytest.param(mail(part("x", "multipart/mixed")), "decode", "no boundary", id="no boundary"),
        pytest.param(
            mail(part("x", f"multipart/mixed; boundary={'b' * 300}")),
            "decode",
            "no boundary",
            id="a long boundary",
        ),
        pytest.param(mail(deep(21)), "decode", "nests deeper than 20", id="deep nesting"),
        pytest.param(mail(parts(*["x"] * 600)), "decode", "more than 500 parts", id="many parts"),
        pytest.param(
            mail("X: y\r\n" * 50_000), "decode", "more than 200000 bytes of headers", id="headers"
        ),
        pytest.param(
            mail(part("x", "text/plain" + "; a=b" * 500)),
            "decode",
            "its Content-Type is longer than 1000",
            id="a long header",
        ),
        pytest.param(mail(part("He \0\1\2 it.")), "decode", "it is not text", id="no text at all"),
        pytest.param(
            mail(part("<p>x</p>", "text/html")), "extract", "no article text", id="no article"
        ),
    ],
)
def test_messages_that_are_no_report(raw: bytes, stage: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason) as refused:
        read_email(raw)
    assert refused.value.stage == stage


def test_a_part_that_is_not_there() -> None:
    with pytest.raises(InputError, match="the e-mail has no body 2"):
        part_of(mail(part(LEAD)), media.EMAIL, "body 2")


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("From: " + "(" * 900, id="open comments"),
        pytest.param("From: " + '"\\' * 450, id="open quotations"),
        pytest.param("From: " + "a," * 450 + "<", id="commas"),
        pytest.param("Subject: " + "=?a?q?" * 160, id="encoded words"),
        pytest.param("Content-Type: text/plain" + ';a="\\' * 150, id="parameters"),
        pytest.param("Date: " + "1 " * 450, id="dates"),
        pytest.param(parts(*["--=_b"] * 100_000), id="lines like boundaries"),
        pytest.param(part("=" * 3_000_000, encoding="quoted-printable"), id="escapes"),
        pytest.param(part("--=_b" + " " * 2_000_000), id="blanks"),
        pytest.param(part("\r\n" * 2_000_000 + "x"), id="line ends"),
    ],
)
def test_hostile_messages_end_soon(content: str) -> None:
    raw = mail(content, "", LEAD, headers="MIME-Version: 1.0")
    started = time.process_time()
    with suppress(InputError):
        read_email(raw)
    assert time.process_time() - started < 5


REPORT = mail(
    "Subject: =?utf-8?q?Silo?=",
    "Date: Tue, 5 Mar 2024 08:15:00 +0100",
    parts(
        part("He =E2=80=9Cdenied=E2=80=9D it.", encoding="quoted-printable"),
        part(PAGE, "text/html; charset=utf-8"),
        kind="alternative",
    ),
)


@pytest.mark.parametrize("twentieth", range(20))
def test_a_message_that_was_cut_off_ends_as_a_report_or_a_refusal(twentieth: int) -> None:
    with suppress(InputError):
        checked(REPORT[: len(REPORT) * twentieth // 20])


@given(st.lists(st.tuples(st.integers(0, len(REPORT) - 1), st.integers(0, 255)), max_size=30))
def test_a_message_with_damage_ends_as_a_report_or_a_refusal(damage: list[tuple[int, int]]) -> None:
    raw = bytearray(REPORT)
    for at, byte in damage:
        raw[at] = byte
    with suppress(InputError):
        assert read_email(bytes(raw)) == read_email(bytes(raw))


PIECES = st.lists(
    st.sampled_from(
        [
            *("From: ", "Date: ", "Subject: ", "List-Id: ", "Content-Type: ", "text/html"),
            *("multipart/mixed; boundary=b", "\r\n", "\n", "--b", "--b--", "=?utf-8?q?", "?="),
            *("Content-Transfer-Encoding: ", "base64", "quoted-printable", '"', "<", ">", "(", ","),
            *("charset=", "idna", "punycode", "utf-16", LEAD, "=E2", "5 Mar 2024 08:15 +0100"),
        ]
    )
    | st.text(max_size=4),
    max_size=40,
)


@given(PIECES.map("".join))
def test_any_message_ends_as_a_report_or_a_refusal(words: str) -> None:
    with suppress(InputError):
        read_email(b"MIME-Version: 1.0\r\n" + words.encode(errors="replace"))


@given(st.binary(max_size=300))
def test_any_bytes_end_as_a_report_or_a_refusal(raw: bytes) -> None:
    with suppress(InputError):
        read_email(raw)

"""FEEDS.toml: what it says, and what is told of one that is wrong."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model import WatchError
from sayso.pipeline.watching.feeds_file import plan_in
from sayso.pipeline.watching.plan import Event, Feed, Notify, Plan

FULL = """
contact = "desk@courier.example"

[[feed]]
url = "https://courier.example/rss"
every = "2 h"
pages = false
publisher = "The Courier"

[[feed]]
url = "http://wire.example/atom?lang=en"

[notify]
on = ["disputed", "second_origin"]
command = ["./told", "--loud"]
webhook = "https://hooks.example/x"
secret = "HOOK_KEY"
timeout = "5 s"
"""
FEED = '[[feed]]\nurl = "https://a.example/rss"\n'


def plan_of(text: str, folder: Path) -> Plan:
    path = folder / "feeds.toml"
    path.write_text(text, encoding="utf-8")
    return plan_in(path)


def test_all_that_a_file_may_say(tmp_path: Path) -> None:
    assert plan_of(FULL, tmp_path) == Plan(
        contact="desk@courier.example",
        feeds=(
            Feed(
                url="https://courier.example/rss",
                every=7_200,
                pages=False,
                publisher="The Courier",
            ),
            Feed(url="http://wire.example/atom?lang=en", every=900, pages=True, publisher=None),
        ),
        notify=Notify(
            on=frozenset((Event.DISPUTED, Event.SECOND_ORIGIN)),
            command=("./told", "--loud"),
            webhook="https://hooks.example/x",
            secret="HOOK_KEY",  # noqa: S106 - the name of a variable
            timeout=5,
        ),
    )


def test_the_least_that_a_file_says(tmp_path: Path) -> None:
    plan = plan_of(FEED + '[notify]\ncommand = ["told"]', tmp_path)
    assert plan.notify is not None
    assert plan.notify.on == frozenset(Event)
    assert plan_of(FEED, tmp_path).notify is None


def test_the_example_is_one() -> None:
    plan = plan_in(Path("examples/feeds.toml"))
    assert plan.notify is not None
    assert {feed.pages for feed in plan.feeds} == {True, False}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "feed: there is none: add [[feed]] with a url"),
        ("feed = []", "feed: "),
        ("[[feed]]\nurl = \nevery = 1", "is no TOML: Invalid value (at line 2"),
        ("[[feed]]\nevery = '1 h'", "feed 1: url: it is missing: add it"),
        (FEED + "intervall = '1 h'", "feed 1 (https://a.example/rss): intervall: nothing is"),
        (FEED + "intervall = '1 h'", "there are url, every, pages, publisher"),
        (FEED + "every = 15", 'every: 15 is no time: write "90 s", "15 min"'),
        (FEED + "every = '15 minutes'", "every: '15 minutes' is no time"),
        (FEED + "every = '10 s'", "every: give a time from one minute to 30 days"),
        (FEED + "pages = 'yes'", "pages: Input should be a valid boolean"),
        (FEED + "publisher = ''", "publisher: String should have at least 1 character"),
        (FEED + FEED, "the feed https://a.example/rss is there twice: leave one"),
        (FEED + "[[feed]]\nurl = 'ftp://b.example'", "feed 2 (ftp://b.example): url: give an ad"),
        (FEED + "[[feed]]\nurl = 'https://'", "feed 2 (https://): url: give an address that"),
        (FEED + "[[feed]]\nurl = 'https://[x'", "feed 2 (https://[x): url: "),
        (FEED + "[[feed]]\nurl = 'https://a:b@c.example/'", "url: it holds a user name"),
        (FEED + "[notify]", "notify: give a command, a webhook, or both"),
        (FEED + "[notify]\ncommand = 'told'", "notify: command: Input should be a valid list"),
        (FEED + "[notify]\ncommand = []", "notify: command: List should have at least 1 item"),
        (FEED + "[notify]\ncommand = ['a']\non = ['never']", "notify: on.0: Input should be 'di"),
        (FEED + "[notify]\ncommand = ['a']\nsecret = 'K'", "notify: a secret signs what is post"),
        (FEED + "[notify]\nwebhook = 'https://a.example/'\nsecret = 'a b'", "notify: secret: "),
        (
            FEED + "[notify]\ncommand = ['a']\ntimeout = '1 h'",
            "timeout: give a time from one second to 10 minutes",
        ),
        ("[feeds]\n" + FEED, "feeds: nothing is called so here; there are contact, feed, notify"),
    ],
)
def test_what_is_wrong_is_told_with_where_and_what_to_do(
    text: str, told: str, tmp_path: Path
) -> None:
    with pytest.raises(WatchError) as wrong:
        plan_of(text, tmp_path)
    assert str(wrong.value).startswith(str(tmp_path / "feeds.toml"))
    assert told in str(wrong.value)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(WatchError, match="cannot be read: No such file"):
        plan_in(tmp_path / "none.toml")
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9")
    with pytest.raises(WatchError, match="is not in UTF-8"):
        plan_in(tmp_path / "latin.toml")
    (tmp_path / "large.toml").write_bytes(b"#" * 1_100_000)
    with pytest.raises(WatchError, match="is larger than"):
        plan_in(tmp_path / "large.toml")


@given(
    st.one_of(
        st.text(),
        st.builds("[[feed]]\nurl = {!r}\nevery = {!r}".format, st.text(), st.text()),
        st.builds("feed = {}".format, st.text("[]{}0'\"=, ")),
    )
)
def test_any_file_is_a_plan_or_told_to_be_none(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    path = tmp_path_factory.getbasetemp() / "feeds.toml"
    path.write_bytes(text.encode(errors="surrogatepass"))
    with suppress(WatchError):
        plan_in(path)

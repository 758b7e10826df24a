import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.links.reprints.direct_words import direct_stretches


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('He said "no more" and "never".', ['"no more"', '"never"']),
        ("He said “no more”.", ["“no more”"]),
        ("He said: 'No more.'", ["'No more.'"]),
        ("He said ‘no more’.", ["‘no more’"]),
        ("He said «no more».", ["«no more»"]),
        ("It 's over , `` no more '' , he said .", ["`` no more ''"]),
        ('He said , " no more " .', ['" no more "']),
        ("The miners' strike isn't over, it's the '80s again.", []),
        ("'The wives 'go home' at last.'", ["'The wives 'go home' at last.'"]),
        ("'It's over,' he said.", ["'It's over,'"]),
        ("“One.\n\n“Two.”\nThree.", ["“One.", "“Two.”"]),
        ("“One.\nTwo.” Three.", ["“One.\nTwo.”"]),
        ("“One.\nTwo. Three.", ["“One."]),
        ("'One.\nTwo.' Three.", ["'One."]),
        ("It was said: ”We came late” here.", ["”We came late”"]),
        ('in the shop."We came late," he said', ['"We came late,"']),
        ("", []),
    ],
)
def test_stretches_in_quotation_marks(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in direct_stretches(text)] == quoted


def test_a_mark_without_its_partner_ends_with_its_paragraph() -> None:
    text = '"We came late.\n' + "Words of another man. " * 200 + '"'
    assert next(text[start:end] for start, end in direct_stretches(text)) == '"We came late.'


@given(st.text(st.sampled_from("ab s.\n\"'“”‘’`«»„(-"), max_size=60))
def test_stretches_are_in_order_apart_and_inside_the_text(text: str) -> None:
    end = 0
    for start, stop in direct_stretches(text):
        assert end <= start < stop <= len(text)
        end = stop

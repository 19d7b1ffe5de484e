"""Addresses with and without tags."""

from urllib.parse import parse_qs, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from inkwright.promote.links import bare, plain, tagged


def test_tags_name_the_network_and_keep_what_is_there() -> None:
    url = tagged("https://me.dev/p/?a=1&utm_source=old#part", "linkedin", "slow-cache")
    parts = urlsplit(url)
    assert parts.fragment == "part"
    assert parse_qs(parts.query) == {
        "a": ["1"], "utm_source": ["linkedin"], "utm_medium": ["social"], "utm_campaign": ["slow-cache"],
    }  # fmt: skip
    assert "utm_medium=email" in tagged("https://me.dev/p/", "newsletter", "x")
    assert tagged("", "x", "y") == ""


def test_an_address_is_compared_without_its_scheme() -> None:
    assert bare("https://www.Me.dev/blog/") == "me.dev/blog"
    assert bare("") == ""


@given(st.text(max_size=40))
def test_an_address_in_a_message_has_no_blank(path: str) -> None:
    assert plain("https://me.dev/" + path.encode("utf-8", "ignore").decode()).isascii()
    assert " " not in plain("https://me.dev/a b")

"""How long a message is, network by network."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.promote.counting import ADDRESS, graphemes, length

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


@pytest.mark.parametrize(
    ("text", "x", "mastodon", "bluesky"),
    [
        ("", 0, 0, 0),
        ("four", 4, 4, 4),
        ("Ünïcode", 7, 7, 7),
        ("日本語", 6, 3, 3),
        ("한국어", 6, 3, 3),
        ("🚀", 2, 1, 1),
        (FAMILY, 2, 1, 1),
        ("👍🏽", 2, 1, 1),
        ("🇩🇪", 2, 1, 1),
        ("1\ufe0f\u20e3", 2, 1, 1),
        ("e\u0301", 1, 1, 1),
        ("“quoted” – so…", 15, 14, 14),
        ("https://me.dev/p", 23, 23, 16),
        ("see https://me.dev/a/very/long/address/that/goes/on/and/on?x=1#y.", 28, 28, 65),
        ("inkwright.dev", 23, 13, 13),
        ("3.11.7 and e.g. v2.0", 20, 20, 20),
    ],
)
def test_lengths_as_the_networks_count(text: str, x: int, mastodon: int, bluesky: int) -> None:
    assert (length(text, "x"), length(text, "mastodon"), length(text, "graphemes")) == (x, mastodon, bluesky)
    assert length(text, "characters") == len(text)


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("a\r\nb", ["a", "\r\n", "b"]),
        ("🇩🇪🇫🇷🇯", ["🇩🇪", "🇫🇷", "🇯"]),
        ("\u1112\u1161\u11ab", ["\u1112\u1161\u11ab"]),
        (FAMILY + "!", [FAMILY, "!"]),
        ("a\u200db", ["a\u200d", "b"]),
        ("🏴\U000e0067\U000e0062\U000e007f", ["🏴\U000e0067\U000e0062\U000e007f"]),
    ],
)
def test_what_a_reader_sees_as_one_character(text: str, clusters: list[str]) -> None:
    assert list(graphemes(text)) == clusters


@given(st.text())
def test_no_character_is_lost_or_doubled(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text(), st.text())
def test_two_messages_are_never_longer_apart_than_their_parts(one: str, other: str) -> None:
    for counting in ("graphemes", "mastodon"):
        assert length(f"{one}\n{other}", counting) <= length(one, counting) + length(other, counting) + 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=["So", "Sk", "Cf", "Mn", "Me"]), max_size=60))
def test_without_emoji_and_addresses_x_counts_by_code_point(text: str) -> None:
    light = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
    composed = unicodedata.normalize("NFC", text)
    plain = sum(1 if any(low <= ord(sign) <= high for low, high in light) else 2 for sign in composed)
    assert length(text, "x") >= plain or ADDRESS.search(text) or "\u20e3" in text
    if "." not in text and "\u20e3" not in text and not any(0x1F000 <= ord(sign) <= 0x1FAFF for sign in text):
        assert length(text, "x") == plain

"""Places of a post that name notes."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.trace import mentions, source_key
from inkwright.text.markdown import parse_text

PIECES = [
    "# A\n",
    "[[n]]",
    "<!-- plan\n",
    "- b [[m]]\n",
    "-->\n",
    "[x](y.md)",
    "<https://e.org/a>",
    "```\n",
    "\n",
    "é ",
]


def test_nothing_for_nothing() -> None:
    assert mentions(parse_text("", "a.md")) == []


def test_a_bullet_with_two_notes_is_two_mentions_and_keeps_its_words() -> None:
    found = mentions(parse_text("# A\n\n<!-- plan\n- growth [[a]] and [[b|that]]\n-->\n", "p.md"))
    assert [(one.kind, one.line, one.section, one.key) for one in found] == [
        ("plan", 4, "A", "a"),
        ("plan", 4, "A", "b"),
    ]
    assert found[0].text.startswith("growth")


def test_a_bullet_that_was_not_placed_says_so() -> None:
    (found,) = mentions(parse_text("# A\n\n<!-- plan: not placed\n- growth [[a]]\n-->\n", "p.md"))
    assert (found.kind, found.section, found.key) == ("plan", "not placed", "a")


def test_anchors_of_the_page_itself_name_nothing() -> None:
    assert mentions(parse_text("[up](#top)\n", "p.md")) == []


def test_addresses_are_the_same_without_what_does_not_matter() -> None:
    assert source_key("https://www.example.org/a/") == source_key("http://example.org/a")
    assert source_key("https://example.org/a#L1") != source_key("https://example.org/a#L2")


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_each_mention_stands_where_it_says(pieces: list[str]) -> None:
    text = "".join(pieces)
    lines = text.split("\n")
    found = mentions(parse_text(text, "p.md"))
    assert [one.line for one in found] == sorted(one.line for one in found)
    for one in found:
        assert {"n": "[[n]]", "m": "[[m]]", "y": "y.md"}.get(one.key, "e.org/a") in lines[one.line - 1]

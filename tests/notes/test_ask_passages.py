from hypothesis import given
from hypothesis import strategies as st

from inkwright.notes.ask_passages import ENOUGH, pieces_of
from inkwright.text.markdown import parse_text

LONG = "a sentence of some length that stands on its own and says what it has to say about one thing or another " * 3


def cut(text):
    return [text[piece.start : piece.end].strip() for piece in pieces_of(parse_text(text))]


def test_a_long_paragraph_is_a_passage_with_the_headings_above_it():
    text = f"# One\n\n{LONG}\n\n## Two\n\n{LONG}\n\n# Three\n\n{LONG}\n"
    assert [piece.headings for piece in pieces_of(parse_text(text))] == [("One",), ("One", "Two"), ("Three",)]


def test_short_neighbours_of_one_section_are_one_passage_and_sections_are_kept_apart():
    assert cut("First.\n\nSecond.\n\n## Other\n\nThird.\n") == ["First.\n\nSecond.", "Third."]


def test_code_belongs_to_what_stands_before_it():
    found = pieces_of(parse_text(f"{LONG}\n\n```sh\nmake warp\n```\n\n{LONG}\n"))
    assert [piece.code for piece in found] == ["make warp\n".strip(), ""]
    assert "warp" not in found[0].prose


def test_a_short_list_stays_with_its_colon_and_a_long_one_falls_apart():
    assert cut(f"{LONG.strip()}, such as:\n\n- one\n- two\n") == [f"{LONG.strip()}, such as:\n\n- one\n- two"]
    item = "word " * (ENOUGH // 2)
    assert len(cut(f"{LONG}\n\n- {item}\n- {item}\n- {item}\n")) == 4


def test_comments_and_empty_sections_are_no_passages():
    assert cut("# Empty\n\n<!-- plan\n- a secret bullet\n-->\n\n## Full\n\nText.\n") == ["Text."]
    assert cut("") == []


@given(
    st.lists(
        st.sampled_from(
            ["one", "- item\n- other", "# H", "## H2", "```\ncode\n```", "> quote", "| a | b |\n|---|---|\n| 1 | 2 |",
             "<!-- c -->", "![[x]]", "$$x$$", "1. one\n2. two", "text:", LONG]
        ) | st.text(max_size=40)
    )
)  # fmt: skip
def test_passages_lie_in_the_text_in_order_and_apart(blocks):
    text = "\n\n".join(blocks)
    at = 0
    for piece in pieces_of(parse_text(text)):
        assert at <= piece.start < piece.end <= len(text)
        assert piece.prose or piece.code
        at = piece.end

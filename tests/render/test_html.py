"""The two ways to have a document as HTML say the same."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.html import RenderOptions, render, rendered_blocks
from inkwright.text.markdown import parse_text

PIECES = st.sampled_from(
    ["Words[^1] and ^[a note].", "- one\n- two", "- loose\n\n- list", "> quoted", "## Head", "<div>", "</div>", "<!--",
     "-->", "| a |\n|---|\n| 1 |", "```\ncode\n```", "***", "[^1]: Said.", "[^2]: Unused."]
)  # fmt: skip


@given(st.lists(PIECES, max_size=8), st.sampled_from(["commonmark", "gfm", "site"]))
def test_blocks_one_by_one_make_the_whole(pieces, profile):
    text, options = "\n\n".join(pieces), RenderOptions(profile=profile)
    assert "".join(rendered_blocks(parse_text(text), options)) == render(parse_text(text), options)

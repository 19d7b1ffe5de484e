"""What may leave: everything but marks, comments and the options that only running code needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.text.markdown import parse_text
from inkwright.text.public import public_info, public_text, title_block


@pytest.mark.parametrize(
    ("written", "public"),
    [
        ("---\ntitle: x\n---\nWords.\n", "Words.\n"),
        ("It takes 45 ms<!--=a.json#b .1f ms-->.\n", "It takes 45 ms.\n"),
        ("## H\n<!-- section: h 1-2 -->\n\nWords.\n", "## H\n\nWords.\n"),
        ("A.\n\n<!-- plan\n- x\n-->\n\nB.\n", "A.\n\nB.\n"),
        ("A. <!-- inkwright: allow x -->\nB.\n", "A.\nB.\n"),
        ("A %%hidden%% b.\n", "A  b.\n"),
        ("<div>\n<!-- x -->\nB\n</div>\n", "<div>\n\nB\n</div>\n"),
        ("```\n<!-- shown -->\n```\n", "```\n<!-- shown -->\n```\n"),
        ("A.\n\n<!--more-->\n\nB.\n", "A.\n\n<!--more-->\n\nB.\n"),
        (
            "A.[^1]\n\n[^1]: Seen.[^2]\n[^2]: Seen too.\n[^3]: Unseen.[^4]\n[^4]: Nor this.\n",
            "A.[^1]\n\n[^1]: Seen.[^2]\n[^2]: Seen too.\n",
        ),
        ("A [b].\n\n[b]: https://x.example\n[c]: https://y.example/draft\n", "A [b].\n\n[b]: https://x.example\n"),
        ("```mermaid\n%%{init: {}}%%\n  %% remark\ngraph TD\n```\n", "```mermaid\n%%{init: {}}%%\ngraph TD\n```\n"),
        ("```python\n%% shown\n```\n", "```python\n%% shown\n```\n"),
        ("", ""),
    ],
)
def test_marks_and_comments_stay_home(written, public):
    assert public_text(parse_text(written)) == public


@pytest.mark.parametrize(
    ("info", "public"),
    [
        ("python", "python"),
        ('python norun="a b" timeout=3 {1,3}', "python {1,3}"),
        ("text output tolerance=1e-3", "text"),
        ("output", ""),
        ('python title="x.py" file=x.py', 'python title="x.py"'),
        ("{python, echo=FALSE}", "{python, echo=FALSE}"),
        ("", ""),
    ],
)
def test_options_of_running_stay_home(info, public):
    assert public_info(info) == public


def test_the_heading_that_repeats_the_title():
    document = parse_text("# KV  caches\n\nWords.\n")
    assert title_block(document, "kv caches") is document.blocks[0]
    assert title_block(document, "") is document.blocks[0]
    assert title_block(document, "Other") is None
    assert title_block(parse_text("Words.\n"), "") is None


@given(
    st.lists(st.sampled_from(["A b.", "<!-- x -->", "> q <!-- y -->", "- a", "```\nc\n```", "%%z%%", "\n"]), max_size=8)
)
def test_taking_away_twice_takes_nothing_more(parts):
    once = public_text(parse_text("\n\n".join(parts)))
    assert public_text(parse_text(once)) == once

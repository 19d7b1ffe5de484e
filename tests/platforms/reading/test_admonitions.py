"""Admonitions of MkDocs as its users write them, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.platforms.reading.admonitions import with_callouts
from inkwright.platforms.reading.dialects import plain_dialect
from inkwright.text.markdown import parse_text


def nothing(text):
    return ()


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("!!! note\n\n    Words.\n", "> [!note]\n>\n> Words.\n"),
        ('!!! Tip "Mind *this*"\n    One\n    two\n\nafter\n', "> [!tip] Mind *this*\n> One\n> two\n\nafter\n"),
        ('??? question "Why?"\n    So.\n', "> [!question]- Why?\n> So.\n"),
        ("???+ info\n    Open.\n", "> [!info]+\n> Open.\n"),
        ('!!! note ""\n    Bare.\n', "> [!note]\n> Bare.\n"),
        ("!!! info inline end\n\tTabbed.\n", "> [!info]\n> Tabbed.\n"),
        ("!!! warning\n    Out\n\n    !!! note\n        In\n\n    more\n\n\nafter\n",
         "> [!warning]\n> Out\n>\n> > [!note]\n> > In\n>\n> more\n\n\nafter\n"),
        ("- one\n\n    !!! tip\n        Here.\n", "- one\n\n    > [!tip]\n    > Here.\n"),
        ("> !!! tip\n>     Quoted.\n>\n> after\n", "> > [!tip]\n> > Quoted.\n>\n> after\n"),
        ("!!! note\n    ```sh\n    !!! x\n\n    ls\n    ```\n", "> [!note]\n> ```sh\n> !!! x\n>\n> ls\n> ```\n"),
        ("!!! note\r\n    Words.\r\n", "> [!note]\r\n> Words.\r\n"),
        ("!!! note\nnot indented\n", "> [!note]\nnot indented\n"),
    ],
)  # fmt: skip
def test_admonitions_become_callouts(text, made):
    assert plain_dialect(text, "mkdocs", []).replace("\r", "") == made.replace("\r", "")


@pytest.mark.parametrize(
    "text",
    ["```\n!!! note\n    x\n```\n", "Wow!!! note that\n", "!!!\n    x\n", "!!! 5 things\n    x\n", "What ??? now\n",
     "`!!! note`\n", "!!! note: so\n    x\n"],
)  # fmt: skip
def test_what_only_looks_like_one_stays(text):
    assert plain_dialect(text, "mkdocs", []) == text
    assert plain_dialect("!!! note\n    x\n", "hugo", []) == "!!! note\n    x\n"


def test_they_are_read_as_callouts():
    (block,) = parse_text(plain_dialect('!!! tip "A title"\n    Words.\n', "mkdocs", [])).of_kind("callout")
    assert (block.name, block.info) == ("tip", "A title")


@given(
    st.lists(
        st.sampled_from(["!!! note", '??? tip "x"', "    a", "        b", "", "> c", "\t!!! tip", "- d", "    ```"]),
        max_size=14,
    )
)
def test_no_word_is_lost_and_twice_is_once(lines):
    text = "\n".join(lines)
    made = with_callouts(text, nothing)
    assert [word for word in "abcd" if word in text] == [word for word in "abcd" if word in made]
    assert with_callouts(made, nothing) == made


def test_thousands_in_each_other_are_survived():
    with_callouts("\n".join(f"{'    ' * depth}!!! note" for depth in range(2000)), nothing)

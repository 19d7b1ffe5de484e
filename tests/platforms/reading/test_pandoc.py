import string

from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.platforms.reading.pandoc import plain_markdown


def test_footnotes_attributes_wrappers_and_escapes():
    text = r"""## One {#one .header-anchor-post}

:::: {.pencraft .pc-reset}
::: inner
It\'s here[1](#footnote-1){#footnote-anchor-1 .footnote-anchor component-name="X"
target="_self"} and [there]{.underline}[2](#footnote-2){#footnote-anchor-2 .footnote-anchor}.
:::
::::

::: {.footnote component-name="FootnoteToDOM"}
[1](#footnote-anchor-1){#footnote-1 .footnote-number contenteditable="false"}

::: footnote-content
First.

Second paragraph.
:::
:::

::: footnote
[2](#footnote-anchor-2){#footnote-2 .footnote-number}

::: footnote-content
Other.
:::
:::
"""
    assert plain_markdown(text) == (
        "## One\n\nIt's here[^1] and there[^2].\n\n[^1]: First.\n\n    Second paragraph.\n\n[^2]: Other.\n"
    )


def test_dashes_quotes_and_dots_are_typographic_again():
    said = plain_markdown("a -- b --- c, pages 3--5, word---word, it's \"so\" ('yes') in '90s...\n")
    assert said == "a – b — c, pages 3–5, word—word, it’s “so” (‘yes’) in ’90s…\n"


def test_escaped_ones_stay_as_they_were_typed():
    assert plain_markdown(r"It\'s \"so\"\... and \--flag, a\@b \#1" + "\n") == 'It\'s "so"... and --flag, a@b #1\n'


def test_code_addresses_and_options_are_left_alone():
    text = "Use `--it's` or [x](https://e.example.com/a--b'c) and --flag.\n\n```sh\nls --all # it's \\\"so\\\"\n```\n"
    assert plain_markdown(text) == text


def test_real_rules_stay_and_tables_do_not_become_rules():
    assert plain_markdown("a\n\n" + "-" * 72 + "\n\nb\n\n* * *\n\nc\n") == "a\n\n---\n\nb\n\n---\n\nc\n"
    table = "  a   b\n  --- ---\n  1   2\n"
    assert "--- ---" in plain_markdown(table)


def test_the_language_of_code_is_written_the_common_way():
    assert plain_markdown("``` {.python .shiki}\nx\n```\n") == "```python\nx\n```\n"
    assert plain_markdown("```go\nx\n```\n") == "```go\nx\n```\n"


def test_a_picture_that_leads_to_itself_is_no_link():
    assert plain_markdown("[![a](p.png){.x}](https://e.example.com/p.png){.image-link}\n") == "![a](p.png)\n"
    kept = "[![a](p.png)](https://e.example.com/page)\n"
    assert plain_markdown(kept) == kept


def test_a_footnote_without_its_number_and_an_open_div_lose_no_words():
    assert "Lost words" in plain_markdown("::: footnote\nLost words\n:::\n")
    assert "Open words" in plain_markdown("::: footnote\nOpen words\n")
    assert "Stray" in plain_markdown(":::\nStray\n:::\n:::\n")


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=string.ascii_letters + " \n:{}[]()#.'\"-`\\^1footnote", max_size=400))
def test_any_text_gives_a_text_and_loses_no_letters(text):
    made = plain_markdown(text)
    bare = "".join(char for char in text if char not in "{}[]()#.'\"-`\\^:")
    assert isinstance(made, str)
    if "{" not in text and ":::" not in text and "](" not in text and "`" not in text and "~" not in text:
        assert sorted(made.replace("\n", "").replace(" ", "")) or not bare.strip()
        assert {char for char in bare if char.isalpha()} <= set(made)

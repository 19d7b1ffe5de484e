import pytest

from inkwright.text.markdown import parse_text

SHAPES = {
    "Docusaurus": (
        ":::tip My *title*\n\ntext\n\n:::\n\n:::info[Other]\nx\n:::",
        "callout:tip:My *title*['My ' emphasis('title') paragraph['text']] callout:info:Other['Other' paragraph['x']]",
    ),
    "Quarto": ('::: {.callout-note title="T"}\nx\n:::', "callout:note:T['T' paragraph['x']]"),
    "nested divs": (
        ':::: {.columns}\n::: {.column width="50%"}\ny\n:::\n::::',
        "opaque:div:columns[opaque:div:column[paragraph['y']]]",
    ),
    "CRLF": (":::note\r\n\r\nx\r\n\r\n:::\r\n", "callout:note[paragraph['x']]"),
    "in an item": ("- a\n\n  :::note\n  b\n  :::\n\n- c", "list[item[paragraph['a'] callout:note[paragraph['b']]] "
                   "item[paragraph['c']]]"),
    "a fence that closes nothing": ("a\n\n:::\n\nb", "paragraph['a'] paragraph[':::'] paragraph['b']"),
    "never closed": ("::: x\n\na", "opaque:div:x paragraph['a']"),
    "shown as code": ("```\n:::note\n:::\n```", "code:fenced ':::note\\n:::\\n'"),
    "no div": ("a ::: b\n\n::: what is this?", "paragraph['a ::: b'] opaque:div:what"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted


def test_attributes_and_folding():
    (block,) = parse_text('::: {.callout-tip #i collapse="true"}\nx\n:::').blocks
    assert dict(block.attrs) == {"class": "callout-tip", "id": "i", "collapse": "true", "fold": "-"}

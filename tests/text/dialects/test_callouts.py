import pytest

from inkwright.text.markdown import parse_text

SHAPES = {
    "a title": ("> [!tip]- My *title*\n> text", "callout:tip:My *title*['My ' emphasis('title') paragraph['text']]"),
    "GitHub": ("> [!NOTE]\n> x\n> y", "callout:note[paragraph['x' soft_break 'y']]"),
    "any kind, no body": ("> [!Custom kind]", "callout:custom kind"),
    "metadata": ("> [!a|b c] T", "callout:a:T['T']"),
    "nested": ("> [!a]\n> > [!b]\n> > x", "callout:a[callout:b[paragraph['x']]]"),
    "followed by other blocks": ("> [!a] T\n>\n> - x", "callout:a:T['T' list[item[paragraph['x']]]]"),
    "no callout": ("> plain [!x]\n\n> [!x](y)", "blockquote[paragraph['plain [!x]']] "
                   "blockquote[paragraph[link:inline:y('!x')]]"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted


def test_folding():
    assert [parse_text(f"> [!a]{mark} t\n> b").blocks[0].attrs for mark in ("", "+", "-")] == [
        (), (("fold", "+"),), (("fold", "-"),),
    ]  # fmt: skip

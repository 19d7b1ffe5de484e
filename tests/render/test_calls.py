"""Tags of other tools, read from their source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.calls import arguments, read_call

CASES = [
    ('{{< figure src="a.png" caption="A \\"b\\"" >}}', "shortcode", "figure", (), {"src": "a.png", "caption": 'A "b"'}),
    ("{{% notice tip %}}", "shortcode", "notice", ("tip",), {}),
    ("{{< youtube https://youtu.be/x?v=1 />}}", "shortcode", "youtube", ("https://youtu.be/x?v=1",), {}),
    ('{{<param "x.y">}}', "shortcode", "param", ("x.y",), {}),
    ("{{< x `raw \"text\"` >}}", "shortcode", "x", ('raw "text"',), {}),
    ('{% include youtube.html id="x" %}', "liquid", "include youtube", (), {"id": "x"}),
    ("{%- highlight python linenos -%}", "liquid", "highlight", ("python", "linenos"), {}),
    ("{{ site.baseurl }}", "value", "site.baseurl", (), {}),
    ("<Tip warning={true} open>", "jsx", "Tip", (), {"warning": "true", "open": "true"}),
    ("<Image src={\"/a.png\"} width={300} />", "jsx", "Image", (), {"src": "/a.png", "width": "300"}),
    ("<img style={{a: {b: 1}}} alt='x' />", "jsx", "img", (), {"style": "{a: {b: 1}}", "alt": "x"}),
    ("::: {.callout-note collapse=\"true\" title=\"x y\"}", "div", "callout-note", ("callout-note",),
     {"collapse": "true", "title": "x y"}),
    (":::note Title here", "div", "note", ("Title here",), {}),
    (":::tip[My title]", "div", "tip", ("My title",), {}),
    (":::{.a .b #id}", "div", "a", ("a", "b"), {}),
    ("{foo.bar}", "expression", "foo.bar", (), {}),
]  # fmt: skip


@pytest.mark.parametrize(("source", "family", "name", "positional", "named"), CASES, ids=[case[0] for case in CASES])
def test_read_call(source, family, name, positional, named):
    call = read_call(source)
    assert (call.family, call.name, call.positional, dict(call.named)) == (family, name, positional, named)
    assert call.source == source
    assert not call.closing


@pytest.mark.parametrize("source", ["{{< /notice >}}", "{% endraw %}", "</Tip>", "</>", "::::", "{{% /x %}}"])
def test_the_second_half_of_a_pair(source):
    assert read_call(source).closing


def test_a_tag_that_closes_itself():
    assert read_call("<Tip />").single
    assert read_call("{{< x />}}").single
    assert not read_call("<Tip>").single


@pytest.mark.parametrize("source", ["", "text", "{% %}", "{{< >}}", "<>x", "<" + "a" * 30_000 + ">"])
def test_what_is_no_tag(source):
    assert read_call(source) is None


def test_the_first_argument_that_is_there():
    call = read_call('{{< x "first" url="u" >}}')
    assert call.get("src", "url", 0) == "u"
    assert call.get("src", 0) == "first"
    assert call.get("src", 3) == ""


@given(st.text(alphabet="{}<>%:/\"'`=ab .-\\\n", max_size=80))
def test_any_text_is_read_or_refused(text):
    read_call(text)
    assert len(arguments(text)) == 2

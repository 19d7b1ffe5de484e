"""Constructs of other tools inside the author's own HTML."""

import pytest

from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text

CASES = {
    "a value": ('<p>{{ site.title }}</p>', "<p>My blog</p>\n", []),
    "an unknown value": ("<p>a {{ note.title }} b</p>", "<p>a  b</p>\n", ["{{ note.title }}"]),
    "an unknown tag": ("<div>\n{% include who.html %}\n</div>", "<div>\n\n</div>\n", ["{% include who.html %}"]),
    "a picture without an address": (
        '<p>a <img src="/p/{{ page.x }}" alt=""> b</p>', "<p>a  b</p>\n", ["{{ page.x }}"],
    ),
    "a link without an address": (
        '<p><a class="c" href="{{ site.baseurl }}{{ note.url }}">a</a></p>', '<p><a class="c">a</a></p>\n',
        ["{{ note.url }}"],
    ),
    "a loop": (
        "<ul>\n{% for n in x %}<li>{{ n.a }}</li>{% endfor %}\n</ul>", "<ul>\n\n</ul>\n",
        ["{% for n in x %}"],
    ),
    "a condition": (
        "<p>{% if a %}yes{% else %}no{% endif %}</p>", "<p>yesno</p>\n", ["{% if a %}"],
    ),
    "comments": ("<p>a{% comment %}S{% endcomment %}{{< comment >}}S{{< /comment >}}b</p>", "<p>ab</p>\n", []),
    "Obsidian's comment": ("<!-- a --> %% S %%", "", []),
    "what is captured": ("<p>a{% capture x %}S{% endcapture %}</p>", "<p>a</p>\n", []),
    "a diagram": (
        "<div>{{< mermaid >}}\nA --> B\n{{< /mermaid >}}</div>",
        '<div><div class="highlight" data-language="mermaid"><pre tabindex="0"><code class="language-mermaid">'
        "A --&gt; B\n</code></pre></div>\n</div>\n", [],
    ),
    "a known pair": (
        "<div>\n{{< details \"More\" >}}<b>x</b>{{< /details >}}\n</div>",
        "<div>\n<details><summary>More</summary>\n<b>x</b>\n</details>\n\n</div>\n", [],
    ),
    "a shortcode that is shown": ("<p>{{</* x */>}}</p>", "<p>{{&lt; x &gt;}}</p>\n", []),
    "a script": (
        "<script>f({{a:1}}); g('{{ site.title }}')</script>", "<script>f({{a:1}}); g('My blog')</script>\n", [],
    ),
    "code": ("<pre>%%time\n%%</pre>", "<pre>%%time\n%%</pre>\n", []),
    "an address": ('<a href="{{< ref "x" >}}">a</a>', '<p><a href="/to/x">a</a></p>\n', []),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_constructs_in_raw_html_are_rendered_or_leave_no_trace(name):
    text, html, lost = CASES[name]
    told = []
    options = RenderOptions(
        values={"site.title": "My blog", "site.baseurl": ""},
        page=lambda page: f"/to/{page}",
        kept=lambda node, source: told.append((source, text[node.span.start : node.span.end])),
    )
    assert render(parse_text(text, "a.md"), options) == html
    assert told == [(source, source) for source in lost]


def test_links_by_name_in_html_where_the_generator_finds_them():
    options = RenderOptions(wikilink=lambda target, label: "/n" if target == "A note" else None, html_wikilinks=True)
    text = "<p>See [[A note]], [[A note|this]] and [[none]] <a title='[[A note]]'>x</a></p>"
    assert render(parse_text(text), options) == (
        '<p>See <a href="/n">A note</a>, <a href="/n">this</a> and [[none]] <a title=\'[[A note]]\'>x</a></p>\n'
    )

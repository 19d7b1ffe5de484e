"""CommonMark and GFM, one small example of our own per construct."""

import pytest

from inkwright.model.document import Source
from inkwright.render.html import ImageInfo, RenderOptions, render
from inkwright.text.markdown import parse

COMMONMARK = {
    "paragraph": ("One line\nand another\n", "<p>One line\nand another</p>\n"),
    "heading": ("## Why `mmap`?\n", "<h2>Why <code>mmap</code>?</h2>\n"),
    "setext": ("Title\n=====\n", "<h1>Title</h1>\n"),
    "emphasis": ("*a* **b** ***c***\n", "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>\n"),
    "break": ("a  \nb\\\nc\n", "<p>a<br />\nb<br />\nc</p>\n"),
    "tight list": ("- a\n- b\n", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    "loose list": ("3. a\n\n4. b\n", '<ol start="3">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n'),
    "nested list": ("- a\n  - b\n", "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
    "list with code": ("-     x\n", "<ul>\n<li>\n<pre><code>x\n</code></pre>\n</li>\n</ul>\n"),
    "empty item": ("-\n- a\n", "<ul>\n<li></li>\n<li>a</li>\n</ul>\n"),
    "quote": ("> a\n>\n> b\n", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n"),
    "fence": ("```c++ x\na < b\n```\n", '<pre><code class="language-c++">a &lt; b\n</code></pre>\n'),
    "thematic break": ("***\n", "<hr />\n"),
    "html": ("<div>\n*a*\n</div>\n", "<div>\n*a*\n</div>\n"),
    "inline html": ("a <b>c</b>\n", "<p>a <b>c</b></p>\n"),
    "comment": ("  <!-- a -->\n\nb <!-- c --> d\n", "  <!-- a -->\n<p>b <!-- c --> d</p>\n"),
    "link": ('[a *b*](/x?y=1&z "t<")\n', '<p><a href="/x?y=1&amp;z" title="t&lt;">a <em>b</em></a></p>\n'),
    "reference": ("[a]\n\n[a]: <b c>\n", '<p><a href="b%20c">a</a></p>\n'),
    "autolink": ("<me@example.com>\n", '<p><a href="mailto:me@example.com">me@example.com</a></p>\n'),
    "image": ("![a *b* `c`](x.png)\n", '<p><img src="x.png" alt="a b c" /></p>\n'),
    "entity": ('&copy; &lt; \\* "\n', "<p>© &lt; * &quot;</p>\n"),
    "non-ascii link": ("[a](/한글?b=ü)\n", '<p><a href="/%ED%95%9C%EA%B8%80?b=%C3%BC">a</a></p>\n'),
    "empty": ("", ""),
}

GFM = {
    "table": (
        "| a | b |\n|:-:|--:|\n| `x\\|y` |\n",
        '<table>\n<thead>\n<tr>\n<th align="center">a</th>\n<th align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
        '<td align="center"><code>x|y</code></td>\n<td align="right"></td>\n</tr>\n</tbody>\n</table>\n',
    ),
    "strikethrough": ("~~a~~ ~b~\n", "<p><del>a</del> <del>b</del></p>\n"),
    "tasks": (
        "- [ ] a\n- [x] b\n",
        '<ul>\n<li><input type="checkbox" disabled="" /> a</li>\n'
        '<li><input type="checkbox" checked="" disabled="" /> b</li>\n</ul>\n',
    ),
    "tag filter": ("<b> <title> <STYLE>\n\n<xmp>\n", "<p><b> &lt;title> &lt;STYLE></p>\n&lt;xmp>\n"),
    "footnote": (
        "a[^x] b[^none]\n\n[^x]: note\n\n[^y]: unused\n",
        '<p>a<sup class="footnote-ref"><a href="#fn1" id="fnref1">1</a></sup> b[^none]</p>\n'
        '<section class="footnotes">\n<ol>\n<li id="fn1">\n'
        '<p>note <a href="#fnref1" class="footnote-backref">↩</a></p>\n</li>\n</ol>\n</section>\n',
    ),
}


@pytest.mark.parametrize("name", COMMONMARK)
def test_commonmark(name):
    markdown, html = COMMONMARK[name]
    assert render(parse(Source("", markdown), extensions=False), RenderOptions(profile="commonmark")) == html


@pytest.mark.parametrize("name", GFM)
def test_gfm(name):
    markdown, html = GFM[name]
    assert render(parse(Source("", markdown)), RenderOptions(profile="gfm")) == html


def test_hooks_change_destinations_and_code():
    options = RenderOptions(
        profile="commonmark",
        link=lambda target: f"/out/{target}",
        image=lambda target: ImageInfo(f"/img/{target}", 10, 20),
        code=lambda block: f"[{block.info}]",
    )
    html = render(parse(Source("", "[a](b) ![c](d)\n\n```py\nx\n```\n")), options)
    assert html == '<p><a href="/out/b">a</a> <img src="/img/d" alt="c" /></p>\n[py]'


@pytest.mark.parametrize("markdown", [">" * 3000 + " a", "- " * 3000 + "a", "*a **b " * 2000, "[" * 5000 + "a"])
@pytest.mark.parametrize("profile", ["commonmark", "gfm", "site"])
def test_nesting_without_end_is_shown_as_source(markdown, profile):
    html = render(parse(Source("", markdown)), RenderOptions(profile=profile))
    assert "a" in html

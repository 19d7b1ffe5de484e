import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from inkwright.model.errors import UsageError
from inkwright.model.source import Source
from inkwright.text.html_page import read_page
from inkwright.text.markdown import parse

LONG = "<p>" + "Many words stand here so that the article is worth something. " * 6 + "</p>"


def body(inside: str, url: str = "https://e.org/a/b.html") -> str:
    return read_page(f"<html><body><main>{LONG}{inside}</main></body></html>", url).text.partition("\n\n")[2]


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<pre><code class="language-rust">a &lt; b\n\n  c</code></pre>', "```rust\na < b\n\n  c\n```"),
        ('<div class="highlight-python notranslate"><div class="highlight"><pre><span></span><span class=lineno>1'
         "</span>x = 1\n<span class=lineno>2</span>y</pre></div></div>", "```python\nx = 1\ny\n```"),
        ('<table class="rouge-table"><tr><td class="gutter"><pre>1\n2</pre></td><td class="code"><pre>a\nb</pre></td>'
         "</tr></table>", "```\na\nb\n```"),
        ("<table><tr><td>1</td><td><pre>a</pre></td></tr></table>", "```\na\n```"),
        ("<pre>one<br>two</pre>", "```\none\ntwo\n```"),
        ("<pre><code>```\nin\n```</code></pre>", "````\n```\nin\n```\n````"),
        ('<figure data-lang="go"><pre>a</pre></figure>', "```go\na\n```"),
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>1|2</td><td><p>x</p><p>y</p></td></tr></table>",
         "| A | B |\n| --- | --- |\n| 1\\|2 | x<br>y |"),
        ('<p><img src="i.png" alt="An i"></p>', "![An i](https://e.org/a/i.png)"),
        ('<p><img data-src="/i.png" alt="lazy"></p>', "![lazy](https://e.org/i.png)"),
        ('<p><img src="data:image/gif;base64,R0" srcset="b.png 2x" alt="s"></p>', "![s](https://e.org/a/b.png)"),
        ('<noscript><img src="n.png" alt="n"></noscript>', "![n](https://e.org/a/n.png)"),
        ('<iframe src="https://v.org/1"></iframe>', "<https://v.org/1>"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "x"),
        ("<p>snake_case a*b</p><script>alert(1)</script><nav>menu</nav>", "snake\\_case a\\*b"),
        ('<div class="share-buttons">Share</div><p>end</p>', "end"),
        ("<p>&lt;script&gt;alert(1)&lt;/script&gt; a &lt; b</p>", "\\<script>alert(1)\\</script> a < b"),
        ("<p>[x](javascript:alert(1)) <code>[x](y) &lt;b></code></p>", "[x]\\(javascript:alert(1)) `[x](y) <b>`"),
        ("<p>[a]: javascript:alert(1)</p>", "[a]\\: javascript:alert(1)"),
        ('<p><img src="i.png" alt="a](b) [c](javascript:x)"></p>', "![a (b) c (javascript:x)](https://e.org/a/i.png)"),
        ('<div class="comments"><pre>kept, as it is code</pre></div>', "```\nkept, as it is code\n```"),
    ],
)  # fmt: skip
def test_what_a_page_holds_as_markdown(html, markdown):
    assert body(html) == markdown


def test_what_a_page_says_of_itself():
    page = read_page(
        '<html><head><title>T | Site</title><meta property="og:title" content="The T">'
        '<script type="application/ld+json">{"@graph": [{"@type": "BlogPosting", "author": [{"name": "Ann"}, {"name":'
        '"Bo"}], "datePublished": "2026-02-03T09:00Z"}]}</script></head><body><article><h1>The T</h1>'
        f'{LONG}<a rel="license" href="/cc">c</a></article></body></html>',
        "https://e.org/x",
    )
    assert (page.title, page.author, page.date, page.licence) == ("The T", "Ann, Bo", "2026-02-03", "https://e.org/cc")
    assert page.text.startswith("Many words") and not page.paid


@pytest.mark.parametrize(
    ("sign", "paid"),
    [
        ('<script type="application/ld+json">{"isAccessibleForFree": "False"}</script>', True),
        ('<script type="application/ld+json">{"isAccessibleForFree": true}</script>', False),
        ('<meta itemprop="isAccessibleForFree" content="false">', True),
        ('<meta property="article:content_tier" content="locked">', True),
        ('<meta property="article:content_tier" content="metered">', False),
    ],
)
def test_a_page_for_payment_says_so(sign, paid):
    assert read_page(f"{sign}<p>Start of it.</p>").paid is paid


def test_the_article_is_found_among_several():
    short = "<article>teaser</article>"
    html = f"<body><header>Logo</header>{short}<main><article>{LONG}<pre>x</pre></article></main>{short}</body>"
    text = read_page(html).text
    assert "Logo" not in text and "teaser" not in text and "```\nx\n```" in text


@pytest.mark.parametrize("html", ["", " ", "<html></html>", "\x00", "<!-- x"])
def test_a_page_without_words(html):
    assert read_page(html).text == ""


def test_without_the_extra_one_sentence_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "html_to_markdown", None)
    with pytest.raises(UsageError, match=r'needs an extra. Install it: pip install "inkwright\[import\]"'):
        read_page("<p>x</p>")


PIECES = [
    "<table>", "<tr>", "<td>", "</td>", "<pre>", "</pre>", "<code>", "x", "<br>", "<img src=a>", "<a href=':'>",
    "<a href='http://[x'>", "</table>", "<div class=gutter>", "</div>", "<noscript>",
    "<script type=application/ld+json>{",
    "</script>", "<base href='::'>", "<iframe>", "&#xD800;", "<p>", "<svg>", "<main>", "\n", "\ud800",
]  # fmt: skip


@example(["<pre>", "<main>", "&lt;script&gt;"])
@given(st.lists(st.sampled_from([*PIECES, "&lt;script&gt;", "[a](", "javascript:x)", "]: ", "`", "\\"]), max_size=25))
def test_no_page_makes_html_or_a_link_that_runs(pieces):
    text = read_page("<p>".join(pieces), "https://e.org/").text
    document = parse(Source("a.md", text))
    assert not document.of_kind("html")
    assert {text[one.span.start : one.span.end] for one in document.inlines_of("html")} <= {"<br>"}
    assert not any(link.target.startswith("javascript:") for link in document.inlines_of("link"))


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_any_page_is_read(html):
    read_page(html, "https://e.org/")


def test_a_page_nested_without_end_is_read():
    read_page("<div>" * 30_000 + "x")
    read_page("<table><tr><td>" * 3_000 + "<pre>x")

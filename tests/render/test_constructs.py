"""Constructs of other tools on our pages: known ones as HTML, unknown ones as a placeholder that says so."""

import pytest

from inkwright.model.document import Source
from inkwright.render.calls import read_call
from inkwright.render.constructs import literal, paired
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import dialect_of, parse


def html_of(text: str, path: str = "post.md", **options) -> str:
    return render(parse(Source(path, text, dialect_of(path))), RenderOptions(**options))


PICTURE = 'loading="lazy" decoding="async" />'
PLAYER = 'loading="lazy" allowfullscreen referrerpolicy="strict-origin-when-cross-origin"></iframe>'

SHOWN = {
    "figure": (
        '{{< figure src="a.png" alt="A" caption="See *it*" link="/b" width="300px" >}}\n', "a.md",
        f'<figure><a href="/b"><img src="a.png" alt="A" width="300" {PICTURE}</a>\n'
        "<figcaption>See <em>it</em></figcaption></figure>\n",
    ),
    "youtube": (
        "{{< youtube abc-123 >}}\n", "a.md",
        '<div class="video"><iframe src="https://www.youtube-nocookie.com/embed/abc-123" title="YouTube video" '
        f"{PLAYER}</div>\n",
    ),
    "vimeo": (
        "{{< vimeo 12345 >}}\n", "a.md",
        '<div class="video"><iframe src="https://player.vimeo.com/video/12345?dnt=1" title="Vimeo video" '
        f"{PLAYER}</div>\n",
    ),
    "gist": (
        "{{< gist someone 0123abc >}}\n", "a.md",
        '<p><a href="https://gist.github.com/someone/0123abc">Gist: gist.github.com/someone/0123abc</a></p>\n',
    ),
    "tweet": (
        '{{< x user="someone" id="17" >}}\n', "a.md",
        '<p><a href="https://x.com/someone/status/17">Post by @someone on X</a></p>\n',
    ),
    "notice": (
        "{{% notice tip %}}\nMind *this*.\n{{% /notice %}}\n", "a.md",
        '<aside class="callout tip" role="note"><p class="callout-title">Tip</p>\n'
        "<p>Mind <em>this</em>.</p>\n</aside>\n",
    ),
    "alert with a title": (
        '{{< alert title="Now" color="warning" >}}\n\nx\n\n{{< /alert >}}\n', "a.md",
        '<aside class="callout warning" role="note"><p class="callout-title">Now</p>\n<p>x</p>\n</aside>\n',
    ),
    "details": (
        '{{< details "More" >}}\n\n- x\n\n{{< /details >}}\n', "a.md",
        "<details><summary>More</summary>\n<ul>\n<li>x</li>\n</ul>\n</details>\n",
    ),
    "param": ("Now {{< param version >}}.\n", "a.md", "<p>Now 1.2.</p>\n"),
    "ref in a link": ('[x]({{< ref "b.md#c" >}})\n', "a.md", '<p><a href="b.md#c">x</a></p>\n'),
    "include youtube": (
        '{% include youtube.html content="https://youtu.be/abc" %}\n', "a.md",
        '<div class="video"><iframe src="https://www.youtube-nocookie.com/embed/abc" title="YouTube video" '
        f"{PLAYER}</div>\n",
    ),
    "include alert": (
        '{% include alert.html text="Mind *this*." %}\n', "a.md",
        '<aside class="callout warning" role="note"><p class="callout-title">Alert</p>\n'
        "<p>Mind <em>this</em>.</p>\n</aside>\n",
    ),
    "include image": (
        '{% include image.html file="/a.png" caption="C" alt="A" max-width="50" %}\n', "a.md",
        f'<figure><img src="/a.png" alt="A" width="50" {PICTURE}\n<figcaption>C</figcaption></figure>\n',
    ),
    "raw": ("{% raw %}\na {{ b }} c\n{% endraw %}\n", "a.md", "<p>a {{ b }} c</p>\n"),
    "value": ('[x]({{ site.baseurl }}/a) {{ site.title }} {{ "/b" | relative_url }}\n', "a.md",
              '<p><a href="/base/a">x</a> My blog /b</p>\n'),
    "Tip": (
        "<Tip>\n\nUse *it*.\n\n</Tip>\n", "a.mdx",
        '<aside class="callout tip" role="note"><p class="callout-title">Tip</p>\n<p>Use <em>it</em>.</p>\n</aside>\n',
    ),
    "Tip that warns": (
        "<Tip warning={true}>\n\nx\n\n</Tip>\n", "a.mdx",
        '<aside class="callout warning" role="note"><p class="callout-title">Warning</p>\n<p>x</p>\n</aside>\n',
    ),
    "Tabs": (
        '<Tabs>\n<TabItem value="a" label="Apt">\n\nx\n\n</TabItem>\n<TabItem value="b">\n\ny\n\n</TabItem>\n</Tabs>\n',
        "a.mdx",
        '<div class="tabs">\n<div class="tab"><p class="tab-label">Apt</p>\n<p>x</p>\n</div>\n'
        '<div class="tab"><p class="tab-label">b</p>\n<p>y</p>\n</div>\n</div>\n',
    ),
    "Image": ('<Image src="/a.png" alt="A" />\n', "a.mdx", f'<figure><img src="/a.png" alt="A" {PICTURE}</figure>\n'),
    "YouTube": (
        '<Youtube id="abc"/>\n', "a.mdx",
        '<div class="video"><iframe src="https://www.youtube-nocookie.com/embed/abc" title="YouTube video" '
        f"{PLAYER}</div>\n",
    ),
    "imports": ("import X from './x'\n\nexport const a = 1\n\ntext\n", "a.mdx", "<p>text</p>\n"),
    "literal": ("a{' '}b {\"c\"} {3}\n", "a.mdx", "<p>a b c 3</p>\n"),
    "callout div": (
        "::: {.callout-note}\nx\n:::\n", "a.qmd",
        '<aside class="callout note" role="note"><p class="callout-title">Note</p>\n<p>x</p>\n</aside>\n',
    ),
    "columns": (
        ":::: {.columns}\n::: {.column width=\"50%\"}\nx\n:::\n::::\n", "a.qmd",
        '<div class="columns">\n<div class="column">\n<p>x</p>\n</div>\n</div>\n',
    ),
    "any div": ("::: {.my-own}\nx\n:::\n", "a.qmd", '<div class="my-own">\n<p>x</p>\n</div>\n'),
}  # fmt: skip


SHOWN |= {
    "both sides of a condition": (
        "{#if fw === 'pt'}\n\nx\n\n{:else}\n\ny\n\n{/if}\n", "a.mdx",
        '<div class="branch"><p class="tab-label">if fw === \'pt\'</p>\n<p>x</p>\n'
        '<p class="tab-label">else</p>\n<p>y</p>\n</div>\n',
    ),
    "heading anchor": ("# A[[b]]\n", "a.mdx", '<h1 id="b">A</h1>\n'),
    "attributes": (
        "x\n{: .lead}\n\n[y](z){.small} `z`{.r}\n", "a.md", '<p>x</p>\n<p><a href="z">y</a> <code>z</code></p>\n',
    ),
    "picture with attributes": (
        'a ![b](c.png "d"){width=50% .wide}\n', "a.md",
        f'<p>a <img src="c.png" alt="b" title="d" width="50%" {PICTURE}</p>\n',
    ),
    "figure of Quarto": (
        '![See *b*](c.png){fig-alt="What it shows" height=20px}\n', "a.qmd",
        f'<figure><img src="c.png" alt="What it shows" height="20" {PICTURE}\n'
        "<figcaption>See <em>b</em></figcaption></figure>\n",
    ),
    "span": ("a [b]{.small .x} c\n", "a.qmd", '<p>a <span class="small x">b</span> c</p>\n'),
    "inline template": ("{{< x.inline >}}\n{{ if a }}<b>{{ end }}\n{{</ x.inline >}}\n", "a.md", ""),
    "tags inside HTML": (
        "{{< gallery >}}\n<img src=\"{{ site.baseurl }}/a.png\" />\n{{< /gallery >}}\n{{< unknown >}}\n", "a.md",
        '<img src="/base/a.png" />\n\n\n',
    ),
    "a shortcode that is shown": ("a {{</* b */>}}\n", "a.md", "<p>a {{&lt; b &gt;}}</p>\n"),
    "tag and citation": ("#topic [@smith2020]\n", "a.md",
                         '<p><span class="tag">#topic</span> <span class="citation">[@smith2020]</span></p>\n'),
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_known_constructs(name):
    text, path, html = SHOWN[name]
    values = {"version": "1.2", "site.baseurl": "/base", "site.title": "My blog"}
    assert html_of(text, path, values=values, heading_links=False) == html


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n", "a.md"),
        ("{% highlight python linenos %}\nx = 1\n{% endhighlight %}\n", "a.md"),
        ("{{< mermaid >}}\ngraph LR;\n{{< /mermaid >}}\n", "a.md"),
    ],
)
def test_code_between_tags_is_a_code_block(text, path):
    html = html_of(text, path)
    assert html.startswith('<div class="highlight"')
    assert "{{" not in html
    assert "{%" not in html


def test_unknown_constructs_show_a_placeholder_and_their_content():
    assert html_of('{{< carousel images="a" >}}\n') == (
        '<div class="opaque"><p class="opaque-label">Shortcode <code>carousel</code> (not rendered)</p>\n'
        "<details><summary>Source</summary><pre><code>{{&lt; carousel images=&quot;a&quot; &gt;}}</code></pre>"
        "</details>\n</div>\n"
    )
    html = html_of("<Question>\n\nIs *it*?\n\n</Question>\n", "a.mdx")
    assert "Component <code>Question</code> (not rendered)" in html
    assert "<p>Is <em>it</em>?</p>" in html
    inline = html_of("a {{< icon2 x >}} b\n")
    assert inline == (
        '<p>a <code class="opaque" title="Shortcode icon2: not rendered">{{&lt; icon2 x &gt;}}</code> b</p>\n'
    )


def test_arguments_that_do_not_suffice_show_the_placeholder():
    assert "(not rendered)" in html_of("{{< figure >}}\n")
    assert "(not rendered)" in html_of('{{< youtube "a b<c" >}}\n')


def test_the_hook_goes_first():
    seen = []

    def opaque(node, source):
        seen.append(source)
        return "<hook>" if "typeit" in source else None

    assert "<hook>" in html_of("{{< typeit >}}\n\n{{< youtube abc >}}\n", opaque=opaque)
    assert seen == ["{{< typeit >}}", "{{< youtube abc >}}"]


def test_currency_and_templates_shown_as_code_are_left_alone():
    assert "{{&lt; x &gt;}}" in html_of("`{{< x >}}`\n")
    assert "{% raw %}" in html_of("````\n```\n{% raw %}\n```\n````\n")


def test_pairs():
    calls = [
        read_call(source) for source in ("{{< a >}}", "{{< b >}}", "{{< /a >}}", "{{< /b >}}", "<B>", "<C />", "</B>")
    ]
    assert paired([*calls, None]) == {0: 2, 4: 6}
    divs = [read_call(source) for source in ("::: a", "::: b", ":::", ":::", ":::")]
    assert paired(divs) == {0: 3, 1: 2}


def test_literals():
    assert literal("'a'") == "a"
    assert literal("/* x */") == ""
    assert literal("-1.5") == "-1.5"
    assert literal("a + 'b'") is None
    assert literal("`${x}`") is None

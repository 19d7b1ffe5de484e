import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.html import RenderOptions, render
from inkwright.render.mail.mailable import Hooks, mailable
from inkwright.text.markdown import parse_text

HOOKS = Hooks(
    lambda target: target, lambda target: f"https://me.example/{target}" if "://" not in target else target,
    lambda target: "", lambda tex, display: f"[{tex}]",
)  # fmt: skip
WORDS = """p ul ol li blockquote em strong b i u s del ins mark sup sub kbd small code cite q abbr dl dt dd table thead
tbody tr th td h1 h2 h3 h4 h5 h6 a img br hr div span pre"""
ALLOWED = set(WORDS.split())
VOID = {"img", "br", "hr"}


class Reader(HTMLParser):
    """What a piece of HTML holds, and whether each tag is closed by its own."""

    def __init__(self):
        super().__init__()
        self.tags, self.attrs, self.open, self.balanced = set(), [], [], True

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attrs += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        self.balanced &= bool(self.open) and self.open.pop() == tag


def read(html):
    reader = Reader()
    reader.feed(html)
    reader.close()
    reader.balanced &= not reader.open
    return reader


def mail(html, hooks=HOOKS):
    return "".join(piece.html for piece in mailable(html, hooks))


def of(markdown):
    return mail(render(parse_text(markdown), RenderOptions(profile="site")))


def test_text_and_marks_stay():
    assert of("A *b* **c** `d` [e](https://x.example).\n") == (
        '<p>A <em>b</em> <strong>c</strong> <code>d</code> <a href="https://x.example">e</a>.</p>\n'
    )


def test_each_block_is_a_piece_and_headings_begin_sections():
    pieces = mailable("<p>a</p>\n<h2>B <em>c</em></h2>\n<p>d</p><ul><li><h3>e</h3></li></ul>", HOOKS)
    assert [piece.heading for piece in pieces] == ["", "B c", "", ""]


def test_code_stands_in_a_dark_box_with_its_colours_on_the_tags():
    html = of("```python\ndef f():\n    return 1\n```\n")
    code = mail(
        '<div class="highlight"><pre tabindex="0"><code class="x"><span class="k">def</span> f\n  x</code></pre></div>'
    )
    assert (
        html.startswith('<table class="box"')
        and '<td class="code" bgcolor="#161b22"><pre>def f():\n    return 1\n</pre>' in html
    )
    assert (
        '<pre><span style="color:#ff8fc7">def</span> f\n  x</pre></td></tr></table>' in code and 'class="k"' not in code
    )


def test_callouts_are_cells_of_their_kind():
    for kind, look in (("NOTE", "calm"), ("TIP", "good"), ("WARNING", "loud")):
        html = of(f"> [!{kind}] Title\n> Words.\n")
        assert f'<td class="call {look}"><p class="label">Title</p>' in html and "Words." in html
        assert read(html).balanced


def test_what_unfolds_is_shown():
    assert "Hidden words" in mail("<details><summary>More</summary><p>Hidden words</p></details>")


def test_tables_keep_their_alignment():
    html = of("| a | b |\n|---|--:|\n| 1 | 2 |\n")
    assert '<th align="right">b</th>' in html and '<td align="right">2</td>' in html and 'class="grid"' in html


def test_tasks_are_signs():
    html = of("- [x] done\n- [ ] open\n")
    assert "☑ done" in html and "☐ open" in html and "<input" not in html


def test_notes_are_numbers_and_stand_at_the_end():
    html = of("Text[^a].\n\n[^a]: The note.\n")
    assert "<sup>1</sup>" in html and 'class="notes"' in html and "The note." in html and "↩" not in html


def test_formulas_are_asked_for():
    assert "[x^2]" in of("Inline $x^2$ words.\n") and "[\\frac{a}{b}]" in of("$$\n\\frac{a}{b}\n$$\n")


def test_pictures_have_an_address_an_alt_text_and_a_width_that_fits():
    html = mail(
        '<p><img src="a.png" alt="A &quot;b&quot;" width="1400" height="9" srcset="x 2x" onerror="alert(1)"></p>'
    )
    assert html == '<p><img src="https://me.example/a.png" alt="A &quot;b&quot;" width="552"></p>'
    assert 'width="500"' in mail('<ul><li><img src="a.png" width="800"></li></ul>')
    nowhere = Hooks(HOOKS.link, lambda target: "", HOOKS.poster, HOOKS.formula)
    assert mail('<p><img src="a.png" alt="A cat"></p>', nowhere) == "<p>[Picture: A cat]</p>"


@pytest.mark.parametrize(
    ("html", "address", "title"),
    [
        ('<iframe src="https://www.youtube-nocookie.com/embed/abc" title="A talk"></iframe>',
         "https://www.youtube.com/watch?v=abc", "A talk"),
        ('<iframe src="https://player.vimeo.com/video/12?dnt=1"></iframe>', "https://vimeo.com/12", "Open"),
        ('<video src="https://x.example/a.mp4" poster="p.png" aria-label="Demo"></video>', "https://x.example/a.mp4",
         "Demo"),
        ('<video controls><source src="https://x.example/a.mp4">No video.</video>', "https://x.example/a.mp4",
         "Watch the video"),
        ('<p><img src="https://x.example/a.mp4" alt="Demo"></p>', "https://x.example/a.mp4", "Demo"),
    ],
)  # fmt: skip
def test_films_are_links_with_their_picture(html, address, title):
    made = mail(f"<p>Before.</p>{html}<p>After.</p>")
    assert f'<a href="{address}">▶ {title}</a>' in made and "Before." in made and "After." in made
    assert ('<img src="https://me.example/p.png"' in made) == ("poster" in html)
    assert not {"iframe", "video", "source"} & read(made).tags


def test_the_picture_beside_a_film_stands_for_it():
    beside = Hooks(HOOKS.link, HOOKS.image, lambda target: "https://me.example/still.png", HOOKS.formula)
    made = mail('<p><img src="https://x.example/a.mp4" alt="Demo"> and more</p>', beside)
    assert '<img src="https://me.example/still.png" alt="Demo" width="552">' in made and "and more" in made


def test_links_that_are_not_for_mail_are_words():
    for target in (
        "javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "#top",
        "//x.example",
    ):
        assert mail(f'<p><a href="{target}">w</a></p>') == "<p>w</p>"
    assert 'href="mailto:a@b.example"' in mail('<p><a href="mailto:a@b.example">w</a></p>')


TAGS = ("script", "iframe", "form", "input", "object", "embed", "svg", "math", "style", "link", "meta", "base",
        "button", "textarea", "select", "video", "audio", "a", "img", "div", "td", "p", "body", "html",
        "template", "noscript",
        "details", "marquee", "frameset", "applet", "isindex", "xmp", "plaintext", "title", "tr", "table")  # fmt: skip
BITS = st.sampled_from(
    [f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]
    + ['<img src=x onerror=alert(1)>', '<a href="javascript:alert(1)">', "<svg/onload=alert(1)>",
       "<!--", "-->", "<![CDATA[", "]]>",
       "<p onclick='alert(1)' style='background:url(x)'>", "text", "&lt;script&gt;", '"', "'", "<", ">", "<td>",
       "</td></tr></table>", "<math><annotation encoding=x>a</annotation>", "</math>", "<h2>", "</h2>", "<pre>",
       "</pre>", "<span class=k>", "</span>", "<details class=callout>", "<style>p{}</style>", "<br>"]
)  # fmt: skip


@given(st.lists(BITS, max_size=30).map("".join))
def test_whatever_goes_in_only_known_tags_come_out_and_each_is_closed(html):
    for piece in mailable(html, HOOKS):
        found = read(piece.html)
        assert found.tags <= ALLOWED and found.balanced
        assert {name for name, _ in found.attrs} <= {
            "href", "src", "alt", "width", "class", "role", "cellpadding", "cellspacing", "style", "align", "valign",
            "colspan", "rowspan", "start", "bgcolor",
        }  # fmt: skip
        assert all(not (value or "").startswith("javascript") for name, value in found.attrs if name in ("href", "src"))
        assert all(re.fullmatch(r"[a-z-]+:[#\w-]+", value) for name, value in found.attrs if name == "style")


def test_a_cell_outside_a_table_does_not_break_the_layout():
    assert mail("</td></tr></table><td>a</td><tr>b</tr>") == "ab"

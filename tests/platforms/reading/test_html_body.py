import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.model.source import Source
from inkwright.platforms.reading.html_body import body_of
from inkwright.text.markdown import parse

FOOTNOTES = {
    "substack": '<p>a<a class="footnote-anchor" id="footnote-anchor-1" href="#footnote-1">1</a></p>'
    '<div class="footnote"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number">1</a>'
    '<div class="footnote-content"><p>The note</p></div></div>',
    "wordpress": '<p>a<sup data-fn="x" class="fn"><a href="#x" id="x-link">1</a></sup></p>'
    '<ol class="wp-block-footnotes"><li id="x">The note <a href="#x-link">↩︎</a></li></ol>',
    "kramdown": '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup></p>'
    '<div class="footnotes"><ol><li id="fn:1"><p>The note <a href="#fnref:1" class="reversefootnote">↩</a></p></li>'
    "</ol></div>",
    "pandoc": '<p>a<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a></p>'
    '<section class="footnotes"><hr />'
    '<ol><li id="fn1"><p>The note<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
    "goldmark": '<p>a<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup></p>'
    '<div class="footnotes" role="doc-endnotes"><hr><ol><li id="fn:1"><p>The note&#160;'
    '<a href="#fnref:1" class="footnote-backref">&#x21a9;&#xfe0e;</a></p></li></ol></div>',
    "word": '<p>a<a href="#_ftn1" name="_ftnref1">[1]</a></p><p><a href="#_ftnref1" name="_ftn1">[1]</a> The note</p>',
}


@pytest.mark.parametrize("writer", FOOTNOTES)
def test_footnotes_of_many_writers(writer):
    made = body_of(FOOTNOTES[writer])
    assert re.sub(r"\n---\n", "", made.text).split() == ["a[^1]", "[^1]:", "The", "note"], made.text
    assert [one.fate for one in made.items if one.kind == "footnote"] == ["kept"]


def test_a_footnote_that_has_no_text_is_lost_by_name():
    made = body_of('<p>a<a class="footnote-anchor" id="footnote-anchor-3" href="#footnote-3">3</a></p>')
    assert made.text == "a\\[3\\]\n"
    assert [(one.fate, one.what) for one in made.items] == [("lost", "the note that 3 leads to")]


def test_two_marks_of_one_note_and_a_link_within_the_page():
    made = body_of(
        '<h2 id="part">Part</h2><p>a<sup><a id="r1" href="#n1">1</a></sup> b<sup><a id="r2" href="#n1">1</a></sup> '
        '<a href="#part">up</a></p><ol><li id="n1">Note <a href="#r1">↩</a> <a href="#r2">↩</a></li></ol>'
    )
    assert made.text == "## Part\n\na[^1] b[^1] [up](#part)\n\n[^1]: Note\n"


def test_code_keeps_its_language_its_blanks_and_its_signs():
    code = '<pre><code class="lang-rust">fn f() {\n    a &lt; b;\n\n\n    \\n *x*\n}</code></pre>'
    assert body_of(f"<ul><li>one{code}</li></ul>").text == (
        "- one\n\n  ```rust\n  fn f() {\n      a < b;\n\n\n      \\n *x*\n  }\n  ```\n"
    )


def test_captions_plain_and_with_links():
    one = body_of('<figure><img src="a.png" alt="A"><figcaption>Said "so"</figcaption></figure>').text
    assert one == '![A](inkwright-file-0-picture "Said \\"so\\"")\n'
    two = body_of(
        '<figure><img src="a.png"><figcaption>By <a href="https://e.example.com">E</a></figcaption></figure>'
    ).text
    assert two == "![](inkwright-file-0-picture)\n\n*By [E](https://e.example.com)*\n"


def test_pictures_in_pictures_in_links_and_in_noscript_are_one_each():
    made = body_of(
        '<a href="https://e.example.com/big.png"><picture><source srcset="x.webp"><img src="a.png"></picture></a>'
        '<p><noscript><img src="b.png"></noscript><img data-src="b.png" src="data:image/gif;base64,R0"></p>'
        '<p><noscript><img src="c.png"></noscript></p>'
    )
    assert [one.address for one in made.attached] == ["a.png", "b.png", "c.png"]
    assert made.text.count("![](") == 3


def test_a_picture_that_is_in_the_text_itself_keeps_its_bytes():
    made = body_of('<img src="data:image/png;base64,iVBORw0KGgo' + "A" * 300 + '" alt="x">')
    assert made.attached[0].data[:4] == b"\x89PNG"


def test_headings_begin_at_two_and_lines_that_look_like_marks_are_words():
    made = body_of("<h1>A</h1><h3>B</h3><p># c</p><p>1. d</p><p>&gt; e</p>")
    assert made.text == "## A\n\n#### B\n\n\\# c\n\n1\\. d\n\n\\> e\n"


def test_embeds_are_links_and_forms_are_named():
    made = body_of(
        '<iframe src="//player.vimeo.com/video/1"></iframe><form><input name="q">Join</form><svg width="16"></svg>'
    )
    assert made.text == "[vimeo.com/1](https://vimeo.com/1)\n"
    assert {one.kind for one in made.items if one.fate == "lost"} == {"form"}


def test_neighbouring_quotations_stay_two():
    assert body_of("<blockquote>a</blockquote><blockquote>b</blockquote><hr>").text == "> a\n\n> b\n\n---\n"


def test_an_empty_page():
    assert body_of("").text == ""
    assert body_of("<p>&nbsp;</p><div></div>").text == ""


TAGS = st.sampled_from((
    "p", "div", "ul", "li", "blockquote", "figure", "figcaption", "table", "tr", "td", "pre", "code", "a", "em",
    "strong", "h2", "sup", "details", "span", "section",
))  # fmt: skip
WORDS = st.sampled_from(("word", "a < b", "`x`", "[^1]", "1. x", "# y", "$5", "| z", "---", "*", "\\", "&", "\u00a0"))


@st.composite
def pages(draw, depth=3):
    made = ""
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            tag = draw(TAGS)
            made += f"<{tag}>{draw(pages(depth - 1))}</{tag}>"
        elif draw(st.integers(0, 4)) == 0:
            made += '<img src="p.png" alt="alt">'
        else:
            made += draw(WORDS).replace("&", "&amp;").replace("<", "&lt;")
    return made


@settings(max_examples=200, deadline=None)
@given(pages())
def test_every_picture_is_kept_or_named(html):
    made = body_of(html)
    shown = len(
        [one for one in parse(Source("post.md", made.text)).inlines_of("image") if "inkwright-file" in one.target]
    )
    lost = len([one for one in made.items if one.kind == "picture" and one.fate == "lost"])
    inside_code = made.text.count("inkwright-file") - shown
    assert len(made.attached) + lost == html.count("<img")
    assert shown + inside_code == len(made.attached)

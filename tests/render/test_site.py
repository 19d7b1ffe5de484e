"""What our own pages carry beyond the specifications, one example per construct."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.html import ImageInfo, RenderOptions, render
from inkwright.render.site import unbroken
from inkwright.text.markdown import parse_text


def html_of(text: str, path: str = "post.md", **options) -> str:
    return render(parse_text(text, path), RenderOptions(**options))


def test_headings_have_an_id_and_a_link_to_it():
    assert html_of('## A "b"\n') == (
        '<h2 id="a-b">A &quot;b&quot; <a class="anchor" href="#a-b" aria-label="Link to “A &quot;b&quot;”">#</a></h2>\n'
    )
    assert html_of("## A {#own .wide}\n", heading_links=False) == '<h2 id="own" class="wide">A</h2>\n'
    assert html_of("# A\n", heading_shift=1, id_prefix="p-", heading_links=False) == '<h2 id="p-a">A</h2>\n'
    deep = html_of("## A\n### B\n#### C\n##### D\n###### E\n", heading_shift=3, heading_links=False)
    assert deep.endswith('<h6 id="d">D</h6>\n<h6 id="e">E</h6>\n')


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ([], []), ([1, 1], [1, 1]), ([3], [2]), ([2, 4, 3, 4], [2, 3, 3, 4]), ([4, 2, 6, 6], [2, 2, 3, 3]),
        ([1, 3, 3, 2], [1, 2, 2, 2]), ([2, 3, 4, 2, 3], [2, 3, 4, 2, 3]),
    ],
)  # fmt: skip
def test_no_level_of_headings_is_skipped(written, shown):
    assert unbroken(written) == shown


@given(st.lists(st.integers(1, 6)))
def test_levels_of_headings_have_no_gap_and_go_down_where_they_did(levels):
    shown = unbroken(levels)
    for before, after in pairwise([1, *shown]):
        assert after <= before + 1
    for (written, seen), (then, next_seen) in pairwise(zip(levels, shown, strict=True)):
        assert (then > written) <= (next_seen > seen)
    if levels and levels[0] <= 2 and all(after <= before + 1 for before, after in pairwise(levels)):
        assert shown == levels


def test_anchors_come_from_the_hook():
    given = html_of("# A\n", anchors=lambda document: [(document.blocks[0], "mine")], heading_links=False)
    assert given == '<h1 id="mine">A</h1>\n'


def test_tables_scroll_and_can_be_reached_by_keyboard():
    html = html_of("| a | b |\n|--:|---|\n| 1 | 2 |\n")
    assert html.startswith('<div class="table" role="group" tabindex="0" aria-label="Table: a, b">\n<table>')
    assert '<th scope="col" class="right">a</th>' in html
    assert '<td class="right">1</td>' in html
    assert html.endswith("</table>\n</div>\n")


def test_pictures():
    lazy = 'loading="lazy" decoding="async" />'
    assert html_of("![a](x.png)\n") == f'<p><img src="x.png" alt="a" {lazy}</p>\n'
    assert html_of('![a](x.png "Cap *t*")\n') == (
        f'<figure><img src="x.png" alt="a" {lazy}\n<figcaption>Cap <em>t</em></figcaption></figure>\n'
    )
    assert html_of('b ![a](x.png "T")\n') == f'<p>b <img src="x.png" alt="a" title="T" {lazy}</p>\n'
    assert html_of("![a|300x200](x.png)\n") == f'<p><img src="x.png" alt="a" width="300" height="200" {lazy}</p>\n'
    sized = html_of("![a](x.png)\n", image=lambda target: ImageInfo("/i/" + target, 10, 20, "/i/x2.png 2x"))
    assert sized == f'<p><img src="/i/x.png" alt="a" width="10" height="20" srcset="/i/x2.png 2x" {lazy}</p>\n'


def test_destinations_that_run_code_are_dropped():
    assert html_of("[a](javascript:x) [b](data:text/html,x) <javascript:x>\n") == "<p>a b javascript:x</p>\n"
    assert html_of("![alt](javascript:x)\n") == "<p>alt</p>\n"
    assert html_of("[a](b)\n", link=lambda target: "javascript:x") == "<p>a</p>\n"


def test_callouts():
    assert html_of("> [!NOTE]\n> x\n") == (
        '<aside class="callout note" role="note"><p class="callout-title">Note</p>\n<p>x</p>\n</aside>\n'
    )
    assert html_of("> [!faq] Why *so*?\n> x\n") == (
        '<aside class="callout question" role="note"><p class="callout-title">Why <em>so</em>?</p>\n'
        "<p>x</p>\n</aside>\n"
    )
    assert '<aside class="callout note" role="note"><p class="callout-title">Recipe</p>' in html_of(
        "> [!recipe]\n> x\n"
    )
    assert html_of("> [!tip]- More\n> x\n") == (
        '<details class="callout tip"><summary class="callout-title">More</summary>\n<p>x</p>\n</details>\n'
    )
    assert '<details class="callout tip" open>' in html_of("> [!tip]+ More\n> x\n")


def test_callouts_of_docusaurus_and_quarto():
    wanted = (
        '<aside class="callout warning" role="note"><p class="callout-title">Mind</p>\n<p>x <em>y</em></p>\n</aside>\n'
    )
    assert html_of(":::warning Mind\n\nx *y*\n\n:::\n") == wanted
    assert html_of(":::warning[Mind]\nx *y*\n:::\n", "a.mdx") == wanted
    assert html_of('::: {.callout-warning title="Mind"}\nx *y*\n:::\n', "a.qmd") == wanted
    assert '<details class="callout tip">' in html_of('::: {.callout-tip collapse="true"}\nx\n:::\n', "a.qmd")


def test_boxes_of_fastpages():
    assert html_of("> Warning: mind *it*\n") == (
        '<aside class="callout warning" role="note"><p class="callout-title">Warning</p>\n'
        "<p>mind <em>it</em></p>\n</aside>\n"
    )
    assert "youtube-nocookie.com/embed/XfoYk_Z5AkI" in html_of("> youtube: https://youtu.be/XfoYk_Z5AkI\n")
    assert html_of("> Notebooks: good\n") == "<blockquote>\n<p>Notebooks: good</p>\n</blockquote>\n"


def test_tasks_are_boxes_with_labels():
    assert html_of("- [ ] a *b*\n- [x] c\n  - d\n") == (
        '<ul class="tasks">\n<li class="task"><label><input type="checkbox" disabled> a <em>b</em></label></li>\n'
        '<li class="task"><label><input type="checkbox" disabled checked> c</label>\n<ul>\n<li>d</li>\n</ul>\n</li>\n'
        "</ul>\n"
    )


def test_definition_lists_and_small_marks():
    assert html_of("Term\n: What *it* is\n") == "<dl>\n<dt>Term</dt>\n<dd>What <em>it</em> is</dd>\n</dl>\n"
    assert html_of("a ==b *c*== d\n") == "<p>a <mark>b <em>c</em></mark> d</p>\n"


def test_inline_notes():
    html = html_of("a^[why *so*]\n")
    assert '<p>a<sup><a href="#fn-note-1"' in html
    assert "<p>why <em>so</em> <a" in html


def test_math_is_mathml_and_money_is_money():
    html = html_of("$x^2$ costs $5\n\n$$\ny\n$$\n\n```math\nz\n```\n")
    assert html.count("<math ") == 3
    assert html.count('display="block"') == 2
    assert "costs $5" in html
    assert html_of("$x$\n", math=lambda tex, display: f"[{tex}|{display}]") == "<p>[x|False]</p>\n"


def test_code_takes_the_highlighter():
    assert html_of("```py\nx\n```\n", code=lambda block: f"({block.info})") == "(py)"
    assert '<code class="language-py">x &lt; 1\n</code>' in html_of("```py\nx < 1\n```\n")


CANARY = "c4n4ry"


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("<!-- c4n4ry -->\n\nshown\n", "a.md"),
        ("shown <!-- c4n4ry --> shown\n", "a.md"),
        ("45 ms<!--=results.json#c4n4ry .1f ms--> shown\n", "a.md"),
        ("<div><!-- c4n4ry -->shown</div>\n", "a.md"),
        ("<div>\n<!-- c4n4ry\nmore -->\nshown\n</div>\n", "a.md"),
        ("<div>\n<!-- one\n\nc4n4ry\n\n- c4n4ry\n\n-->\n</div>\n\nshown\n", "a.md"),
        ("# shown\n<!-- section: results 200-300 c4n4ry -->\n<!-- plan\n- c4n4ry\n-->\n", "a.md"),
        ("<!-- inkwright: allow long-sentence -- c4n4ry -->\nshown\n", "a.md"),
        ("shown {/* c4n4ry */} shown\n\n{/* c4n4ry\n\nc4n4ry */}\n", "a.mdx"),
        ("shown %%c4n4ry%% shown\n\n%%\nc4n4ry\n%%\n", "a.md"),
        ("shown\n\n{% comment %}\nc4n4ry\n{% endcomment %}\n", "a.md"),
        ("> shown\n> <!-- c4n4ry -->\n", "a.md"),
        ("- shown\n  <!-- c4n4ry -->\n", "a.md"),
        ("| shown |\n|---|\n| a<!-- c4n4ry --> |\n", "a.md"),
        ("[shown](/x) [^1]\n\n[^1]: a <!-- c4n4ry -->\n", "a.md"),
        ("shown\n\n[c4n4ry]: /x\n", "a.md"),
        ("<p>shown<!--> <!-- c4n4ry --!></p>\n", "a.md"),
        ("shown\n\n<!-- c4n4ry\n", "a.md"),
    ],
)  # fmt: skip
def test_comments_and_marks_reach_no_page(text, path):
    html = html_of(text, path)
    assert CANARY not in html
    assert "shown" in html
    assert "<p></p>" not in html


def test_comments_shown_as_code_stay():
    assert "&lt;!-- x --&gt;" in html_of("`<!-- x -->`\n")
    assert "&lt;!-- x --&gt;" in html_of("```html\n<!-- x -->\n```\n")


def test_wikilinks_and_embeds():
    def wikilink(target: str, label: str) -> str | None:
        return None if target.startswith("missing") else f"/notes/{target}"

    assert html_of("[[a b|c]]\n", wikilink=wikilink) == '<p><a href="/notes/a%20b">c</a></p>\n'
    assert html_of("[[missing]]\n", wikilink=wikilink) == '<p><span class="unlinked">missing</span></p>\n'
    assert html_of("[[x]]\n") == '<p><span class="unlinked">x</span></p>\n'
    assert 'src="/notes/p.png" alt="p" width="200"' in html_of("![[p.png|200]]\n", wikilink=wikilink)
    assert 'src="p.png" alt="What it shows"' in html_of("![[p.png|What it shows]]\n")
    assert '<audio src="/notes/a.mp3" controls' in html_of("![[a.mp3]]\n", wikilink=wikilink)
    assert html_of("![[n#part]]\n", wikilink=wikilink) == '<p><a href="/notes/n#part">n#part</a></p>\n'
    assert "EMBEDDED" in html_of("![[n]]\n", embed=lambda target, label: "EMBEDDED")


def test_html_of_the_author_passes():
    assert html_of("<details>\n<summary>a</summary>\n\n*b*\n\n</details>\n") == (
        "<details>\n<summary>a</summary>\n<p><em>b</em></p>\n</details>\n"
    )
    assert html_of("a<br>b <kbd>c</kbd>\n") == "<p>a<br>b <kbd>c</kbd></p>\n"
    assert html_of("<script>\n<!--\nx\n-->\n</script>\n") == "<script>\n<!--\nx\n-->\n</script>\n"


def test_an_empty_document_is_empty():
    assert html_of("") == ""
    assert html_of("---\ntitle: x\n---\n") == ""


def test_a_film_written_as_a_picture_is_a_player():
    assert html_of("![A run](run.mp4)\n") == (
        '<p><video src="run.mp4" controls preload="metadata" aria-label="A run"></video></p>\n'
    )
    assert '<audio src="a.mp3"' in html_of("![](a.mp3)\n") and "<video" not in html_of("![x](run.mp4.png)\n")

"""Footnotes of the site: reachable both ways, numbered in the order of the text."""

import re

from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text


def html_of(text: str, **options) -> str:
    return render(parse_text(text), RenderOptions(**options))


def test_a_note_and_the_way_back():
    assert html_of("a[^n].\n\n[^n]: Note *x*.\n") == (
        '<p>a<sup><a href="#fn-n" id="fnref-n" role="doc-noteref">1</a></sup>.</p>\n'
        '<section class="footnotes" role="doc-endnotes" aria-label="Footnotes">\n<ol>\n'
        '<li id="fn-n">\n<p>Note <em>x</em>. '
        '<a href="#fnref-n" role="doc-backlink" aria-label="Back to reference 1">↩</a></p>\n</li>\n</ol>\n</section>\n'
    )


def test_several_references_to_one_note():
    html = html_of("a[^n] b[^n]\n\n[^n]: x\n")
    assert re.findall(r'id="(fnref[^"]*)"', html) == ["fnref-n", "fnref-n-2"]
    assert re.findall(r'href="#(fnref[^"]*)"', html) == ["fnref-n", "fnref-n-2"]
    assert html.count("<li") == 1


def test_undefined_and_unreferenced_notes():
    html = html_of("a[^none]\n\n[^unused]: canary\n")
    assert "[^none]" in html
    assert "canary" not in html
    assert "footnotes" not in html


def test_a_note_may_refer_to_a_note_even_to_itself():
    html = html_of("a[^1]\n\n[^1]: x[^2]\n\n[^2]: y[^1]\n")
    assert re.findall(r'<li id="([^"]*)"', html) == ["fn-1", "fn-2"]
    assert html.count('href="#fnref-1"') == html.count('href="#fnref-1-2"') == 1


def test_notes_of_several_blocks_and_notes_that_end_in_code():
    html = html_of("a[^1] b[^2]\n\n[^1]:\n    One.\n\n    Two.\n\n[^2]:\n    ```\n    x\n    ```\n")
    assert '<p>One.</p>\n<p>Two. <a href="#fnref-1"' in html
    assert re.search(r"</pre></div>\n<p?>?<a href=\"#fnref-2\"|</div>\n<a href=\"#fnref-2\"", html)


def test_labels_that_are_no_ids_and_labels_that_collide():
    html = html_of("a[^*] b[^A b] c[^a-b]\n\n[^*]: x\n\n[^A b]: y\n\n[^a-b]: z\n")
    ids = re.findall(r'id="([^"]*)"', html)
    assert len(ids) == len(set(ids))
    assert not re.search(r"[\s*]", "".join(ids))


def test_ids_take_the_prefix_of_the_page():
    html = html_of("a[^1]\n\n[^1]: x\n", id_prefix="post-7-")
    assert re.findall(r'(?:id|href)="#?([^"]*)"', html) == [
        "post-7-fn-1", "post-7-fnref-1", "post-7-fn-1", "post-7-fnref-1",
    ]  # fmt: skip


def test_the_same_label_in_another_case_is_the_same_note():
    assert html_of("a[^N]\n\n[^n]: x\n").count("<li") == 1

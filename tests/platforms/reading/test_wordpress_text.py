from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.wordpress_text import html_of


def made(text, pictures=None):
    items = []
    body = body_of(html_of(text, pictures or {}, items))
    return body.text, [(one.kind, one.fate) for one in (*items, *body.items)]


def test_blank_lines_part_paragraphs_and_line_ends_break():
    assert made("one\ntwo\n\nthree <b\nclass='x'>four</b>")[0] == "one\\\ntwo\n\nthree **four**\n"


def test_code_between_shortcodes_is_left_as_it_is():
    text, items = made('[sourcecode language="c"]\nif (a < b && c)\n\n  [x] = 1;\n[/sourcecode]')
    assert text == "```c\nif (a < b && c)\n\n  [x] = 1;\n```\n"
    assert items == [("code block", "kept")]
    assert made("[python]x &lt; 1[/python]")[0] == "```python\nx < 1\n```\n"


def test_galleries_name_their_pictures_by_number():
    text, items = made('[gallery ids="1,2"]', {"1": "https://e.example.com/1.png"})
    assert text == "![](inkwright-file-0-picture)\n"
    assert ("picture", "lost") in items
    assert made("[gallery]")[1] == [("gallery", "lost")]


def test_unknown_shortcodes_stay_and_are_named():
    text, items = made('Before [contact-form to="x"] after [sic] and [link](x).')
    assert text.startswith('Before [contact-form to="x"] after [sic] and')
    assert items == [("shortcode", "changed")]


def test_blocks_that_only_a_server_fills_are_lost_by_name():
    assert made("<!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><!-- wp:rss /-->")[1] == [("block", "lost")]


def test_addresses_alone_on_a_line_are_embeds_and_others_are_not():
    text, items = made("https://youtu.be/abcdefghijk\n\nhttps://example.com/page")
    assert "[youtu.be/abcdefghijk](https://youtu.be/abcdefghijk)" in text
    assert [kind for kind, _ in items] == ["embed"]


def test_notes_and_formulas_of_plugins():
    text, _ = made("a[footnote]Why <em>so</em>[/footnote] and $latex x_1^2$ and f(x)((two words))")
    assert text == "a[^1] and $x_1^2$ and f(x)[^2]\n\n[^1]: Why *so*\n\n[^2]: two words\n"

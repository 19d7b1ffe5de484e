"""What plain Markdown becomes; the specification's examples are rendered in tests/render."""

import gc

import pytest

from inkwright.model.document import Source
from inkwright.text.markdown import dialect_of, parse, parse_text

SHAPES = {
    "empty": ("", ""),
    "lists": ("- a\n  - b\n- c", "list[item[paragraph['a'] list[item[paragraph['b']]]] item[paragraph['c']]]"),
    "tasks, tight and loose": (
        "- [ ] a\n- [x] *b*\n\n  c\n\n1. [x] d",
        "list[item[paragraph[task:  'a']] item[paragraph[task:x emphasis('b')] paragraph['c']]] "
        "list[item[paragraph[task:x 'd']]]",
    ),
    "footnotes": ("a[^1]\n\n[^1]: b\n\n    c", "paragraph['a' footnote_ref:1] "
                  "footnote:1[paragraph['b'] paragraph['c']]"),
    "comments": (
        "<!-- a -->\n\nb <!-- c --> d\n\n<!--\ne\n\nf\n-->\n\n<!-- g --> h",
        "comment ' a ' paragraph['b ' comment ' c ' ' d'] comment '\\ne\\n\\nf\\n' html '<!-- g --> h'",
    ),
    "definition lists": (
        "term\n: def *x*\n\n  more\n\nno\n", "definition_list[definition_term['term'] "
        "definition_detail[paragraph['def ' emphasis('x')] paragraph['more']]] paragraph['no']",
    ),
    "definitions where they stand": (
        "> [y]: <z w>\n\n- [q]: /r\n\n[y][] [q]", "blockquote[definition:y 'z w'] list[item[definition:q '/r']] "
        "paragraph[link:reference:z w('y') ' ' link:reference:/r('q')]",
    ),
    "entities and escapes": ("a &amp; \\* b", "paragraph['a ' '&' ' ' '* b']"),
    "code": ("```{python}\n#| echo: false\nx\n```\n\n    y\n", "code:fenced:{python} '#| echo: false\\nx\\n' "
             "code:indented 'y\\n'"),
    "an empty fence": ("```py\n```", "code:fenced:py ''"),
    "odd characters": ("a\fb\u200b\u202ec\0", "paragraph['a\\x0cb\\u200b\\u202ec\\x00']"),
    "lone CR": ("# a\rb\r\rc", "heading['a'] paragraph['b'] paragraph['c']"),
    "setext": ("a\n===\n\n---", "heading['a'] thematic_break"),
    "a colon in a title": ("---\ntitle: a: b\n---\n# c", "heading['c']"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted


def test_dialects():
    assert [dialect_of(name) for name in ("a.md", "b.MDX", "c.qmd", "d.Rmd", "")] == [
        "markdown", "mdx", "quarto", "quarto", "markdown",
    ]  # fmt: skip


def test_a_mark_of_byte_order_stays_the_first_character():
    document = parse_text("\ufeff# A\r\n\r\nb")
    assert [tuple(block.span) for block in document.blocks] == [(1, 4), (8, 9)]
    assert document.text[0] == "\ufeff"


def test_lone_surrogates_are_read():
    (block,) = parse_text("a \ud83d b").blocks
    assert block.inlines[0].text == "a \ud83d b"


def test_without_extensions_nothing_of_ours_is_read(breaches):
    text = "---\na: b\n---\n\n{{< x >}} $y$ ==z== https://a.b ~~c~~ [[d]]\n\n> [!tip] e\n\n| f |\n|---|\n| g |\n"
    document = parse(Source("", text), extensions=False)
    kinds = {block.kind for block in document.all_blocks} | {inline.kind for inline in document.all_inlines}
    assert kinds == {"thematic_break", "heading", "paragraph", "blockquote", "text", "soft_break"}
    assert document.front_matter.format == ""


def test_nesting_ends_where_nobody_writes():
    document = parse_text("> " * 5_000 + "text")
    assert len(document.of_kind("blockquote")) == 100
    assert document.of_kind("paragraph")[0].plain() == "text"


def test_what_lies_too_deep_stays_in_its_order():
    document = parse_text("> " * 99 + "- a\n" + "> " * 99 + "  - b *c* d\n" + "> " * 99 + "    - > e\n\nf *g*")
    assert [block.plain() for block in document.of_kind("paragraph")] == ["a", "b c d", "e", "f g"]
    assert (len(document.of_kind("blockquote")), len(document.of_kind("list"))) == (99, 1)
    assert [inline.plain() for inline in document.inlines_of("emphasis")] == ["g"]


def test_blocks_know_their_inner_part():
    document = parse_text("## A b ##\n\n```py\nx\n```\n\n> c\n")
    assert [document.slice(block.inner) for block in document.blocks] == ["A b", "x\n", "c"]


def test_links_know_their_text_target_and_title():
    document = parse_text('[a](b "c") [d][] [e] <https://f.g> ![h](i)\n\n[d]: j\n[e]: k')
    found = document.inlines_of("link", "image")
    assert [(document.slice(link.span), document.slice(link.inner)) for link in found] == [
        ('[a](b "c")', "a"), ("[d][]", "d"), ("[e]", "e"), ("<https://f.g>", "https://f.g"), ("![h](i)", "h"),
    ]  # fmt: skip
    assert [(link.target, link.title, link.name) for link in found] == [
        ("b", "c", "inline"), ("j", "", "reference"), ("k", "", "reference"), ("https://f.g", "", "autolink"),
        ("i", "", "inline"),
    ]  # fmt: skip


@pytest.mark.parametrize("running", [True, False])
def test_the_collector_is_left_as_it_was(running):
    before = gc.isenabled()
    try:
        (gc.enable if running else gc.disable)()
        parse_text("# a" + " b" * 150_000)
        assert gc.isenabled() is running
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("before", ["", "> ", "1. "])
def test_rows_of_plain_and_other_cells(before):
    rows = ("| a | b | c |", "| - | - | - |", "| x | *y* z | |", "| é | a \\| b | `q` |", "| d |")
    text = "\n".join(before + rows[0] if not at else before.replace("1.", "  ") + row for at, row in enumerate(rows))
    document = parse_text(text, "a.md")
    cells = [[cell.plain() for cell in row.children] for row in document.of_kind("table_row")]
    assert cells == [["x", "y z", ""], ["é", "a | b", "q"], ["d", "", ""]]
    for cell in document.of_kind("table_cell"):
        assert document.slice(cell.span).strip() == document.slice(cell.span)

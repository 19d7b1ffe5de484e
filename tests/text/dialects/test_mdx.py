import pytest

from inkwright.text.markdown import parse_text

SHAPES = {
    "modules": (
        "import A from './a'\nimport B from './b'\n\nexport const b = {\n\n  c: 1\n}\n\ntext",
        "opaque:esm:import opaque:esm:export paragraph['text']",
    ),
    "prose that begins with import": ("import taxes rise\n\nexport of goods", "paragraph['import taxes rise'] "
                                      "paragraph['export of goods']"),
    "block element, indented": (
        "<Tip>\n  Some *text*\n\n  - a\n</Tip>",
        "opaque:jsx:Tip[paragraph['Some ' emphasis('text')] list[item[paragraph['a']]]]",
    ),
    "nested, four columns deep, CRLF": (
        '<Tabs>\r\n    <TabItem value="a">\r\n    ```js\r\n    x\r\n    ```\r\n    </TabItem>\r\n</Tabs>\r\n',
        "opaque:jsx:Tabs[opaque:jsx:TabItem[code:fenced:js 'x\\n']]",
    ),
    "in a line": (
        "a {b.c} <X y={1}/> <Y>*z*</Y> {/* c */}",
        "paragraph['a ' opaque:expression:b.c ' ' opaque:jsx:X ' ' opaque:jsx:Y(emphasis('z')) ' ' comment ' c ']",
    ),
    "plain tags hold Markdown": (
        '<div className="x">\n<img src="a"/>\n</div>\n\n<details>\n<summary>S</summary>\n\nt *u*\n\n</details>',
        "opaque:jsx:div[html '<img src=\"a\"/>\\n'] "
        "opaque:jsx:details[html '<summary>S</summary>\\n' paragraph['t ' emphasis('u')]]",
    ),
    "conditionals": (
        "{#if fw === 'pt'}\n\nA\n\n{:else}\n\nB\n\n{/if}\n",
        "opaque:expression:if[paragraph['A'] opaque:expression::else paragraph['B']]",
    ),
    "anchors of headings": ("# A[[b]]\n\n## C [[d]]\n\n## E {#f}",
                            "heading['A' opaque:anchor:b] heading['C ' wikilink:d('d')] heading['E']"),
    "braces in attributes": (
        "<Question\n  choices={[\n    { text: \"a } b\", ok: true },\n  ]}\n/>\n\nx",
        "opaque:jsx:Question paragraph['x']",
    ),
    "braces in code and formulas": ("`{a}` $x_{1}$ \\{b}", "paragraph[code '{a}' ' ' math 'x_{1}' ' ' '{b}']"),
    "not closed": ("a {b <C d", "paragraph['a {b <C d']"),
    "items": ("1. a\n   <Tip>\n   b\n   </Tip>\n2. c", "list[item[paragraph['a'] opaque:jsx:Tip[paragraph['b']]] "
              "item[paragraph['c']]]"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text, "a.mdx") == wanted


def test_comments_are_read_in_markdown_too(shape):
    assert shape("a {/* b */} {c}\n\n{/* d */}", "a.md") == "paragraph['a ' comment ' b ' ' {c}'] comment ' d '"


def test_anchor_of_a_heading_is_its_id():
    heading, *_ = parse_text("# A[[b-c]]\n", "a.mdx").blocks
    assert heading.attrs == (("id", "b-c"),)
    assert heading.plain() == "A"


def test_attributes_of_a_tag():
    (block,) = parse_text('<X a="1" b={[2]} c {...d} />', "a.mdx").blocks
    assert block.attrs == (("a", "1"), ("b", "{[2]}"), ("c", ""), ("", "{...d}"))

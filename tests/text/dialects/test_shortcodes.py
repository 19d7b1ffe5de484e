import pytest

from inkwright.text.markdown import parse_text

SHAPES = {
    "alone and in a line": (
        '{{< figure src="a b.png" >}}\n\ntext {{< icon "x" >}} end',
        "opaque:shortcode:figure paragraph['text ' opaque:shortcode:icon ' end']",
    ),
    "paired, content is Markdown": (
        "{{< note >}}\nSome *text*.\n{{< /note >}}\nafter",
        "opaque:shortcode:note[paragraph['Some ' emphasis('text') '.']] paragraph['after']",
    ),
    "paired in a line": (
        "a {{< kbd >}}*b*{{< /kbd >}} c",
        "paragraph['a ' opaque:shortcode:kbd(emphasis('b')) ' c']",
    ),
    "percent form, nested": (
        "{{% tabs %}}\n{{% tab %}}\nx\n{{% /tab %}}\n{{% /tabs %}}",
        "opaque:shortcode:tabs[opaque:shortcode:tab[paragraph['x']]]",
    ),
    "in destinations": (
        '[a]({{< ref "b c.md" >}}) ![x]({{% y %}} "t")',
        "paragraph[link:inline:{{< ref \"b c.md\" >}}('a') ' ' image:inline:{{% y %}}('x')]",
    ),
    "in a link definition": (
        '[x]: {{< relref "a.md" >}} "T"\n\n[x]',
        "definition:x:T '{{< relref \"a.md\" >}}' paragraph[link:reference:{{< relref \"a.md\" >}}('x')]",
    ),
    "shown as code": (
        "````\n{{< x >}}\n````\n\n`{{< y >}}` and\n\n    {{< z >}}\n",
        "code:fenced '{{< x >}}\\n' paragraph[code '{{< y >}}' ' and'] code:indented '{{< z >}}\\n'",
    ),
    "highlight is code": (
        '{{< highlight go "linenos=true" >}}\nx := `a`\n\n# no heading\n{{< /highlight >}}\n',
        "code:shortcode:go 'x := `a`\\n\\n# no heading\\n'",
    ),
    "written to be shown": ("{{</* shown */>}} x", "paragraph[opaque:literal:shortcode ' x']"),
    "in quotes and items": (
        "> {{< x >}}\n> text\n\n- a\n  {{< y >}}\n- b\n",
        "blockquote[opaque:shortcode:x paragraph['text']] list[item[paragraph['a'] opaque:shortcode:y] "
        "item[paragraph['b']]]",
    ),
    "with a pipe in a cell": ('| a |\n|---|\n| {{< x "a|b" >}} |\n', "table[table_head[table_cell['a']] "
                              "table_row[table_cell[opaque:shortcode:x]]]"),
    "over several lines": ('{{< figure\n  src="a"\n>}}\ntext', "opaque:shortcode:figure paragraph['text']"),
    "inside raw HTML": (
        "<div>\n{{< x >}}\n</div>\n", "html '<div>\\n{{< x >}}\\n</div>\\n'",
    ),
    "not closed": ("a {{< x b\n\nc", "paragraph['a {{< x b'] paragraph['c']"),
    "closed only in another": ("{{< a {{< b >}}", "paragraph['{{< a ' opaque:shortcode:b]"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_shapes(shape, name):
    text, wanted = SHAPES[name]
    assert shape(text) == wanted


def test_arguments_and_source():
    (block,) = parse_text('{{< figure "pos" src="a \\"b\\".png" class=c >}}').blocks
    assert block.attrs == (("", "pos"), ("src", 'a "b".png'), ("class", "c"))
    assert block.text == '{{< figure "pos" src="a \\"b\\".png" class=c >}}'


def test_a_pair_covers_both_tags_and_its_text_is_the_first():
    text = "{{< a x=1 >}}\nb\n{{< /a >}}"
    (block,) = parse_text(text).blocks
    assert (block.span, block.inner, block.text) == ((0, len(text)), (13, 16), "{{< a x=1 >}}")

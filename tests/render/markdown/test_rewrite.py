"""A text for another platform: what is rewritten, what stays, what is told as lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.source import Source
from inkwright.render.markdown.flavour import Flavour, Places, Shown
from inkwright.render.markdown.rewrite import rewritten
from inkwright.text.markdown import parse

HIDDEN = Shown("", "it is not published")


def places(**given):
    asks = {
        "link": lambda target: HIDDEN if target == "draft.md" else Shown(target.replace("b.md", "https://me.example/b/")),
        "wikilink": lambda name: HIDDEN if name == "Draft" else Shown(f"/{name.lower()}/"),
        "image": lambda target: Shown("", "there is no such file") if target == "gone.png" else Shown(f"img/{target}"),
        "picture": lambda kind, source, alt: Shown(f"{kind}.svg"),
        "data": lambda block: "<table><tr><th>a</th></tr><tr><td>1 | 2</td></tr></table>",
        "original": "https://me.example/p/",
    }  # fmt: skip
    return Places(**{**asks, **given})


PLAIN = Flavour()


def made(text, flavour=PLAIN, path="p.md", **given):
    return rewritten(parse(Source(path, text)), flavour, places(**given))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("[b](b.md) [it](https://x.y \"t\")\n", "[b](https://me.example/b/) [it](https://x.y \"t\")\n"),
        ("[b][r]\n\n[r]: b.md\n", "[b][r]\n\n[r]: https://me.example/b/\n"),
        ("A [word](draft.md) here\n", "A word here\n"),
        ("[[Notes|my *notes*]] and [[Draft]]\n", "[my *notes*](/notes/) and Draft\n"),
        ("![a](x.png \"t\") ![[y.png]]\n", "![a](img/x.png \"t\") ![y.png](img/y.png)\n"),
        ("![a](gone.png)\n", "![a](gone.png)\n"),
        ("![clip](talk.mp4)\n", "[Video: clip](img/talk.mp4)\n"),
        ("[![a](x.png)](b.md)\n", "[![a](img/x.png)](https://me.example/b/)\n"),
        ("==marked *here*==\n", "<mark>marked *here*</mark>\n"),
        ("\\\\(a_b\\\\)\n", "$a_b$\n"),
        ("A ^[note [b](b.md)] c\n", "A [^note-1] c\n\n[^note-1]: note [b](https://me.example/b/)\n"),
        ("> [!tip] Mind *it*\n> b\n>\n> > [!note]\n> > i\n", "> **Mind *it***\n>\n> b\n>\n> > **Note**\n> >\n> > i\n"),
        ("```mermaid\ngraph TD; A-->B\n```\n", "![Mermaid diagram](mermaid.svg)\n"),
        ("```table from=a.json\n```\n", "| a |\n| --- |\n| 1 \\| 2 |\n"),
        ("{{< figure src=\"x.png\" alt=\"A b\" >}}\n", "![A b](img/x.png)\n"),
        ("{{< youtube abc >}}\n", "[youtube (in the original post)](https://me.example/p/)\n"),
        ('<img src="x.png"> <a href="b.md">b</a>\n', '<img src="img/x.png"> <a href="https://me.example/b/">b</a>\n'),
        ("", ""),
    ],
)  # fmt: skip
def test_what_is_rewritten(text, wanted):
    assert made(text).text == wanted


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("colons", "::::warning[Out]\n\na\n\n:::note\n\nb\n\n:::\n\n::::\n"),
        ("div", '::: {.callout-warning title="Out"}\na\n\n:::: {.callout-note}\nb\n::::\n:::\n'),
        ("indented", '!!! warning "Out"\n\n    a\n\n    !!! note\n\n        b\n'),
        ("alert", "> [!warning] Out\n> a\n>\n> > [!note]\n> > b\n"),
    ],
)
def test_callouts_in_callouts(form, wanted):
    text = made("> [!warning] Out\n> a\n>\n> > [!note]\n> > b\n", Flavour(callouts=form)).text
    assert text.count(":::") == wanted.count(":::")
    assert text.replace("::::", ":::") == wanted.replace("::::", ":::")


def test_a_kind_that_is_not_known_there_becomes_the_nearest_and_keeps_its_name():
    flavour = Flavour(callouts="colons", kinds=frozenset({"note", "tip"}))
    assert made("> [!example]\n> a\n", flavour).text == ":::note[Example]\n\na\n\n:::\n"


def test_mdx_reads_no_code_in_words():
    text = "a {b} < c, <https://x.example>, `{d}`<br>\n"
    assert made(text, Flavour(mdx=True)).text == (
        "a \\{b\\} &lt; c, [https://x.example](https://x.example), `{d}`<br />\n"
    )


def test_liquid_and_shortcodes_in_code_are_shown_as_written():
    code = "```\n{{< x >}} {% y %}\n```\n"
    assert made(code, Flavour(liquid=True)).text == "{% raw %}\n```\n{{< x >}} {% y %}\n```\n{% endraw %}\n"
    assert made(code, Flavour(shortcodes=True)).text == "```\n{{</* x */>}} {% y %}\n```\n"


def test_footnotes_for_who_has_none():
    text = "b[^2] a[^1] b[^2]\n\n[^1]: One.\n[^2]: Two *words*.\n"
    done = made(text, Flavour(notes=False))
    assert done.text == "b[1] a[2] b[1]\n\n**Notes**\n\n1. Two *words*.\n2. One.\n"
    assert [(loss.what, loss.count, loss.line) for loss in done.losses] == [
        ("footnote shown as a numbered note at the end", 2, 3)
    ]


def test_a_table_as_text_in_columns():
    done = made("| a | bcd |\n|---|---|\n| 12 | *e* |\n", Flavour(tables=False))
    assert done.text == "```text\na   bcd\n--  ---\n12  e\n```\n"


def test_losses_are_told_once_with_their_first_line():
    done = made("a\n\n[[Draft]]\n\n[[Draft]] ![a](gone.png)\n")
    assert [(loss.what, loss.count, loss.line) for loss in done.losses] == [
        ("link to Draft (it is not published)", 2, 3), ("picture gone.png (there is no such file)", 1, 5),
    ]  # fmt: skip


def test_a_diagram_without_a_picture_is_a_link_home_or_its_source():
    text = "```mermaid\ngraph TD\n```\n"
    nothing = {"picture": lambda kind, source, alt: Shown("", "nothing draws it")}
    assert made(text, **nothing).text == "[Mermaid diagram (in the original post)](https://me.example/p/)\n"
    assert made(text, **nothing, original="").text == text
    assert made(text, **nothing, original="").losses[0].what == "mermaid diagram shown as its source (nothing draws it)"


HUGO = Flavour(constructs=frozenset({"shortcode"}), calls=frozenset({"figure"}), shortcodes=True)
JEKYLL = Flavour(constructs=frozenset({"liquid"}), calls=frozenset({"raw", "mine"}), liquid=True, info="bare")


@pytest.mark.parametrize(
    ("flavour", "text", "wanted"),
    [
        (HUGO, '{{< figure src="x.png" >}}\n', '{{< figure src="x.png" >}}\n'),
        (HUGO, "{{< gadget 1 >}}\n", "[gadget (in the original post)](https://me.example/p/)\n"),
        (HUGO, "<div>\n{{< gadget >}}\n<b>x</b>\n{{< /gadget >}}\n</div>\n", "<div>\n\n<b>x</b>\n\n</div>\n"),
        (PLAIN, "<div>\n{{< gadget >}}\n</div>\n", "<div>\n\n</div>\n"),
        (JEKYLL, "{% include mine.html %}\n", "{% include mine.html %}\n"),
        (JEKYLL, "A {% include gone.html %} b\n", "A  b\n"),
        (JEKYLL, "<div>{% include gone.html %}{% include mine.html %}</div>\n", "<div>{% include mine.html %}</div>\n"),
        (JEKYLL, "{% raw %}\n```\na: {{ x }}\n```\n{% endraw %}\n", "{% raw %}\n```\na: {{ x }}\n```\n{% endraw %}\n"),
        (PLAIN, "{{< highlight go >}}\nx := 1\n{{< /highlight >}}\n", "```go\nx := 1\n```\n"),
        (PLAIN, "{% highlight python %}\nx = 1\n{% endhighlight %}\n", "```python\nx = 1\n```\n"),
        (Flavour(mermaid="fence"), "{{< mermaid >}}\nA-->B\n{{< /mermaid >}}\n", "```mermaid\nA-->B\n```\n"),
    ],
)  # fmt: skip
def test_a_repository_gets_only_the_calls_that_it_knows(flavour, text, wanted):
    assert made(text, flavour).text == wanted


@pytest.mark.parametrize(
    ("info", "written", "wanted"),
    [
        ("words", 'python title="a" {2}', 'python title="a" {2}'), ("words", "{python}", "python"),
        ("words", "{{r, echo=FALSE}}", "r"), ("words", "id=x", ""), ("cells", "{python}", "{python}"),
        ("bare", 'python title="a" {2}', "python"), ("titled", "python file=a.py", 'python title="a.py"'),
        ("braces", 'python title="a" {2,4-5}', 'python {title="a" hl_lines="2 4 5"}'),
        ("options", 'python title="a" {2}', 'python title="a" hl_lines="2"'), ("options", "text output", "text"),
    ],
)  # fmt: skip
def test_code_says_what_its_reader_understands(info, written, wanted):
    assert made(f"```{written}\nx\n```\n", Flavour(info=info)).text == f"```{wanted}\nx\n```\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("    a {b}\n    c\n", "```\na {b}\nc\n```\n"),
        ("- x\n\n      a\n      b\n", "- x\n\n  ```\n  a\n  b\n  ```\n"),
        (">     a\n>     b\n", "> ```\n> a\n> b\n> ```\n"),
    ],
)
def test_mdx_knows_no_code_by_its_indentation(text, wanted):
    assert made(text, Flavour(mdx=True)).text == wanted


@given(st.text(st.characters(min_codepoint=33, max_codepoint=126, exclude_characters="$"), min_size=1, max_size=30))
def test_the_alternative_text_of_a_formula_is_its_tex(tex):
    written = made(f"$$\n{tex}\n$$\n", Flavour(math=None, display=None)).text
    formulas = parse(Source("p.md", f"$$\n{tex}\n$$\n")).of_kind("math")
    (image,) = parse(Source("p.md", written)).inlines_of("image") if formulas else (None,)
    assert image is None or "".join(child.plain() for child in image.children) == tex


def test_kramdown_displays_only_what_is_a_block():
    jekyll = Flavour(math=("$$", "$$"), display=("$$\n", "\n$$"))
    assert made("So $x$ and\n$$\ny\n$$\nmore\n", jekyll).text == "So $$x$$ and\n\n\n$$\ny\n$$\n\n\nmore\n"
    assert made("$$\ny\n$$\n", jekyll).text == "$$\ny\n$$\n"


def test_indented_code_is_no_part_of_the_callout_before_it():
    mkdocs = Flavour(callouts="indented")
    assert made("> [!note]\n> a\n\n    code\n", mkdocs).text == "!!! note\n\n    a\n\n```\ncode\n```\n"
    assert made("    code\n", mkdocs).text == "    code\n"

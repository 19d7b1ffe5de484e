"""The page of constructs: what the texts of other tools hold and what becomes of it here. `make reference` writes it.

`ROWS` are examples whose claims `tests/docs/test_constructs.py` proves by rendering them; the second half of the page
is the renderer's own table.
"""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from inkwright.render.opaque import construct_table

RENDERED, HIDDEN, KEPT, WRITTEN = "rendered", "hidden", "kept", "as written"


class Row(NamedTuple):
    """A construct: whose it is, its name, an example with the file it stands in, what becomes of it.

    `proof` is what the HTML then holds; for a hidden construct what it must not hold. `says` is for readers.
    """

    family: str
    name: str
    example: str
    state: str
    proof: str
    says: str = ""
    path: str = "a.md"


ROWS = (
    Row("Markdown", "heading", "## A b", RENDERED, '<h2 id="a-b">', "with the id that GitHub would give"),
    Row("Markdown", "emphasis, strong", "*a* **b**", RENDERED, "<em>a</em> <strong>b</strong>"),
    Row("Markdown", "link", "[a](https://a.example)", RENDERED, 'href="https://a.example"'),
    Row("Markdown", "reference link", "[a][x]\n\n[x]: https://a.example", RENDERED, 'href="https://a.example"'),
    Row("Markdown", "picture", "![a](b.png)", RENDERED, '<img src="b.png" alt="a"'),
    Row("Markdown", "list", "- a\n- b", RENDERED, "<ul>"),
    Row("Markdown", "quotation", "> a", RENDERED, "<blockquote>"),
    Row("Markdown", "fenced code block", "```python\nx = 1\n```", RENDERED, 'data-language="python"', "highlighted"),
    Row("Markdown", "indented code block", "    x = 1", RENDERED, "<pre"),
    Row("Markdown", "HTML", "<kbd>a</kbd>", RENDERED, "<kbd>a</kbd>", "as it is"),
    Row("Markdown", "comment", "a\n\n<!-- secret -->", HIDDEN, "secret"),
    Row("GitHub", "table", "| a |\n|---|\n| b |", RENDERED, "<td>b</td>"),
    Row("GitHub", "task list", "- [x] a", RENDERED, 'type="checkbox"'),
    Row("GitHub", "strikethrough", "~~a~~", RENDERED, "<del>a</del>"),
    Row("GitHub", "bare address", "https://a.example", RENDERED, '<a href="https://a.example">'),
    Row("GitHub", "footnote", "a[^1]\n\n[^1]: b", RENDERED, 'role="doc-endnotes"', "at the end of the post"),
    Row("GitHub", "alert", "> [!WARNING]\n> a", RENDERED, 'class="callout warning"'),
    Row("GitHub", "math", "$x$ for US$5", RENDERED, "<math", "as MathML; currency stays text"),
    Row("GitHub", "emoji name", ":smile:", WRITTEN, ":smile:"),
    Row("Obsidian", "wikilink", "[[Note|a]]", RENDERED, ">a<", "a link when the site has the note, else its text"),
    Row("Obsidian", "embedded picture", "![[a.png]]", RENDERED, '<img src="a.png"'),
    Row("Obsidian", "embedded note", "![[Note#Part]]", RENDERED, "Note", "a link to the note or its part"),
    Row("Obsidian", "callout", "> [!tip]- T\n> a", RENDERED, '<details class="callout tip"', "folded ones unfold"),
    Row("Obsidian", "highlight", "==a==", RENDERED, "<mark>a</mark>"),
    Row("Obsidian", "inline footnote", "a^[b]", RENDERED, 'role="doc-endnotes"'),
    Row("Obsidian", "comment", "a %%secret%%", HIDDEN, "secret"),
    Row("Obsidian", "tag", "#tag", RENDERED, '<span class="tag">#tag</span>'),
    Row("Obsidian", "block id", "a ^key", RENDERED, 'id="^key"', "as an anchor that links lead to; not shown"),
    Row("Obsidian", "query block", "```dataview\nTABLE x\n```", WRITTEN, "TABLE x", "as code; queries are not run"),
    Row("Obsidian", "embedded base", "![[x.base]]", WRITTEN, "x.base", "its name; bases are not run"),
    Row("Hugo", "known shortcode", "{{< youtube abc >}}", RENDERED, "youtube-nocookie.com", "see below"),
    Row("Hugo", "unknown shortcode", "{{< mine x=1 >}}", KEPT, "mine"),
    Row("Hugo", "text inside an unknown pair", "{{% mine %}}\n**a**\n{{% /mine %}}", KEPT, "<strong>a</strong>"),
    Row("Hugo", "shortcode shown as code", "`{{</* a */>}}`", WRITTEN, "{{&lt;/* a */&gt;}}"),
    Row("Hugo", "heading id", "## A {#own}", RENDERED, '<h2 id="own">'),
    Row("Hugo, Kramdown", "attributes", "a\n{: .secret}", HIDDEN, "secret"),
    Row("Kramdown", "definition list", "A\n: b", RENDERED, "<dt>A</dt>"),
    Row("Kramdown", "abbreviation", "*[A]: b", WRITTEN, "*[A]: b"),
    Row("Jekyll", "known tag", "{% highlight python %}\nx = 1\n{% endhighlight %}", RENDERED, 'data-language="python"'),
    Row("Jekyll", "unknown tag or include", "{% include mine.html %}", KEPT, "mine.html"),
    Row("Jekyll", "raw", "{% raw %}{{ a }}{% endraw %}", RENDERED, "{{ a }}"),
    Row("Jekyll", "value", "{{ page.mine }}", KEPT, "page.mine", "known ones (`site.title`) are put in"),
    Row("MDX", "import, export", "import A from 'secret'\n\na", HIDDEN, "secret", path="a.mdx"),
    Row("MDX", "known component", "<Tip>\n\na\n\n</Tip>", RENDERED, 'class="callout tip"', "see below", "a.mdx"),
    Row("MDX", "unknown component", "<Mine a={1} />", KEPT, "Mine", path="a.mdx"),
    Row("MDX", "text inside an unknown component", "<Mine>\n\n**a**\n\n</Mine>", KEPT, "<strong>a</strong>", "",
        "a.mdx"),
    Row("MDX", "expression", "{props.mine}", KEPT, "props.mine", path="a.mdx"),
    Row("MDX", "comment", "a {/* secret */}", HIDDEN, "secret", path="a.mdx"),
    Row("MDX course", "condition", "{#if a}\n\nb\n\n{:else}\n\nc\n\n{/if}", RENDERED, '<div class="branch">',
        "every side under its condition", "a.mdx"),
    Row("MDX course", "heading anchor", "# A[[own]]", RENDERED, '<h1 id="own">', path="a.mdx"),
    Row("Docusaurus", "admonition", ":::tip T\na\n:::", RENDERED, 'class="callout tip"', path="a.mdx"),
    Row("Docusaurus", "truncate mark", "a\n\n{/* truncate */}", HIDDEN, "truncate", path="a.mdx"),
    Row("Quarto", "callout", "::: {.callout-note}\na\n:::", RENDERED, 'class="callout note"', path="a.qmd"),
    Row("Quarto", "div", "::: {.mine}\na\n:::", RENDERED, 'class="mine"', path="a.qmd"),
    Row("Quarto", "executable cell", "```{python}\nx = 1\n```", RENDERED, "language-python", "its code; never run",
        "a.qmd"),
    Row("Quarto", "cell that hides its code", "```{python}\n#| echo: false\nsecret\n```", HIDDEN, "secret", "",
        "a.qmd"),
    Row("Quarto", "citation", "[@knuth84]", RENDERED, '<span class="citation">', "as its key", "a.qmd"),
    Row("Quarto", "table caption", "| a |\n|---|\n| b |\n\n: C", RENDERED, "<caption>C</caption>", "`Table: C` too",
        "a.qmd"),
    Row("Pandoc", "subscript, superscript", "H~2~O x^2^", WRITTEN, "H~2~O x^2^"),
)  # fmt: skip

HEAD = """# Constructs

What the texts of other tools hold, and what becomes of it in a site that Inkwright builds. The source is never changed.

- **rendered**: it becomes HTML.
- **hidden**: it has no place on a page and leaves no trace.
- **kept**: not understood; the page shows a labelled placeholder with the source, Markdown between its tags is
  rendered, and `build` reports each kind with the place where it first stands.
- **as written**: not recognised; readers see its characters.

"""
TAIL = """
## Where a page differs from the generator's own

Known from counting real sites twice (`tests/corpus/expectations`), none of it is mended silently:

- CommonMark ends an HTML block at a blank line. Kramdown ends it at the closing tag, and Pandoc reads Markdown inside:
  text or a fence right under `<summary>` or `</div>` without a blank line is shown as it is written, and a fence that
  is opened there may turn the following text into code. A blank line after the tag mends it for every tool.
- A link in the title of a Docusaurus admonition is shown as text.
- Wikilinks inside HTML blocks, which some Jekyll gardens replace in the finished page, stay as they are written.
- An address broken over two lines is no link, in CommonMark as in Kramdown.
- Hugo: module mounts and content that is not Markdown are not read; the last is reported.
- Notebooks (`.ipynb`) and Word files that a pipeline turns into posts are not read; each is reported by name.
"""


def page() -> str:
    """The whole page as Markdown."""
    parts = ["<!-- Made by `make reference`; do not edit. -->\n\n", HEAD]
    parts += _rows()
    parts.append("\n## Constructs known by name\n\nAll others of their family are kept.\n\n")
    parts += _named()
    parts.append(TAIL)
    return "".join(parts)


def _rows() -> Iterator[str]:
    yield "| of | construct | example | state | |\n|---|---|---|---|---|\n"
    for row in ROWS:
        example = row.example.replace("\n\n", "\n").replace("\n", " ⏎ ").replace("|", "\\|")
        ticks = "``" if "`" in example else "`"
        pad = " " if ticks == "``" else ""
        yield f"| {row.family} | {row.name} | {ticks}{pad}{example}{pad}{ticks} | {row.state} | {row.says} |\n"


def _named() -> Iterator[str]:
    """One line for each thing that constructs become, by family."""
    yield "| family | names | become |\n|---|---|---|\n"
    found = sorted((family, says, name) for family, name, _, says in construct_table())
    for (family, says), group in groupby(found, key=lambda row: row[:2]):
        yield f"| {family} | {', '.join(f'`{name}`' for _, _, name in group)} | {says} |\n"

"""Writing into MkDocs with Material's blog plugin: a folder a post below `docs/blog/posts`.

**Source:** squidfunk.github.io/mkdocs-material (plugins/blog, reference/admonitions, reference/diagrams,
reference/math, reference/footnotes). Its authors are keys of a file of their own, so none are written.
"""

from inkwright.platforms.writing.site import Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="docs/blog/posts",
    file="{slug}/index.md",
    front=(
        ("title", "title"), ("date", "date.created"), ("updated", "date.updated"), ("description", "description"),
        ("slug", "slug"), ("tags", "tags"), ("draft", "draft"), ("subtitle", "subtitle"), ("image", "image"),
    ),
    flavour=Flavour(
        callouts="indented",
        kinds=frozenset({"note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger",
                         "bug", "example", "quote"}),
        mermaid="fence", more="<!-- more -->", info="options",
    ),
    dated=True,
    shapes={"hide": list, "categories": list, "links": list, "pin": bool, "search": dict, "icon": str, "status": str},
    needs={
        "callout": "add `admonition` to `markdown_extensions`",
        "math": "add `pymdownx.arithmatex: {generic: true}` to `markdown_extensions`, and load MathJax or KaTeX",
        "mermaid": "add `pymdownx.superfences` with the custom fence `mermaid` to `markdown_extensions`",
        "footnote": "add `footnotes` to `markdown_extensions`",
        "html": "add `md_in_html` where Markdown stands inside",
    },
)  # fmt: skip

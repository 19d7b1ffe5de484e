"""Writing into a Quarto website: a folder a post, callouts as divs, Mermaid as cells.

**Source:** quarto.org/docs (websites/website-blog, authoring/callouts, authoring/diagrams,
reference/formats/html.html).
"""

from inkwright.platforms.writing.site import Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="posts",
    file="{slug}/index.qmd",
    front=(
        ("title", "title"), ("subtitle", "subtitle"), ("description", "description"), ("authors", "author"),
        ("date", "date"), ("updated", "date-modified"), ("tags", "categories"), ("image", "image"),
        ("draft", "draft"), ("aliases", "aliases"), ("show_toc", "toc"), ("toc_open", "toc-expand"),
    ),
    people="list",
    flavour=Flavour(
        callouts="div", kinds=frozenset({"note", "tip", "warning", "caution", "important"}), mermaid="cell",
        inline_notes=True, info="cells", highlight=("[", "]{.mark}"),
        constructs=frozenset({"div", "citation", "attributes"}),
    ),
)  # fmt: skip

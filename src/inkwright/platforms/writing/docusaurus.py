"""Writing into a Docusaurus blog: a folder a post, read as plain Markdown, so that nothing in it is code.

**Source:** docusaurus.io/docs/api/plugins/@docusaurus/plugin-content-blog (front matter),
docusaurus.io/docs/markdown-features (admonitions, diagrams, math equations), docusaurus.io/docs/api/docusaurus-config
(`mdx.format` in front matter).
"""

from inkwright.platforms.writing.site import Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="blog",
    file="{date}-{slug}/index.md",
    front=(
        ("title", "title"), ("date", "date"), ("updated", "last_update.date"), ("description", "description"),
        ("slug", "slug"), ("tags", "tags"), ("authors", "authors"), ("image", "image"), ("draft", "draft"),
        ("show_toc", "!hide_table_of_contents"),
    ),
    always={"mdx": {"format": "md"}},
    people="tables",
    flavour=Flavour(
        callouts="colons", kinds=frozenset({"note", "tip", "info", "warning", "danger"}), mermaid="fence",
        more="<!-- truncate -->", info="titled",
    ),
    needs={
        "math": "add remark-math and rehype-katex to the blog in docusaurus.config.js",
        "mermaid": "add `@docusaurus/theme-mermaid` and `markdown: { mermaid: true }` to docusaurus.config.js",
    },
)  # fmt: skip

"""Writing into an Astro site: a folder a post in the content collection `blog`, plain Markdown.

**Source:** docs.astro.build/en/guides/content-collections, docs.astro.build/en/guides/markdown-content; the keys are
those of its blog starter.
"""

from inkwright.platforms.writing.site import Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="src/content/blog",
    file="{slug}/index.md",
    front=(
        ("title", "title"), ("description", "description"), ("date", "pubDate"), ("updated", "updatedDate"),
        ("image", "heroImage"), ("subtitle", "subtitle"), ("slug", "slug"), ("tags", "tags"), ("authors", "authors"),
        ("series", "series"), ("canonical_url", "canonicalURL"), ("draft", "draft"), ("show_toc", "toc"),
        ("visibility", "visibility"), ("aliases", "aliases"),
    ),
    people="list",
    flavour=Flavour(),
    needs={"math": "add remark-math and rehype-katex to `markdown` in astro.config"},
)  # fmt: skip

"""Writing into a Next.js site that reads MDX from `content/posts`, pictures in `public`.

**Source:** nextjs.org/docs/app/guides/mdx; mdxjs.com/docs/what-is-mdx (what is escaped, what HTML must be).
"""

from inkwright.platforms.writing.site import Calls, Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="content/posts",
    file="{slug}.mdx",
    front=(
        ("title", "title"), ("date", "date"), ("updated", "updated"), ("subtitle", "subtitle"),
        ("description", "description"), ("slug", "slug"), ("tags", "tags"), ("authors", "authors"),
        ("series", "series"), ("canonical_url", "canonical_url"), ("image", "image"), ("draft", "draft"),
        ("show_toc", "toc"), ("visibility", "visibility"), ("aliases", "aliases"),
    ),
    people="list",
    assets="public/posts/{slug}",
    address="/posts/{slug}",
    flavour=Flavour(mdx=True, constructs=frozenset({"jsx"})),
    calls=Calls(own=frozenset(), inside=("{mdx-components,src/mdx-components}.{js,jsx,ts,tsx}", r"\b([A-Z]\w*)\b")),
    needs={"math": "add remark-math and rehype-katex to the MDX options", "footnote": "add remark-gfm",
           "table": "add remark-gfm", "html": "MDX wants each element closed; look at the page"},
)  # fmt: skip

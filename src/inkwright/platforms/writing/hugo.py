"""Writing into a Hugo site: page bundles, front matter as PaperMod has it.

**Source:** gohugo.io/content-management (page-bundles, front-matter, mathematics, diagrams, shortcodes),
gohugo.io/render-hooks/blockquotes, github.com/adityatelange/hugo-PaperMod (front matter), gohugo.io/shortcodes
(which there are).
"""

from inkwright.platforms.writing.site import Calls, Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="content/posts",
    file="{slug}/index.md",
    front=(
        ("title", "title"), ("date", "date"), ("draft", "draft"), ("show_toc", "showToc"), ("toc_open", "TocOpen"),
        ("updated", "lastmod"), ("subtitle", "subtitle"), ("description", "description"), ("slug", "slug"),
        ("tags", "tags"), ("authors", "author"), ("series", "series"), ("canonical_url", "canonicalURL"),
        ("aliases", "aliases"), ("image", "cover.image"), ("visibility", "visibility"),
    ),
    flavour=Flavour(
        html=False, highlight=("**", "**"), more="<!--more-->", shortcodes=True, info="braces",
        constructs=frozenset({"shortcode"}),
    ),
    calls=Calls(
        own=frozenset({"details", "figure", "gist", "highlight", "instagram", "param", "qr", "ref", "relref", "vimeo",
                       "x", "youtube"}),
        path=r"(?:^|/)layouts/_?shortcodes/(?P<name>[^.]+)\.[^/]+$",
        elsewhere=(("go.mod", ""),),
    ),
    hooks=(
        ("{layouts,themes/*/layouts}/**/render-blockquote*.html", {"callouts": "alert"}),
        ("{layouts,themes/*/layouts}/**/render-codeblock-mermaid.html", {"mermaid": "fence"}),
    ),
    needs={
        "math": "turn on `markup.goldmark.extensions.passthrough` with `$` and `$$`, and load KaTeX or MathJax",
        "html": "set `markup.goldmark.renderer.unsafe = true`",
    },
)  # fmt: skip

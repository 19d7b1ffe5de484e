"""Writing into a Jekyll site: dated posts in `_posts`, drafts in `_drafts`, pictures in `assets`, Kramdown.

**Source:** jekyllrb.com/docs (posts, front-matter, liquid/tags: raw, includes, themes),
kramdown.gettalong.org/syntax.html (math,
footnotes).
"""

from inkwright.platforms.writing.site import Calls, Writes
from inkwright.render.markdown.flavour import Flavour

WRITES = Writes(
    folder="_posts",
    file="{date}-{slug}.md",
    draft_file="../_drafts/{slug}.md",
    front=(
        ("title", "title"), ("date", "date"), ("updated", "last_modified_at"), ("subtitle", "subtitle"),
        ("description", "description"), ("slug", "slug"), ("tags", "tags"), ("authors", "author"),
        ("series", "series"), ("canonical_url", "canonical_url"), ("aliases", "redirect_from"), ("image", "image"),
        ("show_toc", "toc"), ("draft", "draft"), ("visibility", "visibility"),
    ),
    always={"layout": "post"},
    assets="assets/posts/{slug}",
    address="/assets/posts/{slug}",
    flavour=Flavour(math=("$$", "$$"), display=("$$\n", "\n$$"), more="<!--more-->", liquid=True, info="bare",
                    constructs=frozenset({"liquid"})),
    calls=Calls(
        own=frozenset({"highlight", "raw", "comment", "if", "unless", "elsif", "else", "case", "when", "for", "break",
                       "continue", "assign", "capture", "cycle", "increment", "decrement", "tablerow", "echo"}),
        path=r"^_includes/(?P<name>[^.]+)\.[^/]+$",
        elsewhere=(("_config.{yml,yaml,toml}", r"^(?:remote_)?theme\s*:"),),
    ),
    needs={"math": "load MathJax or KaTeX in the layout"},
)  # fmt: skip

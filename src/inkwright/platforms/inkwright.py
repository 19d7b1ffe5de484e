"""Our own layout: `posts/<slug>/index.md` or `posts/<slug>.md`, standing pages at the top or in `pages/`.

A Markdown file at the top is a page only when its front matter has a title: a stray `todo.md` is never published.
"""

from pathlib import PurePosixPath

from inkwright.platforms.addresses import address, address_part
from inkwright.platforms.dates import is_future
from inkwright.platforms.drafts import kept_back_by_its_words
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Layout, SiteGenerator

_NO_PAGES = tuple(f"{name}.md" for name in ("ideas", "README", "CONTRIBUTING", "CHANGELOG", "LICENSE", "TODO"))


def configure(folder: Folder) -> Layout:
    """The layout; it needs no configuration of its own."""
    return Layout(
        generator="inkwright",
        posts=(f"posts/**/{MARKDOWN_GLOB}",),
        pages=(MARKDOWN_GLOB, f"pages/**/{MARKDOWN_GLOB}"),
        exclude=(*_NO_PAGES, "inkwright", "private", "public", "**/_*"),
        roots=("posts", "pages", ""),
        static=(("static", ""),),
        certain=True,
    )


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Drafts, private posts, posts dated in the future and untitled top-level files stay in the workspace."""
    metadata = entry.metadata
    if said := kept_back_by_its_words(entry):
        return said
    if is_future(metadata.date, today):
        return "dated in the future"
    if entry.file.kind == "page" and not metadata.title and "/" not in entry.file.path:
        return "no title in its front matter, so no page"
    return ""


def url(entry: Entry, layout: Layout) -> str:
    """`/posts/<slug>/`, for a page `/<slug>/`."""
    slug = entry.metadata.slug or address_part(PurePosixPath(entry.file.id).name)
    above = "/".join(address_part(part) for part in PurePosixPath(entry.file.id).parts[:-1])
    if entry.file.kind == "page":
        return "/" if entry.file.id in ("index", "pages") else address(above, slug)
    return address("posts", above, slug)


GENERATOR = SiteGenerator(
    name="inkwright", label="Inkwright", configure=configure, held_back=held_back, url=url, rank=50,
    alias_key="aliases",
    markers=(("inkwright.toml", "posts"), ("inkwright.toml", "ideas.md")),
)  # fmt: skip

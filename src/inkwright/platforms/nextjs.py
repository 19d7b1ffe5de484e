"""Next.js: Markdown in the folders that its blog starters use, and MDX pages of both routers.

**Source:** nextjs.org/docs/app/guides/mdx; the content folder itself is a convention of each site, so the common ones
are listed; `posts` in inkwright.toml names another.
"""

from pathlib import PurePosixPath

from inkwright.model.regex import regex
from inkwright.platforms.addresses import address, address_part, stem
from inkwright.platforms.metadata import flag
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Layout, SiteGenerator

_CONFIGS = tuple(f"next.config.{ending}" for ending in ("js", "mjs", "ts", "cjs"))
_CONTENT = ("content", "posts", "_posts", "data", "blog", "src/content", "src/posts")
_ROUTES = ("src/app", "app", "src/pages", "pages")
_GROUP = regex(r"\([^)]*\)/|(?:^|/)(?:page|index)$")


def configure(folder: Folder) -> Layout:
    """The usual content folders and the MDX routes."""
    return Layout(
        generator="nextjs",
        posts=tuple(f"{name}/**/{MARKDOWN_GLOB}" for name in _CONTENT),
        pages=tuple(f"{name}/**/*.{{md,mdx}}" for name in _ROUTES),
        exclude=("**/README.md", ".next", "out"),
        roots=("src/content", "src/posts", "content", "_posts", "posts", "data", "blog", *_ROUTES),
        static=(("public", ""),),
    )


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Drafts by the conventions of its starters."""
    if entry.metadata.draft:
        return "draft"
    return "published: false" if flag(entry.front.get("published")) is False else ""


def url(entry: Entry, layout: Layout) -> str:
    """A route's own path; a post's path below its content folder, `/posts/<slug>/` when it lies directly in it."""
    route = next((name for name in _ROUTES if entry.file.path.startswith(name + "/")), "")
    if route:
        return address(_GROUP.sub("", stem(entry.file.path).removeprefix(f"{route}/")))
    parts = [address_part(part) for part in PurePosixPath(entry.file.id).parts]
    parts[-1] = entry.metadata.slug or parts[-1]
    return address(*(parts if len(parts) > 1 else ["posts", *parts]))


GENERATOR = SiteGenerator(
    name="nextjs", label="Next.js", configure=configure, held_back=held_back, url=url, rank=18,
    new_post="content/posts/{slug}.mdx",
    markers=tuple((name,) for name in _CONFIGS),
)  # fmt: skip

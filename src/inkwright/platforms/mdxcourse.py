"""A course in MDX chapters ordered by `_toctree.yml`, as Hugging Face's doc-builder reads it: no front matter needed.

**Source:** github.com/huggingface/doc-builder (README: folder structure, `_toctree.yml`).
"""

import posixpath
from pathlib import PurePosixPath

from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import address
from inkwright.platforms.config import text_of
from inkwright.platforms.platform import Entry, Folder, Layout, SiteGenerator


def configure(folder: Folder) -> Layout:
    """All `.md` and `.mdx` files below the folders that hold a table of contents."""
    roots = sorted(
        {posixpath.dirname(name) for name in folder.names if PurePosixPath(name).name == "_toctree.yml"},
        key=lambda root: (-root.count("/"), root),
    )
    return Layout(
        generator="mdxcourse",
        posts=tuple(f"{root}/**/*.{{md,mdx}}" if root else "**/*.{md,mdx}" for root in roots or [""]),
        exclude=("**/_*", "**/README.md", "inkwright", "private"),
        roots=tuple(roots or [""]),
        info=SiteInfo(language=PurePosixPath(roots[0]).name if roots and len(roots[0].split("/")[-1]) == 2 else "en"),
        unread=("**/*.ipynb",) if not roots else (),
    )


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Every chapter is published."""
    return "draft" if entry.metadata.draft else ""


def url(entry: Entry, layout: Layout) -> str:
    """The chapter's path."""
    return address(text_of(entry.metadata.slug, entry.file.id))


GENERATOR = SiteGenerator(
    name="mdxcourse", label="an MDX course", configure=configure, held_back=held_back, url=url, rank=15,
    new_post="{slug}.mdx",
    markers=(("**/_toctree.yml",),),
)  # fmt: skip

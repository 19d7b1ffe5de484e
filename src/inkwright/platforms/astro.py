"""Astro: content collections below `src/content`, Markdown pages below `src/pages`.

**Source:** docs.astro.build/en/guides/content-collections, /guides/markdown-content. Which route shows a collection is
code; `/<collection>/<id>/` is what its starters do. The convention `draft: true` is respected.
"""

import re
from pathlib import PurePosixPath

from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import address, address_part, stem
from inkwright.platforms.config import script_value
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Layout, SiteGenerator

_CONFIGS = tuple(f"astro.config.{ending}" for ending in ("mjs", "ts", "js", "mts", "cjs"))


def configure(folder: Folder) -> Layout:
    """The usual folders; `site` and `base` of the configuration script."""
    script = next((folder.read(name) for name in _CONFIGS if folder.exists(name)), "")
    site, base = script_value(script, "site").rstrip("/"), script_value(script, "base").strip("/")
    return Layout(
        generator="astro",
        posts=(f"src/content/**/{MARKDOWN_GLOB}", f"src/data/**/{MARKDOWN_GLOB}"),
        pages=(f"src/pages/**/{MARKDOWN_GLOB}",),
        exclude=("**/_*", "**/_*/**"),
        roots=("src/content", "src/pages", "src/data"),
        static=(("public", ""),),
        info=SiteInfo(base_url=f"{site}/{base}".rstrip("/") if site else ""),
    )


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Drafts; dates do not matter to Astro."""
    return "draft" if entry.metadata.draft else ""


def url(entry: Entry, layout: Layout) -> str:
    """The id below its collection, for a page its path."""
    if entry.file.path.startswith("src/pages/"):
        return address(re.sub(r"(^|/)index$", "", stem(entry.file.path).removeprefix("src/pages/")))
    above = [address_part(part) for part in PurePosixPath(entry.file.id).parts[:-1]]
    return address(*above, entry.metadata.slug or address_part(PurePosixPath(entry.file.id).name))


GENERATOR = SiteGenerator(
    updated_key="updatedDate",
    name="astro", label="Astro", configure=configure, held_back=held_back, url=url, rank=16,
    new_post="src/content/blog/{slug}.md",
    markers=tuple((name,) for name in _CONFIGS),
)  # fmt: skip

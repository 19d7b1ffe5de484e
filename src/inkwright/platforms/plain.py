"""A folder of Markdown of unknown origin: every file is a page unless it says that it is a draft."""

from pathlib import PurePosixPath

from inkwright.platforms.addresses import address, address_part
from inkwright.platforms.dates import is_future
from inkwright.platforms.drafts import kept_back_by_its_words
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Layout, SiteGenerator


def configure(folder: Folder) -> Layout:
    """All Markdown files but those of our own folders and the usual papers of a repository."""
    papers = tuple(f"**/{name}.md" for name in ("LICENSE", "CODE_OF_CONDUCT", "SECURITY", "CHANGELOG"))
    return Layout(
        generator="plain",
        posts=(f"**/{MARKDOWN_GLOB}",),
        exclude=("inkwright", "private", "public", "_site", "ideas.md", "log", *papers),
    )


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Drafts, `published: false`, private ones and those dated in the future."""
    if said := kept_back_by_its_words(entry):
        return said
    return "dated in the future" if is_future(entry.metadata.date, today) else ""


def url(entry: Entry, layout: Layout) -> str:
    """The path of the file, tidied."""
    parts = [address_part(part) for part in PurePosixPath(entry.file.id).parts]
    if entry.metadata.slug:
        parts[-1] = entry.metadata.slug
    if parts and parts[-1] in ("index", "readme"):
        parts.pop()
    return address(*parts)


GENERATOR = SiteGenerator(
    name="plain",
    label="a folder of Markdown",
    configure=configure,
    held_back=held_back,
    url=url,
    rank=99,
    new_post="{slug}.md",
    alias_key="aliases",
)

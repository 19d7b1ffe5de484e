"""An Obsidian vault, or any folder of notes linked with `[[wikilinks]]`.

Every note is a page but templates and those that say `publish: false`. Where the vault has Obsidian Publish or the
Digital Garden plugin switched on, only notes that say `publish: true` (`dg-publish: true`) are.

**Source:** help.obsidian.md/publish (the `publish` property), dg-docs.ole.dev (`dg-publish`).
"""

import json
from pathlib import PurePosixPath
from typing import Any

from inkwright.platforms.addresses import address, address_part
from inkwright.platforms.config import table, text_of
from inkwright.platforms.metadata import flag, words
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Layout, SiteGenerator

_PERMITS = ("publish", "dg-publish")


def configure(folder: Folder) -> Layout:
    """All notes but those of the templates folder; a broken setting of the vault counts as not made."""
    templates = text_of(table(_setting(folder, "templates.json")).get("folder")).strip("/")
    core, community = _setting(folder, "core-plugins.json"), _setting(folder, "community-plugins.json")
    chosen = (core.get("publish") is True if isinstance(core, dict) else "publish" in (core or ())) or (
        "digitalgarden" in (community or ())
    )
    return Layout(
        generator="obsidian",
        posts=(f"**/{MARKDOWN_GLOB}",),
        exclude=("inkwright", "private", "public", "ideas.md", *([templates] if templates else ())),
        config={"_chosen": chosen},
    )


def _setting(folder: Folder, name: str) -> Any:
    path = f".obsidian/{name}"
    try:
        return json.loads(folder.read(path)) if folder.exists(path) else None
    except (ValueError, RecursionError):
        return None


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Notes that are not to be published by their own words or for want of them."""
    if entry.metadata.draft:
        return "draft"
    said = [flag(entry.front.get(key)) for key in _PERMITS]
    if False in said:
        return "publish: false"
    if layout.config["_chosen"] and True not in said:
        return "not marked `publish: true`"
    if "private" in (tag.lower() for tag in words(entry.front.get("tags"))) or entry.metadata.visibility == "private":
        return "private"
    return ""


def url(entry: Entry, layout: Layout) -> str:
    """The note's `permalink`, else its path, tidied."""
    own = text_of(entry.front.get("permalink"), entry.front.get("dg-permalink"))
    if own:
        return address(own)
    parts = [address_part(part) or "note" for part in PurePosixPath(entry.file.id).parts]
    return "/" if parts in (["index"], ["readme"]) else address(*parts)


GENERATOR = SiteGenerator(
    name="obsidian", label="an Obsidian vault", configure=configure, held_back=held_back, url=url, rank=60,
    new_post="{slug}.md", alias_key="aliases",
    markers=tuple((f".obsidian/{name}.json",) for name in ("app", "core-plugins", "appearance", "workspace")),
    hints=(("**/*.md", r"^(?!#).*(?<![\])])!?\[\[[^\[\]\n]+\]\](?!\()"),),
)  # fmt: skip

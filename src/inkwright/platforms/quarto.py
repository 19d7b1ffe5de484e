"""Quarto: documents in `.qmd`, drafts by document, folder or project, addresses that end in `.html`.

**Source:** quarto.org/docs/projects/quarto-projects.html (which files are rendered),
quarto.org/docs/websites/website-drafts.html. Notebooks (`.ipynb`) are not read.
"""

import posixpath
from collections.abc import Sequence
from pathlib import PurePosixPath
from typing import Any

from inkwright.model.post import PostFile
from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import stem, under
from inkwright.platforms.config import first_config, read_config, table, text_of, texts
from inkwright.platforms.platform import Entry, Folder, Front, Layout, SiteGenerator

_READ = "*.{qmd,md,Rmd,rmd,markdown}"


def configure(folder: Folder) -> Layout:
    """The layout that `_quarto.yml` describes; the metadata of folders is kept. Raises UnreadableError."""
    config = first_config(folder, ("_quarto.yml", "_quarto.yaml"))
    project, site = table(config.get("project")), table(config.get("website")) or table(config.get("book"))
    render = [pattern for pattern in texts(project.get("render")) if pattern != "*"]
    wanted = [pattern for pattern in render if not pattern.startswith("!")]
    folders = {posixpath.dirname(name): read_config(folder, name) for name in folder.names if _is_folder_metadata(name)}
    return Layout(
        generator="quarto",
        posts=tuple(wanted) or (f"**/{_READ}",),
        exclude=(
            "**/_*", "**/_*/**", "**/{README,CLAUDE,AGENTS}.{md,qmd}", "inkwright", "private",
            text_of(project.get("output-dir"), "_site").strip("/"),
            *(pattern[1:].lstrip("/") for pattern in render if pattern.startswith("!")),
        ),
        info=SiteInfo(
            title=text_of(site.get("title"), config.get("title")),
            description=text_of(site.get("description")),
            author=text_of(config.get("author"), site.get("author")),
            base_url=text_of(site.get("site-url")).rstrip("/"),
            language=text_of(config.get("lang"), "en"),
        ),
        config={**config, "_folders": folders, "_drafts": frozenset(texts(site.get("drafts")))},
        unread=("**/*.ipynb",), certain=bool(config),
    )  # fmt: skip


def _is_folder_metadata(name: str) -> bool:
    return PurePosixPath(name).name in ("_metadata.yml", "_metadata.yaml")


def sift(files: Sequence[PostFile], layout: Layout) -> Sequence[PostFile]:
    """Documents at the top are pages, those in folders posts."""
    return [PostFile(file.id, file.path, _kind(file)) for file in files]


def _kind(file: PostFile) -> Any:
    return "post" if "/" in file.path else "page"


def implied(path: str, layout: Layout) -> Front:
    """The metadata of the folders above, the nearest last."""
    front: dict[str, Any] = {}
    for above in reversed(PurePosixPath(path).parents):
        front.update(layout.config["_folders"].get("" if above.as_posix() == "." else above.as_posix(), {}))
    return front


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Drafts, unless the site shows them."""
    shown = text_of(table(layout.config.get("website")).get("draft-mode")) == "visible"
    drafted = entry.metadata.draft or entry.file.path in layout.config["_drafts"]
    return "draft" if drafted and not shown else ""


def url(entry: Entry, layout: Layout) -> str:
    """The file's path with `.html`; the index of a folder is the folder."""
    path = stem(entry.file.path)
    if path == "index" or path.endswith("/index"):
        return under("", path.removesuffix("index"))
    return under("", f"{path}.html")


GENERATOR = SiteGenerator(
    updated_key="date-modified", alias_key="aliases",
    name="quarto", label="Quarto", configure=configure, held_back=held_back, url=url, sift=sift, implied=implied,
    rank=12, new_post="posts/{slug}/index.qmd",
    markers=(("_quarto.yml",), ("_quarto.yaml",)), hints=(("**/*.qmd", ""),),
)  # fmt: skip

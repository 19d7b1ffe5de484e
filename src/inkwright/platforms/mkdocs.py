"""MkDocs: pages below `docs/`, posts of the Material blog plugin in `docs/blog/posts`.

**Source:** mkdocs.org/user-guide (configuration: docs_dir, use_directory_urls, exclude_docs, draft_docs; writing your
docs: index pages), squidfunk.github.io/mkdocs-material/plugins/blog.
"""

from pathlib import PurePosixPath

from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import address, address_part, under
from inkwright.platforms.config import first_config, text_of
from inkwright.platforms.dates import iso_date
from inkwright.platforms.metadata import flag
from inkwright.platforms.platform import Entry, Folder, Layout, SiteGenerator


def configure(folder: Folder) -> Layout:
    """The layout that `mkdocs.yml` describes. Raises UnreadableError."""
    config = first_config(folder, ("mkdocs.yml", "mkdocs.yaml"))
    docs = text_of(config.get("docs_dir"), "docs").strip("/")
    hidden = [line.strip() for line in text_of(config.get("exclude_docs")).splitlines()]
    drafts = [line.strip() for line in text_of(config.get("draft_docs")).splitlines()]
    return Layout(
        generator="mkdocs",
        posts=(f"{docs}/**/posts/**/*.{{md,markdown}}",),
        pages=(f"{docs}/**/*.{{md,markdown}}",),
        exclude=tuple(f"{docs}/{line.lstrip('/')}" for line in (*hidden, *drafts) if line and line[0] not in "#!"),
        roots=(docs,),
        static=((docs, ""),),
        info=SiteInfo(
            title=text_of(config.get("site_name")),
            description=text_of(config.get("site_description")),
            author=text_of(config.get("site_author")),
            base_url=text_of(config.get("site_url")).rstrip("/"),
        ),
        config={"_folders": flag(config.get("use_directory_urls")) is not False},
    )


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Only drafts."""
    return "draft" if entry.metadata.draft else ""


def url(entry: Entry, layout: Layout) -> str:
    """The page's path; a blog post is at `/blog/YYYY/MM/DD/<slug>/`."""
    parts = list(PurePosixPath(entry.file.id).parts)
    when = iso_date(entry.metadata.date)
    if "posts" in parts and when:
        blog = parts[: parts.index("posts")]
        slug = entry.metadata.slug or address_part(entry.metadata.title or parts[-1])
        return address(*blog, *when[:10].split("-"), slug)
    if parts[-1].lower() in ("index", "readme"):
        return address(*parts[:-1])
    folded = PurePosixPath(entry.file.path).stem == "index"
    return address(*parts) if folded or layout.config["_folders"] else under("", f"{entry.file.id}.html")


GENERATOR = SiteGenerator(
    updated_key="date.updated",
    name="mkdocs", label="MkDocs", configure=configure, held_back=held_back, url=url, rank=14,
    keys={"date": ("date.created",), "updated": ("date.updated",)},
    new_post="docs/blog/posts/{slug}.md",
    markers=(("mkdocs.yml",), ("mkdocs.yaml",)),
)  # fmt: skip

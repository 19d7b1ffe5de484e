"""Docusaurus: a `blog` folder dated by file name or front matter, `docs`, Markdown pages, authors by key.

**Source:** docusaurus.io/docs/blog, /docs/create-doc, /docs/api/plugins/plugin-content-blog (front matter, include,
exclude) and parseBlogFileName of facebook/docusaurus, packages/docusaurus-plugin-content-blog. Posts dated in the
future are published, as Docusaurus does; `unlisted` ones are built and not listed.
"""

from pathlib import PurePosixPath

from inkwright.model.regex import regex
from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import address, address_part, stem
from inkwright.platforms.config import first_config, script_value, table, text_of
from inkwright.platforms.dates import iso_date
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Front, Layout, SiteGenerator

_CONFIGS = tuple(f"docusaurus.config.{ending}" for ending in ("js", "ts", "mjs", "cjs", "mts", "cts"))
_DATED = regex(r"(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*?)(?:/index)?$")
_ROUTED = regex(r"routeBasePath|redirects|locales\s*:\s*\[[^\]]*,|trailingSlash|plugin-content-blog")
"""What in a configuration script gives posts other addresses than their files tell."""
_NUMBER = regex(r"^\d+\s*[-_.]+\s*(?=[^-_.\s])")


def configure(folder: Folder) -> Layout:
    """The default layout with the address and title of the configuration script."""
    script = next((folder.read(name) for name in _CONFIGS if folder.exists(name)), "")
    base = script_value(script, "baseUrl").strip("/")
    host = script_value(script, "url").rstrip("/")
    authors = first_config(folder, ("blog/authors.yml", "blog/authors.yaml"))
    return Layout(
        generator="docusaurus",
        posts=(f"blog/**/{MARKDOWN_GLOB}",),
        pages=(f"docs/**/{MARKDOWN_GLOB}", f"src/pages/**/{MARKDOWN_GLOB}"),
        exclude=("**/_*", "**/_*/**", "**/*.test.*", "**/__tests__/**"),
        roots=("src/pages", "blog", "docs"),
        static=(("static", ""),),
        info=SiteInfo(
            title=script_value(script, "title"),
            description=script_value(script, "tagline"),
            base_url=f"{host}/{base}".rstrip("/") if host else "",
            language=script_value(script, "defaultLocale") or "en",
        ),
        certain=bool(script) and not _ROUTED.search(script),
        people={str(key): text_of(table(value).get("name"), str(key)) for key, value in authors.items()},
    )


def implied(path: str, layout: Layout) -> Front:
    """The date that a blog post's name or folders begin with."""
    found = _DATED.match(stem(path).removeprefix("blog/")) if path.startswith("blog/") else None
    return {"date": found[1].replace("/", "-")} if found and iso_date(found[1]) else {}


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Only drafts."""
    return "draft" if entry.metadata.draft else ""


def url(entry: Entry, layout: Layout) -> str:
    """`/blog/` and the slug, for a dated name `/blog/2026/08/15/<rest>`; docs without their number prefixes."""
    path = stem(entry.file.path)
    slug = text_of(entry.front.get("slug"))
    if path.startswith("blog/"):
        inside = path.removeprefix("blog/")
        found = _DATED.match(inside)
        named = f"{found[1].replace('-', '/')}/{found[2]}" if found else inside.removesuffix("/index")
        return address("blog", slug or named)
    if path.startswith("src/pages/"):
        return address(path.removeprefix("src/pages/").removesuffix("index"))
    parts = [_NUMBER.sub("", part) for part in PurePosixPath(path).parts]
    if slug.startswith("/"):
        return address("docs", slug)
    last = slug or text_of(entry.front.get("id")) or parts[-1]
    folded = last.lower() in ("index", "readme") or (not slug and address_part(last) == address_part(parts[-2]))
    return address(*parts[:-1], "" if folded else last)


GENERATOR = SiteGenerator(
    updated_key="last_update.date",
    name="docusaurus", label="Docusaurus", configure=configure, held_back=held_back, url=url, implied=implied, rank=10,
    new_post="blog/{date}-{slug}.md",
    markers=tuple((name,) for name in _CONFIGS),
    hints=(("blog/authors.{yml,yaml}", ""), ("blog/**/*.{md,mdx}", r"<!--\s*truncate\s*-->|\{/\*\s*truncate\s*\*/\}")),
)  # fmt: skip

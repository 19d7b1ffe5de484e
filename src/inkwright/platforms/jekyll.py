"""Jekyll: dated posts in `_posts`, drafts, pages, collections, include and exclude, defaults, permalink styles.

**Source:** jekyllrb.com/docs (posts, collections, front-matter-defaults, permalinks, configuration/options) and the
rules of its reader, entry filter, publisher and URL drop (jekyll/jekyll, lib/jekyll).
"""

import fnmatch
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from inkwright.model.post import PostFile
from inkwright.model.regex import regex
from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import stem, under
from inkwright.platforms.config import first_config, table, text_of, texts
from inkwright.platforms.dates import is_future, iso_date
from inkwright.platforms.metadata import flag, words
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Front, Layout, SiteGenerator

STYLES: Mapping[str, str] = {
    "date": "/:categories/:year/:month/:day/:title.html",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title.html",
    "weekdate": "/:categories/:year/W:week/:short_day/:title.html",
    "none": "/:categories/:title.html",
}
"""**Source:** jekyllrb.com/docs/permalinks, built-in formats."""
_DATED = regex(r"(\d{2,4}-\d{1,2}-\d{1,2})-(.+)")
_UNREAD = (
    "vendor",
    "node_modules",
    "_site",
    "_layouts",
    "_includes",
    "_sass",
    "_data",
    "_plugins",
    "inkwright",
    "private",
)
_SPECIAL = ("_", "#", "~", ".")
_TOKEN = regex(r":(\w+)")
_SLUG = regex(r"[^\w]+")
_PRETTY = regex(r"[^\w._~!$&'()+,;=@]+")


def configure(folder: Folder) -> Layout:
    """The layout that `_config.yml` describes. Raises UnreadableError."""
    config = first_config(folder, ("_config.yml", "_config.yaml", "_config.toml"))
    collections = _collections(config)
    author = config.get("author")
    return Layout(
        generator="jekyll",
        posts=(f"**/_posts/**/{MARKDOWN_GLOB}", f"**/_drafts/**/{MARKDOWN_GLOB}"),
        pages=(f"**/{MARKDOWN_GLOB}",),
        exclude=tuple(name for name in _UNREAD if name not in texts(config.get("include"))),
        roots=("_posts", ""),
        static=(("assets", "assets"), ("images", "images"), ("img", "img")),
        info=SiteInfo(
            title=text_of(config.get("title"), config.get("name")),
            description=text_of(config.get("description")),
            author=text_of(author, table(author).get("name")),
            base_url=_address(config),
            language=text_of(config.get("lang"), config.get("locale"), "en"),
        ),
        people=_people(folder),
        config={**config, "_collections": collections},
        certain=bool(config),
        unread=("_notebooks/*.ipynb", "_word/*.docx", "**/_posts/**/*.{html,textile,adoc,org}"),
    )


def _collections(config: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Collections by name with their options; those that write no pages included."""
    written = config.get("collections")
    if isinstance(written, list):
        return {str(name): {} for name in written}
    return {str(name): table(options) for name, options in table(written).items()}


def _address(config: Mapping[str, Any]) -> str:
    base = text_of(config.get("baseurl")).strip("/")
    address = text_of(config.get("url")).rstrip("/")
    return f"{address}/{base}".rstrip("/") if address else ""


def _people(folder: Folder) -> dict[str, str]:
    """Author keys of `_data/authors.yml` with their names."""
    people = first_config(folder, ("_data/authors.yml", "_data/authors.yaml"))
    return {str(key): text_of(table(value).get("name"), str(key)) for key, value in people.items()}


def sift(files: Sequence[PostFile], layout: Layout) -> Sequence[PostFile]:
    """What Jekyll's entry filter lets through: no special or excluded names, posts only with a date in their name."""
    include, exclude = texts(layout.config.get("include")), texts(layout.config.get("exclude"))
    collections = layout.config["_collections"]
    kept = []
    for file in files:
        parts, path = PurePosixPath(file.path).parts, PurePosixPath(file.path)
        kind = _magic(parts)
        if _matches(file.path, exclude) and not _matches(file.path, include):
            continue
        if kind == "_posts" and not _DATED.fullmatch(path.stem):
            continue
        collection = parts[0][1:] if parts[0].startswith("_") and parts[0][1:] in collections else ""
        if collection and flag(collections[collection].get("output")) is not True:
            continue
        hidden = [part for part in parts if part.startswith(_SPECIAL) and part != kind and part[1:] != collection]
        if hidden and not _matches(file.path, include):
            continue
        kept.append(PostFile(file.id, file.path, "post" if kind or collection else "page"))
    return kept


def _magic(parts: Sequence[str]) -> str:
    return next((part for part in parts if part in ("_posts", "_drafts")), "")


def _matches(path: str, patterns: Sequence[str]) -> bool:
    """Whether a name or a folder above it matches a pattern, or the path begins with one, as Jekyll compares."""
    below = [path, *(parent.as_posix() for parent in PurePosixPath(path).parents)]
    return any(
        path.startswith(pattern.lstrip("/")) or any(fnmatch.fnmatchcase(name, pattern.strip("/")) for name in below)
        for pattern in patterns
        if pattern.strip("/")
    )


def implied(path: str, layout: Layout) -> Front:
    """Front matter defaults whose scope covers the path, then date, slug and folders above `_posts` as categories."""
    parts = PurePosixPath(path).parts
    kind = _magic(parts)
    front: dict[str, Any] = {}
    label = "posts" if kind == "_posts" else "drafts" if kind else parts[0][1:] if parts[0].startswith("_") else "pages"
    label = "pages" if label not in ("posts", "drafts", *layout.config["_collections"]) else label
    for scope in layout.config.get("defaults") or ():
        where = table(table(scope).get("scope"))
        if text_of(where.get("type"), label) == label and _scoped(path, text_of(where.get("path"))):
            front.update(table(table(scope).get("values")))
    found = _DATED.fullmatch(PurePosixPath(path).stem)
    if found and kind:
        front["slug"] = found[2]
        if iso_date(found[1]):
            front["date"] = found[1]
    above = parts[: parts.index(kind)] if kind else ()
    if above:
        front["categories"] = list(above)
    return front


def _scoped(path: str, scope: str) -> bool:
    return not scope or path.startswith(scope) or ("*" in scope and fnmatch.fnmatchcase(path, scope))


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """`published: false`, drafts, future posts, pages without front matter, a file name whose day does not exist."""
    front, config = entry.front, layout.config
    kind = _magic(PurePosixPath(entry.file.path).parts)
    if kind == "_drafts" and flag(config.get("show_drafts")) is not True:
        return "draft"
    if entry.metadata.draft:
        return "draft"
    if flag(front.get("published")) is False and flag(config.get("unpublished")) is not True:
        return "published: false"
    if kind == "_posts" and not entry.metadata.date:
        return "no such day in its file name, no date in its front matter"
    if kind and is_future(entry.metadata.date, today) and flag(config.get("future")) is not True:
        return "dated in the future"
    if not kind and not entry.fenced:
        return "no front matter: Jekyll copies it as it is"
    return ""


def url(entry: Entry, layout: Layout) -> str:
    """The permalink: the post's own, its collection's, else the site's style.

    **Source:** jekyllrb.com/docs/permalinks
    """
    front, path, config = entry.front, entry.file.path, layout.config
    style = text_of(config.get("permalink"), "date")
    parts = PurePosixPath(path).parts
    label = parts[0][1:] if parts[0].startswith("_") else ""
    own = text_of(front.get("permalink"))
    if own:
        return under("", _filled(own, entry, label))
    if _magic(parts):
        template = text_of(table(config["_collections"].get("posts")).get("permalink"), STYLES.get(style, style))
    elif label in config["_collections"]:
        ending = "/" if style.endswith("/") or style == "pretty" else ".html"
        template = text_of(config["_collections"][label].get("permalink"), f"/:collection/:path{ending}")
    else:
        return _page_url(path, style)
    return under("", _filled(STYLES.get(template, template), entry, label))


def _page_url(path: str, style: str) -> str:
    """The address of a page: where it lies, as a folder when posts are folders too."""
    bare = stem(path).removeprefix("_pages/")
    if bare == "index" or bare.endswith("/index"):
        return under("", bare.removesuffix("index"))
    return under("", f"{bare}/" if style == "pretty" or style.endswith("/") else f"{bare}.html")


def _filled(template: str, entry: Entry, label: str) -> str:
    """A permalink template with its placeholders replaced; empty parts vanish."""
    name = PurePosixPath(stem(entry.file.path)).name
    named = str(entry.front.get("slug") or name)
    inside = entry.file.id.removeprefix(f"_{label}/")
    when = date.fromisoformat((entry.metadata.date or "0001-01-01")[:10])
    given, one = entry.front.get("categories"), text_of(entry.front.get("category"))
    categories = words(given, " ") if given else (one,)
    values = {
        "categories": "/".join(categories).lower(), "title": _PRETTY.sub("-", named),
        "slug": _slug(named), "name": _slug(name), "path": inside, "collection": label, "output_ext": ".html",
        "year": f"{when.year:04}", "month": f"{when.month:02}", "day": f"{when.day:02}", "i_month": str(when.month),
        "i_day": str(when.day), "short_year": f"{when.year % 100:02}", "y_day": f"{when:%j}", "week": f"{when:%V}",
        "short_day": f"{when:%a}", "basename": name,
    }  # fmt: skip
    return re.sub(r"/{2,}", "/", _TOKEN.sub(lambda token: values.get(token[1], token[0]), template))


def _slug(text: str) -> str:
    return _SLUG.sub("-", text.lower()).strip("-")


GENERATOR = SiteGenerator(
    name="jekyll", label="Jekyll", configure=configure, held_back=held_back, url=url, sift=sift, implied=implied,
    rank=30, separator=" ", new_post="_posts/{date}-{slug}.md", draft_line="published: false",
    updated_key="last_modified_at", alias_key="redirect_from",
    caution="add inkwright, inkwright.toml and private to `exclude` in _config.yml, or Jekyll copies them out.",
    markers=(("_config.yml",), ("_config.yaml",), ("_config.toml", "_posts"), ("Gemfile", "_posts")),
    hints=(("**/_posts/*.md", ""),),
)  # fmt: skip

"""Hugo: content below `content/`, page bundles, sections, languages by suffix or by folder, drafts and dates.

**Source:** gohugo.io/content-management (organization, page-bundles, multilingual, front-matter, build-options, urls)
and gohugo.io/configuration. Not read: module mounts, content adapters, and content that is not Markdown.
"""

import fnmatch
import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from inkwright.model.post import PostFile
from inkwright.model.regex import regex
from inkwright.model.site import SiteInfo
from inkwright.platforms.addresses import address, post_path, stem, under
from inkwright.platforms.config import read_config, table, text_of, texts
from inkwright.platforms.dates import is_future, iso_date
from inkwright.platforms.metadata import flag, lookup
from inkwright.platforms.platform import MARKDOWN_GLOB, Entry, Folder, Front, Layout, SiteGenerator
from inkwright.text.front_matter import read_front_matter

_ENDINGS = ("toml", "yaml", "yml", "json")
_FILES = tuple(f"{stem}.{ending}" for stem in ("hugo", "config") for ending in _ENDINGS)
_DATED = regex(r"(\d{4}-\d{2}-\d{2})[-_](.+)")
_TOKEN = regex(r":(\w+)(?:\[[^\]]*\])?")
_UNSAFE = regex(r"[^\w\s./@#+~-]")
_OTHERS = "{html,htm,org,adoc,asciidoc,rst,pandoc,ipynb}"


def configure(folder: Folder) -> Layout:
    """The layout that the configuration of a Hugo site describes. Raises UnreadableError."""
    config = _configuration(folder)
    languages = {str(code).lower(): table(values) for code, values in table(config.get("languages")).items()}
    default = text_of(config.get("defaultContentLanguage"), "en").lower()
    content = text_of(config.get("contentDir"), "content" if folder.any("content") else "").strip("/")
    folders = {code: text_of(values.get("contentDir")).strip("/") for code, values in languages.items()}
    roots = sorted({content, *filter(None, folders.values())}, key=lambda root: (-root.count("/"), root))
    inside = [f"{root}/**" if root else "**" for root in roots]
    return Layout(
        generator="hugo",
        posts=tuple(f"{root}/{MARKDOWN_GLOB}" for root in inside),
        exclude=("inkwright", "private", "public", "resources", "themes", "layouts", "archetypes", "i18n"),
        roots=tuple(roots),
        static=tuple((name.strip("/"), "") for name in texts(config.get("staticDir")) or ("static",)),
        info=_info(config, languages.get(default, {}), default),
        config={
            **config,
            "_languages": languages,
            "_default": default,
            "_folders": folders,
            "_leaves": _leaves(folder),
            "_cascades": _cascades(folder, config, roots),
        },
        unread=tuple(f"{root}/*.{_OTHERS}" for root in inside) if content else (),
        certain=bool(config) and "module" not in config,
    )


def _configuration(folder: Folder) -> dict[str, Any]:
    """All of a site's configuration in one table: the file at the top, else the files of `config/_default`."""
    for name in _FILES:
        if folder.exists(name):
            return read_config(folder, name)
    whole: dict[str, Any] = {}
    for name in folder.names:
        path = PurePosixPath(name)
        if path.parent.as_posix() != "config/_default" or path.suffix.lstrip(".") not in _ENDINGS:
            continue
        part, keys = read_config(folder, name), path.stem.split(".")
        if keys[0] in ("hugo", "config"):
            whole = {**part, **whole}
        elif len(keys) == 1:
            whole[keys[0]] = part
        else:
            whole.setdefault(keys[0], {})[keys[1]] = part
    return whole


def _info(config: Mapping[str, Any], language: Mapping[str, Any], default: str) -> SiteInfo:
    params, own = table(config.get("params")), table(language.get("params"))
    author = config.get("author", params.get("author"))
    return SiteInfo(
        title=text_of(language.get("title"), config.get("title")),
        description=text_of(own.get("description"), params.get("description")),
        author=text_of(own.get("author"), author, table(author).get("name")),
        base_url=text_of(language.get("baseURL"), config.get("baseURL"), config.get("baseurl")),
        language=text_of(language.get("languageCode"), config.get("languageCode"), default),
    )


def _leaves(folder: Folder) -> frozenset[str]:
    """Folders of leaf bundles: what else lies in them is a resource of their one page.

    **Source:** gohugo.io/content-management/page-bundles
    """
    named = (PurePosixPath(name) for name in folder.names)
    return frozenset(
        path.parent.as_posix() for path in named if re.match(r"index\.(?:[\w-]+\.)?(md|html|mdx)$", path.name)
    )


def _cascades(folder: Folder, config: Mapping[str, Any], roots: Sequence[str]) -> tuple[tuple[str, str, Front], ...]:
    """What sections hand down: the folder it holds for, the glob of its target ("" for all), the values; outer first.

    **Source:** gohugo.io/content-management/front-matter (cascade)
    """
    inside = folder.matcher([f"{root}/**" if root else "**" for root in roots])
    found = [("", rule) for rule in _rules(config.get("cascade"))]
    for name in sorted(folder.names, key=lambda name: name.count("/")):
        if PurePosixPath(name).name.split(".")[0] == "_index" and name.endswith(".md") and inside(name):
            front = read_front_matter(folder.read(name)).data
            found += [(posixpath.dirname(name), rule) for rule in _rules(front.get("cascade"))]
    return tuple(
        (
            where,
            text_of(lookup(rule, "target.path"), lookup(rule, "_target.path")),
            {**table(rule.get("params")), **rule},
        )
        for where, rule in found
    )


def _rules(cascade: object) -> list[Mapping[str, Any]]:
    return [table(rule) for rule in cascade] if isinstance(cascade, list) else [table(cascade)] if cascade else []


def sift(files: Sequence[PostFile], layout: Layout) -> Sequence[PostFile]:
    """Without the resources of leaf bundles and ignored files; sections and top-level files are pages."""
    leaves = layout.config["_leaves"]
    ignored = [re.compile(pattern) for pattern in texts(layout.config.get("ignoreFiles"))]
    main = texts(layout.config.get("mainSections")) or texts(table(layout.config.get("params")).get("mainSections"))
    kept = []
    for file in files:
        path = PurePosixPath(file.path)
        above = {parent.as_posix() for parent in path.parents}
        own = {path.parent.as_posix()} if path.name.split(".")[0] == "index" else set()
        if (above - own) & (leaves - set(layout.roots) - {"."}) or any(rule.search(file.path) for rule in ignored):
            continue
        kept.append(PostFile(file.id, file.path, _kind(file.id, main)))
    return kept


def _kind(post: str, main: tuple[str, ...]) -> Any:
    section, slash, rest = post.partition("/")
    if not slash or rest.split("/")[-1].split(".")[0] == "_index":
        return "page"
    return "post" if not main or section in main else "page"


def implied(path: str, layout: Layout) -> Front:
    """What the sections above hand down; date and slug from the file name where the site asks for `:filename`.

    **Source:** gohugo.io/configuration/front-matter
    """
    front: dict[str, Any] = {}
    logical = "/" + stem(post_path(path, layout.roots))
    for where, target, values in layout.config["_cascades"]:
        if (not where or path.startswith(where + "/")) and (not target or _targets(target, logical)):
            front.update((key, value) for key, value in values.items() if key not in ("target", "_target", "params"))
    dates = texts(table(layout.config.get("frontmatter")).get("date"))
    found = _DATED.match(_name(path, layout)[0]) if ":filename" in dates else None
    return {**front, "date": found[1], "slug": found[2]} if found else front


def _targets(glob: str, logical: str) -> bool:
    """Whether a cascade's target means a page, by its logical path ("/posts/x")."""
    return fnmatch.fnmatchcase(logical, glob) or fnmatch.fnmatchcase(logical + "/", glob.replace("{**,**/}", "**"))


def _date_of(front: Front, keys: tuple[str, ...]) -> str:
    """The first of a date's names that holds one. **Source:** gohugo.io/configuration/front-matter (dates)."""
    return next((found for key in keys if (found := iso_date(lookup(front, key)))), "")


def held_back(entry: Entry, layout: Layout, today: str) -> str:
    """Drafts, future and expired posts unless the site builds them; headless bundles and `render: never`.

    **Source:** gohugo.io/getting-started/usage (draft, future and expired content), content-management/build-options
    """
    front, config = entry.front, layout.config
    if entry.metadata.draft and flag(config.get("buildDrafts")) is not True:
        return "draft"
    when = _date_of(front, ("publishDate", "pubdate", "published")) or entry.metadata.date
    if is_future(when, today) and flag(config.get("buildFuture")) is not True:
        return "dated in the future"
    expires = _date_of(front, ("expiryDate", "unpublishdate"))
    if expires and today and expires[:10] <= today[:10] and flag(config.get("buildExpired")) is not True:
        return "expired"
    if flag(lookup(front, "headless")):
        return "headless"
    render = lookup(front, "build.render")
    render = lookup(front, "_build.render") if render is None else render
    if render is not None and (flag(render) is False or str(render).lower() in ("never", "link")):
        return f"build.render: {render}".lower()
    return ""


def url(entry: Entry, layout: Layout) -> str:
    """The path below the content folder in lower case, with `url`, `slug`, permalinks and languages respected.

    **Source:** gohugo.io/content-management/urls
    """
    front, path = entry.front, entry.file.path
    name, language = _name(path, layout)
    default = layout.config["_default"]
    shown = language not in ("", default) or flag(layout.config.get("defaultContentLanguageInSubdir")) is True
    prefix = f"/{language or default}" if shown else ""
    if isinstance(front.get("url"), str) and front["url"].strip():
        return under(prefix, front["url"])
    sections = list(PurePosixPath(entry.file.id).parts[:-1])
    bundled = PurePosixPath(path).name.split(".")[0] == "index"
    if name == "_index":
        return prefix + _tidy(address(*sections))
    last = entry.metadata.slug or (PurePosixPath(entry.file.id).name if bundled else name)
    pattern = _pattern(layout.config, sections)
    if pattern:
        values = {"section": sections[0] if sections else "", "sections": "/".join(sections), "filename": name}
        return prefix + _tidy(_filled(pattern, entry, values, last))
    return prefix + _tidy(address(*sections, last))


def _name(path: str, layout: Layout) -> tuple[str, str]:
    """File name without extension and language, and the language that it or its folder says ("" for none)."""
    whole = PurePosixPath(path).stem
    head, dot, ending = whole.rpartition(".")
    if dot and ending.lower() in layout.config["_languages"]:
        return head, ending.lower()
    folders = layout.config["_folders"].items()
    return whole, next((code for code, root in folders if root and path.startswith(root + "/")), "")


def language(path: str, layout: Layout) -> str:
    """The language of a translation, by its suffix or its folder; "" for a post in the site's first language."""
    found = _name(path, layout)[1]
    return "" if found == layout.config["_default"] else found


def _pattern(config: Mapping[str, Any], sections: Sequence[str]) -> str:
    """The permalink pattern of the section that a page lies in, "" for none."""
    rules = table(config.get("permalinks"))
    rules = table(rules.get("page")) or rules
    return text_of(rules.get(sections[0] if sections else "/"))


def _filled(pattern: str, entry: Entry, values: Mapping[str, str], last: str) -> str:
    """A permalink pattern with its tokens replaced; unknown ones give nothing."""
    year, month, day = ((entry.metadata.date or "0001-01-01")[:10]).split("-")
    titled = entry.metadata.title or last
    known = {
        **values, "year": year, "month": month, "day": day, "title": titled, "slug": entry.metadata.slug or titled,
        "contentbasename": last, "slugorcontentbasename": last, "slugorfilename": last,
    }  # fmt: skip
    return address(*_TOKEN.sub(lambda token: known.get(token[1], ""), pattern).split("/"))


def _tidy(path: str) -> str:
    """A path as Hugo writes it: lower case, spaces as hyphens, letters of any script kept."""
    return posixpath.normpath(re.sub(r"\s+", "-", _UNSAFE.sub("", path.lower()))).rstrip("/") + "/"


GENERATOR = SiteGenerator(
    updated_key="lastmod", alias_key="aliases",
    name="hugo", label="Hugo", configure=configure, held_back=held_back, url=url, sift=sift, implied=implied,
    language=language, rank=20,
    new_post="content/posts/{slug}/index.md",
    markers=(
        *((f"hugo.{ending}",) for ending in _ENDINGS), *((f"config.{ending}", "content") for ending in _ENDINGS),
        ("config/_default/*.{toml,yaml,yml,json}", "content"),
    ),
    hints=(("**/_index*.md", r"^(---|\+\+\+)$"), ("**/*.md", r"\{\{[<%][^<>]*[%>]\}\}")),
)  # fmt: skip

"""What a link as written leads to: posts by file, address or name, files beside a post, static files."""

import posixpath
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import quote, unquote

from msgspec import Struct

from inkwright.model.regex import regex
from inkwright.model.site import SiteInfo
from inkwright.site.catalog import Catalog
from inkwright.site.entry import Entry
from inkwright.site.paths import INDEX, base_path, clean, has_scheme, place_of
from inkwright.text.anchors import slugify

TEXT_ENDINGS = (".md", ".mdx", ".markdown", ".qmd", ".rmd", ".ipynb")
MEDIA_ENDINGS = (
    ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp",
    ".mp4", ".webm", ".ogv", ".mov", ".mp3", ".ogg", ".wav", ".m4a", ".pdf",
)  # fmt: skip


class Target(Struct, frozen=True):
    """Where a link leads: a place on the site ("place"), off it or to what we do not know ("as written"), or to a
    text that the site does not show ("hidden"). `tail` is its query and fragment as written. `source` names the
    workspace file behind a place that is copied."""

    kind: Literal["place", "as written", "hidden"]
    place: str = ""
    tail: str = ""
    source: str = ""


_JOINTS = regex(r"[\s_-]+")
_LOOSE = frozenset({"jekyll", "inkwright", "plain"})
"""Generators whose notes are found by names that differ in blanks, hyphens and underscores; Obsidian finds none so."""
WRITTEN = Target("as written")
HIDDEN = Target("hidden")


def fold(name: str) -> str:
    """A name as names are compared: NFC, no case, no ending of a text file."""
    name = name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
    bare, point, ending = name.rpartition(".")
    return bare if point + ending in TEXT_ENDINGS else name


def logical(path: str) -> str:
    """A page's path as Hugo names it: below the content root, in lower case, the index of a folder being the folder."""
    path = fold(path).strip("/")
    head, _, last = path.rpartition("/")
    return head if last.split(".")[0] in ("index", "_index") else path


def alike(name: str) -> str:
    """A name as gardens made with Jekyll compare names: blanks, hyphens and underscores are the same."""
    return _JOINTS.sub(" ", name).strip()


class Names:
    """Answers, for the whole site, what a destination means. `places` are the output files of lists and feeds;
    `static` maps output files that are copied from static folders to their sources."""

    def __init__(self, catalog: Catalog, places: Iterable[str] = (), static: Mapping[str, str] | None = None) -> None:
        self._entries = catalog.entries
        self._held_back = catalog.held
        self._static = dict(static or {})
        self._places = {*places, *catalog.by_place}
        self._base = base_path(catalog.info.base_url).strip("/")
        self._origin = catalog.info.base_url
        self._loose = catalog.generator in _LOOSE

    # Each table is made when a question first needs it: a build that makes one page anew asks few.

    @cached_property
    def _folded(self) -> dict[str, str]:
        return {place.casefold(): place for place in self._places}

    @cached_property
    def _held(self) -> set[str]:
        return {fold(path) for path in self._held_back}

    @cached_property
    def _assets(self) -> dict[str, Entry]:
        return {asset: entry for entry in self._entries for asset in entry.card.assets}

    @cached_property
    def _asset_at(self) -> dict[str, str]:
        return {asset_place(entry, asset): asset for asset, entry in self._assets.items()}

    @cached_property
    def _files(self) -> dict[str, Entry]:
        found: dict[str, Entry] = {}
        for entry in self._entries:
            path = fold(entry.file.path)
            found[path] = entry
            for index in ("/index", "/_index", "/readme"):
                if path.endswith(index):
                    found.setdefault(path.removesuffix(index), entry)
        return found

    @cached_property
    def _called(self) -> dict[str, list[Entry]]:
        return _by_name((name, entry) for entry in self._entries for name in _names(entry))

    @cached_property
    def _alike(self) -> dict[str, list[Entry]]:
        return _by_name((alike(name), entry) for entry in self._entries for name in _names(entry))

    @cached_property
    def _ids(self) -> dict[str, list[Entry]]:
        return _by_name((logical(entry.file.id), entry) for entry in self._entries)

    @staticmethod
    def nowhere() -> "Names":
        """The names of a site without posts."""
        return Names(Catalog(SiteInfo(), (), {}, ()))

    def find(self, entry: Entry, target: str) -> Target:
        """What a destination written in a post leads to."""
        if self._origin and (target == self._origin or target.startswith(self._origin + "/")):
            target = target.removeprefix(self._origin) or "/"
        if not target or target.startswith("#") or has_scheme(target):
            return WRITTEN
        path, tail = _split(target)
        if not path:
            return WRITTEN
        decoded = unquote(path)
        return self._from_root(decoded, tail) if path.startswith("/") else self._from_post(entry, decoded, tail)

    def wiki(self, entry: Entry, target: str) -> Target:
        """What `[[target]]` written in a post leads to: a post by its path or name, or a file beside it."""
        name, _, part = target.partition("#")
        if not name.strip():
            return Target("place", entry.place, _fragment(entry, part))
        found = self._named(entry, name.strip())
        if found is not None:
            return Target("place", found.place, _fragment(found, part))
        asset = self._asset_named(entry, name.strip())
        return asset or HIDDEN

    def note(self, entry: Entry, name: str) -> Entry | None:
        """The post that `[[name]]` written in a post means, without any `#part`; None where none on the site does."""
        return self._named(entry, name)

    def page(self, entry: Entry, target: str) -> Target:
        """What a page's name in Hugo's `ref`, Jekyll's `link` or `post_url` leads to: a path below the folder of the
        post that asks, then below the content root, then a page's name; hidden when nothing answers to it.

        **Source:** gohugo.io/methods/page/ref
        """
        path, tail = _split(unquote(target))
        if not path:
            return Target("place", entry.place, tail)
        key = logical(path)
        above = "" if path.startswith("/") else posixpath.dirname(entry.file.id)
        own = logical(posixpath.normpath(posixpath.join("/", entry.file.id, path)))
        ways = [logical(posixpath.normpath(posixpath.join("/", above, path))), own, key]
        found = next((self._ids[way] for way in ways if way in self._ids), [])
        found = found or [file for file in (self._files.get(fold(clean(path))),) if file is not None]
        found = found or self._called.get(key.rsplit("/", 1)[-1], [])
        nearest = min(found, key=lambda other: _distance(entry, other), default=None)
        return Target("place", nearest.place, tail) if nearest is not None else HIDDEN

    def _from_root(self, path: str, tail: str) -> Target:
        below = path.strip("/").removeprefix(self._base) if f"{path}/".startswith(f"/{self._base}/") else path
        for way in (path, below):
            if (place := self._place(way)) is not None:
                return Target("place", place, tail)
            name = clean(way)
            if name in self._static:
                return Target("place", name, tail, self._static[name])
            if (found := self._files.get(fold(name))) is not None:
                return Target("place", found.place, tail)
            if name in self._assets:
                return Target("place", asset_place(self._assets[name], name), tail, name)
            if name in self._asset_at:
                return Target("place", name, tail, self._asset_at[name])
        return HIDDEN if fold(clean(path)) in self._held else WRITTEN

    def _from_post(self, entry: Entry, path: str, tail: str) -> Target:
        folder = posixpath.dirname(entry.file.path)
        file = posixpath.normpath(posixpath.join(folder, path))
        if (found := self._files.get(fold(file))) is not None:
            return Target("place", found.place, tail)
        seen_from_page = posixpath.normpath(posixpath.join(posixpath.splitext(entry.file.path)[0], path))
        for asset in (file, seen_from_page):
            if asset in entry.card.assets:
                return Target("place", asset_place(entry, asset), tail, asset)
        if fold(file) in self._held:
            return HIDDEN
        for base in (site_folder(entry), posixpath.dirname(site_folder(entry).rstrip("/"))):
            way = posixpath.normpath(posixpath.join("/", base, path))
            if (place := self._place(way)) is not None:
                return Target("place", place, tail)
        return HIDDEN if path.lower().endswith(TEXT_ENDINGS) else WRITTEN

    def _place(self, path: str) -> str | None:
        """The place of an address on the site, with or without its slash or ending."""
        place = place_of(path)
        for candidate in (place, place.removesuffix("/" + INDEX) + ".html", clean(path)):
            if (found := self._folded.get(candidate.casefold())) is not None:
                return found
        return None

    def _named(self, entry: Entry, name: str) -> Entry | None:
        """The post of that name that lies nearest to the asking one; None when there is none."""
        key = fold(name).strip("/")
        found = self._called.get(key) or self._called.get(key.rsplit("/", 1)[-1], [])
        if not found and self._loose:
            found = self._alike.get(alike(key), [])
        if "/" in key:
            found = [other for other in found if f"/{fold(other.file.path)}".endswith(f"/{key}")] or found
        return min(found, key=lambda other: _distance(entry, other), default=None)

    def _asset_named(self, entry: Entry, name: str) -> Target | None:
        wanted = f"/{unicodedata.normalize('NFC', name)}".casefold()
        for asset in entry.card.assets:
            if f"/{unicodedata.normalize('NFC', asset)}".casefold().endswith(wanted):
                return Target("place", asset_place(entry, asset), "", asset)
        for asset, owner in self._assets.items():
            if asset.lower().endswith(MEDIA_ENDINGS) and f"/{asset}".casefold().endswith(wanted):
                return Target("place", asset_place(owner, asset), "", asset)
        return next(
            (Target("place", place, "", source) for place, source in self._static.items()
             if f"/{place}".casefold().endswith(wanted)), None,
        )  # fmt: skip


def site_folder(entry: Entry) -> str:
    """The folder of a post's page on the site, where its pictures lie."""
    return posixpath.dirname(entry.place)


def asset_place(entry: Entry, asset: str) -> str:
    """Where a file that belongs to a post is copied: below its page, with the path it has below the post's folder."""
    folder = posixpath.dirname(entry.file.path)
    inside = folder + "/" if folder else ""
    below = asset[len(inside) :] if asset.startswith(inside) else posixpath.basename(asset)
    base = site_folder(entry) if entry.place.endswith(INDEX) else entry.place.rsplit(".", 1)[0]
    return posixpath.join(base, below)


def _by_name(pairs: Iterable[tuple[str, Entry]]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for name, entry in pairs:
        found[name].append(entry)
    return found


def _names(entry: Entry) -> set[str]:
    file, metadata = entry.file, entry.metadata
    path = PurePosixPath(file.path)
    own = path.parent.name if path.stem.lower() in ("index", "_index", "readme") and path.parent.name else path.name
    plain_aliases = (alias for alias in metadata.aliases if "/" not in alias)
    return {fold(name) for name in (file.id, own, metadata.slug, entry.title, *plain_aliases) if name}


def _split(target: str) -> tuple[str, str]:
    cut = min((at for at in (target.find("#"), target.find("?")) if at >= 0), default=len(target))
    return target[:cut], target[cut:]


def _fragment(entry: Entry, part: str) -> str:
    """`#id` of a heading or block named as in Obsidian ("A#B" is B below A, "^id" a block); "" where there is none."""
    wanted = part.rsplit("#", 1)[-1].strip()
    if wanted.startswith("^"):
        return f"#{quote(wanted)}" if wanted[1:] in entry.card.blocks else ""
    if not wanted:
        return ""
    slug = slugify(wanted)
    found = (name for text, name in entry.card.headings if text.casefold() == wanted.casefold() or name == slug)
    return f"#{name}" if (name := next(found, "")) else ""


def _distance(entry: Entry, other: Entry) -> tuple[int, int, str]:
    """Steps between the folders of two posts, then the depth of the other, then its path."""
    here = posixpath.dirname(entry.file.path)
    there = posixpath.dirname(other.file.path)
    steps = posixpath.relpath(there or ".", here or ".")
    return (0 if steps == "." else steps.count("/") + 1), there.count("/"), other.file.path

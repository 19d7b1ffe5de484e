"""Which files a post's page needs: those that its text names and that exist. What is not named is not published."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from msgspec import Struct

from inkwright.model.document import Document
from inkwright.model.regex import regex
from inkwright.platforms.addresses import stem
from inkwright.platforms.platform import MARKDOWN
from inkwright.text.diagrams import drawing_files, export_names, kind_of_file

_ATTRIBUTE = regex(r"""\b(?:src|href|poster|data|srcset)\s*=\s*["'{]*([^"'\s>}]+)""", re.I)
_FAR = regex(r"[a-z][a-z0-9+.-]*:|//|#|\?", re.I)


class Files(Struct, frozen=True, dict=True):
    """The files of a workspace, relative, POSIX."""

    names: Collection[str]

    @cached_property
    def beside(self) -> Mapping[str, tuple[str, ...]]:
        """Files that are no text of ours, by folder."""
        found: dict[str, list[str]] = {}
        for name in sorted(self.names):
            if PurePosixPath(name).suffix.lower() not in MARKDOWN:
                found.setdefault(posixpath.dirname(name), []).append(name)
        return {folder: tuple(names) for folder, names in found.items()}

    @cached_property
    def by_name(self) -> Mapping[str, str]:
        """The first such file of each name, for embeds that name no folder."""
        found: dict[str, str] = {}
        for names in self.beside.values():
            for name in names:
                found.setdefault(posixpath.basename(name), name)
        return found

    @cached_property
    def drawings(self) -> Mapping[str, str]:
        """The first drawing of each name that is kept as a note, by its name in lower case without `.md`."""
        found: dict[str, str] = {}
        for name in sorted(self.names):
            if name.lower().endswith(".excalidraw.md"):
                found.setdefault(posixpath.basename(name)[:-3].lower(), name)
        return found


def assets_of(document: Document, files: Files, image: str = "") -> tuple[str, ...]:
    """Files that a text names, sorted: by image, link, embed, HTML attribute, or by name inside a shortcode.

    `image` is the picture named in its front matter. Other posts, and what stands only in comments, are left out.
    """
    path = document.source.path
    folder = posixpath.dirname(path)
    found = {asset for target in (*_targets(document), image) if (asset := _resolve(target, path, files))}
    found.update(export for one in drawing_files(document) if (export := export_of(one.target, path, files)))
    opaque = _opaque_text(document)
    if opaque:
        near = (*files.beside.get(folder, ()), *files.beside.get(stem(path), ()))
        found.update(name for name in near if posixpath.basename(name) in opaque)
    return tuple(sorted(found))


def _targets(document: Document) -> Iterator[str]:
    for inline in document.all_inlines:
        if inline.kind == "link" or (inline.kind in ("image", "embed") and not kind_of_file(inline.target)):
            yield inline.target
        elif inline.kind == "html":
            yield from _ATTRIBUTE.findall(inline.text)
    for block in document.all_blocks:
        if block.kind == "definition":
            yield block.text
        elif block.kind in ("html", "opaque"):
            yield from _ATTRIBUTE.findall(block.text)


def drawing_of(target: str, path: str, files: Files) -> str:
    """The file of a drawing program that a picture in the text at `path` names, "" for none. As in Obsidian the
    `.md` of a drawing may be left out."""
    return _resolve(target, path, files) or next(
        (found for base in (posixpath.dirname(path), stem(path))
         if (found := posixpath.normpath(posixpath.join(base, unquote(target.split("|")[0]) + ".md"))) in files.names),
        files.drawings.get(posixpath.basename(target).lower(), ""),
    )  # fmt: skip


def export_of(target: str, path: str, files: Files) -> str:
    """The file that is shown for such a drawing, "" where it has none."""
    source = drawing_of(target, path, files)
    return next((name for name in export_names(source) if name in files.names), "") if source else ""


def _resolve(target: str, path: str, files: Files) -> str:
    """The workspace file that a relative target names, seen from the file or from its page; "" for none."""
    if not target or _FAR.match(target):
        return ""
    near = unquote(target.split("#")[0].split("?")[0].split("|")[0]).strip()
    if not near or near.startswith("/") or PurePosixPath(near).suffix.lower() in MARKDOWN:
        return ""
    for base in (posixpath.dirname(path), stem(path)):
        file = posixpath.normpath(posixpath.join(base, near))
        if file in files.names:
            return file
    return files.by_name.get(near, "") if "/" not in near else ""


def _opaque_text(document: Document) -> str:
    """All text of shortcodes, tags and components."""
    parts = [block.text or document.slice(block.span) for block in document.all_blocks if block.kind == "opaque"]
    parts += [document.slice(inline.span) for inline in document.all_inlines if inline.kind == "opaque"]
    return "\n".join(parts)

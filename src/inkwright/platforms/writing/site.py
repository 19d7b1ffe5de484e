"""How a post is written into the repository of a site generator, as data; the front matter in its words."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field
from msgspec.structs import fields, replace

from inkwright.model.post import Metadata
from inkwright.platforms.platform import Folder
from inkwright.render.markdown.flavour import Flavour

_SKIPPED = frozenset({"audience", "template", "pillar", "keyword", "planning", "extra", "slug"})
"""Metadata that plans a post, or that is handled by itself; a slug is in the file's name too."""


class Calls(Struct, frozen=True):
    """Which shortcodes, tags or components a repository understands: with one that it lacks, its build ends.

    `own` are those of the generator. `path` finds the name of another in the path of the file that makes it, `inside`
    pairs a glob of files with an expression that finds names in their text. `elsewhere` are globs of files, each with
    an expression for their text ("" for any), that tell of more in packages: then any name may be known.
    """

    own: frozenset[str]
    path: str = ""
    inside: tuple[str, str] = ("", "")
    elsewhere: tuple[tuple[str, str], ...] = ()

    def known(self, folder: Folder) -> frozenset[str] | None:
        """The names that are understood in a repository; None where any may be."""
        if any(_texts(folder, glob, said) for glob, said in self.elsewhere):
            return None
        paths = {found["name"] for name in folder.names if self.path and (found := re.search(self.path, name))}
        return self.own | paths | set(_texts(folder, *self.inside))


def _texts(folder: Folder, glob: str, expression: str) -> list[str]:
    """What an expression finds in the files of a glob; [] for nothing and for no glob."""
    matches = folder.matcher((glob,)) if glob else lambda name: False
    found = (re.finditer(expression, folder.read(name), re.M) for name in folder.names if matches(name))
    return [match[match.lastindex or 0] or "is there" for each in found for match in each]


class Writes(Struct, frozen=True):
    """How one generator is written for.

    `folder` holds posts where the repository has none yet, `file` is a post's path below it and `draft_file` that of
    a draft where it is another; `{slug}` and `{date}` are filled in. `front` pairs our names with its keys in the
    order in which they are written, dotted for nested ones, `!` before one that says the opposite; `always` is written
    besides. `assets` is the folder for files that a post shows, from the top of the repository, "" for beside the
    post; `address` is how the text then names it. `people` says how authors are written: "text", "list" or "tables".
    `needs` says for a construct (math, mermaid, callout, html) what must be set in the generator for it to show.
    `hooks` pairs a glob with what of the flavour changes in a repository that has such a file, `calls` says which
    constructs a repository understands (None for all of the flavour's). `dated` says that a post must have a date,
    `shapes` what keys must be that its build would end over in any other form; the author's own of these stay behind.
    """

    folder: str
    file: str
    front: tuple[tuple[str, str], ...]
    flavour: Flavour
    draft_file: str = ""
    always: Mapping[str, Any] = field(default_factory=dict)
    assets: str = ""
    address: str = ""
    people: str = "text"
    needs: Mapping[str, str] = field(default_factory=dict)
    hooks: tuple[tuple[str, Mapping[str, Any]], ...] = ()
    calls: Calls | None = None
    dated: bool = False
    shapes: Mapping[str, type] = field(default_factory=dict)

    def flavour_where(self, folder: Folder) -> Flavour:
        """How Markdown is written in a repository."""
        given = [changes for glob, changes in self.hooks if folder.any(glob)]
        given += [{"calls": self.calls.known(folder)}] if self.calls else []
        return replace(self.flavour, **{name: value for one in given for name, value in one.items()})


def public_metadata(metadata: Metadata) -> Metadata:
    """Metadata as it may leave the workspace: nothing planned; what is private or a draft is a draft."""
    hidden = metadata.visibility in ("private", "draft")
    return replace(
        metadata, audience=("team",), template="", pillar="", keyword="", planning={},
        draft=metadata.draft or hidden, visibility="" if hidden else metadata.visibility,
    )  # fmt: skip


def front_for(metadata: Metadata, writes: Writes) -> tuple[dict[str, Any], list[str]]:
    """Front matter in a generator's words, its own keys first, then those that only the author knows; and our names of
    what it has no word for."""
    public = public_metadata(metadata)
    front: dict[str, Any] = dict(writes.always)
    for name, key in writes.front:
        value = _value(getattr(public, name), name, writes)
        if value is not None:
            _put(front, key.removeprefix("!"), not value if key.startswith("!") else value)
    known = {name for name, _ in writes.front}
    lost = [
        one.name for one in fields(Metadata)
        if one.name not in known | _SKIPPED and getattr(public, one.name) not in ("", (), None, False)
    ]  # fmt: skip
    taken = {key.lower() for key in front}
    own = {key: value for key, value in public.extra.items() if key.lower() not in taken}
    odd = [key for key, value in own.items() if not isinstance(value, writes.shapes.get(key, object))]
    return {**front, **{key: value for key, value in own.items() if key not in odd}}, lost + odd


def _value(value: Any, name: str, writes: Writes) -> Any:
    """A value as it is written; None for one that is not there."""
    if name == "authors" and value:
        if writes.people == "tables":
            return [{"name": one} for one in value]
        return list(value) if writes.people == "list" or len(value) > 1 else value[0]
    if isinstance(value, tuple):
        return list(value) or None
    if name == "draft" and not value and writes.draft_file:
        return None
    return None if value == "" else value


def _put(front: dict[str, Any], key: str, value: Any) -> None:
    """Set a key, dotted for a nested one."""
    head, dot, rest = key.partition(".")
    if dot:
        _put(front.setdefault(head, {}), rest, value)
    else:
        front[head] = value

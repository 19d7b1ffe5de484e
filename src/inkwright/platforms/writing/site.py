"""How a post is written into the repository of a site generator, as data; the front matter in its words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

from inkwright.model.post import Metadata
from inkwright.render.markdown.flavour import Flavour

_SKIPPED = frozenset({"audience", "template", "pillar", "keyword", "planning", "extra", "slug"})
"""Metadata that plans a post, or that is handled by itself; a slug is in the file's name too."""


@dataclass(frozen=True, slots=True)
class Writes:
    """How one generator is written for.

    `folder` holds posts where the repository has none yet, `file` is a post's path below it and `draft_file` that of
    a draft where it is another; `{slug}` and `{date}` are filled in. `front` pairs our names with its keys in the
    order in which they are written, dotted for nested ones, `!` before one that says the opposite; `always` is written
    besides. `assets` is the folder for files that a post shows, from the top of the repository, "" for beside the
    post; `address` is how the text then names it. `people` says how authors are written: "text", "list" or "tables".
    `needs` says for a construct (math, mermaid, callout, html) what must be set in the generator for it to show.
    `hooks` pairs a glob with what of the flavour changes in a repository that has such a file.
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

    def flavour_where(self, exists: Callable[[str], bool]) -> Flavour:
        """How Markdown is written in a repository; `exists` tells whether a glob finds a file there."""
        given = [changes for glob, changes in self.hooks if exists(glob)]
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
    return {**front, **{key: value for key, value in public.extra.items() if key.lower() not in taken}}, lost


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

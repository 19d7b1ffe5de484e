"""A post of a generator's site, read by the generator's own rules -> what comes in."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from inkwright.model.imports import Attached, Incoming, Item
from inkwright.model.post import Post
from inkwright.model.regex import regex
from inkwright.platforms.dates import iso_date
from inkwright.platforms.metadata import flag
from inkwright.platforms.platform import Layout, SiteGenerator
from inkwright.platforms.reading.build import cover, front_of, incoming, slug_in
from inkwright.platforms.reading.dialects import plain_dialect
from inkwright.platforms.reading.export import Export
from inkwright.platforms.reading.html_body import body_of
from inkwright.platforms.reading.markdown_body import markdown_body
from inkwright.platforms.reading.tidy import plain

_STEERING = {
    "hugo": frozenset({"layout", "type", "url", "weight", "menu", "outputs", "markup"}),
    "jekyll": frozenset({"layout", "permalink", "published", "comments", "nav_order", "redirect_from"}),
    "obsidian": frozenset({"publish", "dg-publish", "published", "cssclass", "cssclasses"}),
    "docusaurus": frozenset({"id", "sidebar_position", "sidebar_label", "hide_table_of_contents"}),
}
"""Keys that steer only the generator that the post leaves."""
_ADDRESS = frozenset({"url", "permalink"})
"""Those of them that give a post its address, which leads on from there."""
_DATED = regex(r"(\d{4}-\d{1,2}-\d{1,2})[-_](.+)")
_HTML = (".html", ".htm")


def incoming_of(
    post: Post, text: tuple[str, tuple[str, ...]], generator: SiteGenerator, layout: Layout, export: Export
) -> Incoming:
    """A post in our words. `text` is its body with plain links, and the names in it that nothing answers to."""
    words, lost = text
    post = _dated(post, generator)
    path, metadata = post.file.path, post.metadata
    items = [Item("link", "changed", name, "nothing in the source has this name; its words stand") for name in lost]
    body = (
        body_of(words, path)
        if path.endswith(_HTML)
        else markdown_body(plain_dialect(words, generator.name, items), path)
    )
    attached = list(body.attached)
    public = _is_public(post, generator, items)
    items += [Item("date", "kept", metadata.date)] if metadata.date else []
    items += [Item("tag", "kept", tag) for tag in metadata.tags]
    items += _steered(metadata.extra, generator, public)
    language = generator.language(path, layout)
    if language:
        items.append(Item("language", "changed", language, "`lang` names it; a site here has one language"))
    name = post.file.id.rpartition("/")[2]
    name = found[2] if (found := _DATED.fullmatch(name)) else name
    return incoming(
        f"{generator.name}:{path}", metadata.title or _title(post) or plain(name.replace("-", " ")), body,
        export=export, near=path, items=items, front=_front(post, generator, language, public, attached),
        attached=_static(attached, layout, export), slug=metadata.slug or slug_in(post.url) or name,
        urls=(f"{layout.info.base_url.rstrip('/')}{post.url}",) if public else (), page=post.file.kind == "page",
    )  # fmt: skip


def _dated(post: Post, generator: SiteGenerator) -> Post:
    """A post whose folder was given without the site around it, so that it looks like a page: its date and its name are
    those of its file, where the generator names posts so."""
    found = _DATED.fullmatch(post.file.id.rpartition("/")[2])
    day = "-".join(part.zfill(2) for part in found[1].split("-")) if found else ""
    if not found or post.file.kind != "page" or "{date}" not in generator.new_post or not iso_date(day):
        return post
    metadata = replace(post.metadata, date=post.metadata.date or day, slug=post.metadata.slug or found[2])
    return replace(post, file=replace(post.file, kind="post"), metadata=metadata)


def _front(
    post: Post, generator: SiteGenerator, language: str, public: bool, attached: list[Attached]
) -> Mapping[str, Any]:  # fmt: skip
    """The front matter in our words; in a vault `aliases` are other names of a note, not addresses."""
    steering = _STEERING.get(generator.name, frozenset())
    metadata = post.metadata
    return front_of(
        ("subtitle", metadata.subtitle), ("date", metadata.date), ("updated", metadata.updated),
        ("draft", not public), ("description", metadata.description),
        ("tags", metadata.tags), ("authors", metadata.authors), ("series", metadata.series),
        ("lang", language), ("other_names" if generator.name == "obsidian" else "aliases", metadata.aliases),
        ("canonical_url", metadata.canonical_url), ("visibility", metadata.visibility),
        ("image", cover(metadata.image, attached)),
        *_kept(metadata.planning, steering), *_kept(metadata.extra, steering),
    )  # fmt: skip


def _is_public(post: Post, generator: SiteGenerator, items: list[Item]) -> bool:
    """Whether a post may be published; why not, when it says nothing of being a draft, is added to `items`."""
    if post.metadata.draft:
        return False
    if post.held_back:
        items.append(Item("status", "changed", f"{post.file.path}: {post.held_back}", "kept as a draft"))
        return False
    if generator.name == "obsidian" and not _permitted(post):
        items.append(Item("status", "changed", post.file.path, "kept as a draft: a note is published when you say so"))
        return False
    return True


def _permitted(post: Post) -> bool:
    """Whether a note says that it is for the public."""
    return any(flag(post.document.front_matter.data.get(key)) for key in ("publish", "dg-publish", "published"))


def left_out(names: Iterable[str]) -> Iterator[Item]:
    """Files that the generator makes no page of."""
    for name in names:
        yield Item("file", "lost", name, "the site makes no page of it; it stays where it is")


def _steered(extra: Mapping[str, Any], generator: SiteGenerator, public: bool) -> Iterator[Item]:
    """What becomes of the keys that steer only the generator; of a post that had no readers no address leads on."""
    steering = _STEERING.get(generator.name, frozenset())
    for key, value in extra.items():
        said = f"{key}: {value}"[:120]
        if key.lower() not in steering:
            continue
        if public and key.lower() in _ADDRESS:
            yield Item("front matter", "changed", said, "it is the old address, and leads on from there")
        else:
            yield Item("front matter", "lost", said, f"it steers {generator.label} only")


def _kept(values: Mapping[str, Any], steering: frozenset[str]) -> Iterator[tuple[str, Any]]:
    return ((key, value) for key, value in values.items() if key.lower() not in steering)


def _title(post: Post) -> str:
    """The first heading of a post without a title of its own."""
    first = next((one for one in post.document.of_kind("heading") if one.level == 1), None)
    return first.plain().strip() if first else ""


def _static(attached: Iterable[Attached], layout: Layout, export: Export) -> list[Attached]:
    """Files that are named by their address on the site, found in the folder that lands there."""
    found = []
    for one in attached:
        file = ""
        path = one.address.partition("?")[0].partition("#")[0]
        base = layout.info.base_url
        if base and path.startswith(base):
            path = path[len(base.rstrip("/")) :]
        if path.startswith("/"):
            for folder, place in layout.static:
                inside = path.strip("/").removeprefix(place.strip("/")).strip("/")
                name = f"{folder.strip('/')}/{inside}".strip("/")
                file = file or (name if name in export.names else "")
        found.append(Attached(one.token, one.address, file, one.data, one.kind))
    return found

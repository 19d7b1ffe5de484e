"""Slugs and old addresses of what comes in: one slug for one post, one redirect for one address."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from inkwright.model.imports import Incoming, Item
from inkwright.model.regex import regex
from inkwright.platforms.addresses import address_part

LONGEST = 100
"""Characters of a slug that is kept; some file systems end at 255 bytes."""
SHARED = {"medium.com": "medium", "dev.to": "devto", "substack.com": "substack", "linkedin.com": "linkedin"}
"""Hosts that belong to the platform, where no redirect of ours can stand."""
_RESERVED = regex(r"(?:con|prn|aux|nul|com\d|lpt\d|index|readme)(?:\..*)?", re.I)


def kept_slug(written: str, otherwise: str, taken: Collection[str]) -> tuple[str, str]:
    """The slug of a post and the one that it had: its own as far as a folder can be called so, numbered when taken."""
    own = address_part(re.sub(r"[\\/]+", "-", unquote(written)))[:LONGEST].strip("._-~ ")
    slug = own if own and not _RESERVED.fullmatch(own) else otherwise
    number, free = 2, slug
    folded = {one.casefold() for one in taken}
    while free.casefold() in folded:
        free = f"{slug}-{number}"
        number += 1
    return free, own


def distinct(posts: Iterable[Incoming]) -> tuple[list[Incoming], list[Item]]:
    """Each post once, and those that the source holds again. Two different ones with one id get ids of their own."""
    found: dict[str, Incoming] = {}
    again: list[Item] = []
    for post in posts:
        source, number = post.source, 1
        while source in found and replace(found[source], source="", near="") != replace(post, source="", near=""):
            number += 1
            source = f"{post.source}~{number}"
        if source in found:
            again.append(Item("repeated post", "changed", f"{post.title} ({post.source})", "it came in once"))
        else:
            found[source] = replace(post, source=source)
    return list(found.values()), again


def redirects(
    post: Incoming, here: str, taken: Mapping[str, str]
) -> tuple[tuple[str, ...], Mapping[str, str], list[Item]]:
    """The aliases of a post at the site path `here`, its addresses at shared hosts by platform, and the account.

    `taken` are aliases of other posts and whose they are.
    """
    aliases: list[str] = []
    elsewhere: dict[str, str] = {}
    items: list[Item] = []
    for url in post.urls:
        try:
            parts = urlsplit(url)
            host = (parts.hostname or "").removeprefix("www.")
        except ValueError:
            items.append(Item("redirect", "lost", url, "this is no address"))
            continue
        path = unquote(parts.path) or "/"
        platform = next((name for known, name in SHARED.items() if host == known), "")
        if platform:
            elsewhere[platform] = url
            items.append(Item("redirect", "changed", url, f"{host} leads nobody on; noted under `syndicated`"))
        elif path.strip("/") == here.strip("/"):
            items.append(Item("redirect", "kept", url, "the address stays"))
        elif path == "/":
            why = (
                "an address with only a query cannot lead on" if parts.query else "it is the address of the whole site"
            )
            items.append(Item("redirect", "lost", url, why))
        elif any(char < " " for char in path):
            items.append(Item("redirect", "lost", url, "this is no address"))
        elif taken.get(path.strip("/"), post.source) != post.source:
            items.append(Item("redirect", "lost", url, "another post has the same old address"))
        else:
            aliases.append(path if path.startswith("/") else f"/{path}")
            items.append(Item("redirect", "kept", url))
    return tuple(dict.fromkeys(aliases)), elsewhere, items


def with_addresses(front: Mapping[str, Any], aliases: tuple[str, ...], elsewhere: Mapping[str, str]) -> dict[str, Any]:
    """Front matter with redirects and copies elsewhere added to what the source named itself."""
    made = dict(front)
    had = made.get("aliases")
    own = tuple(had) if isinstance(had, list | tuple) else ((had,) if isinstance(had, str) and had else ())
    both = tuple(dict.fromkeys((*own, *aliases)))
    if both:
        made["aliases"] = both
    if elsewhere:
        there = made.get("syndicated")
        made["syndicated"] = {**(there if isinstance(there, Mapping) else {}), **elsewhere}
    return made

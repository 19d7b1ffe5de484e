"""Names and places of the files that come with a post; nothing is read here."""

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from inkwright.model.imports import Attached, Incoming
from inkwright.model.regex import regex

_TOKEN = regex(r"inkwright-file-\d+-(?:picture|file)")
_SUFFIX = regex(r"\.[a-z0-9]{1,5}")
_KINDS = (
    (b"\x89PNG", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"), (b"<svg", ".svg"), (b"<?xml", ".svg"),
    (b"BM", ".bmp"),
)  # fmt: skip
LONGEST = 80


def local_name(address: str, data: bytes = b"", mark: str = "") -> str:
    """A safe file name for an address or path: letters, digits, `-`, `_` and one ending; `mark` tells two apart."""
    try:
        path = PurePosixPath(unquote(urlsplit(address).path if "://" in address else address))
    except ValueError:
        path = PurePosixPath("picture")
    suffix = path.suffix.lower()
    stem = path.stem if _SUFFIX.fullmatch(suffix) else path.name
    ending = suffix if _SUFFIX.fullmatch(suffix) else kind_of(data)
    bare = re.sub(r"[^\w-]+", "-", stem).strip("-_")[:LONGEST].strip("-_") or "picture"
    return f"{bare}{f'-{mark}' if mark else ''}{ending}"


def kind_of(data: bytes) -> str:
    """The usual ending of a picture, by its first bytes; "" for none that is known."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ".webp"
    if data[4:12] == b"ftypavif":
        return ".avif"
    return next((ending for start, ending in _KINDS if data.lstrip()[: len(start)] == start), "")


def remote_name(address: str, data: bytes = b"") -> str:
    """The name of a picture that is fetched: always the same for one address."""
    return local_name(address, data, hashlib.sha256(address.encode("utf-8", "replace")).hexdigest()[:8])


def whole_address(one: Attached, urls: tuple[str, ...]) -> str:
    """The address of a file on the web, made whole by the post's own; "" when it has none there."""
    try:
        base = next((url for url in urls if url.startswith(("http://", "https://"))), "")
        whole = urljoin(base, one.address) if base or one.address.startswith(("http:", "https:", "//")) else ""
        whole = f"https:{whole}" if whole.startswith("//") else whole
        parts = urlsplit(whole)
    except ValueError:
        return ""
    return whole if parts.scheme in ("http", "https") and parts.hostname else ""


def filled(text: str, places: Mapping[str, str]) -> str:
    """A text with its tokens replaced by where the files are."""
    return _TOKEN.sub(lambda found: places.get(found[0], found[0]), text)


def filled_front(front: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    """Front matter with its tokens replaced, at any depth."""
    return {key: _filled(value, places) for key, value in front.items()}


def _filled(value: Any, places: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return filled(value, places)
    if isinstance(value, Mapping):
        return filled_front(value, places)
    return type(value)(_filled(one, places) for one in value) if isinstance(value, list | tuple) else value


def fingerprint(post: Incoming, read: Callable[[str], bytes]) -> str:
    """What changes when anything of a post does at its source: SHA-256 of its words, its front matter and its files."""
    told = [post.title, post.slug, post.body, post.kind, list(post.urls), sorted(post.front.items())]
    digest = hashlib.sha256(json.dumps(told, default=str, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    for one in post.attached:
        digest.update(one.address.encode("utf-8", "surrogatepass"))
        digest.update(hashlib.sha256(one.data or (read(one.file) if one.file else b"")).digest())
    return digest.hexdigest()

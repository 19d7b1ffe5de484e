"""Ids and addresses of posts, the parts that all generators share."""

import unicodedata
from pathlib import PurePosixPath

from inkwright.model.regex import regex
from inkwright.platforms.platform import MARKDOWN
from inkwright.text.ids import id_of

_DROPPED = regex(r"[^\w\s.~+-]+")
_GAPS = regex(r"[\s-]+")


def stem(path: str) -> str:
    """A path without its Markdown extension; other extensions stay."""
    suffix = PurePosixPath(path).suffix
    return path[: -len(suffix)] if suffix.lower() in MARKDOWN else path


def post_id(path: str, roots: tuple[str, ...]) -> str:
    """The id of a post: that of its path below the first root that holds it."""
    return id_of(post_path(path, roots))


def post_path(path: str, roots: tuple[str, ...]) -> str:
    """A path below the first root that holds it."""
    root = next((root for root in roots if not root or path.startswith(root + "/")), "")
    return path[len(root) + 1 :] if root else path


def address_part(text: str) -> str:
    """A text as one part of an address: NFC, lower case, spaces to hyphens, letters of any script kept.

    What generators have in common when they make an address of a file's name. It keeps what the author wrote as far
    as an address can hold it; the slug of a new post (`plan.slugs`) is shortened and a tag's (`site.slugs`) spells
    out "#", which would break addresses that exist; a heading's anchor (`text.anchors`) is GitHub's.
    """
    kept = _DROPPED.sub("", unicodedata.normalize("NFC", text).strip().lower())
    return _GAPS.sub("-", kept).strip("-")


def address(*parts: str) -> str:
    """Parts joined to an address on the site, which starts and ends with one slash; "/" for none."""
    inside = "/".join(part.strip("/") for part in parts if part.strip("/"))
    return f"/{inside}/" if inside else "/"


def under(base: str, written: str) -> str:
    """An address as an author wrote it, as a path with a leading slash; a last part without a dot gets a slash."""
    path = "/" + written.strip().lstrip("/")
    if base and not path.startswith(base + "/"):
        path = base + path
    last = path.rsplit("/", 1)[1]
    return path if not last or "." in last else path + "/"

"""Ids, slugs and site paths, the parts that all generators share."""

import re
import unicodedata
from pathlib import PurePosixPath

from inkwright.platforms.platform import MARKDOWN

_DROPPED = re.compile(r"[^\w\s.~+-]+")
_GAPS = re.compile(r"[\s-]+")


def stem(path: str) -> str:
    """A path without its Markdown extension; other extensions stay."""
    suffix = PurePosixPath(path).suffix
    return path[: -len(suffix)] if suffix.lower() in MARKDOWN else path


def post_id(path: str, roots: tuple[str, ...]) -> str:
    """Path below the first root that holds it, without extension, `index` folded into its folder, NFC."""
    inside = stem(post_path(path, roots))
    folded = inside.removesuffix("/index") if inside.endswith("/index") else inside
    return unicodedata.normalize("NFC", folded)


def post_path(path: str, roots: tuple[str, ...]) -> str:
    """A path below the first root that holds it."""
    root = next((root for root in roots if not root or path.startswith(root + "/")), "")
    return path[len(root) + 1 :] if root else path


def slugify(text: str) -> str:
    """A text as one part of a site path: NFC, lower case, spaces to hyphens, letters of any script kept."""
    kept = _DROPPED.sub("", unicodedata.normalize("NFC", text).strip().lower())
    return _GAPS.sub("-", kept).strip("-")


def site_path(*parts: str) -> str:
    """Parts joined to a path that starts and ends with one slash; "/" for none."""
    inside = "/".join(part.strip("/") for part in parts if part.strip("/"))
    return f"/{inside}/" if inside else "/"


def under(base: str, written: str) -> str:
    """An address as an author wrote it, as a path with a leading slash; a last part without a dot gets a slash."""
    path = "/" + written.strip().lstrip("/")
    if base and not path.startswith(base + "/"):
        path = base + path
    last = path.rsplit("/", 1)[1]
    return path if not last or "." in last else path + "/"

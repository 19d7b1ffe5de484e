"""The media type of each kind of file that a site has, the same on every machine."""

from pathlib import PurePosixPath

_TEXT = {
    "html": "text/html", "css": "text/css", "js": "text/javascript", "mjs": "text/javascript", "txt": "text/plain",
    "xml": "application/xml", "json": "application/json", "map": "application/json", "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json", "md": "text/markdown", "csv": "text/csv",
}  # fmt: skip
_BINARY = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "woff": "font/woff", "woff2": "font/woff2",
    "ttf": "font/ttf", "otf": "font/otf", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg",
    "ogg": "audio/ogg", "wav": "audio/wav", "pdf": "application/pdf", "zip": "application/zip",
    "wasm": "application/wasm", "gz": "application/gzip",
}  # fmt: skip
_BY_NAME = {"rss.xml": "application/rss+xml", "atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""Feeds. **Source:** the media types that IANA and jsonfeed.org give."""


def media_type(path: str) -> str:
    """The type of a file by its name; texts are UTF-8. Unknown ones are bytes to be saved."""
    name = PurePosixPath(path).name.lower()
    ending = name.rpartition(".")[2]
    if name in _BY_NAME or ending in _TEXT:
        return f"{_BY_NAME.get(name) or _TEXT[ending]}; charset=utf-8"
    return _BINARY.get(ending, "application/octet-stream")

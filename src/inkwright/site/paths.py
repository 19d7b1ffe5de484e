"""Places on a site: the address that readers see, the file that holds it, and the way from one page to another.

A *place* is the path of an output file, POSIX, relative to the output folder ("posts/x/index.html"). A *site path* is
what stands in an address, percent-decoded, without a leading slash ("posts/x/", "" for the home page).
"""

import posixpath
from urllib.parse import quote, unquote

from inkwright.model.regex import regex

INDEX = "index.html"
_FILE_ENDINGS = (".html", ".htm", ".xml", ".json", ".txt")
_SAFE = "/~!$&'()*+,;=:@-._"
_CONTROL = regex(r"[\x00-\x1f\x7f\\]")
_SCHEME = regex(r"^[A-Za-z][A-Za-z0-9+.\-]*:")


def place_of(url: str) -> str:
    """The output file of an address ("/posts/x/" -> "posts/x/index.html"); never one outside the output folder.

    An address that names a file (".html", ".xml" ...) is that file; any other is a folder with an index.
    """
    path = clean(url)
    if not path:
        return INDEX
    if path.lower().endswith(_FILE_ENDINGS) and not url.endswith("/"):
        return path
    return f"{path}/{INDEX}"


def clean(url: str) -> str:
    """A site path without query, fragment, control characters, empty, `.` and `..` segments or final slash."""
    path = unquote(url.split("#", 1)[0].split("?", 1)[0])
    if not path.isprintable() or "\\" in path:
        path = _CONTROL.sub("", path)
    return "/".join([part for part in path.split("/") if part not in ("", ".", "..")])


def site_path(place: str) -> str:
    """What readers see of a place: the index of a folder is the folder ("posts/x/"), the home page is ""."""
    if place == INDEX:
        return ""
    return place.removesuffix(INDEX) if place.endswith("/" + INDEX) else place


def encoded(path: str) -> str:
    """A site path as it is written into an address: what is not allowed there percent-encoded as UTF-8."""
    return quote(path, safe=_SAFE, errors="replace")


def relative(from_place: str, to_place: str) -> str:
    """The relative address that leads from one page to another place; "./" from a page to itself."""
    base = posixpath.dirname(from_place)
    target = site_path(to_place)
    way = posixpath.relpath(target or ".", base or ".")
    if target.endswith("/") or not target:
        way += "/"
    way = encoded(way)
    return f"./{way}" if _SCHEME.match(way) else way


def base_path(base_url: str) -> str:
    """The path part of a base address with both slashes: "/blog/" for "https://me.dev/blog", "/" without one."""
    rest = base_url.split("://", 1)[-1]
    path = rest.partition("/")[2].strip("/")
    return f"/{path}/" if path else "/"


def has_scheme(url: str) -> bool:
    """Whether an address leads off the site: a scheme ("https:", "mailto:") or a host ("//")."""
    return bool(_SCHEME.match(url)) or url.startswith("//")

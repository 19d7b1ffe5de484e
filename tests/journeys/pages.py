"""The pages of a built site as a reader's browser follows them."""

import posixpath
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LINK = re.compile(r"""<[a-z][^<>]*?\s(?:href|src|poster)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.I)
_ID = re.compile(r'\sid="([^"]+)"')
_CODE = re.compile(r"<(pre|code|script|style)\b.*?</\1>", re.S)


def broken_links(site: Path) -> list[str]:
    """Every address on a page below `site` that leads to no file of it, or to no place on that page, as "page: target".
    Addresses elsewhere are not asked."""
    pages = {path.relative_to(site).as_posix(): _CODE.sub("", path.read_text(encoding="utf-8"))
             for path in site.rglob("*.html")}  # fmt: skip
    ids = {name: set(_ID.findall(text)) | {"", "top"} for name, text in pages.items()}
    return sorted(
        f"{name}: {target}" for name, text in pages.items() for groups in _LINK.findall(text)
        if (target := "".join(groups).replace("&amp;", "&")) and not _leads(site, name, target, ids)
    )  # fmt: skip


def _leads(site: Path, page: str, target: str, ids: dict[str, set[str]]) -> bool:
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return True
    path = unquote(parts.path)
    if not path:
        place = page
    elif path.startswith("/"):
        place = path[1:]
    else:
        place = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) + ("/" if path.endswith("/") else "")
    if (site / place).is_dir():
        place = posixpath.join(place, "index.html").removeprefix("./")
    found = (site / place).is_file()
    return found and (place not in ids or unquote(parts.fragment) in ids[place])

"""What the links between the pages of one site mean: an address on it, or a page's name; pure.

`links.py` knows links to files. Here are the others: `/posts/x/`, `../x`, the site's own address in full, Hugo's
`ref`, Jekyll's `post_url` and `link`, and `[[names]]`. Which pages there are the flow says (`Context.pages`).
"""

import posixpath
import re
import unicodedata
from typing import Literal, NamedTuple
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from inkwright.lint.links import html_tags
from inkwright.model.context import Context
from inkwright.model.document import Document
from inkwright.model.pages import Pages
from inkwright.model.regex import regex
from inkwright.model.span import Span

How = Literal["address", "name", "wiki", "unknown"]

_SCHEME = regex(r"[a-z][a-z0-9+.-]*:|//", re.I)
_HOST = regex(r"[a-z]+://[^/]*", re.I)
_REF = regex(r"""\{\{[<%]\s*(?:rel)?ref\s+["'`]?([^"'`\s=]+)["'`]?\s*[%>]\}\}\Z""")
_POST_URL = regex(r"\{%-?\s*(?:post_url|link)\s+([^\s{}]+)\s*-?%\}(#[^\s]*)?\Z")
_BASE = regex(r"\{\{-?\s*(?:site\.(?:base_?url|url)|base_?url)\s*-?\}\}", re.I)
_FILTERED = regex(r"""\{\{-?\s*["']([^"'{}]+)["']\s*\|\s*(?:relative|absolute)_url\s*-?\}\}\Z""")
_TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|^@|^\{")
_ENDING = regex(r"\.(?:mdx?|markdown|qmd|rmd|ipynb)\Z", re.I)
_EXTENSION = regex(r"\.([a-z][a-z0-9]{0,7})\Z", re.I)
_INDEX = regex(r"(?:(?:^|/)index)?\.html?\Z")
_JOINTS = regex(r"[\s_-]+")
_MADE = frozenset(
    {"page", "tags", "tag", "categories", "category", "series", "archive", "archives", "authors", "author", "topics"}
)
"""Parts of the addresses of pages that a generator makes of many posts."""
_known: WeakKeyDictionary[Document, tuple["PageLink", ...]] = WeakKeyDictionary()


class PageLink(NamedTuple):
    """A link that may lead to a page of the same site. `written` is its destination as the author wrote it; `target`
    is, by `how`, an address ("address") or a page's name ("name" for a template's call, "wiki" for `[[name]]`);
    "unknown" for what only a generator can tell. `fragment` is the part after `#`, decoded."""

    span: Span
    written: str
    how: How
    target: str = ""
    fragment: str = ""


def page_path(address: str) -> str:
    """A site path as paths are compared: decoded, no case, no slashes at its ends, no `index.html` or `.html`."""
    path = unicodedata.normalize("NFC", unquote(address.partition("#")[0].partition("?")[0])).casefold()
    return _INDEX.sub("", posixpath.normpath("/" + path).strip("/"))


def page_name(name: str) -> str:
    """A page's name as names are compared: the last part of a path, no case, no ending; blanks, hyphens and
    underscores are the same. The index of a folder has the folder's name."""
    parts = [part for part in unicodedata.normalize("NFC", name).casefold().split("/") if part]
    last = _ENDING.sub("", parts[-1]) if parts else ""
    if last.split(".")[0] in ("index", "_index", "readme") and len(parts) > 1:
        last = parts[-2]
    return _JOINTS.sub("-", last).strip("-")


def page_links(document: Document) -> tuple[PageLink, ...]:
    """Every such link in reading order; the document's own anchors and links to files are not among them."""
    known = _known.get(document)
    if known is None:
        found = [
            _link(inline.span, inline.target)
            for inline in document.inlines_of("link")
            if inline.target and inline.name not in ("email", "broken")
        ]
        found += [_link(tag.span, tag.attributes.get("href", "")) for tag in html_tags(document) if tag.name == "a"]
        found += [_wiki(inline.span, inline.target) for inline in document.inlines_of("wikilink")]
        known = _known[document] = tuple(sorted(link for link in found if link is not None))
    return known


def _wiki(span: Span, written: str) -> PageLink | None:
    name, _, part = written.partition("#")
    return PageLink(span, written, "wiki", name.strip(), part.strip()) if name.strip() else None


def _link(span: Span, written: str) -> PageLink | None:
    written = written.strip()
    call = _REF.match(written) or _POST_URL.match(_BASE.sub("", written))
    if call:
        name, _, fragment = call[1].partition("#")
        more = call[2] if call.re is _POST_URL and call[2] else ""
        return PageLink(span, written, "name", name, unquote(fragment or more.lstrip("#"))) if name else None
    filtered = _FILTERED.match(written)
    address = "/" + filtered[1].lstrip("/") if filtered else written
    if _BASE.match(address):
        address = "/" + _BASE.sub("", address).lstrip("/")
    if _TEMPLATE.search(address):
        return PageLink(span, written, "unknown")
    where, _, fragment = address.partition("#")
    where = where.partition("?")[0]
    extension = _EXTENSION.search(_HOST.sub("", where))
    if not where or (extension and extension[1].lower() not in ("html", "htm")):
        return None
    return PageLink(span, written, "address", where, unquote(fragment))


def paths_of(link: PageLink, pages: Pages) -> tuple[str, ...]:
    """The site paths, folded, that an address may mean; empty for one that leads elsewhere or cannot be told.

    A relative address is read from the page as a folder and as a file, since browsers do the one or the other by the
    slash at the page's end; a path below the site's own folder is read with and without it.
    """
    if link.how != "address":
        return ()
    where = link.target
    if _SCHEME.match(where):
        if not pages.address or not f"{where}/".startswith(f"{pages.address}/"):
            return ()
        where = "/" + where.removeprefix(pages.address).strip("/")
    if not where.startswith("/"):
        if not pages.own:
            return ()
        own = f"/{pages.own}"
        return tuple(page_path(posixpath.join(base, where)) for base in (own, posixpath.dirname(own)))
    base = page_path(pages.address.partition("://")[2].partition("/")[2])
    path = page_path(where)
    return (path, path.removeprefix(f"{base}/")) if base and path.startswith(f"{base}/") else (path,)


def file_of(link: PageLink, pages: Pages) -> str:
    """The file of the page that a link leads to; "" when it is none that is known."""
    if link.how in ("name", "wiki"):
        return pages.by_name.get(page_name(link.target), "")
    return next((pages.by_path[path] for path in paths_of(link, pages) if path in pages.by_path), "")


def leads_nowhere(link: PageLink, context: Context) -> bool:
    """Whether a link certainly leads to no page: all pages of its kind are known and it names none of them."""
    pages = context.pages
    if link.how in ("name", "wiki"):
        sure = pages.named if link.how == "name" else pages.wikis
        return sure and page_name(link.target) not in pages.by_name
    paths = paths_of(link, pages)
    if not any(_is_certain(path, pages) for path in paths) or any(path in pages.by_path for path in paths):
        return False
    return context.files is None or context.files.isdisjoint(files_of(link, context.path, context.roots))


def _is_certain(path: str, pages: Pages) -> bool:
    parts = path.split("/")
    made = _MADE.intersection(parts) or parts[-1].isdigit()
    return not made and (parts[0], len(parts)) in pages.certain


def files_of(link: PageLink, path: str, roots: tuple[tuple[str, str], ...] = ()) -> tuple[str, ...]:
    """The files, relative to the root, that an address may mean after all: beside the document, in static folders."""
    if link.how != "address" or _SCHEME.match(link.target):
        return ()
    where = unquote(link.target)
    if where.startswith("/"):
        named = [posixpath.normpath(posixpath.join(folder, where.lstrip("/"))) for folder, place in roots if not place]
        named += [posixpath.normpath(where).lstrip("/")]
    else:
        named = [posixpath.normpath(posixpath.join(posixpath.dirname(path), where))]
    endings = ("", "/index.html", ".html", ".md", ".mdx", ".qmd", ".ipynb", "/index.md", "/_index.md", "/index.qmd",
               "/README.md", "/index.ipynb")  # fmt: skip
    bare = [name.removesuffix(".html") for name in named]
    return tuple(dict.fromkeys(f"{name}{ending}" for name in (*named, *bare) for ending in endings))

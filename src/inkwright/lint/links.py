"""Where the local links and images of a document point: candidate files and anchors, pure.

The flow looks on the disk which candidates exist; the rules compare. What cannot be known for certain (a template in
the address, a page that a generator makes) has no candidates, and no rule speaks of it.
"""

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote
from weakref import WeakKeyDictionary

from inkwright.lint.paragraphs import paragraphs
from inkwright.model.document import Block, Document
from inkwright.model.regex import regex
from inkwright.model.span import Span
from inkwright.text.anchors import anchor_names

_SCHEME = regex(r"[a-z][a-z0-9+.-]*:|//", re.I)
_TEMPLATE = regex(r"\{\{|\{%|<%|\$\{|^@|^\{")
_EXTENSION = regex(r"\.([a-z][a-z0-9]{0,7}|excalidraw)$", re.I)
_MADE = frozenset({"html", "htm", "php", "aspx", "jsp", "xml", "rss", "atom", "css", "js"})
"""Extensions of files that a site often makes itself."""
_PAGES = frozenset({"md", "mdx", "markdown", "qmd", "rmd", "ipynb"})
_TAG = regex(r"<(img|a)\b([^>]*)>", re.I | re.S)
_ATTRIBUTE = regex(r"""(?<![\w-])(src|href|alt|id|name)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""", re.I)
_GIVEN = regex(r"""=(?=\s*["']?([^\s"'>{}]+))""")
"""What is given to an attribute or a name."""
_ID = regex(r"(?<![\w-])(?:id|name)\s*\Z", re.I)
_NOWHERE = Span(0, 0)
_NAME_AT_MOST = 20
"""Characters before an equals sign among which the name of an attribute is looked for."""
_WRITTEN_ANCHOR = regex(r"\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}|\[\[([\w-]+)\]\]|\{#([\w:.-]+)|\^([\w-]+)\s*$", re.M)
_LABEL = regex(r"^[ \t]*(?:#\|[ \t]*label:|\[\^)[ \t]*([\w:-]+)", re.M)
_INCLUDES = regex(
    r"\{(?:%-?\s*(?:include|render)|\{[<%]\s*(?:include|readfile|content))|import (?<=^import ).*\.mdx?['\"]"
    r"|^::: [\w-]+(?:\.[\w-]+)+[ \t]*$",  # documentation that a generator takes from code
    re.M,
)

_known: WeakKeyDictionary[Document, dict[tuple[str, tuple[tuple[str, str], ...]], tuple["Target", ...]]] = (
    WeakKeyDictionary()
)


_tags: WeakKeyDictionary[Document, tuple["Tag", ...]] = WeakKeyDictionary()


class Target(NamedTuple):
    """One address as written. `span` is the whole link, `address` its destination; `image` tells pictures from links.
    `candidates` are paths relative to the root of which one must exist, none when that cannot be known. `fragment`
    is the part after `#`, decoded; `own` says that it means this very document."""

    span: Span
    address: str
    image: bool
    candidates: tuple[str, ...] = ()
    fragment: str = ""
    own: bool = False


class Tag(NamedTuple):
    """An HTML `img` or `a` in the text: its span and attributes by lower-case name."""

    name: str
    span: Span
    attributes: dict[str, str]


def html_tags(document: Document) -> list[Tag]:
    """All `img` and `a` tags written as HTML or JSX, in reading order."""
    known = _tags.get(document)
    if known is None:
        known = _tags[document] = _html_tags(document) if "<" in document.text else ()
    return [*known]


def _html_tags(document: Document) -> tuple[Tag, ...]:
    places = [block.span for block in document.all_blocks if block.kind in ("html", "opaque")]
    places += [inline.span for inline in document.inlines_of("html", "opaque")]
    tags: list[Tag] = []
    for place in sorted(set(places)):
        tags += [tag._replace(span=tag.span.shift(place.start)) for tag in _tags_in(document.slice(place))]
    return tuple({tag.span: tag for tag in tags}.values())


@lru_cache(maxsize=1024)
def _tags_in(text: str) -> tuple[Tag, ...]:
    """The tags in a piece of markup; remembered, as an edit changes one of many."""
    return tuple(
        Tag(
            match[1].lower(),
            Span(*match.span()),
            {key.lower(): value.strip("\"'") for key, value in _ATTRIBUTE.findall(match[2])},
        )
        for match in _TAG.finditer(text)
    )


def targets(document: Document, path: str, roots: tuple[tuple[str, str], ...] = ()) -> tuple[Target, ...]:
    """Every local address of a document in reading order. `path` is the document's own, relative to the root;
    `roots` pairs static folders with their place on the site. Empty for a document without links."""
    known = _known.setdefault(document, {})
    if (path, roots) not in known:
        known[path, roots] = tuple(_targets(document, path, roots))
    return known[path, roots]


def _targets(document: Document, path: str, roots: tuple[tuple[str, str], ...]) -> list[Target]:
    found = [
        _target(inline.span, inline.target, inline.kind == "image", path, roots)
        for inline in document.inlines_of("link", "image")
        if inline.target and inline.name not in ("autolink", "url", "email", "broken")
    ]
    for tag in html_tags(document):
        address = tag.attributes.get("src" if tag.name == "img" else "href", "")
        if address:
            found.append(_target(tag.span, address, tag.name == "img", path, roots))
    return sorted((target for target in found if target is not None), key=lambda target: target.span)


def _target(span: Span, address: str, image: bool, path: str, roots: tuple[tuple[str, str], ...]) -> Target | None:
    target = _pointed(address, image, path, roots)
    return target._replace(span=span) if target else None


@lru_cache(maxsize=4096)
def _pointed(address: str, image: bool, path: str, roots: tuple[tuple[str, str], ...]) -> Target | None:
    """What an address points at wherever it stands; None for one that is not local."""
    if _SCHEME.match(address) or _TEMPLATE.search(address):
        return None
    where, _, fragment = address.partition("#")
    where = unquote(where.partition("?")[0])
    if not where:
        return Target(_NOWHERE, address, image, fragment=unquote(fragment), own=True)
    return Target(_NOWHERE, address, image, _candidates(where, image, path, roots), unquote(fragment))


@lru_cache(maxsize=4096)
def _candidates(where: str, image: bool, path: str, roots: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    extension = _EXTENSION.search(where)
    known = extension is not None and extension[1].lower() not in _MADE
    if not known and not (image and extension):
        return ()
    if where.startswith("/"):
        if extension is None or extension[1].lower() in _PAGES or not roots:
            return ()
        return tuple(dict.fromkeys(_in_roots(where, roots)))
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), where))
    stem = path.rsplit(".", 1)[0]
    page = posixpath.dirname(path) if stem.endswith(("/index", "/_index")) else stem
    from_page = posixpath.normpath(posixpath.join("/", page, where))
    found = [beside, from_page.lstrip("/"), *_in_roots("/" + where, roots), *_in_roots(from_page, roots)]
    found += [posixpath.normpath(where)] if not where.startswith(".") else []
    return tuple(dict.fromkeys(found))


def _in_roots(where: str, roots: tuple[tuple[str, str], ...]) -> list[str]:
    """Files that a site path may come from, in the static folders."""
    site_path = posixpath.normpath(where).lstrip("/")
    found = []
    for folder, place in roots:
        if site_path == place or site_path.startswith(f"{place}/" if place else ""):
            found.append(posixpath.normpath(posixpath.join(folder, site_path[len(place) :].lstrip("/"))))
    return found


@lru_cache(maxsize=4096)
def squash(anchor: str) -> str:
    """An anchor without what generators treat differently: case, hyphens and punctuation."""
    return re.sub(r"[\W_]+", "", anchor.lower())


def _ids(text: str) -> Iterator[str]:
    """The values of all `id` and `name` attributes. Looked for at the equals sign, as few texts hold many."""
    for given in _GIVEN.finditer(text):
        if _ID.search(text, max(given.start() - _NAME_AT_MOST, 0), given.start()):
            yield given[1]


def offered_anchors(document: Document) -> frozenset[str] | None:
    """Everything that a fragment may point at in a document, squashed; None when parts of it come from elsewhere.

    Headings, written ids (`{#id}`, `id=`, `name=`, block ids, footnote and figure labels) count.
    """
    found = {squash(name) for name in (*anchor_names(document), *map(Block.plain, document.of_kind("heading")))}
    for piece in paragraphs(document.text):
        written = _written_in(piece)
        if written is None:
            return None
        found |= written
    return frozenset(found | {"", "top"})


@lru_cache(maxsize=4096)
def _written_in(text: str) -> frozenset[str] | None:
    """The anchors that a paragraph writes, squashed; None when it takes parts from elsewhere. Remembered, as an edit
    changes one of many."""
    if any(map(text.__contains__, ("{%", "{{", "import ", "::: "))) and _INCLUDES.search(text):
        return None
    found = set(_ids(text)) if "=" in text else set()
    for match in _WRITTEN_ANCHOR.finditer(text):
        found.update(filter(None, match.groups()))
    for label in _LABEL.findall(text) if "[^" in text or "label:" in text else ():
        found.update((label, f"fn:{label}", f"fn-{label}", f"user-content-fn-{label}"))
    return frozenset(map(squash, found))

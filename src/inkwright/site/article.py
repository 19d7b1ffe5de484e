"""One post as the page that shows it: its HTML with every address resolved, its contents, its figures."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from inkwright.model.document import Block, Inline
from inkwright.model.post import PLANNING_KEYS
from inkwright.model.regex import regex
from inkwright.model.when_needed import when_needed
from inkwright.render.footnotes import SIDE
from inkwright.render.html import ImageInfo, RenderOptions, render
from inkwright.site.around import Around, Shown
from inkwright.site.asked import Asked
from inkwright.site.catalog import Catalog
from inkwright.site.drawings import Drawings, in_light
from inkwright.site.entry import Entry
from inkwright.site.paths import encoded, has_scheme, relative, site_path
from inkwright.site.pictures import LARGE, LEAST, RESIZED, WIDE, Pictures, in_one_size
from inkwright.site.rewrite import rewrite
from inkwright.text.anchors import anchors
from inkwright.text.diagrams import kind_of, kind_of_file
from inkwright.text.drawn import DATA, drawn_as

with when_needed(__name__):
    from inkwright.render import calls, data_blocks, math
    from inkwright.site import embeds

_OF_PAGES = regex(r"<(?:(script|style)\b.*?</\1\s*>|a class=\"anchor\"[^>]*>#</a>)", re.DOTALL | re.IGNORECASE)
"""What belongs to our pages and not into feeds: links of headings to themselves, scripts, rules of style."""

HIDDEN_LINK = "link to a text that the site does not show"
LOST_PAGE = "reference to a page that does not exist"
UNDRAWN = "table or chart whose data cannot be read"
UNEXPORTED = "drawing without an exported picture"
UNKNOWN = {name: f"{name.strip('{}')} diagram" for name in ("plantuml", "{plantuml}", "{dot}")}
"""Languages of code that is meant as a picture and that nothing here draws; in braces for a cell that Quarto draws."""
_SHOWN_TAG = regex(r"(\{\{[<%])/\*(.*?)\*/([>%]\}\})")
"""A shortcode that Hugo shows instead of calling it, in code as anywhere."""

OnLoss = Callable[[Entry, str, int], None]
"""Told of each thing that the page does not show as its author meant it: what it is and its offset in the source, -1
when that is not known."""


SizeOf = Callable[[str], tuple[int, int]]
"""Width and height in pixels of a picture in the workspace; (0, 0) when unknown."""
DataOf = Callable[[str, str], str]
"""The text of a file that the post at a path names. Raises ValueError with a sentence."""


def no_data(post: str, name: str) -> str:
    """For a build without files beside its posts."""
    raise ValueError(f"there is no {name} beside the post")


def _unmeasured(path: str) -> tuple[int, int]:
    return 0, 0


def _untold(entry: Entry, what: str, offset: int) -> None:
    """Nobody is told."""


class Renderer(Struct, frozen=True, eq=False):
    """What rendering a post needs besides the post: the names on the site, the highlighter, who is told of losses."""

    catalog: Catalog
    names: Asked
    code: Callable[[Block], str]
    on_loss: OnLoss = _untold
    size_of: SizeOf = _unmeasured
    data: DataOf = no_data
    drawings: Drawings = field(default_factory=Drawings)
    pictures: Pictures = field(default_factory=Pictures)
    side_notes: bool = False

    def body(self, entry: Entry) -> str:
        """The HTML of a post with its destinations as written; see `on_page` and `in_feed`."""
        return render(entry.document, self._options(entry, Around(((entry.place, ""),))))

    def with_end_notes(self, entry: Entry, body: str) -> str:
        """A rendered body with its notes at its end, for where no theme puts them beside the text."""
        if SIDE not in body:
            return body
        return replace(self, side_notes=False, on_loss=_untold).body(entry)

    def _options(self, entry: Entry, around: Around, prefix: str = "") -> RenderOptions:
        """How the text of a post is rendered, on its own page or shown in another."""

        def wikilink(target: str, label: str) -> str | None:
            found = self.names.wiki(entry, target)
            if found.kind == "hidden":
                self.on_loss(entry, HIDDEN_LINK, -1)
            return f"/{encoded(site_path(found.place))}{found.tail}" if found.kind == "place" else None

        def page(name: str) -> str:
            found = self.names.page(entry, name)
            if found.kind == "place":
                return f"/{encoded(site_path(found.place))}{found.tail}"
            self.on_loss(entry, f"{LOST_PAGE} ({name})", entry.post.document.text.find(name))
            return ""

        def kept(node: Block | Inline, source: str) -> None:
            call = calls.read_call(source)
            self.on_loss(entry, f"{call.family} {call.name}" if call else "construct", node.span.start)

        return RenderOptions(
            image=partial(self._image, entry),
            wikilink=wikilink,
            embed=partial(self._embed, entry, around),
            code=partial(self._code, entry),
            page=page,
            html_wikilinks=self.catalog.generator == "jekyll",
            math=formula,
            kept=kept,
            anchors=lambda document: anchors(entry.post.document),
            references=entry.post.bibliography.references,
            values={**site_values(self.catalog), **page_values(entry)},
            id_prefix=prefix,
            heading_links=not prefix,
            side_notes=self.side_notes and not prefix,
        )

    def _embed(self, entry: Entry, around: Around, target: str, label: str) -> str | None:
        """A note shown in another, its destinations led from the root; a link to it where None."""
        shown = embeds.to_show(self.names, entry, target, around)
        if isinstance(shown, str):
            self.on_loss(entry, shown, entry.post.document.text.find(f"![[{target}"))
            return embeds.missing(label or target)
        if shown is None:
            return None
        html = render(shown.document, self._options(shown.entry, shown.around, shown.prefix))
        return embeds.framed(shown, rewrite(html, partial(self._rooted, shown)), label)

    def _rooted(self, shown: Shown, target: str) -> str | None:
        """A destination in a note that is shown in another, led from the root of the site."""
        entry = shown.entry
        if target.startswith("#"):
            return target if target.startswith(f"#{shown.prefix}") else f"/{encoded(site_path(entry.place))}{target}"
        found = self.names.find(entry, target)
        if found.kind == "hidden":
            self.on_loss(entry, HIDDEN_LINK, -1)
            return None
        if found.kind == "as written" or self.drawings.holds(target[1:]):
            return target
        return f"/{encoded(site_path(found.place))}{found.tail}"

    def _code(self, entry: Entry, block: Block) -> str:
        """A fence as a drawing, a table or a chart where it is one, else as marked code."""
        at = block.span.start if block.span.end else -1
        if drawn_as(block):
            html = data_blocks.draw(block, partial(self.data, entry.file.path))
            if data_blocks.is_undrawn(html):
                self.on_loss(entry, UNDRAWN, at)
            return html
        language = block.info.split(None, 1)[0].lower() if block.info.strip() else ""
        html, lost = "", UNKNOWN.get(language, "")
        if kind_of(block):
            html, lost = self.drawings.block(entry.document, block)
        if lost:
            self.on_loss(entry, lost, at)
        if html:
            return html
        if self.catalog.generator == "hugo" and "/*" in block.text:
            block = replace(block, text=_SHOWN_TAG.sub(r"\1\2\3", block.text))
        return self.code(block)

    def _image(self, entry: Entry, target: str) -> ImageInfo:
        """What a page shows for the destination of a picture: the drawing made of it, its export or the file."""
        drawing = self.drawings.picture(entry.file.path, target)
        if drawing is not None and drawing.dark:
            return drawing
        target = drawing.src if drawing is not None else target
        if drawing is None and kind_of_file(target) and "//" not in target:
            self.on_loss(entry, UNEXPORTED, entry.post.document.text.find(target))
        found = self.names.find(entry, target)
        width, height = self.size_of(found.source) if found.source else (0, 0)
        if width > LEAST and found.source.lower().endswith(RESIZED):
            info = self.pictures.info(target, found.source, width, height)
            if info is not None:
                return info
            if width > WIDE:
                self.on_loss(entry, LARGE, entry.post.document.text.find(target))
        return ImageInfo(target, width, height)

    def on_page(self, entry: Entry, body: str) -> str:
        """A rendered body for its own page: destinations relative to it, so that the site works under any address."""

        def resolve(target: str) -> str | None:
            if self.drawings.holds(target[1:]) or self.pictures.holds(target[1:]):
                return relative(entry.place, target[1:])
            found = self.names.find(entry, target)
            if found.kind == "as written":
                return target
            if found.kind == "hidden":
                self.on_loss(entry, HIDDEN_LINK, -1)
                return None
            if found.place == entry.place and found.tail:
                return found.tail
            return relative(entry.place, found.place) + found.tail

        return rewrite(body, resolve)

    def in_feed(self, entry: Entry, body: str) -> str:
        """A rendered body for readers elsewhere: every destination absolute."""
        own = self.address(entry.place)

        def resolve(target: str) -> str | None:
            if self.drawings.holds(target[1:]):
                return self.address(target[1:])
            found = self.names.find(entry, target)
            if found.kind == "hidden":
                return None
            if found.kind == "place":
                return self.address(found.place) + found.tail
            if not target or has_scheme(target):
                return target
            if target.startswith("#"):
                return own + target
            base = self.catalog.info.base_url if target.startswith("/") else own.rsplit("/", 1)[0]
            return f"{base}/{target.lstrip('/')}"

        if DATA in body:
            body = data_blocks.for_feed(body)
        return rewrite(_without_ours(in_one_size(in_light(body))), resolve)

    def address(self, place: str) -> str:
        """The absolute address of a place; it starts with a slash when the site has no base address."""
        return f"{self.catalog.info.base_url}/{encoded(site_path(place))}"


def _without_ours(html: str) -> str:
    """HTML without what belongs to our pages, and without the space before the link of a heading to itself."""
    pieces, at = [], 0
    for found in _OF_PAGES.finditer(html):
        piece = html[at : found.start()]
        pieces.append(piece if found[1] else piece.removesuffix(" "))
        at = found.end()
    return "".join((*pieces, html[at:]))


def formula(tex: str, display: bool) -> str:
    """A formula; one that stands alone is in a region that scrolls when it is wide and can be reached by keyboard."""
    shown = math.math_html(tex, display)
    if not display or not shown:
        return shown
    return f'<span class="formula" role="group" aria-label="Formula" tabindex="0">{shown}</span>'


def site_values(catalog: Catalog) -> Mapping[str, str]:
    """What `{{ site.title }}` and its like stand for in posts written for another generator."""
    info = catalog.info
    return {
        "site.title": info.title, "site.description": info.description, "site.author": info.author,
        "site.baseurl": "", "site.url": info.base_url, "page.lang": info.language,
    }  # fmt: skip


def page_values(entry: Entry) -> Mapping[str, str]:
    """What a post's own front matter answers to `{{ page.key }}` and `{{< param key >}}`; never a planning key."""
    found = {
        key: str(value)
        for key, value in entry.post.document.front_matter.data.items()
        if isinstance(value, str | int | float) and not isinstance(value, bool) and key not in PLANNING_KEYS
    }
    named = {"title": entry.title, "url": f"/{entry.path}", **found}
    return {**found, **{f"page.{key}": value for key, value in named.items()}}

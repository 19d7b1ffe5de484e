"""What a caller may decide about rendering: a frozen set of hooks, each with a default that needs nothing."""

from collections.abc import Callable, Iterable, Mapping
from typing import Literal

from msgspec import Struct, field

from inkwright.model.document import Block, Document, Inline
from inkwright.model.reference import Reference

Profile = Literal["commonmark", "gfm", "site"]
"""`commonmark` and `gfm` give the HTML of the two specifications; `site` is what our own pages carry."""


class ImageInfo(Struct, frozen=True):
    """Where a picture is served from and how big it is in CSS pixels; 0 for an unknown size. `dark` is the one that is
    shown in its place on a dark page, "" where the same serves for both."""

    src: str
    width: int = 0
    height: int = 0
    srcset: str = ""
    sizes: str = ""
    dark: str = ""


def _same(target: str) -> str:
    return target


class RenderOptions(Struct, frozen=True, eq=False):
    """How a document becomes HTML.

    `link` and `image` turn a destination as written into the one that the page carries. `wikilink(target, label)`
    gives the destination of `[[target|label]]` and `![[target]]`, None where there is none (the label is shown as
    text). `code(block)` gives the whole HTML of a code block, `math(tex, display)` of a formula; None means the plain
    form. `opaque(node, source)` may replace the HTML of a construct of another generator; None leaves it to
    the tables of `render.opaque`, and `kept(node, source)` is told of each that these show as a placeholder.
    `page(name)` gives the address of a page as Hugo's `ref` and Jekyll's `link` and `post_url` name it, None to take it
    for a link. `embed(target, label)` may give the HTML of `![[note]]`, else it is a link. `anchors` gives headings
    with their ids, by default those of `text.anchors`. `values` answers `{{ site.baseurl }}`, `param` and the like by
    dotted name, `references` holds the works that may be cited by key. `html_wikilinks` finds `[[names]]` in raw HTML
    too, as gardens made with Jekyll do. `id_prefix` keeps the ids of several posts on one page apart. `heading_shift`
    moves heading levels down by so many; `side_notes` puts short footnotes beside the paragraph that refers to them,
    where it is one; `heading_links` puts a link to itself into each.
    """

    profile: Profile = "site"
    link: Callable[[str], str] = _same
    image: Callable[[str], str | ImageInfo] = _same
    wikilink: Callable[[str, str], str | None] | None = None
    code: Callable[[Block], str] | None = None
    math: Callable[[str, bool], str] | None = None
    opaque: Callable[[Block | Inline, str], str | None] | None = None
    kept: Callable[[Block | Inline, str], None] | None = None
    page: Callable[[str], str | None] | None = None
    embed: Callable[[str, str], str | None] | None = None
    anchors: Callable[[Document], Iterable[tuple[Block, str]]] | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    id_prefix: str = ""
    heading_shift: int = 0
    heading_links: bool = True
    html_wikilinks: bool = False
    side_notes: bool = False

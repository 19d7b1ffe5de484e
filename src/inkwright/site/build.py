"""A loaded site -> every file of the built one, in a fixed order. Pure: no disk, no clock, the same bytes each time.

`articles` are the posts' own pages, `overview` what lists them; this file strings them together and sees to it that
no two pages take the same place: posts before the author's static files before what is made here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inkwright.model.document import Block
from inkwright.model.post import Page
from inkwright.model.site import Site, Unreadable
from inkwright.site.article import DataOf, OnLoss, Renderer, SizeOf, no_data
from inkwright.site.catalog import Catalog, Entry, catalog
from inkwright.site.drawings import Draw, Drawings, Shown, draw_nothing, show_nothing
from inkwright.site.names import Names, asset_place
from inkwright.site.overview import overview_pages, overview_places
from inkwright.site.pages import Frame, article_page
from inkwright.site.paths import clean, has_scheme, place_of
from inkwright.site.publication import publication_pages
from inkwright.site.related import Says, linking_posts, related_posts
from inkwright.site.theme import Theme

_PRIVATE = ("private/", "inkwright/", ".")


@dataclass(frozen=True)
class Build:
    """A site about to be built: what it shows and how. `pages()` makes it.

    `on_entry` is told of each post before it is rendered, `on_loss` of what its page cannot show;
    `size_of` measures a picture, `data(post, name)` gives the text of a file that a post's table or chart is drawn from
    (ValueError with a sentence when there is none), `draw(kind, source)` a diagram,
    `shown(post, target)` what a page shows for the file of a drawing program, `says(word)` how much a word says when
    posts are compared.
    """

    site: Site
    theme: Theme
    code: Callable[[Block], str]
    timezone: str = "UTC"
    posts_per_page: int = 10
    drafts: bool = False
    on_entry: Callable[[Entry], None] = lambda entry: None
    on_loss: OnLoss = lambda entry, what, offset: None
    size_of: SizeOf = lambda path: (0, 0)
    data: DataOf = no_data
    draw: Draw = draw_nothing
    shown: Shown = show_nothing
    says: Says = lambda word: 1.0

    def catalog(self) -> Catalog:
        """What the site shows and what stands in the way."""
        return catalog(self.site, self.timezone, self.drafts)

    def pages(self, shown: Catalog) -> Iterator[Page]:
        """Every file of the site. No two have the same place, even where case does not count."""
        taken: set[str] = set()
        for page in self._all(shown):
            key = page.path.casefold()
            if key not in taken:
                taken.add(key)
                yield page

    def _all(self, shown: Catalog) -> Iterator[Page]:
        static = {clean(place): source for place, source in self.site.static}
        size = max(1, self.posts_per_page)
        made = overview_places(shown, size)
        names = Names(shown, made, static)
        drawings = Drawings(self.draw, self.shown)
        renderer = Renderer(shown, names, self.code, self.on_loss, self.size_of, self.data, drawings)
        frame = Frame(shown, self.theme, size, related_posts(shown, self.says), linking_posts(shown, names))
        bodies: dict[str, str] = {}
        for entry in shown.entries:
            self.on_entry(entry)
            body = bodies[entry.place] = renderer.body(entry)
            yield article_page(frame, renderer, entry, body)
        yield from drawings.pages()
        yield from (Page(place, copy_from=source) for place, source in sorted(static.items()))
        yield from _assets(shown)
        yield from overview_pages(frame)
        yield from alias_pages(frame)
        yield from publication_pages(frame, renderer, bodies)
        yield from self.theme.assets.values()


def _assets(shown: Catalog) -> Iterator[Page]:
    """The files that posts show, copied to where their pages look for them."""
    for entry in shown.entries:
        for asset in entry.post.assets:
            if not asset.startswith(_PRIVATE):
                yield Page(asset_place(entry, asset), copy_from=asset)


def aliases(entry: Entry, generator: str) -> Iterator[str]:
    """Places of the former addresses of a post. A name without a slash is one only where the generator says so:
    elsewhere it is another name of a note."""
    for alias in entry.post.metadata.aliases:
        if has_scheme(alias) or not (alias.startswith("/") or "/" in alias or generator == "hugo"):
            continue
        above = "" if alias.startswith("/") else entry.path.rstrip("/").rpartition("/")[0]
        yield place_of(f"{above}/{alias}")


def alias_pages(frame: Frame) -> Iterator[Page]:
    """A page at each former address that leads on to the post."""
    for entry in frame.catalog.entries:
        for place in aliases(entry, frame.catalog.generator):
            yield frame.redirect(place, entry)


def alias_troubles(shown: Catalog) -> Iterator[Unreadable]:
    """Former addresses that another post has, or two posts claim: one sentence for each."""
    claimed: dict[str, Entry] = {entry.place.casefold(): entry for entry in shown.entries}
    for entry in shown.entries:
        for place in aliases(entry, shown.generator):
            other = claimed.setdefault(place.casefold(), entry)
            if other is not entry:
                yield Unreadable(
                    entry.post.file.path, 0, f"its alias /{place.removesuffix('index.html')} is already taken by "
                    f"{other.post.file.path}", "Remove one of the two.",
                )  # fmt: skip

"""A loaded site -> every file of the built one, in a fixed order. Pure: no disk, no clock, the same bytes each time.

`articles` are the posts' own pages, `overview` what lists them; this file strings them together and sees to it that
no two pages take the same place: posts before the author's static files before what is made here.
"""

from collections.abc import Callable, Iterable, Iterator, MutableMapping, Sequence
from functools import cached_property, partial

from msgspec import Struct, field

from inkwright.model.document import Block
from inkwright.model.post import Page
from inkwright.model.settings import SiteSettings
from inkwright.model.site import Unreadable
from inkwright.model.when_needed import when_needed
from inkwright.site.article import DataOf, OnLoss, Renderer, SizeOf, no_data
from inkwright.site.asked import Asked
from inkwright.site.card import Content
from inkwright.site.catalog import Catalog, catalog
from inkwright.site.drawings import Draw, Drawings, Shown, draw_nothing, show_nothing
from inkwright.site.entry import Entry
from inkwright.site.made import NOTHING, Rows
from inkwright.site.names import Names, asset_place
from inkwright.site.pages import ICONS, Frame, article_key, article_page
from inkwright.site.paths import clean, has_scheme, place_of
from inkwright.site.pictures import Pictures
from inkwright.site.publication import feed_entries, feeds_recipe, list_places, publication_recipes
from inkwright.site.recipe import Recipe, digest, of_page
from inkwright.site.related import linking_posts, related_posts
from inkwright.site.theme import Theme

with when_needed(__name__):
    from inkwright.site import groups, overview, portfolio
    from inkwright.site import search as search_page

_PRIVATE = ("private/", "inkwright/", ".")


class Build(Struct, frozen=True, eq=False):
    """A site about to be built: what it shows and how. `pages()` makes it.

    `on_loss` is told of what pages cannot show; `size_of` measures a picture, `data(post, name)` gives the text of
    a file that a post's table or chart is drawn from (ValueError with a sentence when there is none), `pictures`
    makes the sizes of pictures and the cards of posts, `draw(kind, source)` a diagram, `shown(post, target)` what a
    page shows for the file of a drawing program. `asked` writes down what pages ask of the rest of the site,
    `bodies` holds the HTML of the posts that feeds carry, by place, `rows` what an earlier build found out.
    """

    content: Content
    theme: Theme
    code: Callable[[Block], str]
    timezone: str = "UTC"
    look: SiteSettings = field(default_factory=SiteSettings)
    drafts: bool = False
    on_loss: OnLoss = lambda entry, what, offset: None
    size_of: SizeOf = lambda path: (0, 0)
    data: DataOf = no_data
    draw: Draw = draw_nothing
    shown: Shown = show_nothing
    pictures: Pictures = field(default_factory=Pictures)
    asked: Asked = field(default_factory=lambda: Asked(Names.nowhere))
    bodies: MutableMapping[str, str] = field(default_factory=dict)
    rows: Rows = NOTHING

    def catalog(self) -> Catalog:
        """What the site shows and what stands in the way."""
        return catalog(self.content, self.timezone, self.drafts)

    def pages(self, shown: Catalog) -> Iterator[Page]:
        """Every file of the site, made. No two have the same place, even where case does not count."""
        return made(self.run(shown).recipes())

    def run(self, shown: Catalog) -> "Making":
        """One run, whose recipes may be made or left as they are."""
        return Making(self, shown)


class Making:
    """One run of a build. `catalog` is what the site shows; `frame` is what its pages share, where that is known."""

    def __init__(self, build: Build, shown: Catalog, frame: Frame | None = None) -> None:
        self._build = build
        self.catalog = shown
        self._static = {clean(place): source for place, source in build.content.static}
        self._drawings = Drawings(build.draw, build.shown)
        build.asked.names = lambda: self.names
        self._renderer = Renderer(
            shown,
            build.asked,
            build.code,
            build.on_loss,
            build.size_of,
            build.data,
            self._drawings,
            build.pictures,
            build.theme.side_notes,
        )
        self.frame = frame or self._whole_frame()

    def _whole_frame(self) -> Frame:
        build, shown = self._build, self.catalog
        related = related_posts(shown, build.rows)
        linking = linking_posts(shown, lambda: self.names, self.named, build.rows)
        icon = next((name for name in ICONS if name in self._static), "")
        return Frame(shown, build.theme, build.look, related, linking, icon)

    @property
    def count(self) -> int:
        """How many posts and pages."""
        return len(self.catalog.entries)

    @cached_property
    def names(self) -> Names:
        """What a destination means anywhere on the site; made when the first one is asked for."""
        return Names(self.catalog, self._lists, self._static)

    @cached_property
    def _lists(self) -> set[str]:
        """The places of the pages that list posts."""
        return list_places(self.catalog, self._build.look)

    @cached_property
    def named(self) -> str:
        """The digest of all that `names` is made from."""
        own = (entry.kept.named for entry in self.catalog.entries)
        lists = sorted(self._lists)
        return digest(*own, "lists", *lists, "static", *sorted(self._static), *self.catalog.held)

    def recipes(self) -> Iterator[Recipe]:
        """Every file of the site, or group of files made at once, in a fixed order: posts before the author's static
        files before what is made here. Two may have the same place: the first counts."""
        shown, frame = self.catalog, self.frame
        fed = {entry.place for entry in feed_entries(shown)}
        for entry in shown.entries:
            yield self.article(entry, entry.place in fed)
        yield from (of_page(Page(place, copy_from=source)) for place, source in sorted(self._static.items()))
        yield from map(of_page, _assets(shown))
        yield from overview.overview_recipes(frame)
        yield from groups.group_recipes(frame)
        yield from portfolio.portfolio_recipes(frame)
        yield from alias_recipes(frame)
        yield from publication_recipes(frame, self._renderer, self._body, self._build.rows)
        yield from search_page.search_recipes(frame)
        assets, search = self._build.theme.assets, self._build.look.search
        yield from (of_page(page) for name, page in assets.items() if search or name != search_page.SCRIPT)

    def article(self, entry: Entry, fed: bool) -> Recipe:
        """The page of a post; `fed` says that feeds carry it."""
        make = partial(self._article, entry, fed)
        return Recipe(entry.place, article_key(self.frame, entry), make, post=entry.file.path)

    def feeds(self, entries: Sequence[Entry]) -> Recipe:
        """The feeds; `entries` are the posts that they carry."""
        return feeds_recipe(self.frame, self._renderer, entries, self._body, self._build.rows)

    def _article(self, entry: Entry, fed: bool) -> Iterator[Page]:
        """A post's page and the pictures that were drawn for it."""
        body = self._renderer.body(entry)
        if fed:
            self._build.bodies[entry.place] = self._renderer.with_end_notes(entry, body)
        yield article_page(self.frame, self._renderer, entry, body)
        yield from self._drawings.pages()
        yield from self._build.pictures.pages()

    def _body(self, entry: Entry) -> str:
        """The HTML of a post for feeds, rendered unless it was before."""
        if entry.place not in self._build.bodies:
            self._build.bodies[entry.place] = self._renderer.with_end_notes(entry, self._renderer.body(entry))
        return self._build.bodies[entry.place]


def made(recipes: Iterable[Recipe]) -> Iterator[Page]:
    """All files of some recipes; of several in one place, the first."""
    taken: set[str] = set()
    for recipe in recipes:
        if recipe.place.casefold() in taken:
            continue
        for page in recipe.make():
            key = page.path.casefold()
            if key not in taken:
                taken.add(key)
                yield page


def _assets(shown: Catalog) -> Iterator[Page]:
    """The files that posts show, copied to where their pages look for them."""
    for entry in shown.entries:
        for asset in entry.card.assets:
            if not asset.startswith(_PRIVATE):
                yield Page(asset_place(entry, asset), copy_from=asset)


def aliases(entry: Entry, generator: str) -> Iterator[str]:
    """Places of the former addresses of a post. A name without a slash is one only where the generator says so:
    elsewhere it is another name of a note."""
    for alias in entry.metadata.aliases:
        if has_scheme(alias) or not (alias.startswith("/") or "/" in alias or generator == "hugo"):
            continue
        above = "" if alias.startswith("/") else entry.path.rstrip("/").rpartition("/")[0]
        yield place_of(f"{above}/{alias}")


def alias_recipes(frame: Frame) -> Iterator[Recipe]:
    """A page at each former address that leads on to the post."""
    for entry in frame.catalog.entries:
        for place in aliases(entry, frame.catalog.generator):
            yield Recipe(place, digest("alias", frame.said, entry.said), partial(_redirect, frame, place, entry))


def _redirect(frame: Frame, place: str, entry: Entry) -> Iterator[Page]:
    yield frame.redirect(place, entry)


def alias_troubles(shown: Catalog) -> Iterator[Unreadable]:
    """Former addresses that another post has, or two posts claim: one sentence for each."""
    claimed: dict[str, Entry] = {entry.place.casefold(): entry for entry in shown.entries}
    for entry in shown.entries:
        for place in aliases(entry, shown.generator):
            other = claimed.setdefault(place.casefold(), entry)
            if other is not entry:
                yield Unreadable(
                    entry.file.path, 0, f"its alias /{place.removesuffix('index.html')} is already taken by "
                    f"{other.file.path}", "Remove one of the two.",
                )  # fmt: skip

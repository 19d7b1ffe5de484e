"""A whole site as it was loaded, whatever generator's folder it stands in: what `build` makes pages from."""

from collections.abc import Mapping

from msgspec import Struct, field

from inkwright.model.post import Page, Post


class SiteInfo(Struct, frozen=True):
    """What is true of all pages.

    `base_url` is the absolute address without a final slash ("" when unknown: links then stay relative to the root).
    `menu` holds (label, site path or address) in order; empty lets the theme make one. `language` is BCP 47.
    """

    title: str = ""
    description: str = ""
    author: str = ""
    base_url: str = ""
    language: str = "en"
    menu: tuple[tuple[str, str], ...] = ()


class Unreadable(Struct, frozen=True):
    """A file that was found and could not be loaded: where (`line` 0 when unknown), what is wrong, what to do."""

    path: str
    line: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """`path:line: message. Hint`, as errors are shown."""
        where = f"{self.path}:{self.line}: " if self.line else f"{self.path}: "
        return f"{where}{self.message.rstrip('.')}. {self.hint}".rstrip()


class Site(Struct, frozen=True):
    """All posts and pages of a workspace, published or held back, sorted by path, with what is true of all of them.

    `generator` names the layout ("inkwright" for our own, "hugo", "jekyll", ...). `static` pairs a site path without
    a leading slash ("img/logo.png") with the workspace file that is copied there, for a generator's static folders.
    `unreadable` holds the files that were found but not loaded.
    """

    info: SiteInfo = field(default_factory=SiteInfo)
    posts: tuple[Post, ...] = ()
    generator: str = "inkwright"
    static: tuple[tuple[str, str], ...] = ()
    unreadable: tuple[Unreadable, ...] = ()


class Loss(Struct, frozen=True):
    """Something that pages do not show as it was meant: what, how often, and where it stands first (`line` 0 when
    unknown). `said` is `what` for other eyes than the writer's where that names something private, else ""."""

    what: str
    count: int
    path: str
    line: int = 0
    said: str = ""


class Built(Struct, frozen=True):
    """What a build did. `out` is the folder as named, `index` the path of the home page to open.

    `posts` and `pages` count what is shown, `files` all files of the site, of which `written` were new or changed;
    `removed` counts files of an earlier build that are gone. `held_back` pairs a file with the reason; `troubles`
    are mistakes that kept a file off the site, `warnings` those that did not; `kept` are files of an earlier build
    that someone changed by hand. `diagrams` counts those shown as their source, `large` pictures
    that the extra for pictures would make smaller; `feeds` says whether there are any.
    """

    out: str
    index: str
    posts: int
    pages: int
    files: int
    written: int
    removed: int
    held_back: tuple[tuple[str, str], ...] = ()
    losses: tuple[Loss, ...] = ()
    troubles: tuple[Unreadable, ...] = ()
    warnings: tuple[Unreadable, ...] = ()
    kept: tuple[str, ...] = ()
    diagrams: int = 0
    feeds: bool = True
    large: int = 0


class Preview(Struct, frozen=True):
    """A site as it would be built, in memory: `pages` by place.

    `problems` are sentences to show: what could not be read or made. `posts` counts posts and pages, `held` those of
    them that are shown only here. `base` is the path part of the site's address, with both slashes. `out` is the folder
    that a build fills: what changes there changes nothing.
    """

    pages: Mapping[str, Page] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    posts: int = 0
    held: int = 0
    base: str = "/"
    out: str = ""

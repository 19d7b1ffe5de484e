"""Which post a page belongs to that somebody counted: by its path, a former one, its copies elsewhere, its title."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from inkwright.flows.load import load_site
from inkwright.flows.reading_former import FormerPages, names_of
from inkwright.measure.export_file import host_of, path_of
from inkwright.measure.page_names import other_names
from inkwright.measure.taking_in import Posts
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.workspace.folder import Workspace


class Pages:
    """The posts of a workspace by all that a page may be called; opened on first use, unless the caller has them."""

    def __init__(self, workspace: Workspace, today: str, site: Site | None = None) -> None:
        self._workspace = workspace
        self._today = today
        self._loaded = site
        self._known: dict[str, str] = {}

    def post_of(self, page: str) -> str:
        """The id of the post that a page is of, "" for none. A copy elsewhere is known by its whole address, else by
        the address that it says it is a copy of, else by its title."""
        if page not in self._known:
            names = (page, *other_names(page))
            self._known[page] = next(filter(None, map(self._called_so, names)), "") or self._former.post_of(page)
        return self._known[page]

    def _called_so(self, page: str) -> str:
        whole = _folded(page)
        if whole in self._names:
            return self._names[whole]
        if "://" in page and host_of(page) != self.own_host:
            return ""
        return self._names.get(_folded(path_of(page)), "") if path_of(page) else ""

    @cached_property
    def posts(self) -> Mapping[str, Post]:
        """The posts by id, published or not."""
        return {post.file.id: post for post in self._site.posts if post.file.kind == "post"}

    @cached_property
    def _former(self) -> FormerPages:
        return FormerPages(self._workspace, self.posts)

    def named(self, pages: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Page -> what is to be remembered of its post, for those that are of one."""
        return {page: self._former.named(id_) for page in pages if (id_ := self.post_of(page))}

    @cached_property
    def told(self) -> Posts:
        """What taking readings in asks of the posts."""
        dates = {id_: post.metadata.date[:10] for id_, post in self.posts.items() if post.metadata.date}
        return Posts(self.post_of, dates, self.own_host)

    @cached_property
    def _site(self) -> Site:
        return self._loaded or load_site(self._workspace, self._today)

    @cached_property
    def own_host(self) -> str:
        """The host of the site, without `www.`; "" when it has no address."""
        return host_of(self._site.info.base_url)

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for id_, post in self.posts.items():
            for name in names_of(self._workspace, post):
                found.setdefault(_folded(name), id_)
        return found


def _folded(name: str) -> str:
    """A name of a page without what may differ: case, a final slash, the scheme, `www.`, what follows `?` or `#`."""
    text = name.strip().casefold()
    if "://" in text or text.startswith("/"):
        text = text.partition("#")[0].partition("?")[0]
    return text.partition("://")[2].removeprefix("www.").rstrip("/") if "://" in text else text.rstrip("/") or "/"

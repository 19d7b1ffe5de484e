"""Which post a page belongs to that somebody counted: by its path, a former one, its copies elsewhere, its title."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from inkwright.flows.load import load_site
from inkwright.flows.planning import with_planning
from inkwright.measure.export_file import host_of, path_of
from inkwright.measure.page_names import other_names
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record


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
            self._known[page] = next(filter(None, map(self._called_so, names)), "")
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
            for name in self._called(post):
                found.setdefault(_folded(name), id_)
        return found

    def _called(self, post: Post) -> Iterator[str]:
        """What a post is called, the surest names first."""
        metadata = post.metadata
        yield from filter(None, (post.url, post.file.id, metadata.slug, metadata.canonical_url, *metadata.aliases))
        try:
            record = load_record(self._workspace, post.file.id)
            planned = with_planning(self._workspace, post).metadata.planning
        except UnreadableError:
            return
        before = post.url.strip("/").rpartition("/")[0]
        for slug in record.former_slugs:
            yield f"/{before}/{slug}/" if before else f"/{slug}/"
        there = planned.get("syndicated")
        yield from map(str, there.values()) if isinstance(there, Mapping) else ()
        for known in record.remote.values():
            if isinstance(known, Mapping) and known.get("url"):
                yield str(known["url"])
        slug = post.url.strip("/").rpartition("/")[2]
        yield from (f"substack:{slug}", slug, metadata.title)


def _folded(name: str) -> str:
    """A name of a page without what may differ: case, a final slash, the scheme, `www.`, what follows `?` or `#`."""
    text = name.strip().casefold()
    if "://" in text or text.startswith("/"):
        text = text.partition("#")[0].partition("?")[0]
    return text.partition("://")[2].removeprefix("www.").rstrip("/") if "://" in text else text.rstrip("/") or "/"

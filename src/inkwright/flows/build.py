"""A workspace -> its site in a folder: load, make every page, write what changed, remove what is no longer made."""

from collections.abc import Callable, Iterator
from pathlib import Path

from inkwright.flows.drawing import Draughtsman
from inkwright.flows.load import load_site
from inkwright.flows.making import highlighter_edition, making, require_posts
from inkwright.model.site import Built, Loss, Site
from inkwright.render.code import highlighter
from inkwright.site.build import alias_troubles
from inkwright.site.drawings import DIAGRAM
from inkwright.site.unfinished import unfinished
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import Output

OWN_LAYOUT = "inkwright"


def build(
    workspace: Workspace, today: str, out: str | Path = "", progress: Callable[[int, int], None] | None = None
) -> Built:
    """Build the site of a workspace. `today` is ISO and holds later posts back, `out` is relative to the workspace or
    absolute ("" takes the setting, else the layout's own place); `progress` is told posts done and posts in all.

    Raises UnreadableError when no post can be read, UsageError when there are none or `out` cannot be used,
    UnwritableError when a file cannot be written.
    """
    site = load_site(workspace, today)
    losses: dict[str, Loss] = {}
    total = 0
    cache, draw = code_cache(workspace), Draughtsman(workspace)

    def tell(done: int) -> None:
        if progress is not None:
            progress(done, total)

    maker = making(workspace, site, losses, tell, code=highlighter(cache), draw=draw)
    shown = maker.catalog()
    require_posts(site, shown)
    total = len(shown.entries)
    target = Output(workspace, out or default_out(workspace, site))
    target.open(_sources(site))
    files = 0
    try:
        for page in maker.pages(shown):
            target.put(page)
            files += 1
        target.finish()
        if cache is not None:
            cache.close()
        draw.close()
    except BaseException:
        target.give_up()
        raise
    posts = sum(entry.post.file.kind == "post" for entry in shown.entries)
    return Built(
        out=target.name, index=str(target.root / "index.html"), posts=posts, pages=total - posts,
        files=files, written=target.written, removed=target.removed, held_back=tuple(shown.held.items()),
        losses=tuple(loss for loss in losses.values() if loss.what != DIAGRAM), troubles=shown.troubles,
        warnings=(*alias_troubles(shown), *unfinished(shown)), kept=tuple(target.kept),
        diagrams=losses[DIAGRAM].count if DIAGRAM in losses else 0, feeds=bool(site.info.base_url),
    )  # fmt: skip


def code_cache(workspace: Workspace) -> TextCache | None:
    """Highlighted code of earlier builds; none outside a workspace, where nothing is kept."""
    return TextCache(workspace.state / "cache" / "code.db", highlighter_edition()) if workspace.inside else None


def default_out(workspace: Workspace, site: Site) -> str:
    """Where a build goes unless told: the setting, `public` in our own layout, else `.inkwright/site`."""
    return workspace.settings.site.out or ("public" if site.generator == OWN_LAYOUT else ".inkwright/site")


def _sources(site: Site) -> Iterator[str]:
    for post in site.posts:
        yield post.file.path
        yield from post.assets
    yield from (source for _, source in site.static)

"""A workspace -> its site in a folder: make what would come out otherwise, leave the rest, remove what is no more."""

from collections.abc import Callable, Iterator
from pathlib import Path

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_memory import code_cache, site_shelf
from inkwright.flows.build_notes import Notes, summed
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.making import making, require_posts
from inkwright.flows.survey import survey
from inkwright.model.site import Built
from inkwright.process.spread import spread
from inkwright.render.code import highlighter
from inkwright.site.again import Again
from inkwright.site.build import alias_troubles
from inkwright.site.card import Content
from inkwright.site.drawings import DIAGRAM
from inkwright.site.publication import feed_entries
from inkwright.site.recipe import digest
from inkwright.site.unfinished import unfinished
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import PUBLIC, Output
from inkwright.workspace.shelf import ShelvedTexts

OWN_LAYOUT = "inkwright"
Tell = Callable[[int, int], None]
"""Told posts done and posts in all."""


def build(workspace: Workspace, today: str, out: str | Path = "", progress: Tell | None = None) -> Built:
    """Build the site of a workspace. `today` is ISO and holds later posts back, `out` is relative to the workspace or
    absolute ("" takes the setting, else the layout's own place); `progress` is told posts done and posts in all.

    Raises UnreadableError when no post can be read, UsageError when there are none or `out` cannot be used,
    UnwritableError when a file cannot be written.
    """
    found = survey(workspace)
    place = out or default_out(workspace, found.generator.name)
    shelf = site_shelf(workspace, found)
    content = Cards(found, shelf, today).content()
    cache, notes = code_cache(workspace), Notes(workspace, Draughtsman(workspace))
    bodies = ShelvedTexts(shelf, "body")
    maker = making(workspace, content, notes, highlighter(cache), bodies=bodies, rows=shelf)
    shown = maker.catalog()
    require_posts(content, shown)
    target = Output(workspace, place)
    target.open(_sources(content))
    run = maker.run(shown)
    memories = [memory for memory in (cache, notes.draw, bodies) if memory is not None]
    land = digest(run.named, *found.folder.names)
    again = Again(shelf, target, notes, workspace.stamps, spread, memories, land)
    try:
        again.run(run, _teller(progress, len(shown.entries)))
        target.finish()
        if cache is not None:
            cache.close(again.all_new)
        notes.draw.close(again.all_new)
        again.close()
        bodies.forget({entry.place for entry in feed_entries(shown)})
        shelf.close()
    except BaseException:
        shelf.close(keep=False)
        target.give_up()
        raise
    posts = sum(entry.file.kind == "post" for entry in shown.entries)
    losses = summed(again.losses)
    return Built(
        out=target.name, index=str(target.root / "index.html"), posts=posts, pages=len(shown.entries) - posts,
        files=target.files, written=target.written, removed=target.removed, held_back=tuple(shown.held.items()),
        losses=tuple(loss for loss in losses.values() if loss.what != DIAGRAM), troubles=shown.troubles,
        warnings=(*alias_troubles(shown), *unfinished(shown)), kept=tuple(target.kept),
        diagrams=losses[DIAGRAM].count if DIAGRAM in losses else 0, feeds=bool(content.info.base_url),
    )  # fmt: skip


def _teller(progress: Tell | None, total: int) -> Callable[[], None]:
    done = 0

    def tell() -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)

    return tell


def default_out(workspace: Workspace, generator: str) -> str:
    """Where a build goes unless told: the setting, `public` in our own layout, else `.inkwright/site`."""
    return workspace.settings.site.out or (PUBLIC if generator == OWN_LAYOUT else ".inkwright/site")


def _sources(content: Content) -> Iterator[str]:
    for kept in content.kept:
        yield kept.card.file.path
        yield from kept.card.assets
    yield from (source for _, source in content.static)

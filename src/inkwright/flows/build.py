"""A workspace -> its site in a folder: make what would come out otherwise, leave the rest, remove what is no more."""

from pathlib import Path

from msgspec.structs import replace

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_glance import KeptFolders, leave
from inkwright.flows.build_memory import code_cache, site_shelf
from inkwright.flows.build_notes import Notes
from inkwright.flows.build_quick import build_quickly
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.making import making, require_posts
from inkwright.flows.out_folder import default_out
from inkwright.flows.pictures import site_pictures
from inkwright.flows.survey import survey
from inkwright.model.site import Built
from inkwright.model.when_needed import when_needed
from inkwright.render.code import highlighter
from inkwright.site.again import Again, Tell
from inkwright.site.card import sources
from inkwright.site.outcome import outcome
from inkwright.site.publication import feed_entries
from inkwright.site.recipe import digest
from inkwright.text.collector import collector_paused
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import Output
from inkwright.workspace.shelf import ShelvedTexts

with when_needed(__name__):
    from inkwright.process import spread


def build(
    workspace: Workspace, today: str, out: str | Path = "", progress: Tell | None = None, search: bool = False
) -> Built:
    """Build the site of a workspace. `today` is ISO and holds later posts back, `out` is relative to the workspace or
    absolute ("" takes the setting, else the layout's own place); `progress` is told posts done and posts in all;
    `search` makes the page to search whatever the settings say.

    Raises UnreadableError when no post can be read, UsageError when there are none or `out` cannot be used,
    UnwritableError when a file cannot be written.
    """
    with collector_paused():
        folders = KeptFolders(workspace)
    return build_quickly(workspace, folders, today, str(out), search) or _build(
        workspace, folders, today, out, progress, search
    )


def _build(
    workspace: Workspace, folders: KeptFolders, today: str, out: str | Path, progress: Tell | None, search: bool
) -> Built:
    found = survey(workspace, folders.listing)
    place = out or default_out(workspace, found.generator.name)
    shelf = site_shelf(workspace, found)
    cards = Cards(found, shelf, today)
    content = cards.content()
    cache, notes = code_cache(workspace), Notes(workspace, Draughtsman(workspace), site_pictures(workspace))
    bodies = ShelvedTexts(shelf, "body")
    maker = making(workspace, content, notes, highlighter(cache), bodies=bodies, rows=shelf)
    maker = replace(maker, look=replace(maker.look, search=True)) if search else maker
    shown = maker.catalog()
    require_posts(content, shown)
    target = Output(workspace, place)
    target.open(sources(content))
    run = maker.run(shown)
    memories = [memory for memory in (cache, notes.draw, bodies) if memory is not None]
    land = digest(run.named, *found.folder.names)
    again = Again(shelf, target, notes, workspace.stamps, spread.spread, memories, land)
    try:
        again.run(run, progress)
        target.finish()
        if cache is not None:
            cache.close(again.all_new)
        notes.draw.close(again.all_new)
        again.close()
        bodies.forget({entry.place for entry in feed_entries(shown)})
        built = outcome(shown, again.losses, target)
        leave(shelf, folders, cards, run, again, target, built)
        shelf.close()
    except BaseException:
        shelf.close(keep=False)
        target.give_up()
        raise
    return built

"""The quick way to build: where nothing but the texts of a few posts changed since the last build, all else stays."""

from typing import Any

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_glance import KeptFolders, found_again
from inkwright.flows.build_memory import code_cache, kept_shelf
from inkwright.flows.build_notes import Notes
from inkwright.flows.build_since import posts_since, stands
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.editions import site_edition
from inkwright.flows.few_pages import Rest, make_few
from inkwright.flows.out_folder import default_out
from inkwright.flows.pictures import site_pictures
from inkwright.model.site import Built
from inkwright.render.code import highlighter
from inkwright.site.few import NeedsAll
from inkwright.site.few_posts import known_stamps
from inkwright.site.glance import GLANCE, LATER, Glance, Later
from inkwright.site.outcome import told_again
from inkwright.text.collector import collector_paused
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output_left import LeftOutput
from inkwright.workspace.shelf import Shelf, ShelvedTexts


def build_quickly(workspace: Workspace, folders: KeptFolders, today: str, out: str, search: bool) -> Built | None:
    """Build as `build` does, where little changed; None, with nothing remembered, where all must be looked at.
    Raises as `build` does for `out` and for what cannot be written."""
    names = folders.as_before()
    shelf = kept_shelf(workspace) if names else None
    if shelf is None:
        return None
    done = None
    try:
        with collector_paused():
            glance, later = _row(shelf, GLANCE, Glance), _row(shelf, LATER, Later)
            if glance is not None and later is not None and glance.names == names and glance.holds(today):
                done = _built(workspace, folders, shelf, glance, later, today, out, search)
    except NeedsAll:
        return None
    finally:
        shelf.close(keep=done is not None)
    return done


def _built(
    workspace: Workspace, folders: KeptFolders, shelf: Shelf, glance: Glance, later: Later, today: str, out: str,
    search: bool,
) -> Built:  # fmt: skip
    target = LeftOutput(workspace, out or default_out(workspace, glance.generator))
    target.open(())
    since = posts_since(workspace, shelf, glance, later)
    found = found_again(workspace, glance, folders, shelf, [*since.known])
    if site_edition(workspace, found) != glance.edition or not stands(workspace, glance):
        raise NeedsAll
    as_left = str(target.root) == glance.place and target.as_listed == (later.listed or glance.listed)
    if not as_left or not target.same(glance.output, later.output):
        raise NeedsAll
    cache, notes = code_cache(workspace), Notes(workspace, Draughtsman(workspace), site_pictures(workspace))
    rest = Rest(
        found, shelf, Cards(found, shelf, today), notes, highlighter(cache), ShelvedTexts(shelf, "body"),
        glance.surface, glance.files.had, {**glance.lost, **later.lost}, since.known, list(later.posts), search=search,
    )  # fmt: skip
    try:
        paths, lost = make_few(rest, since.changed, target)
        target.finish()
    except BaseException:
        target.give_up()
        raise
    for memory in (cache, notes.draw):
        if memory is not None:
            memory.close(False)
    if since.changed:
        others = known_stamps(shelf, glance.posts, [path for path in paths if path not in since.now])
        done = Later({**since.now, **others}, {**later.output, **target.given}, lost, target.as_listed)
        shelf.put(LATER, "", "", shelf.encode(done))
    return told_again(glance.built, (one for lacking in lost.values() for one in lacking), target)


def _row(shelf: Shelf, kind: str, of: Any) -> Any:
    return shelf.decode(shelf.rows(kind).get("", ("", b""))[1], of)

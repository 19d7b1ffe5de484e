"""The quick way to build: where nothing but the texts of a few posts changed since the last build, all else stays."""

from typing import Any

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_glance import KeptFolders, found_again
from inkwright.flows.build_memory import code_cache, kept_shelf
from inkwright.flows.build_notes import Notes
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.editions import site_edition
from inkwright.flows.few_pages import Rest, make_few
from inkwright.flows.out_folder import default_out
from inkwright.flows.pictures import site_pictures
from inkwright.flows.references import Bibliographies
from inkwright.model.site import Built
from inkwright.render.code import highlighter
from inkwright.site.few import NeedsAll
from inkwright.site.few_posts import MOST
from inkwright.site.glance import GLANCE, LATER, Glance, Later
from inkwright.site.outcome import told_again
from inkwright.text.collector import collector_paused
from inkwright.workspace.folder import Workspace
from inkwright.workspace.output import Output
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
    target = Output(workspace, out or default_out(workspace, glance.generator))
    target.open(())
    known = {**glance.posts, **later.posts}
    stamps = workspace.stamps(known)
    changed = {path: stamps.get(path, "") for path in known if stamps.get(path) != known[path]}
    found = found_again(workspace, glance, folders, shelf, [*changed, *later.posts])
    if len(changed) > MOST or site_edition(workspace, found) != glance.edition or not _stands(workspace, glance):
        raise NeedsAll
    if str(target.root) != glance.place or target.as_listed != (later.listed or glance.listed) or not target.keep_all():
        raise NeedsAll
    cache, notes = code_cache(workspace), Notes(workspace, Draughtsman(workspace), site_pictures(workspace))
    rest = Rest(
        found, shelf, Cards(found, shelf, today), notes, highlighter(cache), ShelvedTexts(shelf, "body"),
        glance.surface, glance.files, {**glance.lost, **later.lost}, known, list(later.posts), search=search,
    )  # fmt: skip
    try:
        paths, lost = make_few(rest, changed, target)
        target.finish()
    except BaseException:
        target.give_up()
        raise
    for memory in (cache, notes.draw):
        if memory is not None:
            memory.close(False)
    if changed:
        again = {path: stamps[path] for path in dict.fromkeys((*later.posts, *changed, *paths))}
        shelf.put(LATER, "", "", shelf.encode(Later(again, lost, target.as_listed)))
    return told_again(glance.built, (one for lacking in lost.values() for one in lacking), target)


def _stands(workspace: Workspace, glance: Glance) -> bool:
    """Whether all files besides posts are as they were."""
    works, stamps = Bibliographies(workspace), workspace.stamps(glance.files)
    return (
        all(stamps.get(path, "") == stamp for path, stamp in glance.files.items())
        and all(works.stamp(path) == stamp for path, stamp in glance.works.items())
        and all(workspace.exists(name) == there for name, there in glance.looked.items())
    )


def _row(shelf: Shelf, kind: str, of: Any) -> Any:
    return shelf.decode(shelf.rows(kind).get("", ("", b""))[1], of)

"""Which files a check looks at, and the workspace that each belongs to."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.platforms.platform import MARKDOWN_GLOB
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.records import PROMOTION
from inkwright.workspace.sessions import KEPT


class Place(NamedTuple):
    """A file to check: `shown` is how the user named it (a folder and what lies below it, POSIX), `path` is its
    workspace path. `walked` says that its whole folder was named, so that the folder may be looked over for the
    generator it belongs to."""

    shown: str
    workspace: Workspace
    path: str
    walked: bool = False


def places(paths: Sequence[str]) -> list[Place]:
    """The files of the named paths in the order given, below a folder sorted, each once; without paths the posts of
    the workspace around the current folder, or of the folder itself as its generator sees it. A named file need not
    exist; a name that is no path is the id or slug of a post. Raises UsageError for a folder without posts and for a
    name that fits no post."""
    known: dict[str, Workspace] = {}
    found = [place for path in paths for place in _named(path, known)] if paths else list(_own())
    return list({place.shown: place for place in found}.values())


def workspace_of(paths: Sequence[str]) -> Workspace:
    """The workspace that the first named path belongs to, without paths that of the current folder; no folder is
    walked for it."""
    place = Path(paths[0] if paths else ".")
    if not place.exists() and not place.suffix:
        return open_workspace(".")  # the id or slug of a post
    return open_workspace(place if place.is_dir() else place.parent)


def timezone_of(paths: Sequence[str]) -> str:
    """The time zone of the workspace that the first named path lies in, without paths that of the current folder."""
    return open_workspace(paths[0] if paths and Path(paths[0]).exists() else ".").capture.timezone


def _own() -> Iterator[Place]:
    workspace = open_workspace(".")
    found = survey(workspace)
    files = [*(file.path for file in found.posts), *(error.path for error in found.closed)]
    if not files and not workspace.inside:
        raise UsageError("no file is named and this folder holds no posts", hint="Name one: `inkwright check post.md`")
    if not files:
        raise UsageError("this workspace has no posts yet", hint='Start one: `inkwright new "My first post"`')
    for path in files:
        yield Place(_from_here(workspace, path), workspace, path, True)


def _from_here(workspace: Workspace, path: str) -> str:
    """A workspace path as one would type it in the current folder."""
    place = workspace.path(path)
    return (place.relative_to(Path.cwd()) if place.is_relative_to(Path.cwd()) else place).as_posix()


def _named(path: str, known: dict[str, Workspace]) -> Iterator[Place]:
    """The places of one named path; `known` keeps the workspace of each folder."""
    place = Path(path)
    shown = path.replace("\\", "/") if "\\" in path and place.as_posix() != path else path
    if not place.exists() and not place.suffix:
        workspace = known.setdefault(".", open_workspace("."))
        file = find_post(survey(workspace), path)
        yield Place(_from_here(workspace, file.path), workspace, file.path)
        return
    if not place.is_dir():
        workspace = known.setdefault(str(place.parent), open_workspace(place.parent))
        yield Place(shown, workspace, workspace.relative(place))
        return
    workspace = known.setdefault(path, open_workspace(path))
    listing, unread = workspace.listing(), (*workspace.settings.exclude, KEPT, f"{PROMOTION}/**")
    found = listing.files((f"**/{MARKDOWN_GLOB}", MARKDOWN_GLOB), unread, below=place.absolute())
    yield from (Place(_from_here(workspace, shut), workspace, shut, True) for shut in listing.closed)
    if not found and not listing.closed:
        hint = "Name a post or a folder with posts."
        raise UsageError("there is no Markdown file in this folder", path=path, hint=hint)
    for name in found:
        below = name if path == "." else f"{shown.rstrip('/')}/{name}"
        yield Place(below, workspace, workspace.relative(place / name), True)

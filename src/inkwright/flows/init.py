"""A folder -> a workspace: a new blog where there is nothing, a guest where there is something."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from inkwright.flows.load import load_site
from inkwright.flows.survey import survey
from inkwright.model.site import Site
from inkwright.platforms.generators import generator_named
from inkwright.platforms.scaffold import guest_files, guest_settings, has_markdown, is_empty, new_blog, state_files
from inkwright.workspace.folder import Workspace, make_folder
from inkwright.workspace.settings import SETTINGS_FILE
from inkwright.workspace.settings_file import documented_settings

OWN = ("inkwright", "plain")
"""Layouts that a folder without a post has when nothing in it names another."""


class Started(Struct, frozen=True):
    """What `init` found and did.

    `kind`: "new" for a blog made from nothing, "guest" in a folder that was in use, "again" in a workspace. `label`
    names the layout. `posts` are published, `pages` too; `drafts` and `held` are not; `notes` are other Markdown
    files. `written` are the paths that were added, `caution` one thing to do in the generator's own configuration.
    """

    kind: Literal["new", "guest", "again"]
    root: str
    label: str
    posts: int = 0
    pages: int = 0
    drafts: int = 0
    held: int = 0
    notes: int = 0
    written: tuple[str, ...] = ()
    caution: str = ""


def init(place: str | Path, today: str, chosen: Mapping[str, str]) -> Started:
    """Make a folder a workspace; nothing that is there is moved, rewritten or removed.

    `chosen`: title, author and base_url as far as they are known. `today` is ISO. Raises UnwritableError,
    UnreadableError, SettingsError, and UsageError inside another workspace.
    """
    workspace = make_folder(place)
    if workspace.inside:
        return _counted(workspace, "again", _add(workspace, state_files()), today)
    names = workspace.files(("**",))
    if is_empty(names):
        title = workspace.root.name.replace("-", " ").replace("_", " ").capitalize()
        settings = {"generator": "inkwright", "title": title, **chosen}
        written = _add(workspace, {SETTINGS_FILE: documented_settings(settings), **new_blog(today)})
        return _counted(make_folder(place), "new", written, today)
    generator = survey(workspace).generator
    if has_markdown(names) or generator.name not in OWN:
        settings = {**guest_settings(generator), **chosen}
    else:
        settings = {"generator": "inkwright", **chosen}
    written = _add(workspace, {SETTINGS_FILE: documented_settings(settings), **guest_files()})
    return _counted(make_folder(place), "guest", written, today)


def _add(workspace: Workspace, files: Mapping[str, str]) -> tuple[str, ...]:
    """Write those of the files that are not there; which ones."""
    written = []
    for path, text in files.items():
        if not workspace.exists(path):
            workspace.write(path, text, expected="")
            written.append(path)
    return tuple(written)


def _counted(
    workspace: Workspace, kind: Literal["new", "guest", "again"], written: tuple[str, ...], today: str
) -> Started:
    site = load_site(workspace, today)
    shown = [post.file.kind for post in site.posts if post.published]
    drafts = sum(post.held_back == "draft" for post in site.posts)
    generator = generator_named(site.generator)
    return Started(
        kind, str(workspace.root), generator.label, shown.count("post"), shown.count("page"), drafts,
        len(site.posts) - len(shown) - drafts, _notes(workspace, site), written, generator.caution,
    )  # fmt: skip


def _notes(workspace: Workspace, site: Site) -> int:
    """Markdown files that are neither post nor page nor ours."""
    known = {post.file.path for post in site.posts} | {workspace.settings.ideas}
    names = workspace.files(("**",), ("inkwright", "private"))
    return sum(has_markdown([name]) and name not in known for name in names)

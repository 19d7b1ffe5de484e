"""A loaded site with the workspace's settings, theme and highlighter: what `build` and `serve` both make pages from."""

from collections.abc import Callable, MutableMapping

from inkwright.flows.build_notes import Notes
from inkwright.model.document import Block
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.site.build import Build
from inkwright.site.card import Content
from inkwright.site.catalog import Catalog
from inkwright.site.made import NOTHING, Rows
from inkwright.site.theme import Theme, load_theme
from inkwright.workspace.folder import Workspace
from inkwright.workspace.public import public_bytes

THEME_FOLDER = "theme"


def require_posts(content: Content, shown: Catalog) -> None:
    """Raise when there is nothing to build from: UnreadableError where every post has a mistake, UsageError for a
    folder without posts. What an earlier build made then stays."""
    if shown.troubles and not shown.entries and not shown.held:
        first, count = shown.troubles[0], len(shown.troubles)
        said = f"none of {count} posts can be read; the first: {first.message}" if count > 1 else first.message
        raise UnreadableError(said, path=first.path, line=first.line, hint=first.hint)
    if not content.kept:
        raise UsageError("there are no posts here", hint='Write the first with `inkwright new "A title"`.')


def making(
    workspace: Workspace, content: Content, notes: Notes, code: Callable[[Block], str], drafts: bool = False,
    bodies: MutableMapping[str, str] | None = None, rows: Rows = NOTHING,
) -> Build:  # fmt: skip
    """The build of a site under the workspace's settings and theme.

    `notes` answers what pages want to know of files and holds what they asked; `code` is a highlighter; `drafts` shows
    what is held back, marked; `bodies` and `rows` are what earlier builds found out. Raises SettingsError for an
    unknown theme.
    """
    settings = workspace.settings
    notes.draw.look_again()
    return Build(
        content, workspace_theme(workspace), code, settings.timezone, settings.site, drafts,
        on_loss=notes.lose, size_of=notes.size_of, data=notes.data, draw=notes.draw, shown=notes.shown,
        asked=notes.asked, pictures=notes.pictures, bodies={} if bodies is None else bodies, rows=rows,
    )  # fmt: skip


def workspace_theme(workspace: Workspace) -> Theme:
    """The theme that the settings name, with the files of the workspace's `theme` folder in place of its own."""
    names = workspace.files(("*",), below=THEME_FOLDER) if workspace.inside else []
    own = {name: public_bytes(workspace, f"{THEME_FOLDER}/{name}") for name in names}
    return load_theme(workspace.settings.site.theme, own)

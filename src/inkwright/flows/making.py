"""A loaded site with the workspace's settings, theme and highlighter: what `build` and `serve` both make pages from."""

from collections.abc import Callable
from functools import cache, partial
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from inkwright.flows.beside import read_beside
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.word_weights import word_weight
from inkwright.model.document import Block
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.site import Loss, Site
from inkwright.render.code import highlighter
from inkwright.site.build import Build
from inkwright.site.catalog import Catalog, Entry
from inkwright.site.image_size import ENOUGH, image_size
from inkwright.site.theme import Theme, load_theme
from inkwright.workspace.folder import Workspace

THEME_FOLDER = "theme"


def require_posts(site: Site, shown: Catalog) -> None:
    """Raise when there is nothing to build from: UnreadableError where every post has a mistake, UsageError for a
    folder without posts. What an earlier build made then stays."""
    if shown.troubles and not shown.entries and not shown.held:
        first, count = shown.troubles[0], len(shown.troubles)
        said = f"none of {count} posts can be read; the first: {first.message}" if count > 1 else first.message
        raise UnreadableError(said, path=first.path, line=first.line, hint=first.hint)
    if not site.posts:
        raise UsageError("there are no posts here", hint='Write the first with `inkwright new "A title"`.')


def making(
    workspace: Workspace, site: Site, losses: dict[str, Loss], progress: Callable[[int], None] | None = None,
    drafts: bool = False, code: Callable[[Block], str] | None = None, draw: Draughtsman | None = None,
) -> Build:  # fmt: skip
    """The build of a loaded site under the workspace's settings and theme.

    What pages cannot show is counted in `losses` by what it is; `progress` is told how many posts have been begun;
    `drafts` shows what is held back, marked; `code` is a highlighter, `draw` a draughtsman that remembers what it did
    before. Raises SettingsError for an unknown theme.
    """
    done = 0

    def lose(entry: Entry, what: str, offset: int) -> None:
        line = entry.post.document.position(offset).line if offset >= 0 else 0
        known = losses.get(what, Loss(what, 0, entry.post.file.path, line))
        losses[what] = Loss(what, known.count + 1, known.path, known.line)

    def begin(entry: Entry) -> None:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done)

    settings = workspace.settings
    size, theme, code = settings.site.posts_per_page, workspace_theme(workspace), code or highlighter()
    read, draw = partial(read_beside, workspace), draw or Draughtsman(workspace, keep=False)
    draw.look_again()
    hooks = begin, lose, measurer(workspace), read, draw, draw.shown, word_weight
    return Build(site, theme, code, settings.timezone, size, drafts, *hooks)


def measurer(workspace: Workspace) -> Callable[[str], tuple[int, int]]:
    """A function from a picture's path to its width and height; (0, 0) for one that cannot be read."""

    @cache
    def measure(path: str) -> tuple[int, int]:
        try:
            return image_size(workspace.read_bytes(path)[:ENOUGH])
        except UnreadableError:
            return 0, 0  # the build says so when it copies the file

    return measure


def workspace_theme(workspace: Workspace) -> Theme:
    """The theme that the settings name, with the files of the workspace's `theme` folder in place of its own."""
    names = workspace.files((f"{THEME_FOLDER}/*",)) if workspace.inside else []
    own = {Path(name).name: workspace.read_bytes(name) for name in names}
    return load_theme(workspace.settings.site.theme, own)


def highlighter_edition() -> str:
    """A digest of the code that turns code blocks into HTML: what is kept of its work is worth nothing to another."""
    parts = ("render/code.py", "render/code_info.py", "render/escape.py", "text/info_string.py", "model/snippet.py")
    return sha256(b"".join((files("inkwright") / part).read_bytes() for part in parts)).hexdigest()

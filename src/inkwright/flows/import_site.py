"""A folder of a site generator or a vault -> what comes in: its posts by the generator's own rules."""

from pathlib import Path, PurePosixPath

from msgspec.structs import replace

from inkwright.flows.load import load_post
from inkwright.flows.survey import Survey
from inkwright.model.errors import InkwrightError, UnreadableError
from inkwright.model.imports import Arrival, Incoming
from inkwright.model.post import PostFile
from inkwright.platforms.addresses import post_id
from inkwright.platforms.generators import post_files
from inkwright.platforms.platform import MARKDOWN, Folder, SiteGenerator
from inkwright.platforms.reading.export import Export
from inkwright.platforms.reading.site_post import incoming_of, left_out
from inkwright.platforms.reading.vault import plain_note
from inkwright.text.vault_names import VaultNames
from inkwright.workspace.exports import Opened
from inkwright.workspace.folder import Workspace
from inkwright.workspace.globs import matcher


def site_arrival(generator: SiteGenerator, opened: Opened, name: str) -> Arrival:
    """All posts and pages of a site's folder. Raises UnreadableError when it has none."""
    root, names = _top(opened)
    export = Export(name, names, lambda path: opened.read(f"{root}{path}"))
    workspace = Workspace(opened.root / root if root else opened.root, inside=False)
    folder = Folder(names, export.text, workspace.exists, matcher)
    layout = generator.configure(folder)
    found = Survey(workspace, folder, generator, layout, post_files(generator, layout, folder))
    pages = tuple(
        PostFile(post_id(one, layout.roots), one) for one in found.unread if one.lower().endswith((".html", ".htm"))
    )
    found = replace(found, posts=(*found.posts, *pages))
    vault = VaultNames(names)
    posts: list[Incoming] = []
    troubles: list[tuple[str, str]] = []
    for file in found.posts:
        try:
            post = load_post(found, file.path, "")
            text = plain_note(file.path, post.document.text, vault, lambda path: _text(export, path))
            posts.append(incoming_of(post, text, generator, layout, export))
        except InkwrightError as error:
            troubles.append((file.path, error.message))
    if not posts and not troubles:
        raise UnreadableError(
            f"there are no posts of {generator.label} here", path=name, hint="Name the folder of the site's source."
        )
    read = {file.path for file in found.posts}
    unread = {*found.unread, *(one for one in names if PurePosixPath(one).suffix.lower() in MARKDOWN)} - read
    return Arrival(tuple(posts), tuple(left_out(sorted(unread))), (), tuple(troubles))


def _top(opened: Opened) -> tuple[str, tuple[str, ...]]:
    """The folder that everything lies in, with a final slash, and the names below it; "" when there is no such one."""
    firsts = {name.partition("/")[0] for name in opened.names}
    if len(firsts) != 1 or any("/" not in name for name in opened.names):
        return "", opened.names
    root = f"{firsts.pop()}/"
    if root in ("content/", "posts/", "_posts/", "blog/", ".obsidian/") or Path(root).suffix:
        return "", opened.names
    return root, tuple(name.removeprefix(root) for name in opened.names)


def _text(export: Export, path: str) -> str | None:
    """The text of another note, None when it cannot be read."""
    try:
        return export.text(path)
    except InkwrightError:
        return None

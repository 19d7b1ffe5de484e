"""Where a post goes in the repository of another generator, and which repository that is."""

import posixpath

from inkwright.flows.survey import Survey, survey
from inkwright.model.errors import UsageError
from inkwright.plan.place import place_of
from inkwright.platforms.writing.site import Writes
from inkwright.workspace.folder import SETTINGS_FILE, Workspace


def repository(workspace: Workspace, target: str, folder: str) -> Survey | None:
    """The repository that is written into; None where there is none yet. Raises UsageError for another generator's."""
    root = workspace.path(folder)
    if not root.is_dir():
        return None
    there = survey(Workspace(root, (root / SETTINGS_FILE).is_file()))
    proven = any(all(map(there.folder.any, group)) for group in there.generator.markers)
    if proven and there.generator.name not in (target, "inkwright"):
        hint = f"Name a repository of {target}, or another target with --to."
        raise UsageError(f"this is a repository of {there.generator.label}", path=folder, hint=hint)
    return there


def place_in(there: Survey | None, target: str, writes: Writes, slug: str, date: str) -> str:
    """The path of the post in the repository: beside those that are there, else where its starters have them."""
    below = writes.folder
    if there and there.generator.name == target:
        drafts = posixpath.normpath(posixpath.join(below, posixpath.dirname(writes.draft_file) or ".")) + "/"
        posts = [post for post in there.posts if not writes.draft_file or not post.path.startswith(drafts)]
        kept = posixpath.dirname(place_of(posts, slug, date, f"{below}/{slug}.md"))
        below = posixpath.dirname(kept) if posixpath.basename(kept) in (slug, f"{date}-{slug}") else kept
    return posixpath.join(below, writes.file.format(slug=slug, date=date))

"""The published posts of a workspace -> those that have aged, with the signs of it."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post, load_site
from inkwright.flows.stale_look import Look
from inkwright.flows.survey import survey
from inkwright.measure.stale import ranked, unanswered
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.net import LinkAnswer
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.model.stale import StalePost
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record

ANSWERED = "answered"
"""Key of a post's record, among how it stands with its readers."""


def stale(
    workspace: Workspace, today: str, names: tuple[str, ...] = (), answers: Mapping[str, LinkAnswer] | None = None
) -> list[StalePost]:
    """Published posts that show signs of age, gravest first; those of `names`, or all. What its author answered
    (`stale_mark`) is not named again. `today` is ISO, `answers` what asking for external addresses showed; nothing is
    asked and nothing is run here. [] when all posts hold.

    A post that cannot be read, or whose record cannot, is left to `check` unless it is named. Raises UsageError for a
    name that fits no post, UnreadableError.
    """
    site = None if names else load_site(workspace, today)
    posts = published(workspace, today, names, site)
    look, rows = Look(workspace, today, answers or {}, len(posts) > 1, site), []
    for post in posts:
        with contextlib.suppress(*(() if names else (UnreadableError,))):
            one, known = look.at(post), answered(workspace, post.file.id)
            rows.append(replace(one, signs=unanswered(one.signs, known, today)))
    return ranked(rows)


def answered(workspace: Workspace, id_: str) -> dict[str, str]:
    """The ISO day of each answer by the key of the sign, as the post's record has them. Raises UnreadableError."""
    found = load_record(workspace, id_).publishing.get(ANSWERED)
    return {key: str(day) for key, day in found.items()} if isinstance(found, Mapping) else {}


def published(workspace: Workspace, today: str, names: tuple[str, ...] = (), site: Site | None = None) -> list[Post]:
    """The posts that readers see, of those named or of all (`site` where the caller has loaded them), by file; of
    all, one that cannot be read is left out. Raises UsageError for a name of none, UnreadableError."""
    if not names:
        every = (site or load_site(workspace, today)).posts
        return [post for post in every if post.published and post.file.kind == "post"]
    overview = survey(workspace)
    found = [load_post(overview, path, today) for path in sorted({find_post(overview, name).path for name in names})]
    if hidden := next((post for post in found if not post.published), None):
        hint = "Signs of age are looked for in what readers see."
        raise UsageError(f"it is not published ({hidden.held_back})", path=hidden.file.path, hint=hint)
    return found


def paths_of(workspace: Workspace, today: str, names: tuple[str, ...] = ()) -> list[str]:
    """The files of those posts, as one would name them to `check --online`."""
    return [str(Path(workspace.path(post.file.path))) for post in published(workspace, today, names)]

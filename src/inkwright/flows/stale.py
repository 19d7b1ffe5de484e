"""The published posts of a workspace -> those that have aged, with the signs of it."""

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.stale_look import Look
from inkwright.flows.survey import Survey, survey
from inkwright.measure.stale import ranked, unanswered
from inkwright.model.errors import UnreadableError
from inkwright.model.net import LinkAnswer
from inkwright.model.post import Post
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
    found = survey(workspace)
    posts = published(found, today, names)
    look, rows = Look(workspace, today, answers or {}, len(posts) > 1), []
    for post in posts:
        with contextlib.suppress(*(() if names else (UnreadableError,))):
            one, known = look.at(post), answered(workspace, post.file.id)
            rows.append(replace(one, signs=unanswered(one.signs, known, today)))
    return ranked(rows)


def answered(workspace: Workspace, id_: str) -> dict[str, str]:
    """The ISO day of each answer by the key of the sign, as the post's record has them. Raises UnreadableError."""
    found = load_record(workspace, id_).publishing.get(ANSWERED)
    return {key: str(day) for key, day in found.items()} if isinstance(found, Mapping) else {}


def published(found: Survey, today: str, names: tuple[str, ...] = ()) -> list[Post]:
    """The posts that readers see, of those named or of all, by file; one that cannot be read is left out."""
    named = {find_post(found, name).path for name in names}
    posts = []
    for file in found.posts:
        if file.path in named or (not names and file.kind == "post"):
            try:
                post = load_post(found, file.path, today)
            except UnreadableError:
                continue  # `check` says why
            posts += [post] if post.published else []
    return posts


def paths_of(workspace: Workspace, today: str, names: tuple[str, ...] = ()) -> list[str]:
    """The files of those posts, as one would name them to `check --online`."""
    return [str(Path(workspace.path(post.file.path))) for post in published(survey(workspace), today, names)]

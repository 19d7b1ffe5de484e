"""The published posts of a workspace -> those that have aged, with the signs of it."""

from collections.abc import Mapping
from pathlib import Path

from inkwright.flows.check_paths import Place
from inkwright.flows.checker import Answers, Checker
from inkwright.flows.find_post import find_post
from inkwright.flows.later import later
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.load import load_post
from inkwright.flows.survey import Survey, survey
from inkwright.measure.stale import fall, ranked, signs
from inkwright.measure.traffic import quarters
from inkwright.model.errors import UnreadableError
from inkwright.model.net import LinkAnswer
from inkwright.model.post import Post
from inkwright.model.stale import StalePost
from inkwright.process.installed import version_of
from inkwright.workspace.folder import Workspace


def stale(
    workspace: Workspace, today: str, names: tuple[str, ...] = (), answers: Mapping[str, LinkAnswer] | None = None
) -> list[StalePost]:
    """Published posts that show signs of age, gravest first; those of `names`, or all. `today` is ISO, `answers` what
    asking for external addresses showed; nothing is asked and nothing is run here. [] when all posts hold.

    A post that cannot be read is left to `check`. Raises UsageError for a name that fits no post.
    """
    found = survey(workspace)
    posts = published(found, today, names)
    places = [Place(post.file.path, workspace, post.file.path, walked=len(posts) > 1) for post in posts]
    checker = Checker(places, today, force=True, answers=Answers(dict(answers or {})))
    seen = _views(workspace, today)
    return ranked(
        _aged(post, place, checker, today, seen.get(post.file.id)) for post, place in zip(posts, places, strict=True)
    )


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


def _views(workspace: Workspace, today: str) -> Mapping[str, Mapping[str, int]]:
    """Views of each post by day, {} where nobody counted; the ledger is looked into only when there is one."""
    found: Mapping[str, Mapping[str, int]] = (
        later("post_stats").views_by_day(workspace, today) if has_ledger(workspace) else {}
    )
    return found


def _aged(post: Post, place: Place, checker: Checker, today: str, seen: Mapping[str, int] | None) -> StalePost:
    checked, metadata, id_ = checker.check(place), post.metadata, post.file.id
    looked_at = (metadata.updated or metadata.date)[:10]
    found = signs(checked.document, metadata.title, looked_at, today, checked.findings, version_of, id_)
    if seen is None:
        return StalePost(id_, post.file.path, metadata.title, looked_at, found)
    views = quarters(seen, today)
    fell = (fall(views.now, views.before, id_),) if views.fell else ()
    return StalePost(id_, post.file.path, metadata.title, looked_at, (*found, *fell), views.now)

"""The readings in the ledger -> how long posts are read, by where their readers came from."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from zoneinfo import ZoneInfo

from inkwright.flows.counted import Counted
from inkwright.flows.find_post import find_post
from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.post_stats import too_early
from inkwright.flows.reading_pages import Pages
from inkwright.flows.survey import survey
from inkwright.ledger.readings import followed
from inkwright.measure.day_kinds import day_kinds
from inkwright.measure.export_file import is_day
from inkwright.measure.life import life, together, year_of
from inkwright.model.errors import UsageError
from inkwright.model.life import Lives
from inkwright.model.post import Post
from inkwright.workspace.folder import Workspace


def post_lives(workspace: Workspace, today: str, name: str = "", known: Counted | None = None) -> Lives:
    """The life of each published post that somebody counted by day, newest first; of one post when it is named.

    `today` is ISO. Raises UsageError for a name that fits no post and for a post that did not come out on a known day,
    LedgerError.
    """
    wanted = find_post(survey(workspace), name).id if name else ""
    known = known or Counted(workspace, today)
    pages, watched = known.pages, known.watched
    if wanted in pages.posts:
        _require_day(pages.posts[wanted], today)
    days = day_kinds(known.readings, pages.post_of, pages.own_host, _mailed(workspace, pages))
    lives = []
    for id_, post in pages.posts.items():
        if post.published and id_ in days and wanted in ("", id_):
            one = life(id_, post.metadata.title, post.metadata.date[:10], days[id_], watched, today)
            lives += [one] if one else []
    lives.sort(key=lambda one: one.published, reverse=True)
    halves, posts = year_of((one, days[one.id]) for one in lives)
    early = too_early([one.published for one in lives], today)
    return Lives(tuple(lives), tuple(together(lives, watched)), tuple(halves), posts, early)


def _require_day(post: Post, today: str) -> None:
    """Raise UsageError for a post without a beginning: a draft, one to come, one without a day."""
    day, hint = post.metadata.date[:10], "The life of a post begins on the day of its `date`."
    if not post.published or day > today:
        raise UsageError(f"it is not out yet ({post.held_back or day})", path=post.file.path, hint=hint)
    if not is_day(day):
        raise UsageError("it has no `date` that is a day", path=post.file.path, hint=hint)


def _mailed(workspace: Workspace, pages: Pages) -> dict[tuple[str, str], int]:
    """How often links of our own letters to each post were followed, by post and ISO day."""
    return Counter(
        (post, at.astimezone(ZoneInfo(workspace.settings.timezone)).date().isoformat())
        for url, at in _followed(workspace)
        if (post := pages.post_of(url))
    )


def _followed(workspace: Workspace) -> Iterable[tuple[str, datetime]]:
    if not has_ledger(workspace):
        return []
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        return list(followed(connection))

"""The published posts with their ideas and sessions -> how often they come and how long each took."""

from collections import defaultdict

from inkwright.flows.ideas import list_ideas
from inkwright.flows.load import load_site
from inkwright.flows.own_posts import own
from inkwright.flows.session_log import told
from inkwright.measure.cadence import cadence
from inkwright.measure.lead_time import lead_time
from inkwright.model.cadence import Cadence, LeadTime
from inkwright.model.post import Post
from inkwright.model.site import Site
from inkwright.workspace.folder import Workspace


def cadence_of(workspace: Workspace, today: str, site: Site | None = None) -> tuple[Cadence, list[str]]:
    """How often posts come out, and the ISO days of all that did. `today` is ISO, `site` has the posts where the caller
    has loaded them. Raises SettingsError."""
    days = sorted(post.metadata.date[:10] for post in _published(workspace, today, site) if post.metadata.date)
    return cadence(days, today, workspace.settings.plan.every), days


def lead_times(workspace: Workspace, today: str, site: Site | None = None) -> list[LeadTime]:
    """How long each published post took, newest first; [] without posts. Raises UnreadableError."""
    log, ideas = told(workspace), defaultdict[str, list[str]](list)
    sessions = defaultdict[str, list[tuple[str, int, int]]](list)
    for one in log.sessions:
        sessions[one.post].append((one.date, one.minutes, one.words))
    for idea in list_ideas(workspace, today):
        if idea.to:
            ideas[idea.to].append(idea.date)
    drafted = {post: day for day, post in sorted(log.ended, reverse=True)}
    rows = [
        lead_time(
            post.file.id, post.metadata.title, post.metadata.date, ideas.get(post.file.id, ()),
            sessions.get(post.file.id, ()),
            drafted.get(post.file.id, ""),
        )
        for post in _published(workspace, today, site)
    ]  # fmt: skip
    return sorted(rows, key=lambda row: row.published, reverse=True)


def minutes_by_day(workspace: Workspace) -> dict[str, int]:
    """Minutes of all sessions by the ISO day on which they began; {} without any. Raises UnreadableError."""
    minutes = defaultdict[str, int](int)
    for one in told(workspace).sessions:
        minutes[one.date] += one.minutes
    return dict(minutes)


def _published(workspace: Workspace, today: str, site: Site | None) -> list[Post]:
    posts = own((site or load_site(workspace, today)).posts)
    return [post for post in posts if post.file.kind == "post" and post.published]

"""The readings in the ledger -> what is known of each published post."""

from datetime import date, timedelta

from inkwright.flows.counted import SERVER, Counted
from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.own_posts import written
from inkwright.flows.reading_pages import Pages
from inkwright.ledger.readings import daily_views
from inkwright.ledger.visits import visits
from inkwright.measure.portfolio import GOAL, MONTHS, months_after
from inkwright.measure.post_readings import referrers_of, summary
from inkwright.measure.traffic import Lately, lately
from inkwright.model.reading import PostReadings, Reading
from inkwright.model.site import Site
from inkwright.model.stale import QUARTER
from inkwright.workspace.folder import Workspace


def post_stats(workspace: Workspace, today: str, known: Counted | None = None) -> tuple[list[PostReadings], str]:
    """Each published post with what was counted of it, most views first, then newest; and why it is too early to
    compare them, "" when it is not. Posts of which nothing is known have no values. Raises LedgerError."""
    known = known or Counted(workspace, today)
    pages, counted = known.pages, known.settled
    came = referrers_of(known.readings, pages.post_of)
    rows = [
        summary(id_, post.metadata.title, post.metadata.date[:10], counted.get(id_, {}), came.get(id_, {}))
        for id_, post in pages.posts.items()
        if post.published and written([post])
    ]
    rows.sort(key=lambda row: row.date, reverse=True)
    rows.sort(key=lambda row: -row.values.get("views", 0))
    return rows, too_early([row.date for row in rows if row.values], today)


def read_lately(workspace: Workspace, today: str, site: Site | None = None) -> dict[str, Lately]:
    """Of each post that somebody counted in the last two quarters its views in the last one, and whether its readers
    went away. {} without readings. `site` has the posts where the caller has loaded them. Raises LedgerError."""
    since = (date.fromisoformat(today) - timedelta(2 * QUARTER)).isoformat()
    with ledger_for_reading(workspace) as ledger, ledger.read() as connection:
        found = list(daily_views(connection, since))
        for day, path, _, views in visits(connection, since):
            found.append((SERVER, Reading(path, "views", views, day)))
    if not found:
        return {}
    pages = Pages(workspace, today, site)
    return lately(found, pages.post_of, pages.own_host, today)


def too_early(days: list[str], today: str) -> str:
    """Why nothing is concluded yet from posts of these ISO days, "" when there are enough of them and long enough.

    **Source:** requirement MSR-4: six posts, three months.
    """
    first = min((day for day in days if day), default="")
    ripe = months_after(date.fromisoformat(first), MONTHS).isoformat() if first else ""
    if len(days) < GOAL:
        return f"Too early to compare: {len(days)} of {GOAL} posts {'has' if len(days) == 1 else 'have'} readings."
    if ripe > today:
        return f"Too early to compare: the first post with readings is of {first}; look again from {ripe} on."
    return ""

"""The posts of a workspace and all that was counted of them, for flows that tell of it: each is looked up once."""

from collections import Counter
from functools import cached_property

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.reading_pages import Pages
from inkwright.ledger.readings import readings
from inkwright.ledger.visits import visits
from inkwright.measure.counts import Key, Settled
from inkwright.measure.day_kinds import watched_days
from inkwright.measure.post_readings import by_post
from inkwright.model.reading import Reading
from inkwright.model.site import Site
from inkwright.text.collector import LARGE, collector_paused
from inkwright.workspace.folder import Workspace

SERVER = "own server"


class Counted:
    """What is known on one ISO day; looked up when it is first asked for. `site` has the posts where the caller has
    loaded them. Everything here raises LedgerError, SettingsError, UnreadableError."""

    def __init__(self, workspace: Workspace, today: str, site: Site | None = None) -> None:
        self.workspace = workspace
        self.today = today
        self.pages = Pages(workspace, today, site)

    @cached_property
    def readings(self) -> list[tuple[str, Reading]]:
        """Every reading with its source, the visits that our own server counted among them; [] without a ledger."""
        if not has_ledger(self.workspace):
            return []
        with collector_paused(LARGE), ledger_for_reading(self.workspace) as ledger, ledger.read() as connection:
            found = list(readings(connection))
            for day, path, visitors, views in visits(connection, "0000-00-00"):
                found.append((SERVER, Reading(path, "views", views, day)))
                found.append((SERVER, Reading(path, "visitors", visitors, day)))
        return found

    @cached_property
    def settled(self) -> dict[str, dict[Key, Settled]]:
        """Post -> what is counted -> the count to go by."""
        days = {id_: post.metadata.date[:10] for id_, post in self.pages.posts.items()}
        return by_post(self.readings, self.pages.post_of, self.pages.own_host, days)

    @cached_property
    def watched(self) -> list[str]:
        """The ISO days on which somebody counted views of any page, sorted."""
        return watched_days(self.readings)

    def views_by_day(self, post: str) -> dict[str, int]:
        """Views of a post by ISO day over all places; of several sources at one place the lower, totals left out."""
        days: Counter[str] = Counter()
        for key, one in self.settled.get(post, {}).items():
            if key.metric == "views":
                days.update(one.days)
        return days

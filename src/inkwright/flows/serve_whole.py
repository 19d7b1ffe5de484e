"""All pages of a workspace's site made in memory, and what it takes to make a few of them again."""

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_notes import Notes
from inkwright.flows.drawing import Draughtsman
from inkwright.flows.editions import site_edition
from inkwright.flows.few_pages import Rest
from inkwright.flows.making import making
from inkwright.flows.out_folder import default_out
from inkwright.flows.pictures import site_pictures
from inkwright.flows.survey import survey
from inkwright.model.seen import of_stamps
from inkwright.model.site import Preview
from inkwright.render.code import highlighter
from inkwright.site.again import Again
from inkwright.site.build import alias_troubles
from inkwright.site.glance import surface
from inkwright.site.in_memory import InMemory
from inkwright.site.made import ALONE, Code
from inkwright.site.paths import base_path
from inkwright.site.pictures import Pictures
from inkwright.site.publication import feed_entries
from inkwright.site.recipe import digest
from inkwright.workspace.folder import Workspace
from inkwright.workspace.shelf import MemoryShelf, ShelvedTexts


class Memory:
    """What previews of one workspace keep from one time to the next."""

    def __init__(self, workspace: Workspace, drafts: bool) -> None:
        self.workspace = workspace
        self.drafts = drafts
        self.code: Code = highlighter()
        self.draw = Draughtsman(workspace, keep=False)
        self.edition, self.shelf, self.site, self.pictures = "", MemoryShelf(), InMemory(), Pictures()

    def for_edition(self, edition: str, workspace: Workspace) -> None:
        """Forget all pages where another edition of the site is wanted; `workspace` has the settings of now."""
        if edition != self.edition:
            self.edition, self.shelf, self.site = edition, MemoryShelf(), InMemory()
            self.pictures = site_pictures(workspace, write=False)


def make_whole(memory: Memory, today: str) -> tuple[Preview, Rest]:
    """The site as it is now, and what makes some of its pages again. `today` is ISO. Raises InkwrightError for what
    stops everything."""
    fresh = Workspace(memory.workspace.root, memory.workspace.inside)  # the settings may have changed
    found = survey(fresh)
    memory.for_edition(site_edition(fresh, found), fresh)
    shelf, site = memory.shelf, memory.site
    cards = Cards(found, shelf, today)
    notes, bodies = Notes(fresh, memory.draw, memory.pictures), ShelvedTexts(shelf, "body")
    maker = making(fresh, cards.content(), notes, memory.code, memory.drafts, bodies, shelf)
    shown = maker.catalog()
    run = maker.run(shown)
    again = Again(shelf, site, notes, fresh.stamps, ALONE, (), digest(run.named, *found.folder.names))
    site.begin()
    again.run(run)
    again.close()
    bodies.forget({entry.place for entry in feed_entries(shown)})
    site.finish()
    shelf.close()
    near, file_of = run.frame.related.items(), {place: one.file for place, one in shown.by_place.items()}
    rest = Rest(
        found, shelf, cards, notes, memory.code, bodies, surface(run.frame, (file.path for file in found.posts)),
        of_stamps({**again.looked_at, **again.copied}).had, again.lost, cards.stamps,
        alike={file_of[place].path: [one.file.path for one in posts] for place, posts in near}, drafts=memory.drafts,
    )  # fmt: skip
    problems = tuple(str(trouble) for trouble in (*shown.troubles, *alias_troubles(shown)))
    held = sum(bool(entry.preview) for entry in shown.entries)
    base, out = base_path(shown.info.base_url), default_out(fresh, found.generator.name)
    return Preview(site.pages, problems, len(shown.entries), held, base, out), rest

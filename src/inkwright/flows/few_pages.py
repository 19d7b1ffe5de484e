"""Some posts have another text and nothing else changed: their pages are made again from what a build left."""

from collections.abc import Callable, Mapping, MutableMapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.build_cards import Cards
from inkwright.flows.build_notes import Notes
from inkwright.flows.load_site import site_info
from inkwright.flows.making import making
from inkwright.flows.survey import Survey
from inkwright.model.zones import zone
from inkwright.site.card import Content
from inkwright.site.few import FewAgain, FewMaking, FewNames, NeedsAll, known_answers
from inkwright.site.few_posts import MOST, FewPosts, few_frame, same_words
from inkwright.site.glance import Surface
from inkwright.site.kept_cards import CARD, Row
from inkwright.site.likeness import Link
from inkwright.site.made import MADE, Code, Lost, Made, Target
from inkwright.site.publication import FEEDS
from inkwright.site.related import leads_to
from inkwright.workspace.shelf import Shelf


class Rest(Struct, frozen=True, eq=False):
    """What a build left of a site, and what makes its pages: `had` tells whether a file that is no post had a stamp,
    `stamps` are those that the posts had, `touched` the posts that were made again since. With `alike`, the posts most
    like each, by path, these are left as they were, and so are the feeds: that is for the next time."""

    found: Survey
    shelf: Shelf
    cards: Cards
    notes: Notes
    code: Code
    bodies: MutableMapping[str, str]
    surface: Surface
    had: Callable[[str, str], bool]
    lost: Mapping[str, list[Lost]]
    stamps: Mapping[str, str]
    touched: Sequence[str] = ()
    alike: Mapping[str, Sequence[str]] | None = None
    drafts: bool = False
    search: bool = False


def make_few(rest: Rest, changed: Mapping[str, str], target: Target) -> tuple[list[str], dict[str, list[Lost]]]:
    """Make the pages again that the new texts of some posts are on, given by path with their stamps: the paths of
    their posts, and what the pages of the site lack now. Raises NeedsAll where that is not all that must be made."""
    now, links = _rows(rest, changed)
    off, surface = frozenset(rest.surface.off), rest.surface
    build = making(
        rest.found.workspace, Content(site_info(rest.found), (), rest.found.generator.name), rest.notes, rest.code,
        rest.drafts, rest.bodies, rest.shelf,
    )  # fmt: skip
    build = replace(build, look=replace(build.look, search=True)) if rest.search else build
    posts = FewPosts(rest.shelf, surface, now, rest.cards.opened, zone(build.timezone))
    lists = rest.alike
    other, related = posts.related() if lists is None else (set(), lambda path: [*lists.get(path, ())])
    paths = sorted({*changed, *rest.touched, *other} - off)
    searched = lists is None and build.look.search and any(path in now for path in surface.order)
    if len(paths) > MOST or searched:
        raise NeedsAll
    entries = posts.entries(paths)
    frame = few_frame(build, surface, posts, {entry: related(entry.file.path) for entry in entries})
    places = [*(entry.place for entry in entries), FEEDS]
    made = {place: rest.shelf.decode(body, Made) for place, (_, body) in rest.shelf.some(MADE, places).items()}
    before = {place: one for place, one in made.items() if one is not None}
    names = FewNames(known_answers(before), build.content.info.base_url)
    for entry in entries:
        had = links.get(entry.file.path)
        if had is not None and leads_to(entry, had, names) != leads_to(entry, entry.kept.links(), names):
            raise NeedsAll
    carried = lists is None and not {*paths}.isdisjoint(surface.fed)
    few = FewMaking(build, frame, names, entries, surface.fed, posts.entries(surface.fed) if carried else ())
    again = FewAgain(rest.shelf, target, rest.notes, rest.found.workspace.stamps, before)
    again.run(few)
    if not all(rest.had(path, stamp) for path, stamp in again.looked_at.items()):
        raise NeedsAll
    return paths, again.lost_beside(rest.lost)


def _rows(rest: Rest, changed: Mapping[str, str]) -> tuple[dict[str, Row], dict[str, list[Link]]]:
    """The rows of the posts that changed, kept from now on, and of those that changed before; and the former links of
    those that have others now."""
    known = rest.shelf.some(CARD, [*changed, *rest.touched])
    now: dict[str, Row] = {}
    links: dict[str, list[Link]] = {}
    for path, (stamp, body) in known.items():
        before = rest.shelf.decode(body, Row) if stamp == rest.stamps.get(path) else None
        row = rest.cards.row(path, changed[path]) if path in changed else before
        if before is None or row is None or not same_words(before, row):
            raise NeedsAll
        now[path] = row
        if before.links != row.links:
            links[path] = rest.shelf.decode(before.links, list[Link]) or []
    if not changed.keys() <= now.keys():
        raise NeedsAll
    return now, links

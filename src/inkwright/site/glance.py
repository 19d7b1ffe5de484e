"""What a build leaves for one after which nothing but the text of a few posts changed."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from inkwright.model.seen import Seen
from inkwright.model.site import Built
from inkwright.site.entry import Entry
from inkwright.site.kept_cards import Row
from inkwright.site.made import Lost
from inkwright.site.pages import Frame
from inkwright.site.publication import feed_entries

GLANCE, LATER = "glance", "later"
"""The kinds of the row that holds a glance, and of the one that holds what was made again since."""


class Surface(Struct, frozen=True, eq=False):
    """What all posts together say on the pages of each.

    `said` is the digest of what all pages share, `menu` and `icon` what of that follows from all posts and files.
    `order` are the paths of the listed posts, newest first, `off` of those that the site does not show, `fed` of those
    that feeds carry; `linking` are the paths of the posts that link to each place, `authors` those who have a page.
    """

    said: str
    menu: list[tuple[str, str]]
    icon: str
    order: list[str]
    off: list[str]
    fed: list[str]
    linking: Mapping[str, list[str]]
    authors: list[str]


class Glance(Struct, frozen=True, eq=False):
    """A site as a build left it, as far as a new text of a post can matter.

    `edition`, `names`, `looked` and `generator` tell what it was made from besides texts: settings and code, which
    files there were, which names of another generator's files were looked for and there, and whose layout it was.
    `place` is the folder that was filled, `listed` the stamp of the list of its files, `output` how they were. `posts`
    and `files` tell the stamps of the posts and of all other files that were looked at or copied, `works` those of
    bibliographies. It holds from the ISO day `since` on and before `until` ("" for no bound).
    `lost` is what each page lacks, by place, `built` what was told of the build.
    """

    edition: str
    names: str
    looked: Mapping[str, bool]
    generator: str
    place: str
    listed: str
    output: Seen
    posts: Seen
    files: Seen
    works: Mapping[str, str]
    since: str
    until: str
    surface: Surface
    lost: Mapping[str, list[Lost]]
    built: Built

    def holds(self, today: str) -> bool:
        """Whether no post comes or goes for a day that it names; `today` is ISO, "" publishes any date."""
        today = today[:10]
        return not (today < self.since or (self.until and (not today or today >= self.until)))


class Later(Struct, frozen=True, eq=False):
    """What was made again since a glance: the stamps of the posts by path, what is known of each file that was
    written, what each page lacks now, the stamp of the list of files; empty for nothing."""

    posts: Mapping[str, str] = field(default_factory=dict)
    output: Mapping[str, str] = field(default_factory=dict)
    lost: Mapping[str, list[Lost]] = field(default_factory=dict)
    listed: str = ""


def surface(frame: Frame, paths: Iterable[str]) -> Surface:
    """What the cards of a whole site say together; `paths` are all its files of posts."""
    shown = frame.catalog
    there = {entry.file.path for entry in shown.entries}
    return Surface(
        frame.said, [*frame.menu], frame.icon, _paths(shown.posts), [path for path in paths if path not in there],
        _paths(feed_entries(shown)), {place: _paths(posts) for place, posts in frame.linking.items()},
        [*shown.authors],
    )  # fmt: skip


def bounds(rows: Iterable[Row]) -> tuple[str, str, dict[str, str]]:
    """The days from which on and before which all of some rows hold, and the stamps of the bibliographies that they
    were made with."""
    since = until = ""
    works: dict[str, str] = {}
    for row in rows:
        since, until = max(since, row.since), min(until or row.until, row.until or until)
        works.update(row.works)
    return since, until, works


def _paths(entries: Iterable[Entry]) -> list[str]:
    return [entry.file.path for entry in entries]

"""An export of another platform -> posts here, with an account of everything that it held."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.import_account import keep_report, keep_subscribers
from inkwright.flows.import_files import Fetch, place_files
from inkwright.flows.import_known import known_posts
from inkwright.flows.import_place import Placed, place_all
from inkwright.flows.import_read import Read, arrival, display_name, reader, require_elsewhere
from inkwright.flows.import_write import state_of, write_post
from inkwright.flows.survey import survey
from inkwright.model.errors import InkwrightError
from inkwright.model.imports import ImportedPost, ImportReport
from inkwright.net.client import Client
from inkwright.platforms.reading.compose import composed
from inkwright.platforms.reading.files import fingerprint
from inkwright.platforms.reading.places import distinct, redirects
from inkwright.platforms.reading.relink import addresses, relinked
from inkwright.platforms.reading.report import tallies
from inkwright.workspace.exports import opened
from inkwright.workspace.folder import Workspace


class Wanted(Struct, frozen=True):
    """How to import: only say what would happen; fetch pictures from elsewhere, by what; whom to tell how far it is."""

    dry_run: bool = False
    online: bool = False
    fetch: Fetch | None = None
    progress: Callable[[int, int], object] | None = None


def import_posts(workspace: Workspace, format_: str, source: str, today: str, wanted: Wanted) -> ImportReport:
    """Bring in what `source` holds. `today` is ISO. Run again it changes nothing, unless the source has changed.

    Raises UsageError for an unknown format and for the workspace itself, UnreadableError when nothing can be read.
    """
    how = reader(format_)
    require_elsewhere(workspace, source)
    fetch = (wanted.fetch or Client().get) if wanted.online and not wanted.dry_run else None
    with opened(source) as export:
        found = arrival(how, export, display_name(source))
        incoming, twice = distinct(found.posts)
        here = survey(workspace)
        placed = place_all(here, incoming, known_posts(workspace), today)
        where = addresses((one.post, one.path if here.generator.name == "inkwright" else one.url) for one in placed)
        taken: dict[str, str] = {}
        posts = []
        for at, one in enumerate(placed):
            posts.append(_one(workspace, one, where, taken, export.read, fetch, wanted.dry_run))
            if wanted.progress:
                wanted.progress(at + 1, len(placed))
    lists = keep_subscribers(workspace, how.name, found.subscribers, wanted.dry_run)
    report = ImportReport(
        how.name, display_name(source), wanted.dry_run, tuple(posts), (*found.items, *twice),
        tallies(posts, (*found.items, *twice)), lists, found.troubles,
    )  # fmt: skip
    return report if wanted.dry_run else replace(report, report=keep_report(workspace, report, how.label, today))


def _one(
    workspace: Workspace, placed: Placed, where: dict[str, str], taken: dict[str, str], read: Read,
    fetch: Fetch | None, dry_run: bool,
) -> ImportedPost:  # fmt: skip
    """One post, as far as it can be had; a post that fails does not stop the others."""
    post = placed.post
    try:
        mark = fingerprint(post, read)
        files = place_files(workspace, post, placed.folder, read, fetch)
        body, links = relinked(post.body, post.near, where, placed.folder)
        aliases, elsewhere, led = redirects(post, placed.url, taken)
        taken.update((alias.strip("/"), post.source) for alias in aliases)
        text, said = composed(post, body, aliases, elsewhere, files.places)
        state, note = state_of(workspace, placed, mark, text, files)
        if not dry_run:
            write_post(workspace, placed, mark, text, files, state)
    except InkwrightError as error:
        return ImportedPost(post.source, post.title, placed.path, "failed", (), str(error))
    items = (*post.items, *files.items, *placed.items, *led, *links, *said)
    return ImportedPost(post.source, post.title, placed.path, state, items, note)

"""A folder on the disk -> a `Site`: all posts in our words, each with its address and whether it is published.

`check` of one file uses `survey(workspace)` and `load_post(survey, path, today)`: no other post is opened, and
`survey.paths` (addresses of all posts) reads only front matter, on first use.
"""

from collections.abc import Iterable
from pathlib import PurePosixPath

from inkwright.flows.load_site import site_info, static_files
from inkwright.flows.references import Bibliographies
from inkwright.flows.survey import Survey, survey
from inkwright.model.document import Document
from inkwright.model.errors import InkwrightError
from inkwright.model.post import Post, PostFile
from inkwright.model.site import Site, Unreadable
from inkwright.platforms.addresses import post_id
from inkwright.platforms.assets import assets_of
from inkwright.platforms.drafts import unclear_draft
from inkwright.platforms.generators import entry_of
from inkwright.text.collector import collector_paused
from inkwright.text.markdown import parse
from inkwright.workspace.folder import Workspace


def load_site(workspace: Workspace, today: str, paths: Iterable[str] | None = None) -> Site:
    """All posts of a workspace, or those whose file is among `paths`. `today` is ISO, "" publishes any date.

    A file that cannot be read is among `unreadable`, the others are loaded. A folder without posts gives a site
    without posts. Raises SettingsError or UnreadableError for the settings and the generator's configuration.
    """
    found = survey(workspace)
    wanted = None if paths is None else frozenset(paths)
    posts: list[Post] = []
    works = Bibliographies(workspace)
    unreadable: list[Unreadable] = []
    with collector_paused():
        for file in found.posts:
            if wanted is None or file.path in wanted:
                try:
                    posts.append(load_post(found, file.path, today, works=works))
                except InkwrightError as error:
                    unreadable.append(Unreadable(file.path, error.line, error.message, error.hint))
    if wanted is None:
        unreadable += left_out(found)
    return Site(site_info(found), tuple(posts), found.generator.name, static_files(found), tuple(unreadable))


def load_post(
    found: Survey, path: str, today: str, document: Document | None = None, works: Bibliographies | None = None
) -> Post:
    """One file as a post, whether the generator would read it or not. Raises UnreadableError.

    `document` is its parsed text where the caller has it already; `works` are the bibliographies that are read already.
    """
    document = document or parse(found.workspace.read(path))
    generator, layout = found.generator, found.layout
    listed = found.by_path.get(path)
    file = listed or PostFile(post_id(path, layout.roots), path, "page")
    entry = entry_of(generator, layout, file, document.front_matter)
    why = (
        (unclear_draft(entry) or generator.held_back(entry, layout, today)) if listed else "outside the site's content"
    )
    assets = assets_of(document, found.files, entry.metadata.image)
    known = (works or Bibliographies(found.workspace)).of(document, path, entry.metadata, layout)
    return Post(file, document, entry.metadata, generator.url(entry, layout), not why, why, assets, known)


def left_out(found: Survey) -> list[Unreadable]:
    """What to say of the posts in formats that we do not know, and of the folders that cannot be listed."""
    closed = [Unreadable(error.path, 0, error.message, error.hint) for error in found.closed]
    return [*(_unknown(found, name) for name in found.unread), *closed]


def _unknown(found: Survey, name: str) -> Unreadable:
    """What to say of a post in a format that we do not know."""
    kind = PurePosixPath(name).suffix
    said = f"{found.generator.label} makes a post of this, Inkwright does not read {kind} files yet"
    return Unreadable(name, 0, said, "Turn it into Markdown to keep it on the site.")

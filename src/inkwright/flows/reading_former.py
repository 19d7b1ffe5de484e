"""What a post is called, and was: by its file, by its record, and by the pages that it had when readings were taken
in."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from inkwright.flows.ledger import ledger_for_reading
from inkwright.flows.ledger_place import has_ledger
from inkwright.flows.planning import with_planning
from inkwright.ledger.reading_names import remembered
from inkwright.model.errors import UnreadableError
from inkwright.model.post import Post
from inkwright.model.record import PostRecord
from inkwright.plan.trail import text_digest
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record


def names_of(workspace: Workspace, post: Post) -> Iterator[str]:
    """What a post is called, the surest names first."""
    metadata = post.metadata
    yield from filter(None, (post.url, post.file.id, metadata.slug, metadata.canonical_url, *metadata.aliases))
    try:
        record = load_record(workspace, post.file.id)
        planned = with_planning(workspace, post).metadata.planning
    except UnreadableError:
        return
    yield from _former(post, record)
    there = planned.get("syndicated")
    yield from map(str, there.values()) if isinstance(there, Mapping) else ()
    for known in record.remote.values():
        if isinstance(known, Mapping) and known.get("url"):
            yield str(known["url"])
    slug = post.url.strip("/").rpartition("/")[2]
    yield from (f"substack:{slug}", slug, *record.mailed, metadata.title)


def _former(post: Post, record: PostRecord) -> Iterator[str]:
    """Paths that a post had by its record or when it was mailed, or has by the name of its file where the front matter
    names another slug."""
    before = post.url.strip("/").rpartition("/")[0]
    for slug in (*record.former_slugs, *record.mailed, post.file.id.rpartition("/")[2]):
        yield f"/{before}/{slug}/" if before else f"/{slug}/"
    if url := record.publishing.get("url"):
        yield str(url)


class FormerPages:
    """Pages of readings by the post they were of, when they are nobody's now; the ledger is read on first use."""

    def __init__(self, workspace: Workspace, posts: Mapping[str, Post]) -> None:
        self._workspace, self._posts = workspace, posts

    def post_of(self, page: str) -> str:
        """The id of the post that has what a page's post had then: its id, else its text; "" for none."""
        id_, text = self._then.get(page, ("", ""))
        return id_ if id_ in self._posts else self._by_text.get(text, "")

    def named(self, id_: str) -> tuple[str, str]:
        """What is to be remembered of a page that is a post's."""
        return id_, self._texts[id_]

    @cached_property
    def _texts(self) -> dict[str, str]:
        return {id_: text_digest(post.document, post.metadata.title) for id_, post in self._posts.items()}

    @cached_property
    def _by_text(self) -> dict[str, str]:
        return {text: id_ for id_, text in self._texts.items()}

    @cached_property
    def _then(self) -> dict[str, tuple[str, str]]:
        if not has_ledger(self._workspace):
            return {}
        with ledger_for_reading(self._workspace) as ledger, ledger.read() as connection:
            return remembered(connection)

"""What a search is narrowed to, where that takes more than a look at the index: topics, and what is used already."""

from msgspec.structs import replace

from inkwright.flows.related_linked import linked_rows
from inkwright.flows.topics import topics
from inkwright.model.errors import UsageError
from inkwright.model.found import Wanted
from inkwright.notes.links import linked_names
from inkwright.notes.topic_edits import topic_named
from inkwright.workspace.finder import Finder, Line
from inkwright.workspace.folder import Workspace

KINDS = ("note", "paper", "post", "page", "idea", "log")
"""What a text is by where it stands; a clip has a kind of its own besides."""


def narrowed(workspace: Workspace, wanted: Wanted) -> Wanted:
    """The same wishes with the places that a topic holds. Raises UsageError for a topic that there is not."""
    if not wanted.topic:
        return wanted
    members = topic_named(topics(workspace)[0], wanted.topic).members
    places = (f"{one.path}:{one.line}" if one.kind == "idea" else one.path for one in members)
    return replace(wanted, places=frozenset(places))


def check_kind(finder: Finder, wanted: Wanted) -> None:
    """Raises UsageError for a kind that no text has, with those that there are."""
    if wanted.kind in ("", *KINDS):
        return
    kinds = {row.sort for row in finder.files() if row.sort}
    if wanted.kind not in kinds:
        known = ", ".join((*KINDS, *sorted(kinds - {*KINDS})))
        raise UsageError(f'nothing is of the kind "{wanted.kind}"', hint=f"There are: {known}.")


def used(finder: Finder) -> list[str]:
    """The paths of the notes that a post or page links to, plans included, and of the posts themselves."""
    posts = finder.files("post", "page")
    names = frozenset[str]().union(*(linked_names(finder.text(post.no)) for post in posts))
    linked = linked_rows(finder, names, "note", "paper")
    return [*(row.path for row in linked), *(post.path for post in posts)]


def admits(wanted: Wanted, line: Line) -> bool:
    """Whether a captured line is among what is wanted; its date apart, which the index looks at."""
    return (
        wanted.kind in ("", line.kind)
        and wanted.origin in ("", line.origin)
        and not wanted.tag
        and not (wanted.unused and line.used)
        and (not wanted.topic or f"{line.path}:{line.line}" in wanted.places)
    )

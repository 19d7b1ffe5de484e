"""Posts and notes -> which note stands behind which place of a post, and which notes none uses."""

from collections.abc import Iterator

from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.finding import opened_finder
from inkwright.flows.resume_notes import note_files, notes_of
from inkwright.flows.survey import survey
from inkwright.flows.topics_of import topics_of
from inkwright.flows.trace_names import inside, note_named
from inkwright.model.errors import InkwrightError
from inkwright.model.trace import Mention, Trace, Use
from inkwright.notes.links import name_key
from inkwright.notes.trace import mentions, source_key
from inkwright.text.front_matter import read_front_matter
from inkwright.text.markdown import parse
from inkwright.workspace.finder import Finder, Row
from inkwright.workspace.folder import Workspace


def trace(workspace: Workspace, name: str) -> Trace:
    """What a post took from which note, what became of a note or of a topic's notes, or for "" all of it with the notes
    that no post uses. Each note is told with its topic.

    For a post `unused` are the notes bound to it (`project:` or a tag) that it does not use, else those that no post
    uses. Raises UsageError for a name that fits nothing, UnreadableError.
    """
    homes = topics_of(workspace)
    with opened_finder(workspace) as finder:
        posts, notes = finder.files("post", "page"), finder.files("note", "paper")
        chosen = (note_named(workspace, notes, name) or inside(notes, homes, name)) if name else notes
        if chosen or not name:
            uses, bound = _uses(workspace, finder, posts, chosen, False), [note.path for note in chosen]
        else:
            path = find_post(survey(workspace), name).path
            uses = _uses(workspace, finder, [post for post in posts if post.path == path], notes, True)
            names = [part for post in posts if post.path == path for part in (post.id, post.id.rpartition("/")[2])]
            bound = [note.path for note in notes_of(workspace, names, note_files(workspace))]
    used = {use.note for use in uses}
    unused = tuple(path for path in bound if path not in used)
    told = {path: homes[path] for path in (*sorted(used), *unused) if path in homes}
    return Trace(tuple(replace(use, topic=homes.get(use.note, "")) for use in uses), unused, told)


def _uses(workspace: Workspace, finder: Finder, posts: list[Row], notes: list[Row], gaps: bool) -> list[Use]:
    """The uses of some notes in some posts; with `gaps` also the bullets that rest on a note that is not there."""
    places = [(post.path, one) for post in posts for one in _mentioned(workspace, post)]
    wanted = {one.address for _, one in places if one.address}
    by_name: dict[str, list[str]] = {}
    by_source: dict[str, list[str]] = {}
    for note in notes:
        for key in {name_key(note.id), *map(name_key, finder.names(note.no)[1:])}:
            by_name.setdefault(key, []).append(note.path)
        if wanted and (source := _source(workspace, note, finder.text(note.no))) in wanted:
            by_source.setdefault(source, []).append(note.path)
    found = []
    for post, one in places:
        paths = by_source.get(one.address, []) if one.address else by_name.get(one.key, [])
        missing = [""] if gaps and one.kind == "plan" and not paths else []
        found += [Use(path, post, one.line, one.section, one.kind, one.text) for path in (*paths, *missing)]
    return found


def _mentioned(workspace: Workspace, post: Row) -> Iterator[Mention]:
    try:
        yield from mentions(parse(workspace.read(post.path)))
    except InkwrightError:
        return  # `index` names what cannot be read


def _source(workspace: Workspace, note: Row, text: str) -> str:
    """The address that a note was clipped from, as addresses are compared; "" for none."""
    if "://" not in text:
        return ""
    try:
        return source_key(str(read_front_matter(workspace.read(note.path).text).data.get("url") or ""))
    except InkwrightError:
        return ""

"""What a writer calls a post or a project -> the project's name and the paths of the posts that it is about."""

from collections.abc import Sequence

from inkwright.flows.find_post import find_post
from inkwright.flows.survey import Survey
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.model.note import Idea, LogEntry
from inkwright.notes.resume import projects
from inkwright.plan.session import session_in
from inkwright.platforms.metadata import metadata_of
from inkwright.text.front_matter import read_front_matter
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record
from inkwright.workspace.sessions import open_sessions

Entries = Sequence[tuple[str, LogEntry]]


def meant(
    workspace: Workspace, found: Survey, entries: Entries, ideas: Sequence[Idea], name: str
) -> tuple[str, tuple[str, ...]]:
    """The project ("" for a post by name) and the posts' paths. "" means what was worked on last.

    Raises UsageError when nothing has that name, or nothing was worked on yet.
    """
    if not name.strip():
        return _latest(workspace, found, entries)
    wanted = name.strip().casefold()
    if not any(wanted in (file.id.casefold(), file.path.casefold()) for file in found.posts):
        known = [*projects(entries), *(idea.field("to").partition("#")[0] for idea in ideas)]
        same = next((one for one in known if one.casefold() == wanted), "")
        posts = _posts_of(workspace, found, wanted)
        if same or posts:
            return same or name.strip(), posts or _slugged(found, wanted)
    try:
        return "", (find_post(found, name).path,)
    except UsageError as error:
        logged = ", ".join(projects(entries)[:5])
        hint = f"{error.hint} Projects of your log: {logged}." if logged else error.hint
        raise UsageError(f"{error.message}, and no project of that name", hint=hint) from error


def _latest(workspace: Workspace, found: Survey, entries: Entries) -> tuple[str, tuple[str, ...]]:
    """The post of the session that is open, else what the last line of the log with a post or a project is about."""
    paths = {file.id: file.path for file in found.posts}
    for session in open_sessions(workspace):
        if session.id in paths:
            return "", (paths[session.id],)
    for _, entry in reversed(entries):
        told = session_in(entry.date, entry.time, entry.text)
        if told and told.post in paths:
            return "", (paths[told.post],)
        if entry.project:
            return entry.project, _posts_of(workspace, found, entry.project.casefold())
    raise UsageError(
        "there is nothing to come back to yet", hint="Name a post or a project, for example inkwright resume kv-cache."
    )


def _posts_of(workspace: Workspace, found: Survey, project: str) -> tuple[str, ...]:
    """The posts that say they belong to a project, in their front matter or their record."""
    paths = []
    for file in found.posts:
        try:
            data = read_front_matter(workspace.read(file.path).text).data
            said = metadata_of(data).planning.get("project") or load_record(workspace, file.id).planning.get("project")
        except InkwrightError:
            continue  # a file that cannot be read belongs to nothing; `board` names it
        if str(said or "").casefold() == project:
            paths.append(file.path)
    return tuple(paths)


def _slugged(found: Survey, wanted: str) -> tuple[str, ...]:
    """The post that ideas were bound to by its bare name, where its id is longer."""
    paths = [file.path for file in found.posts if file.id.casefold().rpartition("/")[2] == wanted]
    return tuple(paths[:1])

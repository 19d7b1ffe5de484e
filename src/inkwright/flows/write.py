"""A writing session: begun, kept on the disk while it lasts, ended with a line in the log. The post is only read.

Nothing is checked meanwhile. A face calls `begin`, `beat` whenever the file changed and at least once a minute, and
`finish`; what was killed in between is found again by the next `begin`.
"""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.planning import with_planning
from inkwright.flows.session_end import Finished, close
from inkwright.flows.survey import survey
from inkwright.model.document import Document
from inkwright.model.errors import UnreadableError
from inkwright.model.session import OpenSession, Work
from inkwright.plan.drafts import last_touched
from inkwright.plan.pace import due
from inkwright.plan.session import is_broken_off
from inkwright.text.markdown import parse
from inkwright.text.prose import word_count
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, sure
from inkwright.workspace.sessions import keep_session, open_session


class Begun(Struct, frozen=True):
    """A session under way and the post's text as it is now. `resumed` when it was open already; `kept` is what one that
    was broken off came to; `due` is a sentence on the date to publish by, `ended` the date on which the draft was."""

    session: OpenSession
    document: Document
    resumed: bool
    kept: Finished | None
    due: str
    ended: str


def begin(workspace: Workspace, name: str, now: datetime, goal: int = 0, work: Work = "draft") -> Begun:
    """Begin a session on the post that `name` means, or go on with the one that is open. `goal` is in minutes from now.

    One that was broken off more than half an hour ago is closed as it was last seen, and a new one begun. Raises
    UsageError, UnreadableError, UnwritableError.
    """
    found = survey(workspace)
    post = with_planning(workspace, load_post(found, find_post(found, name).path, ""))
    id_, document = post.file.id, post.document
    sure(workspace, id_)
    ended = str(load_record(workspace, id_).writing.get("ended") or "")
    when = due(str(post.metadata.planning.get("publish_by") or ""), now.date().isoformat())
    session = open_session(workspace, id_)
    kept: Finished | None = None
    if session and is_broken_off(session, now):
        kept = close(workspace, session)
        session = None
    if session:
        spent = int((now - session.start).total_seconds() // 60)
        session = replace(session, goal=spent + goal if goal else session.goal)
        return Begun(_seen(workspace, session, document, now), document, True, None, when, ended)
    words = word_count(document)
    session = OpenSession(id_, post.file.path, now, now, words, words, goal, work)
    keep_session(workspace, session)
    return Begun(session, document, False, kept, when, ended)


def beat(workspace: Workspace, session: OpenSession, document: Document, now: datetime) -> tuple[OpenSession, Document]:
    """The session as of now, kept on the disk, and the post's text; `document` is the text as last seen, and stays so
    while the file cannot be read (an editor is replacing it)."""
    try:
        current = parse(workspace.read(session.path))
    except UnreadableError:
        current = document
    touched = last_touched(document, current) if current.text != document.text else ""
    return _seen(workspace, replace(session, last=touched or session.last), current, now), current


def finish(workspace: Workspace, session: OpenSession, document: Document, now: datetime) -> Finished:
    """End a session: its line in the log, its sums in the post's record. Nothing when it was ended elsewhere."""
    kept = open_session(workspace, session.id)
    if kept is None or kept.start != session.start:
        return Finished(session, "")
    return close(workspace, beat(workspace, session, document, now)[0])


def _seen(workspace: Workspace, session: OpenSession, document: Document, now: datetime) -> OpenSession:
    session = replace(session, seen=max(now, session.start), words=word_count(document))
    keep_session(workspace, session)
    return session

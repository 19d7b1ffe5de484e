"""The end of a session -> a line in the log, sums in the record; the end of a draft -> the text as it was."""

from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.load import load_post
from inkwright.flows.outline import outlined
from inkwright.flows.planning import with_planning
from inkwright.flows.session_log import log_line, log_session, told
from inkwright.flows.survey import survey
from inkwright.model.session import OpenSession
from inkwright.plan.objections import Objection, chosen, objections, stalled
from inkwright.plan.pace import long_enough, pace
from inkwright.plan.session import ended
from inkwright.text.prose import word_count
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, save_record
from inkwright.workspace.sessions import drop_session, open_session, save_snapshot

OWN_ANSWERS = "inkwright/objections.toml"


class Finished(Struct, frozen=True):
    """A session that is over. `log` is the file with its line, "" when there was nothing to tell.

    `pace` and `enough` are sentences or ""; `answer` is there for a session that stood still.
    """

    session: OpenSession
    log: str
    pace: str = ""
    enough: str = ""
    answer: Objection | None = None


class Ended(Struct, frozen=True):
    """A draft that was ended: the post, its words, where its text is kept, bullets and questions that are open."""

    id: str
    words: int
    snapshot: str
    unwritten: int
    open_questions: int


def close(workspace: Workspace, session: OpenSession) -> Finished:
    """Write down a session that is over and forget that it was open. Raises UnwritableError, UnreadableError."""
    words, minutes = session.words - session.before, session.minutes
    if not words and not minutes:
        drop_session(workspace, session.id)
        return Finished(session, "")
    path = log_session(workspace, session)
    mine = [one for one in told(workspace).sessions if one.post == session.id]
    spent = sum(one.minutes for one in mine if one.work == "draft")
    record = load_record(workspace, session.id)
    enough = long_enough(spent, bool(record.writing.get("told_enough"))) if session.work == "draft" else ""
    kept = {
        **record.writing, "sessions": len(mine), "minutes": sum(one.minutes for one in mine),
        "words": session.words, "last_session": session.seen.isoformat(timespec="seconds"),
        **({"last": session.last} if session.last else {}), **({"told_enough": True} if enough else {}),
    }  # fmt: skip
    save_record(workspace, replace(record, writing=kept))
    drop_session(workspace, session.id)
    answer = None
    if stalled(minutes, words) and session.work == "draft":
        turn = sum(stalled(one.minutes, one.words) for one in mine) - 1
        own = workspace.read(OWN_ANSWERS).text if workspace.exists(OWN_ANSWERS) else ""
        answer = chosen(objections(own, OWN_ANSWERS), max(0, turn))
    return Finished(session, path, pace(words, minutes) if session.work == "draft" else "", enough, answer)


def end_draft(workspace: Workspace, name: str, now: datetime) -> Ended:
    """Keep the text of the post that `name` means as its ugly draft, and say so in the log and the record; a session
    that is open is closed. The post is not touched. Raises UsageError, UnreadableError, UnwritableError."""
    found = survey(workspace)
    outline = outlined(with_planning(workspace, load_post(found, find_post(found, name).path, "")))
    file, words = outline.post.file, word_count(outline.post.document)
    if session := open_session(workspace, file.id):
        close(workspace, session)
    snapshot = save_snapshot(workspace, file.id, file.path, outline.post.document.text, now)
    record = load_record(workspace, file.id)
    if record.writing.get("snapshot") != snapshot:
        log_line(workspace, ended(file.id, words), now)
    writing = {**record.writing, "ended": record.writing.get("ended") or now.date().isoformat(), "snapshot": snapshot}
    save_record(workspace, replace(record, writing=writing))
    return Ended(file.id, words, snapshot, outline.unwritten, outline.open_questions)

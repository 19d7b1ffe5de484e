"""What writing leaves on the disk: open sessions in `private/`, drafts as they were ended in `inkwright/_drafts/`.

An open session is personal and nothing for git, yet no cache: deleting the index must not end it. A draft as it was
ended is a readable file under git; the underscore keeps site generators from making a page of it.
"""

import json
from datetime import datetime
from pathlib import PurePosixPath
from typing import get_args

from inkwright.model.errors import UnreadableError
from inkwright.model.regex import regex
from inkwright.model.session import OpenSession, Work
from inkwright.workspace.atomic import unwritable
from inkwright.workspace.folder import Workspace

SESSIONS = "private/sessions"
DRAFTS = "inkwright/_drafts"
ASIDE = "inkwright/_aside"
"""Posts as they were before their template was set aside."""
KEPT = "inkwright/_*/**"
"""Both of them: a folder of posts as they once were is checked only where it is named."""
_IGNORE = "private/.gitignore"


def session_path(post_id: str) -> str:
    """Where the open session of a post is kept."""
    return f"{SESSIONS}/{post_id.strip('/')}.json"


def open_session(workspace: Workspace, post_id: str) -> OpenSession | None:
    """The session of a post that is open, None when there is none. Raises UnreadableError for a damaged file."""
    path = session_path(post_id)
    return _read(workspace, path) if workspace.exists(path) else None


def open_sessions(workspace: Workspace) -> tuple[OpenSession, ...]:
    """All sessions that are open, the one seen last first; a damaged file is left out. Raises UnreadableError."""
    found = []
    for name in workspace.files(("**/*.json",), below=SESSIONS):
        try:
            found.append(_read(workspace, f"{SESSIONS}/{name}"))
        except UnreadableError:
            continue  # whoever opens that post's session is told
    return tuple(sorted(found, key=lambda one: (one.seen, one.id), reverse=True))


def keep_session(workspace: Workspace, session: OpenSession) -> None:
    """Put an open session on the disk, whole or not at all. Raises UnwritableError."""
    if not workspace.exists(_IGNORE):
        workspace.write(_IGNORE, "*\n")
    kept = {
        "id": session.id, "path": session.path, "start": session.start.isoformat(), "seen": session.seen.isoformat(),
        "before": session.before, "words": session.words, "goal": session.goal, "work": session.work,
        "last": session.last,
    }  # fmt: skip
    workspace.write(session_path(session.id), json.dumps(kept, indent=2, ensure_ascii=False) + "\n")


def drop_session(workspace: Workspace, post_id: str) -> None:
    """Take the open session of a post off the disk; nothing when there is none. Raises UnwritableError."""
    _drop(workspace, session_path(post_id))


def aside_path(post_id: str, path: str) -> str:
    """Where a post is kept as it was before its template was set aside; `path` is the post's, for the ending."""
    return f"{ASIDE}/{post_id.strip('/')}{PurePosixPath(path).suffix}"


def drop_aside(workspace: Workspace, post_id: str, path: str) -> None:
    """Take away what was kept of a post whose template is back. Raises UnwritableError."""
    _drop(workspace, aside_path(post_id, path))


def _drop(workspace: Workspace, path: str) -> None:
    try:
        workspace.path(path).unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(error, path) from error


def snapshots(workspace: Workspace, post_id: str) -> tuple[str, ...]:
    """Paths of the drafts of a post as they were ended, oldest first."""
    folder = f"{DRAFTS}/{post_id.strip('/')}"
    named = (name for name in workspace.files(("*",), below=folder) if _STAMP.match(name))
    return tuple(f"{folder}/{name}" for name in named if "/" not in name)


def save_snapshot(workspace: Workspace, post_id: str, path: str, text: str, now: datetime) -> str:
    """Keep the text of a draft; its path. One that says the same as the last is not kept again. Raises UnwritableError.

    `path` is the post's, for the ending.
    """
    known = snapshots(workspace, post_id)
    if known and workspace.read(known[-1]).text == text:
        return known[-1]
    name = f"{now:%Y-%m-%dT%H%M%S}{PurePosixPath(path).suffix}"
    kept = f"{DRAFTS}/{post_id.strip('/')}/{name}"
    workspace.write(kept, text)
    return kept


_STAMP = regex(r"\d{4}-\d\d-\d\dT\d{6}\.\w+\Z")


def _read(workspace: Workspace, path: str) -> OpenSession:
    hint = "Delete the file; the post itself is untouched."
    try:
        kept = json.loads(workspace.read(path).text)
        kept["start"], kept["seen"] = (datetime.fromisoformat(kept[key]) for key in ("start", "seen"))
        numbers = (kept["before"], kept["words"], kept["goal"])
        texts = (kept["id"], kept["path"], kept["last"])
        if not all(isinstance(one, int) for one in numbers) or not all(isinstance(one, str) for one in texts):
            raise ValueError
        if kept["work"] not in get_args(Work) or not (kept["start"].tzinfo and kept["seen"].tzinfo):
            raise ValueError
        return OpenSession(**kept)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise UnreadableError("this is no session", path=path, hint=hint) from error

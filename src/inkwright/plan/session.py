"""What a writing session says in the log, and what its own clock tells. Reads no clock and no disk."""

from datetime import datetime, timedelta

from inkwright.model.regex import regex
from inkwright.model.session import OpenSession, Session, Work

BREAK = timedelta(minutes=30)
"""A session that was last seen longer ago is over: going on would count the time away as written. **Source:** own
choice: a lunch ends a session, a coffee does not."""
_VERBS: dict[Work, str] = {"outline": "outlined", "draft": "wrote", "edit": "edited"}
_LINE = regex(
    rf"(?P<verb>{'|'.join(_VERBS.values())}) \[\[(?P<post>[^\[\]|]+)(?:\|[^\[\]]*)?\]\] [+\-−]\d+ words? "
    r"\((?P<before>\d+)→(?P<after>\d+)\)"
)
_ENDED = regex(r"ended the draft of \[\[(?P<post>[^\[\]|]+)(?:\|[^\[\]]*)?\]\]")
_TIMES = regex(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")


def is_broken_off(session: OpenSession, now: datetime) -> bool:
    """Whether an open session was left so long ago that it is over, or begins in the future."""
    return now - session.seen > BREAK or now < session.start


def left(session: OpenSession, now: datetime) -> int:
    """Whole minutes until the goal, rounded up; 0 when it is reached or there is none."""
    if not session.goal:
        return 0
    seconds = session.goal * 60 - (now - session.start).total_seconds()
    return max(0, -int(-seconds // 60))


def times(session: OpenSession) -> tuple[str, str]:
    """The date of a session and its `HH:MM-HH:MM`, in the time zone of its start."""
    end = session.seen.astimezone(session.start.tzinfo)
    return session.start.date().isoformat(), f"{session.start:%H:%M}-{end:%H:%M}"


def said(session: OpenSession) -> str:
    """The text of a session's line in the log: `wrote [[slug]] +612 words (1204→1816)`."""
    gained = session.words - session.before
    noun = "word" if abs(gained) == 1 else "words"
    return f"{_VERBS[session.work]} [[{session.id}]] {gained:+d} {noun} ({session.before}→{session.words})"


def session_in(date: str, time: str, text: str) -> Session | None:
    """The session that a line of the log tells, None for a line about something else. `date` is ISO.

    One that ends earlier in the day than it began went over midnight.
    """
    found, clock = _LINE.match(text), _TIMES.fullmatch(time)
    if not found or not clock:
        return None
    hour, minute, to_hour, to_minute = (int(part) for part in clock.groups())
    minutes = (to_hour * 60 + to_minute - hour * 60 - minute) % (24 * 60)
    work = next(work for work, verb in _VERBS.items() if verb == found["verb"])
    return Session(
        date, f"{hour:02}:{minute:02}", minutes, found["post"].strip(), int(found["before"]), int(found["after"]), work
    )


def ended(post: str, words: int) -> str:
    """The text of the line that says that a draft is ended."""
    return f"ended the draft of [[{post}]] ({words} words)"


def ended_in(text: str) -> str:
    """The id of the post whose draft a line of the log ends, "" for a line about something else."""
    found = _ENDED.match(text)
    return found["post"].strip() if found else ""


def is_record(text: str) -> bool:
    """Whether a line of the log only records a session or the end of a draft."""
    return bool(_LINE.match(text) or _ENDED.match(text))

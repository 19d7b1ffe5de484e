"""The hours of the day in which mail goes out. Pure; the local time is handed in."""

from datetime import datetime, time, timedelta


def opens_at(window: str, now: datetime) -> datetime | None:
    """When mail may go out next, None when it may now. `window` is `"08:00-20:00"` or "" for any hour, and may go
    over midnight; `now` is aware, in the writer's zone. A time that a clock change leaves out counts as the one after.
    """
    if not window:
        return None
    start, end = (time.fromisoformat(part) for part in window.split("-"))
    at = now.time()
    if start == end or (start <= at < end if start < end else at >= start or at < end):
        return None
    day = now.date() if at < start else now.date() + timedelta(days=1)
    return datetime.combine(day, start, tzinfo=now.tzinfo)

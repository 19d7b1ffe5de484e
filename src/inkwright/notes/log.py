"""The dated work log: `- 14:05 text [project:: triton]` in one file a day."""

from inkwright.model.errors import UsageError
from inkwright.model.note import LogEntry
from inkwright.model.regex import regex
from inkwright.notes.fields import field_value, join_fields, one_line, split_fields

_LINE = regex(r"[-*+][ \t]+(?P<time>\d\d:\d\d(?:-\d\d:\d\d)?)(?:[ \t]+(?P<rest>.*))?")


def new_entry(text: str, date: str, time: str, project: str = "") -> LogEntry:
    """An entry to be added. `date` is ISO, `time` HH:MM. Raises UsageError for a text without words."""
    said = one_line(text)
    if not said:
        raise UsageError("a log line needs at least one word", hint='For example: inkwright log "OOM fixed".')
    return LogEntry(date, time, said, field_value(project))


def format_entry(entry: LogEntry) -> str:
    """The line of an entry, without its line end."""
    fields = (*split_fields(f"{entry.text} .")[1], *((("project", entry.project),) if entry.project else ()))
    return f"- {entry.time} {join_fields(entry.text, fields)}".rstrip()


def parse_entry(line: str, date: str = "", number: int = 0) -> LogEntry | None:
    """The entry that a line holds; None for a line of another kind."""
    found = _LINE.fullmatch(line.strip())
    if not found:
        return None
    text, fields = split_fields(found["rest"] or "")
    project = next((value for key, value in reversed(fields) if key == "project"), "")
    kept = tuple(pair for pair in fields[len(split_fields(f"{text} .")[1]) :] if pair != ("project", project))
    return LogEntry(date, found["time"], join_fields(text, (*split_fields(f"{text} .")[1], *kept)), project, number)


def parse_log(text: str, date: str = "") -> list[LogEntry]:
    """All entries of a day's file in the order written."""
    lines = enumerate(text.removeprefix("\ufeff").splitlines(), 1)
    return [entry for number, line in lines if (entry := parse_entry(line, date, number))]

"""What was left of a post or a project, gathered from the log and the ideas, and written as one file."""

import re
from collections.abc import Iterable, Sequence

from inkwright.model.note import Idea, LogEntry
from inkwright.model.regex import regex
from inkwright.model.resume import Line, LinkedNote, Resume

LAST_LINES = 5
"""Lines of the log that are shown."""
_LINK = regex(r"!?\[\[([^\[\]|#\n]+)(?:#[^\[\]|\n]*)?(?:\|[^\[\]\n]*)?\]\]")

_URL = regex(r"https?://[^\s<>\"')\]]*[^\s<>\"')\].,;:!?]")


def links_in(text: str) -> list[str]:
    """The targets of all wikilinks of a text, in order, each once."""
    return list(dict.fromkeys(found.strip() for found in _LINK.findall(text)))


def log_lines(entries: Iterable[tuple[str, LogEntry]], names: Sequence[str]) -> list[Line]:
    """The lines of the log that belong to one of the names (a project or a post), in the order written.

    One belongs by its `[project:: name]`, or by a `[[name]]` in it.
    """
    wanted = {name.casefold() for name in names if name}
    found = []
    for path, entry in entries:
        linked = {link.casefold() for link in links_in(entry.text)}
        if entry.project.casefold() in wanted or linked & wanted:
            found.append(Line(path, entry.line, entry.text, f"{entry.date} {entry.time}"))
    return found


def ideas_for(ideas: Iterable[Idea], names: Sequence[str], path: str) -> list[Line]:
    """The ideas bound to one of the names with `[to:: name]` and not ticked off, in the order written.

    One bound to a section of it (`[to:: name#section]`) says so.
    """
    wanted = {name.casefold() for name in names if name}
    found = []
    for idea in ideas:
        name, _, section = idea.field("to").partition("#")
        if name.strip().casefold() in wanted and not idea.done:
            text = f"{idea.text} (for {section})" if section else idea.text
            found.append(Line(path, idea.line, text, idea.date))
    return found


def asked(lines: Iterable[Line]) -> list[Line]:
    """The lines that end with a question mark."""
    return [line for line in lines if line.text.rstrip().endswith("?")]


def projects(entries: Iterable[tuple[str, LogEntry]]) -> list[str]:
    """The projects that the log names, the latest first."""
    return list(dict.fromkeys(entry.project for _, entry in reversed(list(entries)) if entry.project))


def pack(found: Resume, outlines: Sequence[tuple[str, str]], notes: Sequence[tuple[LinkedNote, str]]) -> str:
    """One Markdown file for a person or an assistant: where things stand, outline, questions, sources, notes in full.

    `outlines` pairs a post's path with its outline as Markdown, `notes` each linked note with its text.
    """
    parts = [f"# {found.name}: where it stands\n"]
    if found.next:
        parts.append(f"Next step: {found.next.what} ({found.next.why}).\n")
    for path, text in outlines:
        parts.append(f"## Outline of {path}\n\n{text.strip()}\n")
    parts += _listed("Open questions", [f"{line.text} ({_at(line)})" for line in found.questions])
    if found.last:
        parts.append(f"## Last paragraph worked on\n\n> {found.last.text}\n\n({_at(found.last)})\n")
    parts += _listed("Log", [f"{line.when} {line.text}" for line in found.log])
    parts += _listed("Ideas", [line.text for line in found.ideas])
    links = sorted({link for _, text in notes for link in _URL.findall(text)})
    parts += _listed("Sources", links)
    for note, text in notes:
        parts.append(f"## Note: {note.name}\n\n(from {note.path})\n\n{_lowered(text.strip())}\n")
    missing = [note.name for note in found.notes if not note.path]
    parts += _listed("Linked, and not found", missing)
    return "\n".join(parts)


def _listed(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}\n\n" + "".join(f"- {line}\n" for line in lines)] if lines else []


def _lowered(text: str) -> str:
    """A note with its headings two levels lower, so that they stand below the pack's own; code stays as it is."""
    fence, lines = "", []
    for line in text.split("\n"):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if mark:
            fence = "" if fence and line.strip().startswith(fence) else fence or mark[1]
        lines.append(f"##{line}" if not fence and re.match(r"#{1,4} ", line) else line)
    return "\n".join(lines)


def _at(line: Line) -> str:
    return f"{line.path}:{line.line}"

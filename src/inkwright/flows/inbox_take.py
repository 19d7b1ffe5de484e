"""One dropped file -> what is kept of it. Done twice with the same file, each of these makes nothing new."""

from pathlib import PurePosixPath

from inkwright.flows.clip_page import read_html
from inkwright.flows.keep_note import keep_bytes, keep_text, own_notes
from inkwright.model.clip import Clip
from inkwright.model.errors import UnreadableError
from inkwright.model.inbox import DropKind, Dropped
from inkwright.notes.clips import note_of, slug_of, title_of
from inkwright.notes.ideas import format_idea, new_idea, parse_idea, parse_ideas
from inkwright.notes.inbox import note_of_drop, title_of_drop
from inkwright.workspace.folder import Workspace
from inkwright.workspace.index import note_append

CLIPS = "clips"


def take_idea(workspace: Workspace, text: str, date: str) -> str:
    """Add a line to the ideas unless they hold it already; the file's path."""
    path = workspace.settings.ideas
    typed = parse_idea(text)
    idea = new_idea(typed.text or text, typed.date or date)
    line = format_idea(idea)
    held = parse_ideas(workspace.read(path).text) if workspace.exists(path) else []
    if all(one.text != idea.text for one in held):
        workspace.append_line(path, line)
        note_append(workspace, path, ideas=(idea,))
    return path


def take_note(workspace: Workspace, drop: Dropped, text: str, kind: DropKind) -> str:
    """Keep a text as a note of its own; its path. Raises UnreadableError for a kind of file that nobody reads."""
    if kind != "note":
        suffix = PurePosixPath(drop.name).suffix or "this"
        raise UnreadableError(f"nobody here reads {suffix} files", path=drop.name, hint="Take it in by hand.")
    slug = slug_of(title_of_drop(drop.name, text))
    return keep_text(workspace, own_notes(workspace), slug, note_of_drop(drop.name, text, drop.date))[0]


def take_sketch(workspace: Workspace, drop: Dropped, data: bytes, words: str) -> str:
    """Keep a picture and the words that came with it as a clip; the path of its note."""
    folder, name = f"{own_notes(workspace)}/{CLIPS}", PurePosixPath(drop.name)
    stem = " ".join(name.stem.replace("_", " ").replace("-", " ").split())
    clip = Clip("sketch", words.strip(), title="" if words.strip() else stem, date=drop.date, picture=name.name)
    slug = slug_of(title_of(clip))
    picture, _ = keep_bytes(workspace, folder, slug, data, name.suffix.lower())
    clip = Clip("sketch", clip.text, clip.title, date=drop.date, picture=PurePosixPath(picture).name)
    return keep_text(workspace, folder, slug, note_of(clip, drop.date))[0]


def take_page(workspace: Workspace, drop: Dropped, html: str) -> str:
    """Keep a saved page as a clip; the path of its note. Raises UsageError without the extra or without words."""
    clip = read_html(html, "", "post", drop.name)
    folder = f"{own_notes(workspace)}/{CLIPS}"
    return keep_text(workspace, folder, slug_of(title_of(clip)), note_of(clip, drop.date))[0]

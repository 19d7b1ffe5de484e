"""A passage, lines of code, a page or a sketch -> a note that says where it came from."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.clip_code import code_clip
from inkwright.flows.clip_page import Get, page_clip, read_html
from inkwright.flows.keep_note import keep_bytes, kept, own_notes
from inkwright.model.clip import Clip, ClipKind, Kept
from inkwright.model.errors import UsageError
from inkwright.notes.clips import PICTURES, kind_named, kind_of, note_of, slug_of, title_of
from inkwright.workspace.folder import Workspace

FOLDER = "clips"
_TYPED = ("title", "url", "author", "date", "licence", "project", "hearsay", "page", "section", "paper")
LARGEST = 20
"""Megabytes of a picture that is copied into the workspace."""


class Asked(Struct, frozen=True):
    """What the writer typed: `source` is an address, a file or "" for `text`; `about` is a clip with what was said of
    it in options; `kind` and `lines` as typed, "" for none."""

    source: str = ""
    text: str = ""
    kind: str = ""
    lines: str = ""
    about: Clip = Clip("paragraph", "")


def clip(workspace: Workspace, asked: Asked, today: str, get: Get | None = None) -> Kept:
    """Keep one clip as a note in the folder of clips. `today` is ISO; `get` fetches, the guarded door by default.

    Nothing is written unless all of it could be read. Raises UsageError, UnreadableError, NetError, UnwritableError.
    """
    given = kind_named(asked.kind) if asked.kind else None
    made, picture = _made(workspace, asked, given, get)
    about = asked.about
    named = {key: value for key in _TYPED if (value := getattr(about, key))}
    made = replace(made, **named)
    folder = f"{own_notes(workspace)}/{FOLDER}"
    title = title_of(made)
    if picture is not None:
        suffix = made.picture[made.picture.rfind(".") :].lower()
        path, _ = keep_bytes(workspace, folder, slug_of(title), picture, suffix)
        made = replace(made, picture=path.rpartition("/")[2])
    return kept(workspace, folder, slug_of(title), title, note_of(made, today))


def _made(workspace: Workspace, asked: Asked, given: ClipKind | None, get: Get | None) -> tuple[Clip, bytes | None]:
    """The clip that the source gives, and the picture to copy, None for none."""
    source = asked.source
    if source.startswith(("http://", "https://")):
        if given == "sketch":
            raise UsageError("a sketch is a picture on your disk, not an address", hint="Save it and name the file.")
        return page_clip(source, given or "post", get), None
    if not source:
        if given == "code":
            language = asked.about.language
            return Clip("code", asked.text.strip("\n"), language=language), None
        return Clip(given or "paragraph", asked.text), None
    path = workspace.relative(source)
    kind = given or kind_of(path)
    if kind == "sketch":
        return _sketch(workspace, path, asked.text)
    if kind == "code":
        return code_clip(workspace, path, asked.lines, asked.about.language), None
    if path.lower().endswith(".pdf"):
        hint = "Keep it as a paper by its DOI (`inkwright paper add DOI`), or clip the passage that you need."
        raise UsageError("this is a PDF, not a text", path=path, hint=hint)
    text = workspace.read(path).text
    page = path.lower().endswith((".html", ".htm", ".xhtml"))
    return (read_html(text, asked.about.url, kind, path) if page else Clip(kind, text.removeprefix("\ufeff"))), None


def _sketch(workspace: Workspace, path: str, text: str) -> tuple[Clip, bytes]:
    """A picture to copy. Raises UsageError for a file that is none or is too large, UnreadableError."""
    name = path.rpartition("/")[2]
    if not any(name.lower().endswith(suffix) for suffix in PICTURES):
        raise UsageError(
            "this file is no picture", path=path, hint=f"A sketch is one of: {', '.join(sorted(PICTURES))}."
        )
    if workspace.size(path) > LARGEST << 20:
        raise UsageError(f"this picture is larger than {LARGEST} MB", path=path, hint="Make it smaller first.")
    data = workspace.read_bytes(path)
    if not data:
        raise UsageError("this picture is empty", path=path)
    stem = name[: name.rfind(".")].replace("_", " ").replace("-", " ")
    return Clip("sketch", text, title="" if text.strip() else stem, picture=name), data

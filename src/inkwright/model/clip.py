"""What a writer clips: somebody's words, code, a page, a sketch, with where it came from."""

from typing import Literal, get_args

from msgspec import Struct

ClipKind = Literal["paragraph", "code", "paper", "post", "sketch", "discussion"]
KINDS: tuple[ClipKind, ...] = get_args(ClipKind)
"""A passage, lines of code, a passage of a paper, a whole page, a photo of a sketch, words of a conversation."""


class Clip(Struct, frozen=True):
    """One thing clipped, "" for what is not known. `text` is Markdown as it came, for code the bare code.

    `date` is the source's own, ISO; `hearsay` says that nobody can check it. For code: `repo` ("owner/name"), `commit`,
    `path` in the repository and `lines` ("10-24"). For a sketch: `picture`, the name of the file beside the note. For a
    passage of a paper: `page` and `section` as printed there, and `paper`, its key.
    """

    kind: ClipKind
    text: str
    title: str = ""
    url: str = ""
    author: str = ""
    date: str = ""
    licence: str = ""
    project: str = ""
    hearsay: bool = False
    language: str = ""
    repo: str = ""
    commit: str = ""
    path: str = ""
    lines: str = ""
    picture: str = ""
    page: str = ""
    section: str = ""
    paper: str = ""


class Page(Struct, frozen=True):
    """A page of the web as Markdown with what it says of itself, "" for what it does not say; links and pictures have
    whole addresses. `paid` says that the page calls itself readable for payment only."""

    text: str
    title: str = ""
    author: str = ""
    date: str = ""
    licence: str = ""
    paid: bool = False


class Kept(Struct, frozen=True):
    """A note that was made: its path, and False for `new` when it stood there already, word for word."""

    path: str
    title: str
    new: bool = True

"""What a writer needs to come back to a post or a project, and what could be done next."""

from msgspec import Struct


class Step(Struct, frozen=True):
    """One thing to do: what, why now, the command that starts it ("" for one by hand), about how many minutes it takes
    and the post it is for ("" for none)."""

    what: str
    why: str
    command: str
    minutes: int
    post: str = ""


class Line(Struct, frozen=True):
    """A line of a file: a path, its 1-based number and the text; `when` is its date and time, "" where it has none."""

    path: str
    line: int
    text: str
    when: str = ""


class LinkedNote(Struct, frozen=True):
    """A note that is linked: its name as written, its file ("" where there is none) and its first words."""

    name: str
    path: str = ""
    title: str = ""


class Resume(Struct, frozen=True):
    """The state in which a post or a project was left. `kind` is "post" or "project", `posts` are paths.

    `log` holds the last lines, oldest first; `last` the paragraph worked on last, with its place; `next` is None
    when nothing is left to do. All lists may be empty.
    """

    name: str
    kind: str
    posts: tuple[str, ...]
    log: tuple[Line, ...]
    ideas: tuple[Line, ...]
    questions: tuple[Line, ...]
    notes: tuple[LinkedNote, ...]
    last: Line | None
    next: Step | None

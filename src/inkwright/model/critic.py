"""What the critic is, what it is sent, and what may be shown of what it answers."""

from dataclasses import dataclass, field
from typing import Literal

from inkwright.model.span import Span

Kind = Literal["question", "doubt"]


@dataclass(frozen=True, slots=True)
class Persona:
    """A reader: its name, the Markdown that says who it is, and the workspace file it comes from ("" for a shipped
    one)."""

    name: str
    text: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of a post as it is sent: `text` on one line, `kind` what it is.

    `number` is 1 or more for prose, 0 for code and for a marker that stands for what is not sent. `starts` and `ends`
    hold, for each character of prose, where it begins and ends in the source; empty for number 0.
    """

    number: int
    kind: str
    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def span(self, start: int, end: int) -> Span:
        """The source of the characters `start` to `end`, at least one, of a numbered paragraph."""
        return Span(self.starts[start], self.ends[end - 1])


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request, a POST: `system` and `user` are the words in it, `body` all that is sent but the headers."""

    persona: Persona
    url: str
    headers: dict[str, str] = field(repr=False)
    body: bytes
    system: str
    user: str


@dataclass(frozen=True, slots=True)
class Question:
    """Something a reader asks or doubts about the words of a post at `span`."""

    persona: str
    kind: Kind
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Heard:
    """One answer: the questions that may be shown, in the order of the post, and how many of its `parts` were refused
    for each reason. `broken` is set for an answer that was no list of parts."""

    persona: str
    questions: tuple[Question, ...] = ()
    parts: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    broken: bool = False

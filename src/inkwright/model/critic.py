"""What the critic is, what it is sent, and what may be shown of what it answers."""

from typing import Literal

from msgspec import Struct, field

from inkwright.model.span import Span

Kind = Literal["question", "doubt"]


class Persona(Struct, frozen=True):
    """A reader: its name, the Markdown that says who it is, and the workspace file it comes from ("" for a shipped
    one)."""

    name: str
    text: str
    path: str = ""


class Paragraph(Struct, frozen=True):
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


class Request(Struct, frozen=True):
    """One HTTP request, a POST: `system` and `user` are the words in it, `body` all that is sent but the headers,
    which hold a secret and are never shown."""

    persona: Persona
    url: str
    headers: dict[str, str]
    body: bytes
    system: str
    user: str

    def __repr__(self) -> str:
        return f"Request(persona={self.persona!r}, url={self.url!r}, body={self.body!r})"


class Question(Struct, frozen=True):
    """Something a reader asks or doubts about the words of a post at `span`."""

    persona: str
    kind: Kind
    span: Span
    text: str


class Heard(Struct, frozen=True):
    """One answer: the questions that may be shown, in the order of the post, and how many of its `parts` were refused
    for each reason. `broken` is set for an answer that was no list of parts."""

    persona: str
    questions: tuple[Question, ...] = ()
    parts: int = 0
    refused: dict[str, int] = field(default_factory=dict)
    broken: bool = False

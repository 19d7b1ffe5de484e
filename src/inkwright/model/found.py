"""What finding gives: hits of a search, related texts, questions asked more than once."""

from msgspec import Struct


class Wanted(Struct, frozen=True):
    """What a search is narrowed to; an empty field narrows nothing. `kind` is a kind of file (note, post, page, paper,
    idea, log) or of clip (code, sketch); `tag` a tag, one above it, a folder of notes or a pillar; `topic` the label of
    a topic, whose `places` are paths and, for ideas, path:line; `since` an ISO date."""

    kind: str = ""
    origin: str = ""
    tag: str = ""
    since: str = ""
    unused: bool = False
    topic: str = ""
    places: frozenset[str] = frozenset()


class Hit(Struct, frozen=True):
    """A place that a search found: 1-based `line`, higher `score` is better, `marks` are the half-open stretches of
    `snippet`, in characters, that hold a word asked for."""

    path: str
    line: int
    kind: str
    id: str
    title: str
    date: str
    tags: tuple[str, ...]
    score: float
    snippet: str
    marks: tuple[tuple[int, int], ...] = ()


class Relation(Struct, frozen=True):
    """A text that is related to another: `score` 0 to 1 and more, `shared` the words in common that weigh most, `why`
    in plain words, `links` "to", "from", "both" or "" seen from the text asked about."""

    path: str
    kind: str
    id: str
    title: str
    date: str
    score: float
    shared: tuple[str, ...]
    why: str
    links: str = ""


class LinkProposal(Struct, frozen=True):
    """A link that a post could have: the file and 1-based line where it would stand, the words that could carry it,
    and the post that it would lead to."""

    path: str
    line: int
    words: str
    to: str
    title: str
    score: float


class Asked(Struct, frozen=True):
    """One time that a question was asked: where (1-based line), when (ISO or "") and in which words."""

    path: str
    line: int
    date: str
    text: str


class QuestionGroup(Struct, frozen=True):
    """The same question asked several times, oldest first; `advice` is "" below three times."""

    question: str
    count: int
    asked: tuple[Asked, ...]
    advice: str = ""


class Answer(Struct, frozen=True):
    """A passage of one's own texts that may answer a question: 1-based first and last line, `headings` above it from
    the outermost, its `text` as written, whose words it rests on (`source`, "" for one's own), the words of the
    question that it holds, and how well it fits, 0 to about 1."""

    path: str
    line: int
    end_line: int
    kind: str
    title: str
    headings: tuple[str, ...]
    date: str
    text: str
    source: str
    words: tuple[str, ...]
    score: float


class Reply(Struct, frozen=True):
    """What one's own texts say to a question: the passages that answer it, best first; the words asked about, and
    those that no text holds. Where none answers, `nearest` is the passage that comes closest, None without any."""

    answers: tuple[Answer, ...]
    asked: tuple[str, ...]
    unknown: tuple[str, ...]
    nearest: Answer | None = None

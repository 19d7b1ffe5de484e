"""One post as it was left: its outline, its open questions and the paragraph worked on last."""

from msgspec import Struct

from inkwright.flows.load import load_post
from inkwright.flows.outline import Outlined, outlined
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import Survey
from inkwright.model.resume import Line
from inkwright.plan.drafts import last_paragraph
from inkwright.text.prose import passages
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record
from inkwright.workspace.sessions import open_session


class Left(Struct, frozen=True):
    """A post as it was left. `names` are what other files call it: its id, its slug, its project; `links` the notes
    that its text and its plan link; `touched` is when a session on it ended last, "" when none did."""

    found: Outlined
    names: tuple[str, ...]
    questions: tuple[Line, ...]
    links: tuple[str, ...]
    last: Line | None
    touched: str


def left(workspace: Workspace, survey: Survey, path: str) -> Left:
    """The post at `path`. Raises UnreadableError."""
    found = outlined(with_planning(workspace, load_post(survey, path, "")))
    post, id_ = found.post, found.post.file.id
    session = open_session(workspace, id_)
    writing = load_record(workspace, id_).writing
    last = (session.last if session else "") or str(writing.get("last") or "")
    names = (id_, id_.rpartition("/")[2], post.metadata.slug, str(post.metadata.planning.get("project") or ""))
    document = post.document
    questions = tuple(
        Line(path, document.position(bullet.span.start).line, bullet.text)
        for section in found.plan.sections
        for bullet in section.bullets
        if bullet.question and not bullet.ticked
    )
    touched = session.seen.isoformat() if session else str(writing.get("last_session") or "")
    planned = [bullet.note for section in found.plan.sections for bullet in section.bullets if bullet.note]
    links = dict.fromkeys(
        (*planned, *(link.target.partition("#")[0] for link in document.inlines_of("wikilink", "embed")))
    )
    return Left(found, names, questions, tuple(link for link in links if link), _last(found, last), touched)


def _last(found: Outlined, kept: str) -> Line | None:
    """The paragraph worked on last, if it still stands there, else the last one of the post."""
    document = found.post.document
    wanted = kept or last_paragraph(document)
    for passage in reversed(passages(document)):
        text = " ".join(document.slice(passage.span).split())
        if text == wanted:
            return Line(found.post.file.path, document.position(passage.span.start).line, text)
    return _last(found, "") if kept else None

"""The published posts and the paper notes of a workspace -> answers for an interview, each sentence with its line."""

from collections.abc import Iterator

from inkwright.flows.interview_telling import telling
from inkwright.flows.load import load_post
from inkwright.flows.paper_notes import held
from inkwright.flows.planning import with_planning
from inkwright.flows.portfolio import shown_posts
from inkwright.flows.reflection import said_of
from inkwright.flows.survey import Survey, survey
from inkwright.measure.interview import RECENT, answers
from inkwright.model.errors import UnreadableError
from inkwright.model.interview import Answer, PaperTelling, Quote, Telling
from inkwright.model.paper import FIELDS
from inkwright.model.regex import regex
from inkwright.notes.papers import answered_on, open_fields, sections
from inkwright.promote.told import LONGEST
from inkwright.text.sentences import sentences
from inkwright.workspace.folder import Workspace

LATEST = 40
"""Posts that are read, the newest. **Source:** own choice: nobody is asked about older ones."""
_MARK = regex(r"\A(?:[-*+>]|\d+[.)])\s+")
OWN_FIRST = ("my view", "result", "limits", "problem", "method", "data")
"""Questions of a paper's note, those first whose answers are most the reader's own."""


def interview(workspace: Workspace, today: str) -> tuple[Answer, ...]:
    """The five answers; empty ones where nothing is known. `today` is ISO. Raises SettingsError."""
    found = survey(workspace)
    paths = {file.id: file.path for file in found.posts}
    shown = shown_posts(workspace, today)[:LATEST]
    posts = [told for one in shown if (told := _told(workspace, found, paths[one.id], today))]
    noted = said_of(workspace, {post.id: post.title for post in posts[:RECENT]})
    return answers(posts, list(_papers(workspace)), today, noted)


def _told(workspace: Workspace, found: Survey, path: str, today: str) -> Telling | None:
    try:
        return telling(with_planning(workspace, load_post(found, path, today)))
    except UnreadableError:
        return None  # `board` says why


def _papers(workspace: Workspace) -> Iterator[PaperTelling]:
    """The notes of papers that answer at least one question, with the first sentences of the view, the result or
    whatever else is there."""
    for path, text, paper in held(workspace):
        if len(open_fields(text)) < len(FIELDS):
            said = sections(text)
            own = next((said[name] for name in OWN_FIRST if said.get(name)), "")
            yield PaperTelling(paper.title or paper.key, path, answered_on(text), _first_line(path, text, own))


def _first_line(path: str, text: str, own: str) -> Quote | None:
    """The first sentences of an answer on one line, as many as are said in one breath, with its line in the note."""
    first = own.partition("\n\n")[0]
    at = text.find(first.partition("\n")[0]) if first else -1
    said = _MARK.sub("", " ".join(first.split()))
    ends = [end for _, end in sentences(said)]
    last = max((end for end in ends if end <= LONGEST), default=min(ends, default=len(said)))
    return Quote(said[:last], path, text.count("\n", 0, at) + 1) if at >= 0 else None

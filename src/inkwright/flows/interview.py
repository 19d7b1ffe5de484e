"""The published posts and the paper notes of a workspace -> answers for an interview, each sentence with its line."""

from collections.abc import Iterator

from inkwright.flows.load import load_post
from inkwright.flows.paper_notes import held
from inkwright.flows.planning import with_planning
from inkwright.flows.portfolio import shown_posts
from inkwright.flows.reflection import said_of
from inkwright.flows.survey import Survey, survey
from inkwright.flows.word_weights import word_weight
from inkwright.measure.interview import RECENT, answers
from inkwright.model.errors import UnreadableError
from inkwright.model.interview import Answer, PaperTelling, Quote, Telling
from inkwright.model.post import Post
from inkwright.notes.papers import answered_on, sections
from inkwright.promote.sayings import sayings
from inkwright.promote.score import ENOUGH, Scores
from inkwright.workspace.folder import Workspace

LATEST = 40
"""Posts that are read, the newest. **Source:** own choice: nobody is asked about older ones."""
ROLES = ("finding", "surprise", "why", "limits", "takeaway")


def interview(workspace: Workspace, today: str) -> tuple[Answer, ...]:
    """The five answers; empty ones where nothing is known. `today` is ISO. Raises SettingsError."""
    found = survey(workspace)
    paths = {file.id: file.path for file in found.posts}
    posts = [
        telling
        for shown in shown_posts(workspace, today)[:LATEST]
        if (telling := _telling(workspace, found, paths[shown.id], today))
    ]
    return answers(posts, list(_papers(workspace)), today, said_of(workspace, [one.id for one in posts[:RECENT]]))


def _telling(workspace: Workspace, found: Survey, path: str, today: str) -> Telling | None:
    try:
        post = with_planning(workspace, load_post(found, path, today))
    except UnreadableError:
        return None  # `board` says why
    metadata, planning = post.metadata, post.metadata.planning
    return Telling(
        post.file.id, metadata.title or post.file.id, path, metadata.date[:10], metadata.tags, metadata.pillar.strip(),
        metadata.template, str(planning.get("project") or ""), metadata.audience, _best(post),
    )  # fmt: skip


def _best(post: Post) -> dict[str, tuple[float, Quote]]:
    """The sentence that is worth most in each role, of those that stand alone and are worth enough."""
    metadata = post.metadata
    about = f"{metadata.title} {metadata.subtitle} {metadata.description} {metadata.keyword}"
    scored = [one for one in Scores(sayings(post.document), about, word_weight).scored if one.saying.alone]
    best = {}
    for role in ROLES:
        top = max(scored, key=lambda one: one.worth[role], default=None)  # type: ignore[index]
        if top and top.worth[role] >= ENOUGH[role]:  # type: ignore[index]
            best[role] = (top.worth[role], _quote(post, top.saying.text, top.saying.span.start))  # type: ignore[index]
    return best


def _quote(post: Post, text: str, offset: int) -> Quote:
    return Quote(text, post.file.path, post.document.position(offset).line)


def _papers(workspace: Workspace) -> Iterator[PaperTelling]:
    """The notes of papers that answer at least one question, with the first sentence of the view or the result."""
    for path, text, paper in held(workspace):
        day = answered_on(text)
        if day:
            said = sections(text)
            own = next((said[name] for name in ("my view", "result", "limits") if said.get(name)), "")
            yield PaperTelling(paper.title, path, day, _first_line(path, text, own))


def _first_line(path: str, text: str, own: str) -> Quote | None:
    """The first paragraph of an answer on one line, with its line in the note."""
    first = own.partition("\n\n")[0]
    at = text.find(first) if first else -1
    return Quote(" ".join(first.split()), path, text.count("\n", 0, at) + 1) if at >= 0 else None

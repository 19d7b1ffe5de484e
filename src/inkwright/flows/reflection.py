"""A post that is out -> what its writer got out of it, asked once and kept in the workspace, never published."""

from collections.abc import Mapping
from datetime import date

from inkwright.flows.find_post import find_post
from inkwright.flows.own_posts import own
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.model.interview import Quote
from inkwright.model.note import Prompt
from inkwright.model.post import Post
from inkwright.model.reflection import Reflection
from inkwright.model.resume import Step
from inkwright.model.site import Site
from inkwright.notes.reflections import QUESTIONS, new_reflection, reflections
from inkwright.workspace.folder import Workspace

PATH = "inkwright/reflections.md"
SOON = 14
"""Days after its date in which a post is asked about. **Source:** own choice: later one remembers the post."""


def told(workspace: Workspace) -> list[Reflection]:
    """All answers in the order given; [] before the first. Raises UnreadableError."""
    return reflections(workspace.read(PATH).text) if workspace.exists(PATH) else []


def said_of(workspace: Workspace, titles: Mapping[str, str]) -> list[Quote]:
    """What was noted down of these posts, given by id with their titles, the newest first, with its lines.

    Raises UnreadableError.
    """
    return [
        Quote(one.text, PATH, one.line, f"Noted on {titles[one.post]}{f' ({one.date})' if one.date else ''}")
        for one in told(workspace)[::-1]
        if one.post in titles
    ]


def question_on(workspace: Workspace, name: str, which: str = "") -> tuple[str, Prompt, list[Reflection]]:
    """The id of the post that `name` means, the question to ask (`which` by number or name, else the first that has no
    answer, else the first), and the answers given before. Raises UsageError, UnreadableError."""
    id_ = find_post(survey(workspace), name).id
    before = [one for one in told(workspace) if one.post == id_]
    named = [one for one in QUESTIONS if which in (str(one.number), one.name)]
    if which and not named:
        hint = f"There are {', '.join(f'{one.number} ({one.name})' for one in QUESTIONS)}."
        raise UsageError(f"there is no question {which} about a post", hint=hint)
    open_ = [one for one in QUESTIONS if one.name not in {answer.asked for answer in before}]
    return id_, (*named, *open_, *QUESTIONS)[0], before


def answer_on(workspace: Workspace, post: str, asked: str, text: str, today: str) -> Reflection:
    """Keep an answer; `today` is ISO. Raises UsageError for an empty one, UnwritableError."""
    line = new_reflection(text, today, asked, post)
    workspace.append_line(PATH, line)
    return reflections(line)[0]


def reflection_steps(workspace: Workspace, site: Site, today: str) -> list[Step]:
    """The question about the newest post of the last two weeks that nothing was said about, as a step; [] else."""
    fresh = [
        post for post in own(site.posts)
        if post.file.kind == "post" and post.published and 0 <= _age(post.metadata.date, today) <= SOON
    ]  # fmt: skip
    if not fresh:
        return []
    known = {one.post for one in told(workspace)}
    newest = max((post for post in fresh if post.file.id not in known), key=_when, default=None)
    if newest is None:
        return []
    id_ = newest.file.id
    why = "it is out, and what you learned is still fresh; one line, for you alone"
    return [Step(f"say what {id_} taught you", why, f"inkwright prompt --post {id_}", 5)]


def _when(post: Post) -> str:
    return post.metadata.date


def _age(day: str, today: str) -> int:
    """Days since a day, negative before it and for no day."""
    try:
        return (date.fromisoformat(today) - date.fromisoformat(day[:10])).days
    except ValueError:
        return -1

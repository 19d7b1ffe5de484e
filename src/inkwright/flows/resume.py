"""A post's or a project's name -> what a writer needs to go on with it."""

from collections.abc import Iterable

from msgspec import Struct

from inkwright.flows.check_context import Surroundings
from inkwright.flows.out_folder import default_out
from inkwright.flows.post_step import step_of
from inkwright.flows.resume_meant import meant
from inkwright.flows.resume_notes import linked, note_files, notes_of
from inkwright.flows.resume_post import Left, left
from inkwright.flows.session_log import entries_of
from inkwright.flows.survey import Survey, survey
from inkwright.model.resume import LinkedNote, Resume, Step
from inkwright.notes.ideas import parse_ideas
from inkwright.notes.resume import LAST_LINES, asked, ideas_for, links_in, log_lines, pack
from inkwright.plan.outline_text import as_markdown
from inkwright.plan.steps import first_step
from inkwright.workspace.folder import Workspace
from inkwright.workspace.sessions import open_session


class Back(Struct, frozen=True):
    """What was gathered, and the posts that it is about, the one worked on last first."""

    resume: Resume
    posts: tuple[Left, ...]


def resume(workspace: Workspace, name: str, today: str) -> Back:
    """The state of the post or project that `name` means; "" takes what was worked on last. `today` is ISO.

    A name that is both is the post when it is a post's whole id, else the project. Raises UsageError.
    """
    found, entries, inbox = survey(workspace), entries_of(workspace), workspace.capture.ideas
    ideas = parse_ideas(workspace.read(inbox).text) if workspace.exists(inbox) else []
    project, paths = meant(workspace, found, entries, ideas, name)
    posts = sorted((left(workspace, found, path) for path in paths), key=lambda one: one.touched, reverse=True)
    names = tuple(dict.fromkeys((project, *(name for post in posts for name in post.names if name))))
    lines, bound = log_lines(entries, names), ideas_for(ideas, names, inbox)
    questions = (*(one for post in posts for one in post.questions), *asked((*lines, *bound))[-LAST_LINES:])
    called = [link for post in posts for link in post.links]
    called += [link for line in (*lines, *bound) for link in links_in(line.text)]
    files, own = note_files(workspace), {file.id for file in found.posts}
    notes = [*linked((link for link in called if link not in own), files), *notes_of(workspace, names, files)]
    back = Resume(
        project or posts[0].found.post.file.id, "project" if project else "post",
        tuple(post.found.post.file.path for post in posts), tuple(lines[-LAST_LINES:]), tuple(bound), questions,
        tuple(_each_once(notes)), next((post.last for post in posts if post.last), None),
        _next(workspace, found, posts, today) if posts else first_step(project, len(lines) + len(bound)),
    )  # fmt: skip
    return Back(back, tuple(posts))


def resume_pack(workspace: Workspace, back: Back) -> str:
    """Everything as one Markdown file: outlines, questions, log, and the linked notes in full. Writes nothing."""
    outlines = [
        (post.found.post.file.path, as_markdown(post.found.plan, post.found.post.metadata)) for post in back.posts
    ]
    texts = [(note, workspace.read(note.path).text) for note in back.resume.notes if note.path]
    return pack(back.resume, outlines, texts)


def _next(workspace: Workspace, found: Survey, posts: Iterable[Left], today: str) -> Step | None:
    """The first step that is left on the posts, in their order."""
    surroundings = Surroundings(workspace, today, True)
    out = default_out(workspace, found.generator.name)
    for post in (one.found.post for one in posts):
        step = step_of(workspace, surroundings, out, post, open_session(workspace, post.file.id))[1]
        if step:
            return step
    return None


def _each_once(notes: Iterable[LinkedNote]) -> Iterable[LinkedNote]:
    """The notes in their order, one that is called by several names by its first."""
    found: dict[str, LinkedNote] = {}
    for note in notes:
        found.setdefault(note.path or note.name, note)
    return found.values()

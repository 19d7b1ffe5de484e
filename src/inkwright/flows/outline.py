"""A post's name -> its outline as it stands in the file."""

from msgspec import Struct
from msgspec.structs import replace

from inkwright.flows.find_post import find_post
from inkwright.flows.letter_size import letter_size
from inkwright.flows.load import load_post
from inkwright.flows.planning import with_planning
from inkwright.flows.survey import survey
from inkwright.model.mailing import Projected
from inkwright.model.outline import Outline
from inkwright.model.post import Post
from inkwright.plan.budget import state
from inkwright.plan.outline import open_questions, rating, unwritten
from inkwright.plan.outline import outline as outline_of
from inkwright.plan.templates import template_or_none
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record, record_path


class Outlined(Struct, frozen=True):
    """A post with its outline; `unwritten` and `open_questions` count bullets, `states` says how each section's words
    stand to its budget (none, empty, under, within, over); `planning_file` is the record that holds the planning keys
    of a post in a foreign repository, "" where they are in its front matter; `interest` is 1 to 5, 0 where not said;
    `letter` is what it would take as one, None where there is no newsletter."""

    post: Post
    plan: Outline
    unwritten: int
    open_questions: int
    states: tuple[str, ...]
    planning_file: str = ""
    interest: int = 0
    letter: Projected | None = None


def outline(workspace: Workspace, name: str, today: str = "") -> Outlined:
    """The outline of the post that `name` means (path, id, slug or a beginning). `today` is ISO; with it the letter is
    measured. Raises UsageError, UnreadableError."""
    found = survey(workspace)
    post = load_post(found, find_post(found, name).path, "")
    planned = outlined(with_planning(workspace, post))
    kept = load_record(workspace, post.file.id).planning
    foreign = workspace.inside and found.generator.name not in ("inkwright", "plain")
    letter = letter_size(workspace, post.file.path, post.document.text, today, short=True) if today else None
    return replace(planned, planning_file=record_path(post.file.id) if kept or foreign else "", letter=letter)


def outlined(post: Post) -> Outlined:
    """The outline of a post that was loaded."""
    plan = outline_of(post.document, post.metadata, template_or_none(post.metadata.template))
    states = tuple(state(section.words, section.budget) for section in plan.sections)
    interest = rating(post.metadata.planning.get("interest"))
    return Outlined(post, plan, unwritten(plan), open_questions(plan), states, interest=interest)

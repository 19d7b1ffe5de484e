"""A blank screen -> a question, and its answer -> an idea."""

from inkwright.flows.idea import capture_idea
from inkwright.model.note import Idea, Prompt
from inkwright.notes.ideas import parse_ideas
from inkwright.notes.prompts import chosen, prompts
from inkwright.workspace.folder import Workspace


def all_prompts() -> tuple[Prompt, ...]:
    """Every prompt in order."""
    return prompts()


def pick_prompt(which: str, today: str) -> Prompt:
    """The prompt of a number or name, or one for the day. Raises UsageError."""
    return chosen(which, today)


def answer_prompt(workspace: Workspace, prompt: Prompt, answer: str, today: str) -> Idea:
    """Keep the answer to a prompt as an idea with the prompt's origin. Raises UsageError, UnwritableError."""
    return capture_idea(workspace, answer, today, prompt.origin, prompt.purpose, prompt=prompt.name)


def earlier_answers(workspace: Workspace, prompt: Prompt) -> list[Idea]:
    """What the writer answered to the prompt before, oldest first; none without an inbox. Raises UnreadableError."""
    inbox = workspace.capture.ideas
    if not workspace.exists(inbox):
        return []
    return [idea for idea in parse_ideas(workspace.read(inbox).text) if idea.field("prompt") == prompt.name]

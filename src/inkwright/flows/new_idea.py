"""A line of the inbox -> the material of a post on it; and the line bound to the post that came of it."""

from collections.abc import Iterable

from inkwright.flows.finding import opened_finder
from inkwright.flows.new_texts import bound_to, line_text
from inkwright.model.errors import ConflictError, UsageError
from inkwright.model.material import Known, Material
from inkwright.model.note import Idea
from inkwright.model.resume import Line
from inkwright.notes.ideas import bound, parse_ideas
from inkwright.plan.slugs import slug_of
from inkwright.workspace.folder import Workspace, hash_of

TRIES = 3
"""How often the inbox is written when another program adds to it meanwhile."""


def idea_material(workspace: Workspace, typed: str) -> Material:
    """The material of the idea that a line's number or some of its words mean, with all that is bound to the same post.

    Raises UsageError for none and for several, UnreadableError.
    """
    inbox = workspace.capture.ideas
    ideas = parse_ideas(workspace.read(inbox).text) if workspace.exists(inbox) else []
    idea = _meant(ideas, typed, inbox)
    slug = idea.field("to").partition("#")[0].strip()
    with opened_finder(workspace) as finder:
        texts, lines = bound_to(workspace, finder, tuple(dict.fromkeys((slug, slug_of(idea.text)))))
    own = line_text(Line(inbox, idea.line, idea.text))
    rest = [one for one in texts if (one.path, one.line) != (inbox, idea.line)]
    purpose, origin, pillar, project = (idea.field(key) for key in ("purpose", "from", "pillar", "project"))
    known = Known(purpose, origin, pillar, project)
    return Material(idea.text, (own, *rest), "", "", tuple(sorted({idea.line, *lines})), slug, known)


def bind_ideas(workspace: Workspace, lines: Iterable[int], slug: str) -> int:
    """Say in the inbox that some lines went `[to:: slug]`, where they name no post yet; how many were changed.

    Nothing else in the file changes. Raises ConflictError when it never keeps still.
    """
    wanted = frozenset(lines)
    for attempt in range(TRIES if wanted else 0):
        text = workspace.read(workspace.capture.ideas).text
        after, count = bound(text, wanted, slug)
        try:
            if count:
                workspace.write(workspace.capture.ideas, after, expected=hash_of(text))
            return count
        except ConflictError:
            if attempt == TRIES - 1:
                raise
    return 0


def _meant(ideas: list[Idea], typed: str, inbox: str) -> Idea:
    wanted = typed.strip().casefold()
    if wanted.isdigit():
        found = [idea for idea in ideas if idea.line == int(wanted)]
    else:
        found = [idea for idea in ideas if idea.text.casefold() == wanted]
        found = found or [idea for idea in ideas if wanted and wanted in idea.text.casefold()]
    if not found:
        said = f"line {typed} of {inbox} is no idea" if wanted.isdigit() else f"no idea says “{typed}”"
        raise UsageError(said, hint="`inkwright ideas` lists them with their lines.")
    if len(found) > 1:
        lines = ", ".join(str(idea.line) for idea in found[:5])
        raise UsageError(f"“{typed}” fits {len(found)} ideas", hint=f"Give the line of one: {lines}.")
    return found[0]

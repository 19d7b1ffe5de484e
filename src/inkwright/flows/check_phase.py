"""The phase a writer is in: forming the habit, or polishing; it decides how much of a check is shown to people."""

from collections.abc import Sequence
from itertools import islice
from typing import Literal

from inkwright.flows.check_paths import workspace_of
from inkwright.flows.survey import Survey, survey
from inkwright.model.errors import InkwrightError
from inkwright.model.post import PostFile
from inkwright.platforms.drafts import unclear_draft
from inkwright.platforms.generators import entry_of
from inkwright.text.front_matter import read_front_matter

Phase = Literal["habit", "quality"]
HABIT_POSTS = 6
"""Published posts from which the habit counts as formed.

**Source:** a choice of ours: one post a fortnight for three months."""


def phase(paths: Sequence[str], today: str) -> Phase:
    """The phase of the workspace that the first named file belongs to, as its settings say or its posts show.

    Outside a workspace it is "quality": nobody knows the writer there.
    """
    workspace = workspace_of(paths)
    if not workspace.inside:
        return "quality"
    if workspace.settings.check.phase:
        return "habit" if workspace.settings.check.phase == "habit" else "quality"
    found = survey(workspace)
    published = (file for file in found.posts if file.kind == "post" and _is_published(found, file, today))
    return "quality" if len(list(islice(published, HABIT_POSTS))) == HABIT_POSTS else "habit"


def _is_published(found: Survey, file: PostFile, today: str) -> bool:
    """Whether the site shows a post; one that cannot be read it does not."""
    try:
        front = read_front_matter(found.workspace.read(file.path).text)
    except InkwrightError:
        return False
    entry = entry_of(found.generator, found.layout, file, front)
    return not (unclear_draft(entry) or found.generator.held_back(entry, found.layout, today))

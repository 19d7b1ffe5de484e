"""Whether the size of a post as a letter is worth looking at: only who has a newsletter pays for it."""

from inkwright.flows.later import later
from inkwright.model.errors import UsageError
from inkwright.model.mailing import Projected
from inkwright.workspace.folder import Workspace

SHORT = 16_000
"""Characters of a post that cannot fill a letter. **Source:** over 123 posts of six blogs one character of Markdown
became 3.1 bytes of HTML at most, and the frame takes 9 KB: 4 for each would still stay below the 80 KB of a warning."""


def letter_size(workspace: Workspace, path: str, text: str, today: str, short: bool = False) -> Projected | None:
    """The size of the letter of a post; None without a newsletter, for a short post unless `short`, while its file
    holds another text (an editor asks at every key), and where no letter can be made."""
    if not (workspace.inside and workspace.settings.newsletter.sender) or not (short or len(text) > SHORT):
        return None
    if workspace.read(path).text != text:
        return None
    try:
        found: Projected | None = later("newsletter_size").projected(workspace, path, today)
    except UsageError:  # without its extra there is no newsletter
        return None
    return found

"""What a post would take as a letter, and where it would be cut: one number for outline, board, check and preview."""

from inkwright.flows.newsletter_issue import drafted
from inkwright.model.errors import InkwrightError
from inkwright.model.mailing import Projected
from inkwright.newsletter.cut import LIMIT, WARN
from inkwright.newsletter.issue import Composed
from inkwright.workspace.folder import Workspace


def projected(workspace: Workspace, name: str, today: str) -> Projected | None:
    """The size of the letter of a post; None where none can be made of it, which `newsletter preview` explains."""
    try:
        return projection(drafted(workspace, name, today).composed)
    except InkwrightError:
        return None


def projection(issue: Composed) -> Projected:
    """The size of an issue."""
    return Projected(issue.full, WARN, LIMIT, issue.cut.before)

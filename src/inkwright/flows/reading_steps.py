"""What reading asks for today: the summary that is due soon, and what the plan of the day has room for."""

from datetime import date

from inkwright.flows.reading import still_waiting
from inkwright.flows.reading_month import paper_of_month
from inkwright.model.errors import UnreadableError
from inkwright.model.resume import Step
from inkwright.notes.reading_week import tonight
from inkwright.workspace.folder import Workspace

SOON = 10
"""Days before it is due from which the summary is told. **Source:** own choice: two weekends."""
SITTING = 45
"""Minutes of one sitting at a summary. **Source:** own choice."""


def reading_steps(workspace: Workspace, today: str) -> list[Step]:
    """At most two steps; none without a paper of the month and a plan. `today` is ISO. Raises SettingsError."""
    settings = workspace.settings.reading
    found: list[Step] = []
    month = paper_of_month(workspace, today)
    if month and not month.done:
        days = (date.fromisoformat(month.due) - date.fromisoformat(today)).days
        if days <= SOON:
            why = f"the paper of {month.month} is due on {month.due}: {month.words} of {month.wanted} words are there"
            what = f"summarise “{month.title}” in {month.written_in or month.path}"
            found.append(Step(what, why, "inkwright reading month", SITTING))
    minutes = tonight(today, (settings.weeknight, settings.weekend))
    if minutes:
        try:
            waiting = still_waiting(workspace)
        except UnreadableError:
            return found
        if waiting:
            why = f"your plan has {minutes} minutes of reading for today, and {len(waiting)} wait"
            found.append(Step(f"read “{waiting[0].title or waiting[0].url}”", why, "inkwright reading next", minutes))
    return found

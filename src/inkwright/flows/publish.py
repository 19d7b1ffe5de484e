"""A finished post -> its readers: the gate, the front matter, the build, the deployment. What was done is recorded."""

from inkwright.flows.publish_one import How, one
from inkwright.flows.publish_ship import ship
from inkwright.flows.publish_subject import subject_of
from inkwright.flows.survey import survey
from inkwright.model.publishing import Release
from inkwright.workspace.folder import Workspace

__all__ = ["How", "publish"]


def publish(workspace: Workspace, name: str, how: How) -> Release:
    """Publish the post that `name` means, or schedule it when its date is to come; a published one is updated.

    Nothing is changed when something stands in the way, the author says no, or `how.dry`. Run again it does what is
    left to do. Raises UsageError for a post that would be held back for another reason than being a draft.
    """
    found = survey(workspace)
    subject = subject_of(found, name, how.now.date().isoformat(), how.whole)
    done = one(subject, how, subject.when is not None and subject.when > how.now)
    if how.dry or done.state in ("blocked", "stopped", "scheduled"):
        return Release((done,))
    return ship(found, (done,), how.now, how.progress)

"""Posts whose time has come -> published, each once, however often this is run."""

from datetime import datetime

from inkwright.flows.publish_one import How, one
from inkwright.flows.publish_post import Subject
from inkwright.flows.publish_ship import ship
from inkwright.flows.publish_subject import subject_of
from inkwright.flows.survey import Survey, survey
from inkwright.model.publishing import Release
from inkwright.plan.trail import SCHEDULED, state
from inkwright.workspace.folder import Workspace
from inkwright.workspace.records import load_record


def publish_due(workspace: Workspace, how: How) -> Release:
    """Publish every scheduled post whose date has come; one that something stands in the way of stays a draft and is
    among the outcome as "blocked". Then the site is built and sent, also when nothing was due."""
    found = survey(workspace)
    due = [subject for subject in scheduled(found, how.now) if subject.when is not None and subject.when <= how.now]
    done = tuple(one(subject, how, later=False) for subject in due)
    if how.dry:
        return Release(done)
    return ship(found, done, how.now, how.progress)


def scheduled(found: Survey, now: datetime) -> list[Subject]:
    """The posts that are scheduled, by file. Raises UnreadableError for a record that is no TOML."""
    workspace, today = found.workspace, now.date().isoformat()
    waiting = [
        file for file in found.posts if state(load_record(workspace, file.id)) == SCHEDULED
    ]  # fmt: skip
    return [subject_of(found, str(workspace.path(file.path)), today) for file in waiting]

"""What a writer calls a post -> the sends of it that the ledger knows."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from sqlalchemy import Connection

from inkwright.flows.find_post import find_post
from inkwright.flows.newsletter_known import mailed_as
from inkwright.flows.survey import survey
from inkwright.ledger.issues import issues_of
from inkwright.model.delivery import Issue
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.workspace.folder import Workspace


def issues_named(workspace: Workspace, connection: Connection, name: str) -> tuple[Issue, ...]:
    """The sends of a post, oldest first: by the slug that they went out by, else by any name of the post, whole; empty
    for none."""
    typed = name.strip().strip("/")
    return issues_of(connection, typed) or next(
        (found for slug in _slugs(workspace, name) if (found := issues_of(connection, slug))), ()
    )


def _slugs(workspace: Workspace, name: str) -> Iterator[str]:
    """What the post that `name` means goes by, nothing when it means none."""
    try:
        found = survey(workspace)
        file = find_post(found, name, whole=True)
    except (UsageError, UnreadableError):
        return
    yield from (PurePosixPath(url).name for url in (found.urls.get(file.path, ""),) if url)
    yield from mailed_as(workspace, file.id)

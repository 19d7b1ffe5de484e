"""The notes -> the topic that each is in."""

from inkwright.flows.finding import opened_finder
from inkwright.flows.topics import topics
from inkwright.workspace.folder import Workspace
from inkwright.workspace.topics import load_topics

MOST = 2000
"""Notes up to which topics that were found count beside those by hand; more would keep a question waiting.
**Source:** own choice: about three seconds."""


def topics_of(workspace: Workspace) -> dict[str, str]:
    """The label of each note's topic by the note's path; a note in none is not there. Raises UnreadableError.

    Of more than `MOST` notes only the topics by hand are told.
    """
    with opened_finder(workspace) as finder:
        many = len(finder.files("note", "paper")) > MOST
    if many:
        return {key: hand.name for hand in load_topics(workspace)[0] for key in hand.notes}
    return {one.path: topic.label for topic in topics(workspace)[0] for one in topic.members if one.kind != "idea"}

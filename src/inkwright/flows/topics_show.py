"""One topic with all that is known of it."""

from msgspec import Struct

from inkwright.flows.topics import topics
from inkwright.model.demand import Demand
from inkwright.model.topic import Topic, interest_warning
from inkwright.notes.demand import resolved
from inkwright.notes.topic_edits import topic_named
from inkwright.workspace.demand import load_demand
from inkwright.workspace.folder import Workspace


class Shown(Struct, frozen=True):
    """A topic, what was noted of its demand, and a sentence where the writer cares little for it ("" otherwise)."""

    topic: Topic
    demand: tuple[Demand, ...]
    warning: str


def show_topic(workspace: Workspace, label: str, target: str = "") -> Shown:
    """The topic of that label, case aside. Raises UsageError where there is none, UnreadableError."""
    found, _ = topics(workspace, target)
    topic = topic_named(found, label)
    rows = resolved(load_demand(workspace)[0], found)[topic.label]
    return Shown(topic, tuple(rows), interest_warning(topic.interest))

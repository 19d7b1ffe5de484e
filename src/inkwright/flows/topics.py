"""Notes, papers and open ideas -> article topics."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace

from inkwright.flows.topics_texts import topic_texts
from inkwright.measure.pillars import declared
from inkwright.model.topic import Grouping, HandTopic, Member, Topic
from inkwright.notes.topic_edits import marked, member_named, merged, moved, renamed, split, topic_named
from inkwright.notes.topics import group
from inkwright.workspace.demand import load_demand, save_demand
from inkwright.workspace.folder import Workspace
from inkwright.workspace.topics import load_topics, save_topics

Edit = Callable[[Sequence[HandTopic], Sequence[Topic], Sequence[Member]], list[HandTopic]]
"""What was decided, the topics as they are and all notes -> what is decided now."""


def topics(workspace: Workspace, target: str = "") -> tuple[list[Topic], list[Member]]:
    """The topics, and the notes in none of them. Raises UnreadableError, UsageError for an unknown target."""
    found = grouping(workspace, target)
    return list(found.topics), list(found.alone)


def grouping(workspace: Workspace, target: str = "") -> Grouping:
    """The same with the count of notes that were left out: of more than `MOST` the newest are grouped."""
    return _grouped(workspace, target)[0]


def _grouped(workspace: Workspace, target: str = "") -> tuple[Grouping, tuple[HandTopic, ...], str]:
    hands, expected = load_topics(workspace)
    texts, left_out = topic_texts(workspace, frozenset(key for hand in hands for key in hand.notes))
    found = group(texts, hands, target or workspace.settings.target)
    taken = {member.key for topic in found for member in topic.members}
    alone = tuple(one.member for one in texts if one.member.key not in taken)
    return Grouping(tuple(found), alone, left_out), hands, expected


def _edited(workspace: Workspace, edit: Edit) -> None:
    found, hands, expected = _grouped(workspace)
    save_topics(workspace, edit(hands, found.topics, found.alone), expected)


def rename_topic(workspace: Workspace, label: str, name: str) -> None:
    """Give a topic a name of your own; under its own name it is pinned as it is. Raises UsageError."""
    _edited(workspace, lambda hands, found, _: renamed(hands, topic_named(found, label), name))
    _follow(workspace, label, name)


def merge_topics(workspace: Workspace, into: str, other: str) -> None:
    """Make two topics one. Raises UsageError."""
    _edited(workspace, lambda hands, found, _: merged(hands, topic_named(found, into), topic_named(found, other)))
    _follow(workspace, other, into)


def _follow(workspace: Workspace, old: str, new: str) -> None:
    """Let what was noted of a topic's demand go with its name."""
    rows, expected = load_demand(workspace)
    named = tuple(replace(row, topic=new) if row.topic.casefold() == old.casefold() else row for row in rows)
    if named != rows:
        save_demand(workspace, named, expected)


def split_topic(workspace: Workspace, label: str, name: str, notes: Sequence[str]) -> None:
    """Take notes out of a topic into a new one. Raises UsageError."""

    def edit(hands: Sequence[HandTopic], found: Sequence[Topic], _: Sequence[Member]) -> list[HandTopic]:
        topic = topic_named(found, label)
        return split(hands, topic, name, [member_named([topic], (), one) for one in notes])

    _edited(workspace, edit)


def move_note(workspace: Workspace, note: str, label: str) -> None:
    """Put a note into a topic for good. Raises UsageError."""
    _edited(
        workspace,
        lambda hands, found, alone: moved(hands, member_named(found, alone, note), topic_named(found, label)),
    )


def mark_topic(
    workspace: Workspace, label: str, pillar: str | None = None, interest: int | None = None, project: str | None = None
) -> None:
    """Say of a topic to which pillar and project it belongs and how much it interests; None leaves a thing as it is.

    Raises UsageError for an unknown topic, and for a pillar that the settings do not know where they name some.
    """
    pillar = pillar and declared(workspace.settings.pillars, pillar)
    _edited(workspace, lambda hands, found, _: marked(hands, topic_named(found, label), pillar, interest, project))

"""Notes, papers and open ideas -> article topics."""

from collections.abc import Callable, Iterator, Sequence

from inkwright.flows.finding import opened_finder
from inkwright.model.topic import HandTopic, Member, Topic
from inkwright.notes.related import parts_of, surface_words
from inkwright.notes.topic_edits import member_named, merged, moved, renamed, split, topic_named
from inkwright.notes.topics import Text, group
from inkwright.workspace.finder import Finder
from inkwright.workspace.folder import Workspace
from inkwright.workspace.topics import load_topics, save_topics

Edit = Callable[[Sequence[HandTopic], Sequence[Topic], Sequence[Member]], list[HandTopic]]
"""What was decided, the topics as they are and all notes -> what is decided now."""


def topics(workspace: Workspace) -> tuple[list[Topic], list[Member]]:
    """The topics, and the notes that are in none. Raises UnreadableError."""
    found, alone, _, _ = _grouped(workspace)
    return found, alone


def _grouped(workspace: Workspace) -> tuple[list[Topic], list[Member], tuple[HandTopic, ...], str]:
    hands, expected = load_topics(workspace)
    with opened_finder(workspace) as finder:
        texts = list(_texts(finder))
    found = group(texts, hands)
    taken = {member.key for topic in found for member in topic.members}
    return found, [one.member for one in texts if one.member.key not in taken], hands, expected


def _texts(finder: Finder) -> Iterator[Text]:
    for row in finder.files("note", "paper"):
        names, text = finder.names(row.no), finder.text(row.no)
        member = Member(row.path, row.path, row.first_line, row.title or row.id, row.kind)
        yield Text(member, parts_of(names, text, row.tags), surface_words(" ".join((*names, text))))
    seen = set()
    for line in finder.lines():
        key = f"idea: {line.text}"
        if line.kind == "idea" and not line.used and key not in seen:
            seen.add(key)
            member = Member(key, line.path, line.line, line.text, "idea")
            yield Text(member, parts_of((line.text,), line.text), surface_words(line.text))


def _edited(workspace: Workspace, edit: Edit) -> None:
    found, alone, hands, expected = _grouped(workspace)
    save_topics(workspace, edit(hands, found, alone), expected)


def rename_topic(workspace: Workspace, label: str, name: str) -> None:
    """Give a topic a name of your own; under its own name it is pinned as it is. Raises UsageError."""
    _edited(workspace, lambda hands, found, _: renamed(hands, topic_named(found, label), name))


def merge_topics(workspace: Workspace, into: str, other: str) -> None:
    """Make two topics one. Raises UsageError."""
    _edited(workspace, lambda hands, found, _: merged(hands, topic_named(found, into), topic_named(found, other)))


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

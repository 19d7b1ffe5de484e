"""What a writer decides about topics: each edit takes what was decided before and gives what is decided now."""

import difflib
from collections.abc import Iterable, Sequence
from typing import Any

from msgspec.structs import replace

from inkwright.model.errors import UsageError
from inkwright.model.topic import HandTopic, Member, Topic


def topic_named(topics: Sequence[Topic], label: str) -> Topic:
    """The topic of that label, case aside. Raises UsageError when there is none."""
    found = [one for one in topics if one.label.lower() == label.lower()]
    if not found:
        raise UsageError(f"there is no topic `{label}`", hint=_near([one.label for one in topics], label))
    return found[0]


def _near(labels: Iterable[str], wanted: str) -> str:
    """What to try instead of a label that no topic has."""
    low = {label.lower(): label for label in labels}
    close = difflib.get_close_matches(wanted.lower(), low, 3, 0.6) or [one for one in low if wanted.lower() in one]
    if close:
        return f"Did you mean {' or '.join(f'`{low[one]}`' for one in close[:3])}?"
    return "`inkwright topics` shows them all."


def member_named(topics: Iterable[Topic], others: Iterable[Member], named: str) -> Member:
    """The note that a key, a path or a title means. Raises UsageError for none and for several."""
    everyone = [*(member for topic in topics for member in topic.members), *others]
    low = named.lower()
    for exact in (lambda one: one.key == named, lambda one: low in (one.path.lower(), one.title.lower())):
        found = [one for one in everyone if exact(one)]
        if len(found) == 1:
            return found[0]
        if found:
            raise UsageError(f"`{named}` fits {len(found)} notes", hint=f"Give its key: {found[0].key}")
    raise UsageError(f"no note is called `{named}`", hint="Give a path as `inkwright topics` prints it.")


def renamed(hands: Sequence[HandTopic], topic: Topic, name: str) -> list[HandTopic]:
    """A topic under a new name, in its place, its notes pinned; with its own name this pins it as it is.

    Raises UsageError when another topic by hand has that name, and for a name without words.
    """
    clean = " ".join(name.split())
    if not clean:
        raise UsageError("a topic needs a name")
    if any(one.name.lower() == clean.lower() and one.name != topic.label for one in hands):
        raise UsageError(f"there is a topic `{clean}` already", hint="`inkwright topics merge` joins two.")
    before = next((one for one in hands if one.name == topic.label), HandTopic(topic.label))
    made = replace(before, name=clean, notes=_kept(hands, topic))
    if any(one.name == topic.label for one in hands):
        return [made if one.name == topic.label else one for one in hands]
    return [*hands, made]


def merged(hands: Sequence[HandTopic], into: Topic, other: Topic) -> list[HandTopic]:
    """Two topics as one under the name of the first. Raises UsageError for one and the same."""
    if into.label == other.label:
        raise UsageError(f"`{into.label}` cannot be merged with itself")
    notes = _kept(hands, other)
    left = [one for one in hands if one.name != other.label]
    return [_with(one, notes) if one.name == into.label else one for one in renamed(left, into, into.label)]


def split(hands: Sequence[HandTopic], topic: Topic, name: str, members: Sequence[Member]) -> list[HandTopic]:
    """Some notes taken out of a topic into a new one. Raises UsageError for a name that is taken."""
    if " ".join(name.split()).lower() == topic.label.lower():
        raise UsageError(f"there is a topic `{topic.label}` already", hint="Give the new one another name.")
    after = renamed(hands, topic, topic.label)
    return renamed(_without(after, members), Topic(" ".join(name.split()), tuple(members), ()), name)


def moved(hands: Sequence[HandTopic], member: Member, topic: Topic) -> list[HandTopic]:
    """A note pinned to a topic, and to no other."""
    after = renamed(_without(hands, (member,)), topic, topic.label)
    return [_with(one, (member.key,)) if one.name == topic.label else one for one in after]


def marked(
    hands: Sequence[HandTopic], topic: Topic, pillar: str | None, interest: int | None, project: str | None
) -> list[HandTopic]:
    """A topic with what the writer says of it, which pins it; None leaves a thing as it is, "" and 0 take it away.

    Raises UsageError for an interest that is not 0 to 5.
    """
    if interest is not None and not 0 <= interest <= 5:
        raise UsageError(f"an interest is 1 to 5, not {interest}", hint="0 takes it away.")
    said = {"pillar": pillar, "interest": interest, "project": project}
    changes: dict[str, Any] = {key: value for key, value in said.items() if value is not None}
    after = renamed(hands, topic, topic.label)
    return [replace(one, **changes) if one.name == topic.label else one for one in after]


def _kept(hands: Iterable[HandTopic], topic: Topic) -> tuple[str, ...]:
    """The keys of a topic: those pinned before, present or not, then those that are in it now."""
    before = next((one.notes for one in hands if one.name == topic.label), ())
    return tuple(dict.fromkeys((*before, *(one.key for one in topic.members))))


def _with(hand: HandTopic, keys: Iterable[str]) -> HandTopic:
    return replace(hand, notes=tuple(dict.fromkeys((*hand.notes, *keys))))


def _without(hands: Iterable[HandTopic], members: Iterable[Member]) -> list[HandTopic]:
    keys = {one.key for one in members}
    return [replace(one, notes=tuple(key for key in one.notes if key not in keys)) for one in hands]

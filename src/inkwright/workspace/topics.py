"""The file of topics decided by hand, `inkwright/topics.toml`: readable, safe to change and to delete."""

from collections.abc import Iterable
from typing import Any

from inkwright.model.errors import UnreadableError
from inkwright.model.topic import HandTopic
from inkwright.workspace.decided import quoted, read_decided
from inkwright.workspace.folder import Workspace

PATH = "inkwright/topics.toml"
_HEAD = """\
# Topics as you decided them: these notes stay together under this name, whatever is grouped again. Change names, move
# lines between topics, take lines out; `inkwright topics rename|merge|split|move|pin|set` do the same. A topic may also
# have a `pillar`, a `project` and an `interest` from 1 to 5.
"""


def load_topics(workspace: Workspace) -> tuple[tuple[HandTopic, ...], str]:
    """The topics in the file's order, and the hash of its text for `save_topics`; () and "" when there is no file.

    A note that is named twice belongs to the later topic. Raises UnreadableError for a file that cannot be understood.
    """
    hint = "Mend that, or delete the file to forget what you decided."
    data, expected = read_decided(workspace, PATH, hint)
    tables = data.get("topic", [])
    topics = tuple(map(_read, tables)) if isinstance(tables, list) else (None,)
    names = [one.name.lower() for one in topics if one]
    if None in topics:
        said = 'each [[topic]] needs `name = "..."` and `notes = ["..."]`, `interest` is a number from 1 to 5'
        raise UnreadableError(said, path=PATH, hint=hint)
    if twice := [name for name in names if names.count(name) > 1]:
        raise UnreadableError(f"two topics are called `{twice[0]}`", path=PATH, hint=hint)
    return tuple(one for one in topics if one), expected


def _read(data: Any) -> HandTopic | None:
    if not isinstance(data, dict):
        return None
    name, notes, interest = data.get("name"), data.get("notes", []), data.get("interest", 0)
    pillar, project = data.get("pillar", ""), data.get("project", "")
    if not isinstance(name, str) or not name.strip() or not isinstance(notes, list):
        return None
    if type(interest) is not int or not 0 <= interest <= 5:
        return None
    if not all(isinstance(one, str) for one in (*notes, pillar, project)):
        return None
    return HandTopic(" ".join(name.split()), tuple(notes), pillar, interest, project)


def save_topics(workspace: Workspace, topics: Iterable[HandTopic], expected: str) -> None:
    """Write the topics in place of those that were read. Raises ConflictError when the file changed since."""
    workspace.write(PATH, _HEAD + "".join(map(_written, topics)), expected)


def _written(topic: HandTopic) -> str:
    notes = "".join(f"    {quoted(key)},\n" for key in topic.notes)
    more = "".join(f"{key} = {quoted(said)}\n" for key in ("pillar", "project") if (said := getattr(topic, key)))
    rated = f"interest = {topic.interest}\n" if topic.interest else ""
    return f"\n[[topic]]\nname = {quoted(topic.name)}\n{more}{rated}notes = [\n{notes}]\n"

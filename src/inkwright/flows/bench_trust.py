"""Which benchmarks somebody else wrote and the user has not yet agreed to run."""

import posixpath
from collections.abc import Iterator, Sequence
from shlex import join

from inkwright.flows.run_trust import Consent
from inkwright.model.bench import BenchPlan
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.model.run import Foreign
from inkwright.process.git import committed_by_another
from inkwright.workspace.folder import Workspace
from inkwright.workspace.trust import trust, trusted


def agree_bench(workspace: Workspace, path: str, plan: BenchPlan, ask: Consent) -> None:
    """Make sure that the file at a path, which declares these benchmarks, and the files beside it that its commands
    name are the user's own or agreed to; what is agreed to now is remembered, for just these texts. Raises UsageError
    for what is neither. **Source:** decision 0019."""
    commands = [words for words in (plan.setup, *(one.command for one in plan.benchmarks)) if words]
    commands += [words for _, words in plan.versions]
    named = dict.fromkeys((path, *_named(workspace, path, commands)))
    authors = [found.author for name in named if (found := committed_by_another(workspace.path(name)))]
    if not authors:
        return
    pieces = [f"{path}:\n" + "\n".join(map(join, commands))]
    pieces += [f"{name}:\n{_text(workspace, name)}" for name in named if name != path]
    hash_ = workspace.hash_of("\n".join(pieces))
    if hash_ in trusted():
        return
    if not ask(Foreign(path, authors[0], tuple(pieces), (hash_,))):
        said = f"{authors[0]} wrote these benchmarks, and you have not agreed to run them"
        raise UsageError(said, path=path, hint="Read them, then run them with --trust.")
    trust((hash_,))


def _named(workspace: Workspace, path: str, commands: Sequence[Sequence[str]]) -> Iterator[str]:
    """Files that a command names, as seen from the folder that it runs in."""
    folder = posixpath.dirname(path)
    for word in (word for words in commands for word in words):
        place = posixpath.normpath(posixpath.join(folder, word))
        if not place.startswith(("..", "/")) and len(word) < 256 and "\n" not in word and workspace.exists(place):
            yield place


def _text(workspace: Workspace, name: str) -> str:
    try:
        return workspace.read(name).text.rstrip()
    except UnreadableError:
        return f"({workspace.hash_of(workspace.read_bytes(name).hex())})"

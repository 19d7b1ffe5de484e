"""The parts of `topics` that keep a decision of the writer's: each edits inkwright/topics.toml and says what it did."""

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import click

from inkwright.flows.topics import mark_topic, merge_topics, move_note, rename_topic, split_topic
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, require_workspace

EDITS: list[click.Command] = []
"""The commands of this file, filled as they are defined."""


def _edit(example: str, *arguments: str) -> Callable[[Callable[..., str]], click.Command]:
    """A command with these arguments whose function gets the workspace first and gives the sentence to print."""

    def made(body: Callable[..., str]) -> click.Command:
        @wraps(body)
        def run(**given: Any) -> None:
            click.echo(visible(body(require_workspace("."), **given)))

        for name in reversed(arguments):
            several = name.endswith("...")
            plain = name.removesuffix("...")
            run = click.argument(plain, nargs=-1 if several else 1, required=True, metavar=_shown(name))(run)
        EDITS.append(click.command(epilog=f"Example: inkwright topics {example}")(run))
        return EDITS[-1]

    return made


def _shown(name: str) -> str:
    return name.upper().replace("NOTES...", "NOTE...")


@_edit('rename "kernels triton" "GPU kernels"', "topic", "name")
def rename(workspace: Workspace, topic: str, name: str) -> str:
    """Give TOPIC the name NAME; its notes stay together."""
    rename_topic(workspace, topic, name)
    return f"{topic} is now {name}"


@_edit('pin "kernels triton"', "topic")
def pin(workspace: Workspace, topic: str) -> str:
    """Keep TOPIC as it is now: its name, and its notes together. New notes may still join it."""
    rename_topic(workspace, topic, topic)
    return f"{topic} is pinned"


@_edit('merge "GPU kernels" "triton autotune"', "topic", "other")
def merge(workspace: Workspace, topic: str, other: str) -> str:
    """Make OTHER part of TOPIC."""
    merge_topics(workspace, topic, other)
    return f"{other} is part of {topic} now"


@_edit('split "GPU kernels" "JIT" notes/numba.md notes/jit-cost.md', "topic", "name", "notes...")
def split(workspace: Workspace, topic: str, name: str, notes: Sequence[str]) -> str:
    """Take the named notes out of TOPIC into a new topic called NAME."""
    split_topic(workspace, topic, name, notes)
    return f"{counted(len(notes))} went from {topic} to {name}"


@_edit('move notes/numba.md "GPU kernels"', "note", "topic")
def move(workspace: Workspace, note: str, topic: str) -> str:
    """Put NOTE (a path, a title or the text of an idea) into TOPIC for good."""
    move_note(workspace, note, topic)
    return f"{note} is in {topic} now"


@click.option("--project", help='The project that it belongs to; "" takes it away.')
@click.option("--interest", type=click.IntRange(0, 5), help="How much you want to write it, 1 to 5; 0 takes it away.")
@click.option("--pillar", help='The editorial theme that it belongs to; "" takes it away.')
@_edit('set "GPU kernels" --interest 4 --project triton', "topic")
def set_(workspace: Workspace, topic: str, **said: Any) -> str:
    """Say of TOPIC which pillar and project it belongs to and how much it interests you; this pins it.

    A post that you make from it takes these over. An interest of 1 or 2 is said back to you where you decide.
    """
    mark_topic(workspace, topic, **said)
    told = ", ".join(f"{key} {value}" if value else f"no {key}" for key, value in said.items() if value is not None)
    return f"{topic}: {told}" if told else f"{topic} is pinned"


set_.name = "set"


def counted(count: int) -> str:
    """So many notes, in words."""
    return "1 note" if count == 1 else f"{count} notes"

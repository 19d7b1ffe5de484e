"""Group notes and ideas into article topics; what you decide by hand stays.

Group: group
"""

from collections.abc import Sequence
from dataclasses import dataclass

import click

from inkwright.cli.output import emit_rows, format_option
from inkwright.flows.topics import merge_topics, move_note, rename_topic, split_topic, topics
from inkwright.model.topic import Member, Topic
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace, require_workspace


@dataclass(frozen=True)
class OUTPUT:
    """What `topics --format json` prints; `alone` are the notes in no topic."""

    version: int
    topics: tuple[Topic, ...]
    alone: tuple[Member, ...]


@click.group(invoke_without_command=True, epilog="Example: inkwright topics --explain")
@click.option("--explain", is_flag=True, help="Also the kind of post each topic wants, why, and whom it serves.")
@format_option
@click.pass_context
def command(context: click.Context, explain: bool, format_: str) -> None:
    """Group notes, papers and open ideas into article topics by the words that they share.

    Nothing is written until you decide something: rename, merge, split, move and pin keep it in inkwright/topics.toml,
    and grouping again leaves it as you said. A topic is a proposal; look at its notes before you count on it.
    """
    if context.invoked_subcommand:
        return
    found, alone = topics(open_workspace())
    if format_ == "json":
        emit_rows("topics", found, alone=alone)
        return
    for topic in found:
        _print(topic, explain)
    if found:
        click.echo(f"{_notes(len(alone))} in no topic.")
    else:
        click.echo("No topic yet: no two notes have enough in common.")


@command.command(epilog='Example: inkwright topics rename "kernels triton" "GPU kernels"')
@click.argument("topic")
@click.argument("name")
def rename(topic: str, name: str) -> None:
    """Give TOPIC the name NAME; its notes stay together."""
    rename_topic(require_workspace("."), topic, name)
    click.echo(f"{topic} is now {name}")


@command.command(epilog='Example: inkwright topics pin "kernels triton"')
@click.argument("topic")
def pin(topic: str) -> None:
    """Keep TOPIC as it is now: its name, and its notes together. New notes may still join it."""
    rename_topic(require_workspace("."), topic, topic)
    click.echo(f"{topic} is pinned")


@command.command(epilog='Example: inkwright topics merge "GPU kernels" "triton autotune"')
@click.argument("topic")
@click.argument("other")
def merge(topic: str, other: str) -> None:
    """Make OTHER part of TOPIC."""
    merge_topics(require_workspace("."), topic, other)
    click.echo(f"{other} is part of {topic} now")


@command.command(epilog='Example: inkwright topics split "GPU kernels" "JIT" notes/numba.md notes/jit-cost.md')
@click.argument("topic")
@click.argument("name")
@click.argument("notes", nargs=-1, required=True, metavar="NOTE...")
def split(topic: str, name: str, notes: Sequence[str]) -> None:
    """Take the named notes out of TOPIC into a new topic called NAME."""
    split_topic(require_workspace("."), topic, name, notes)
    click.echo(f"{_notes(len(notes))} went from {topic} to {name}")


@command.command(epilog='Example: inkwright topics move notes/numba.md "GPU kernels"')
@click.argument("note")
@click.argument("topic")
def move(note: str, topic: str) -> None:
    """Put NOTE (a path, a title or the text of an idea) into TOPIC for good."""
    move_note(require_workspace("."), note, topic)
    click.echo(f"{note} is in {topic} now")


def _notes(count: int) -> str:
    return "1 note" if count == 1 else f"{count} notes"


def _print(topic: Topic, explain: bool) -> None:
    by_hand = " (yours)" if topic.by_hand else ""
    click.echo(f"{click.style(visible(topic.label), bold=True)}{by_hand}  {_notes(len(topic.members))} -> {topic.post}")
    if topic.shared:
        click.echo(f"  shares {visible(', '.join(topic.shared))}")
    if explain:
        click.echo(f"  {topic.post}: {visible(topic.why)}\n  serves {topic.role}")
    for one in topic.members:
        place = f"{one.path}:{one.line}" if one.kind == "idea" else one.path
        click.echo(f"    {click.style(visible(place), fg='cyan')}  {visible(one.title)}")
    click.echo()

"""Walk through the notes that nothing uses yet, one key each.

Group: group
"""

import sys

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.keys import ask_key
from inkwright.cli.output import emit_rows, format_option
from inkwright.flows.review import STALE, drop, group, keep, stale_ideas, waiting
from inkwright.model.note import IdeaRow
from inkwright.model.review import Waiting
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, open_workspace, require_workspace

MOST_IDEAS = 3
"""Old ideas that are shown; the rest is counted."""
KEYS = "k keep · g group into a topic · d drop · s skip for now · q quit"


class OUTPUT(Struct, frozen=True):
    """What `review --format json` prints: the notes that wait, and the open ideas that are old; nothing is asked."""

    version: int
    notes: tuple[Waiting, ...]
    ideas: tuple[IdeaRow, ...]


@click.command(epilog="Examples: inkwright review\n\ninkwright review --list")
@click.option("--list", "list_", is_flag=True, help="Show the notes that wait and ask nothing.")
@format_option
def command(list_: bool, format_: str) -> None:
    """Ask about each note that no post, project or topic of yours uses and no review decided on.

    Keep leaves it and asks no more, group puts it into a topic (inkwright/topics.toml), drop remembers that it is of no
    use. No note is changed or deleted. Each answer is on the disk before the next question: stop whenever you like.
    Open ideas of 30 days and more are named at the end.
    """
    workspace = open_workspace() if list_ or format_ == "json" else require_workspace()
    found, ideas = waiting(workspace), stale_ideas(workspace, today(workspace.settings.timezone))
    if format_ == "json":
        emit_rows("notes", found, ideas=ideas)
        return
    if not found:
        click.echo("No note waits for a review.")
    elif list_:
        for note in found:
            click.echo(visible(f"{note.path}  {note.title}"))
    else:
        _walk(workspace, found)
    _remind(ideas)


def _remind(ideas: list[IdeaRow]) -> None:
    """The oldest open ideas, so that they come up again."""
    if not ideas:
        return
    click.echo(f"\nOpen for {STALE} or longer:")
    for row in ideas[:MOST_IDEAS]:
        click.echo(visible(f"  {row.age}d  {row.text}"))
    more = f" ({len(ideas) - MOST_IDEAS} more)" if len(ideas) > MOST_IDEAS else ""
    click.echo(f"-> inkwright ideas --stale {STALE}{more}")


def _walk(workspace: Workspace, found: list[Waiting]) -> None:
    click.echo(KEYS)
    done = 0
    for number, note in enumerate(found, 1):
        click.echo(visible(f"\n{number}/{len(found)}  {note.title}  ({note.path}) {note.date}".rstrip()))
        click.echo(visible(f"  {note.begins}"))
        key = ask_key("kgdsq", KEYS)
        if key == "q":
            break
        if key == "k":
            keep(workspace, note.path)
        elif key == "d":
            drop(workspace, note.path)
        elif key == "g" and (name := _topic()):
            group(workspace, note.path, name)
        else:
            continue
        done += 1
    click.echo(f"\n{done} decided, {len(found) - done} left.")


def _topic() -> str:
    click.echo("topic: ", nl=False)
    return " ".join(sys.stdin.readline().split())

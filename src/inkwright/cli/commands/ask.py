"""Answer a question with passages of your own notes, papers, posts and log.

Group: group
"""

import textwrap
from typing import Unpack

import click
from msgspec import Struct

from inkwright.cli.filters import Filters, filter_options, wanted_in
from inkwright.cli.output import emit_json, fitted, format_option, led
from inkwright.flows.ask import ask
from inkwright.model.found import Answer, Reply
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

LINES = 12
"""Lines of a passage that are printed; JSON has them all."""


class OUTPUT(Struct, frozen=True):
    """What `ask --format json` prints; `nearest` is the passage that comes closest where none answers."""

    version: int
    answers: tuple[Answer, ...]
    asked: tuple[str, ...]
    unknown: tuple[str, ...]
    nearest: Answer | None


@click.command(epilog='Example: inkwright ask "why is the first token slow?" --kind note --since 1y')
@click.argument("question", nargs=-1, required=True)
@filter_options
@click.option("--limit", default=5, show_default=True, type=click.IntRange(1, 100), help="At most so many.")
@format_option
def command(question: tuple[str, ...], limit: int, format_: str, **filters: Unpack[Filters]) -> None:
    """Show the passages that answer QUESTION, best first, each with its file and line and whose words it rests on.

    Every sentence shown is one that stands in your files: nothing is made up, summed up or sent anywhere. Where no
    passage holds about half of what you ask for, it says so instead of guessing.
    """
    workspace = open_workspace()
    reply = ask(workspace, " ".join(question), wanted_in(workspace, **filters), limit)
    if format_ == "json":
        emit_json(OUTPUT(1, reply.answers, reply.asked, reply.unknown, reply.nearest))
        return
    for answer in reply.answers:
        _print(answer)
    if not reply.answers:
        click.echo(fitted(_nothing(reply)))


def _print(answer: Answer) -> None:
    above = " › ".join(filter(None, (answer.title or answer.kind, *answer.headings)))
    click.echo(led(f"{answer.path}:{answer.line}", visible(above)))
    lines = visible(answer.text).splitlines()
    more = len(lines) - LINES
    shown = "\n".join(lines[:LINES]) + (f"\n… {more} more line{'s' * (more > 1)}" if more > 0 else "")
    click.echo(fitted(textwrap.indent(shown, "    ")))
    if answer.source:
        click.echo(click.style(fitted(f"    source: {visible(answer.source)}", "  "), dim=True))
    click.echo()


def _nothing(reply: Reply) -> str:
    """That nothing answers, and why one may believe it."""
    said = "Nothing you wrote answers this."
    if reply.unknown:
        said += f" No text holds {_listed(reply.unknown)}."
    if reply.nearest:
        at = f"{reply.nearest.path}:{reply.nearest.line}"
        said += f" The nearest passage, {at}, holds only {_listed(reply.nearest.words)} of {_listed(reply.asked)}."
    return said


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)

"""Show the questions that came up more than once, and which of them want an FAQ.

Group: capture
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, format_option
from inkwright.flows.questions import questions
from inkwright.model.found import QuestionGroup
from inkwright.workspace.folder import open_workspace


class OUTPUT(Struct, frozen=True):
    """What `questions --format json` prints."""

    version: int
    questions: tuple[QuestionGroup, ...]


@click.command(epilog="Example: inkwright questions --all")
@click.option("--all", "every", is_flag=True, help="Also those asked once.")
@format_option
def command(every: bool, format_: str) -> None:
    """Gather the questions of ideas, log and notes and put those together that ask the same.

    Whatever ends with a question mark is one, and so is an idea from `--from question`. What was asked three times
    wants an FAQ. Two questions are the same by the words they share: look before you count on it.
    """
    groups = questions(open_workspace(), 1 if every else 2)
    if format_ == "json":
        emit_rows("questions", groups)
        return
    for group in groups:
        advice = f"  -> {group.advice}" if group.advice else ""
        click.echo(f"{group.count}x  {click.style(group.question, bold=True)}{advice}")
        for one in group.asked:
            click.echo(f"      {one.path}:{one.line}  {one.text}")
    if not groups:
        click.echo("No question was asked twice." if not every else "No question was asked yet.")

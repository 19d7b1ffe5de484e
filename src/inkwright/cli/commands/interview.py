"""Five answers for an interview, from your own posts and paper notes, each sentence with its line.

Group: measure
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option
from inkwright.flows.interview import interview
from inkwright.flows.interview_brief import brief_of
from inkwright.model.interview import Answer, Asked, Quote
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `interview --format json` prints: `answers`, or with a post `questions`."""

    version: int
    answers: tuple[Answer, ...] = ()
    questions: tuple[Asked, ...] = ()


@click.command(epilog="Examples: inkwright interview · inkwright interview dynamic-batching")
@click.argument("post", default="")
@format_option
def command(post: str, format_: str) -> None:
    """Answer the five questions that every interview has, from what you published; with POST, what you would be asked
    about it: its choices and its numbers.

    The sentences are your own, each with the file and line where it stands. What is not known stays empty.
    """
    workspace = require_workspace(".")
    day = today(workspace.settings.timezone)
    if post:
        asked = brief_of(workspace, post, day)
        emit_rows("questions", asked) if format_ == "json" else _print_asked(asked)
        return
    answers = interview(workspace, day)
    emit_rows("answers", answers) if format_ == "json" else _print(answers)


def _print(answers: tuple[Answer, ...]) -> None:
    for number, one in enumerate(answers):
        click.echo(f"{chr(10) * bool(number)}{one.question}")
        if one.counts:
            click.echo(fitted(visible(f"  {one.counts}")))
        for quote in one.quotes:
            _print_quote(quote)
        if one.missing:
            click.echo(fitted(f"  {'' if one.quotes or one.counts else '(nothing yet) '}{one.missing}"))


def _print_asked(asked: tuple[Asked, ...]) -> None:
    if not asked:
        said = "The post tells of no choice and no result that one would ask about."
        click.echo(fitted(f"{said} What did you take instead of what, and what came of it?"))
    for number, one in enumerate(asked):
        click.echo(f"{chr(10) * bool(number)}{fitted(visible(one.question))}")
        _print_quote(one.quote)


def _print_quote(quote: Quote) -> None:
    if quote.head:
        click.echo(fitted(visible(f"  {quote.head}"), "  "))
    click.echo(fitted(visible(f"  “{quote.text}”")))
    click.echo(visible(f"    {quote.path}:{quote.line}"))

"""Ask a question that ends a blank screen; the answer becomes an idea.

Group: capture
"""

import sys

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option
from inkwright.flows.prompt import all_prompts, answer_prompt, earlier_answers, pick_prompt
from inkwright.flows.reflection import PATH, answer_on, question_on
from inkwright.model.note import Prompt
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace, require_workspace


class OUTPUT(Struct, frozen=True):
    """What `prompt --list --format json` prints."""

    version: int
    prompts: tuple[Prompt, ...]


@click.command(epilog="Examples: inkwright prompt 4 · inkwright prompt --post kv-cache")
@click.argument("which", metavar="[N]", default="")
@click.option("--list", "list_", is_flag=True, help="Show all questions.")
@click.option("--post", default="", metavar="POST", help="Ask what you got out of POST; the answer is for you alone.")
@format_option
def command(which: str, list_: bool, post: str, format_: str) -> None:
    """Ask question N (a number or a name), or one for the day. The answer, one line, goes into the inbox.

    What you answered to the same question before is shown, so that you can see what has changed. With --post it is
    asked what that post taught you: the answer is kept in inkwright/reflections.md, shown by `interview`, published
    nowhere.
    """
    if post:
        _reflect(post, which, format_)
        return
    if list_ or format_ == "json":
        _show(all_prompts() if list_ else (pick_prompt(which, today()),), format_)
        return
    workspace = require_workspace(".") if sys.stdin.isatty() else open_workspace(".")
    day = today(workspace.capture.timezone)
    prompt = pick_prompt(which, day)
    _show((prompt,), format_)
    for idea in earlier_answers(workspace, prompt):
        click.echo(fitted(visible(f"   {idea.date or 'before'}: {idea.text}"), "  "))
    answer = _answer()
    if answer:
        idea = answer_prompt(require_workspace("."), prompt, answer, day)
        click.echo(fitted(visible(f"Kept in {workspace.capture.ideas}: {idea.text}"), "  "))


def _reflect(post: str, which: str, format_: str) -> None:
    """Ask about a post."""
    workspace = require_workspace(".")
    id_, prompt, before = question_on(workspace, post, which)
    _show((prompt,), format_)
    if format_ == "json":
        return
    for one in before:
        if one.asked == prompt.name:
            click.echo(fitted(visible(f"   {one.date}: {one.text}"), "  "))
    if answer := _answer():
        answer_on(workspace, id_, prompt.name, answer, today(workspace.capture.timezone))
        click.echo(f"Kept in {PATH}.")


def _show(prompts: tuple[Prompt, ...], format_: str) -> None:
    if format_ == "json":
        emit_rows("prompts", prompts)
        return
    for prompt in prompts:
        click.echo(fitted(f"{prompt.number}. {prompt.question} ({prompt.name})\n   {prompt.follow}", "   "))


def _answer() -> str:
    """The first line that is typed or piped in; "" for none."""
    if sys.stdin.isatty():
        return str(click.prompt("", prompt_suffix="> ", default="", show_default=False)).strip()
    return sys.stdin.readline().strip()

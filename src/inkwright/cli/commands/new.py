"""Start a post: its sections, budgets and guiding questions laid out, the words left to you.

Group: plan and draft
"""

import textwrap
from dataclasses import dataclass
from typing import get_args

import click

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, table
from inkwright.flows.new import TITLE_HINT, new, one_template, templates
from inkwright.model.errors import UsageError
from inkwright.model.post import Audience
from inkwright.model.template import Template
from inkwright.workspace.folder import require_workspace


@dataclass(frozen=True)
class OUTPUT:
    """What `new --list --format json` and `new --explain --format json` print."""

    version: int
    templates: tuple[Template, ...]


@click.command(
    epilog='Examples: inkwright new "How to halve a Docker image" --template tutorial · '
    "inkwright new --template opinion --explain · inkwright new --list"
)
@click.argument("title", required=False, default="")
@click.option("--template", "kind", default="none", metavar="KIND", help="The kind of post; `--list` shows all kinds.")
@click.option("--topic", default="", help="What it is about: the keyword, and the title where you give none.")
@click.option("--audience", multiple=True, type=click.Choice(get_args(Audience)), help="Who reads it; may be repeated.")
@click.option("--explain", is_flag=True, help="Print each section's questions and a good example.")
@click.option("--list", "list_", is_flag=True, help="Print the kinds of post and when to take which; write nothing.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print the list.")
def command(
    title: str, kind: str, topic: str, audience: tuple[Audience, ...], explain: bool, list_: bool, format_: str
) -> None:
    """Make a new post from TITLE. An existing post is never touched, and nothing is written into yours but headings,
    marks and questions.

    With --explain and no TITLE the template is shown and nothing is written.
    """
    if list_:
        _print_kinds(format_)
        return
    if explain and not title and not topic:
        _print_template(one_template(kind), format_)
        return
    if not title and not topic:
        raise UsageError("a post needs a title", hint=TITLE_HINT)
    workspace = require_workspace()
    created = new(workspace, title, kind, today(workspace.settings.timezone), topic, audience)
    if explain:
        _print_template(created.template, "text")
        click.echo()
    sections, budget = created.template.sections, created.template.budget
    shape = (
        f"{len(sections)} sections, {budget} words"
        if sections
        else f"{budget} words"
        if budget.high
        else "a blank page"
    )
    click.echo(f"{created.path}: {created.template.name}, {shape}.")
    click.echo(f"Next: open it, fill in thesis and reader_question, then `inkwright outline {created.slug}`.")


def _print_kinds(format_: str) -> None:
    found = templates()
    if format_ == "json":
        emit_rows("templates", found)
        return
    rows = [(t.kind, str(len(t.sections) or ""), str(t.budget), t.when) for t in found]
    click.echo(table(rows, ("kind", "sections", "words", "take it when")))
    click.echo("\n`inkwright new --template KIND --explain` shows a kind with its questions and examples.")


def _print_template(template: Template, format_: str) -> None:
    if format_ == "json":
        emit_rows("templates", [template])
        return
    click.echo(f"{template.name}: {template.summary}\n")
    click.echo(f"When: {template.when}")
    if template.title_pattern:
        click.echo(f"Title: {template.title_pattern}")
    if template.budget.high:
        click.echo(f"Words: {template.budget}")
    if any(section.example for section in template.sections) or template.example:
        click.echo("\nThe examples show the manner, not your words; their figures belong to the example.")
    for number, section in enumerate(template.sections, 1):
        needs = f" · needs {', '.join(_spoken(part) for part in section.requires)}" if section.requires else ""
        budget = f" · {section.budget} words" if section.budget.high else ""
        _print_part(f"{number}. {section.title}{budget}{needs}", section.questions, section.example)
    if not template.sections and (template.questions or template.example):
        _print_part("The whole post", template.questions, template.example)


def _print_part(title: str, questions: tuple[str, ...], example: str) -> None:
    click.echo(f"\n{click.style(title, bold=True)}\n")
    for question in questions:
        click.echo(f"  ? {question}")
    if example:
        click.echo(f"\n{textwrap.indent(_wrapped(example), '  | ', lambda line: True)}")


def _wrapped(markdown: str) -> str:
    """An example with its long prose lines broken for a terminal; code and tables stay as they are."""
    lines: list[str] = []
    fenced = False
    for line in markdown.split("\n"):
        fenced ^= line.startswith("```")
        if fenced or line.startswith(("|", "```")) or len(line) <= 88:
            lines.append(line)
        else:
            hanging = "  " if line.startswith("- ") else "   " if line[:1].isdigit() else ""
            lines += textwrap.wrap(line, 88, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
    return "\n".join(line.rstrip() for line in lines)


def _spoken(part: str) -> str:
    """A required part as people say it: `list:3-5` is "3-5 list items"."""
    name, _, count = part.partition(":")
    spoken = {"list": "list items", "subsections": "steps"}.get(name, name)
    return f"{count} {spoken}" if count else f"a {spoken}" if name not in ("code",) else spoken

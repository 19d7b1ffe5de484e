"""Start a post: its sections, budgets and guiding questions laid out, with your notes on a topic as bullets.

Group: plan and draft
"""

import textwrap
from collections import Counter
from typing import get_args

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, table
from inkwright.flows.new import TITLE_HINT, new
from inkwright.flows.new_idea import idea_material
from inkwright.flows.new_templates import one_template, templates
from inkwright.flows.new_topic import topic_material
from inkwright.model.errors import UsageError
from inkwright.model.material import Created, Material
from inkwright.model.point import Layout, Placed
from inkwright.model.post import Audience
from inkwright.model.template import Template
from inkwright.workspace.folder import require_workspace

SHOWN = 110
"""Characters of a bullet that are shown; the file has it whole."""
LISTED = 20
"""Notes of a topic that are named."""


class OUTPUT(Struct, frozen=True):
    """What `new --list --format json` and `new --explain --format json` print."""

    version: int
    templates: tuple[Template, ...]


@click.command(
    epilog='Examples: inkwright new "How to halve a Docker image" --template tutorial · '
    "inkwright new --topic gpu · inkwright new --from-idea 12 · inkwright new --template opinion --explain"
)
@click.argument("title", required=False, default="")
@click.option(
    "--template",
    "kind",
    default="",
    metavar="KIND",
    help="The kind of post; `--list` shows all kinds. Without it: what the topic proposes, else none.",
)
@click.option(
    "--topic",
    default="",
    metavar="T",
    help="What it is about. Your notes on a topic of that name are laid out as bullets.",
)
@click.option(
    "--from-idea",
    "idea",
    default="",
    metavar="N|TEXT",
    help="Take up an idea of the inbox, by its line or some of its words.",
)
@click.option("--audience", multiple=True, type=click.Choice(get_args(Audience)), help="Who reads it; may be repeated.")
@click.option(
    "--explain",
    is_flag=True,
    help="Print each section's questions and a good example; with notes, why each bullet is where it is.",
)
@click.option("--list", "list_", is_flag=True, help="Print the kinds of post and when to take which; write nothing.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print the list.")
def command(
    title: str, kind: str, topic: str, idea: str, audience: tuple[Audience, ...], explain: bool, list_: bool,
    format_: str,
) -> None:  # fmt: skip
    """Make a new post from TITLE. An existing post is never touched, and nothing is written into yours but headings,
    marks, questions and bullets.

    Bullets are sentences of your own notes, each linked to its note; what fits no section stands at the end, under
    "not placed". With --explain and no TITLE, topic or idea the template is shown and nothing is written.
    """
    if list_:
        _print_kinds(format_)
        return
    if explain and not (title or topic or idea):
        _print_template(one_template(kind or "none"), format_)
        return
    if not (title or topic or idea):
        raise UsageError("a post needs a title", hint=TITLE_HINT)
    if topic and idea:
        raise UsageError("a post is begun from a topic or from an idea", hint="Leave out --topic or --from-idea.")
    workspace = require_workspace()
    material = idea_material(workspace, idea) if idea else topic_material(workspace, topic) if topic else None
    if topic and not (material or title or one_template(kind or "none").title_pattern):
        hint = "`inkwright topics` shows what there is; with a TITLE the post is laid out empty."
        raise UsageError(f"no topic of your notes is about “{topic}”", hint=hint)
    day = today(workspace.settings.timezone)
    created = new(workspace, title, kind, day, topic, audience, material)
    if explain and not material:
        _print_template(created.template, "text")
        click.echo()
    if topic and not material:
        click.echo(f"No topic of your notes is about “{topic}”; `inkwright topics` shows what there is.")
    _print_created(created, explain)


def _print_created(created: Created, explain: bool) -> None:
    if created.material and created.layout:
        _print_material(created.material, created.layout, explain)
        _print_layout(created.layout, created.template, explain)
    sections, budget = created.template.sections, created.template.budget
    shape = (
        f"{len(sections)} sections, {budget} words"
        if sections
        else f"{budget} words"
        if budget.high
        else "a blank page"
    )
    click.echo(f"{created.path}: {created.template.name}, {shape}.")
    if created.bound:
        said = "1 idea of your inbox now says" if created.bound == 1 else f"{created.bound} ideas of your inbox now say"
        click.echo(f"{said} [to:: {created.slug}].")
    for near in created.earlier:
        why = f" ({near.why})" if near.why else ""
        click.echo(f"You wrote on this before: {near.path}{why}. Update it, or link to it.")
    where = f" in {created.planned_in}" if created.planned_in != created.path else ""
    click.echo(f"Next: open it, fill in thesis and reader_question{where}, then `inkwright outline {created.slug}`.")


def _print_material(material: Material, layout: Layout, explain: bool) -> None:
    """What the post is made from: the topic or the idea, and its texts with how many of their points were taken."""
    texts = material.texts
    counts = Counter(one.point.path if one.point.note else f"{one.point.path}:{one.point.line}"
                     for one in layout.placed)  # fmt: skip
    notes = sum(bool(text.note) for text in texts)
    counted = ((notes, "note"), (len(texts) - notes, "captured line"))
    said = ", ".join(f"{many} {what}{'s' * (many != 1)}" for many, what in counted if many)
    click.echo(f"{click.style(material.name, bold=True)}: {said or 'nothing to lay out'}")
    for text in texts if explain else texts[:LISTED]:
        where = text.path if text.note else f"{text.path}:{text.line}"
        taken = counts[where]
        said = f"{taken} bullet{'s' * (taken != 1)}" if taken else "not placed"
        click.echo(f"  {where}  {text.title if text.note else _short(text.title)}  ({said})")
    if len(texts) > LISTED and not explain:
        click.echo(f"  ... and {len(texts) - LISTED} more; --explain names them all")
    if material.why:
        click.echo(f"Kind of post: {material.kind}, because {material.why}.")
    click.echo()


def _print_layout(layout: Layout, template: Template, explain: bool) -> None:
    """The outline as it was laid out."""
    for section in template.sections:
        mine = [one for one in layout.placed if one.section == section.key]
        budget = f"  {section.budget} words" if section.budget.high else ""
        click.echo(f"{click.style(section.title, bold=True)}{budget}")
        for one in mine:
            _print_bullet(one, explain)
        if not mine:
            click.echo("  (nothing in your notes; its questions are in the file)")
    for one in layout.placed if not template.sections else ():
        _print_bullet(one, explain)
    if layout.left:
        click.echo(f"{click.style('Not placed', bold=True)}  {len(layout.left)} more, at the end of the file")
        for one in layout.left if explain else ():
            _print_bullet(one, explain)
    if layout.cut:
        click.echo(f"{layout.cut:,} weaker points stay in their notes.")
    click.echo()


def _print_bullet(one: Placed, explain: bool) -> None:
    click.echo(f"  - {_short(one.point.text)}{f' [[{one.point.note}]]' if one.point.note else ''}")
    if explain:
        click.echo(click.style(f"      {one.why}", dim=True))


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()} ..."


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

"""Show a post's plan: sections, word budgets, bullets written or not, and what the plan still lacks.

Group: plan and draft
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, say, table
from inkwright.flows.outline import Outlined, outline
from inkwright.flows.outline_edit import add_bullet, drop_bullet, move_bullet
from inkwright.model.errors import UsageError
from inkwright.model.mailing import Projected
from inkwright.model.outline import NOT_PLACED, Bullet, Section
from inkwright.model.topic import interest_warning
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, open_workspace, require_workspace

VERBS = ("add", "drop", "move")
FEW = 12
"""Bullets without a section that are shown."""


class BulletRow(Struct, frozen=True):
    """A planned bullet with the 1-based line it stands on."""

    text: str
    line: int
    note: str
    written: bool
    question: bool


class SectionRow(Struct, frozen=True):
    """A section: its number (0 before the first heading), its budget, its words, how they stand to each other."""

    number: int
    title: str
    key: str
    line: int
    budget: tuple[int, int]
    words: int
    state: str
    missing: tuple[str, ...]
    bullets: tuple[BulletRow, ...]


class BreachRow(Struct, frozen=True):
    """Something that the plan lacks, with the 1-based line to look at."""

    line: int
    kind: str
    message: str


class OUTPUT(Struct, frozen=True):
    """What `outline --format json` prints; `letter` is null where there is no newsletter."""

    version: int
    path: str
    id: str
    template: str
    words: int
    budget: tuple[int, int]
    unwritten: int
    open_questions: int
    sections: tuple[SectionRow, ...]
    breaches: tuple[BreachRow, ...]
    letter: Projected | None = None


@click.command(
    epilog="Examples: inkwright outline kv-cache · inkwright outline kv-cache move 2/3 4 · "
    'inkwright outline kv-cache add 2 "why eviction is global" --note kv-cache-notes'
)
@click.argument("words", nargs=-1, required=True, metavar="POST [move FROM TO | add SECTION TEXT | drop FROM]")
@click.option("--note", default="", help="With add: the note that the bullet rests on; it is linked.")
@click.option("--strict", is_flag=True, help="End with exit code 1 when the plan lacks something.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to print.")
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], note: str, strict: bool, format_: str) -> None:
    """Show the plan of POST (a path, an id, a slug or the beginning of one), or change its bullets.

    FROM is SECTION/BULLET, for example 2/3; TO is a SECTION, or SECTION/BULLET to stand at that place. A section is
    its number, its key or its heading. What the plan lacks is advice: the exit code stays 0 unless --strict is given.
    """
    verb, post, rest = _parse(words)
    workspace = require_workspace() if verb else open_workspace()
    found = (
        _changed(workspace, verb, post, rest, note)
        if verb
        else outline(workspace, post, today(workspace.settings.timezone))
    )
    if format_ == "json":
        emit_json(_as_output(found))
    else:
        _print(found)
        if low := interest_warning(found.interest):
            say(f"\n{low[:1].upper()}{low[1:]}.")
        if found.letter:
            say(f"\n{found.letter.said}.")
        if not verb:
            _print_breaches(found)
    if strict and found.plan.breaches:
        ctx.exit(1)


def _parse(words: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """Verb, post and the rest; `add POST#2 TEXT` says the same as `POST add 2 TEXT`."""
    if len(words) == 1:
        return "", words[0], ()
    verb_at = 0 if words[0] in VERBS and words[1] not in VERBS else 1
    verb = words[verb_at]
    if verb not in VERBS:
        raise UsageError(f"`{verb}` is nothing to do with an outline", hint="Write move, add or drop after the post.")
    rest = words[2:]
    post = words[1 - verb_at]
    if "#" in post:
        post, _, section = post.rpartition("#")
        rest = (section, *rest)
    elif rest and "#" in rest[0] and rest[0].rpartition("#")[0] == post:
        rest = (rest[0].rpartition("#")[2], *rest[1:])
    return verb, post, rest


def _changed(workspace: Workspace, verb: str, post: str, rest: tuple[str, ...], note: str) -> Outlined:
    if verb == "add" and len(rest) >= 2:
        return add_bullet(workspace, post, rest[0], " ".join(rest[1:]), note)
    if verb == "add" and len(rest) == 1 and note:
        return add_bullet(workspace, post, rest[0], "", note)
    if verb == "move" and len(rest) == 2:
        return move_bullet(workspace, post, *rest)
    if verb == "drop" and len(rest) == 1:
        return drop_bullet(workspace, post, rest[0])
    usage = {"add": f'{post} add 2 "the point to make"', "move": f"{post} move 2/3 4", "drop": f"{post} drop 2/3"}
    raise UsageError(f"`{verb}` needs other words", hint=f"For example: inkwright outline {usage[verb]}")


def _numbered(found: Outlined) -> list[tuple[int, Section, str]]:
    """Each section with its number, 0 for the opening and for the bullets not placed, and its state."""
    before = sum(not section.level and section.key != NOT_PLACED for section in found.plan.sections)
    return [
        (index - before + 1 if section.level else 0, section, state)
        for index, (section, state) in enumerate(zip(found.plan.sections, found.states, strict=True))
    ]


def _print(found: Outlined) -> None:
    plan = found.plan
    say(f"{found.post.file.path} · {plan.template or 'no template'}\n", "  ", whole=found.post.file.path)
    rows = []
    for number, section, state in _numbered(found):
        written = sum(bullet.written for bullet in section.bullets)
        bullets = f"{written} of {len(section.bullets)}" if section.bullets else "-"
        title, budget = section.title or "(opening)", str(section.budget) or "-"
        if section.key == NOT_PLACED:
            rows.append(("", title, "", "", str(len(section.bullets)), ""))
            continue
        rows.append((str(number), title, budget, str(section.words), bullets, "over" if state == "over" else ""))
    rows.append(("", "whole post", str(plan.budget) or "-", str(plan.words), "", ""))
    click.echo(table(rows, ("", "section", "budget", "words", "bullets written", ""), give=[1]))
    _print_bullets(found)


def _print_breaches(found: Outlined) -> None:
    if not found.plan.breaches:
        click.echo("\nThe plan is complete.")
        return
    click.echo("\nThe plan still lacks:")
    if found.planning_file:
        say(f"  (what, why, who, thesis and reader_question of this post are kept in {found.planning_file})", " ")
    for breach in found.plan.breaches:
        say(f"  line {breach.line}: {breach.message}", "  ")


def _print_bullets(found: Outlined) -> None:
    """The bullets still to write, by their numbers, and the open questions; of those not placed the first few."""
    lines = []
    for number, section, _ in _numbered(found):
        if section.key == NOT_PLACED and any(not bullet.ticked for bullet in section.bullets):
            into = "2" if any(one.level for one in found.plan.sections) else "0"
            shown = f"inkwright outline {found.post.file.id} move {NOT_PLACED}/1 {into}"
            lines.append(f"\nNot placed (`{shown}` moves the first):")
        spare = section.key == NOT_PLACED
        for place, bullet in enumerate(section.bullets[:FEW] if spare else section.bullets, 1):
            if bullet.question and not bullet.ticked:
                lines.append(f"  {_at(section, number)}/{place}  ? {bullet.text}")
            elif not bullet.written:
                lines.append(
                    f"  {_at(section, number)}/{place}  {bullet.text}{f' [[{bullet.note}]]' if bullet.note else ''}"
                )
        if spare and len(section.bullets) > FEW:
            lines.append(f"  ... and {len(section.bullets) - FEW} more, at the end of the file")
    if lines:
        click.echo("\nStill to write:\n" + fitted(visible("\n".join(lines)), " " * 5))


def _at(section: Section, number: int) -> str:
    return "-" if section.key == NOT_PLACED else str(number)


def _as_output(found: Outlined) -> OUTPUT:
    plan, document = found.plan, found.post.document

    def row(bullet: Bullet) -> BulletRow:
        line = document.position(bullet.span.start).line
        return BulletRow(bullet.text, line, bullet.note, bullet.written, bullet.question)

    sections = tuple(
        SectionRow(
            number, section.title, section.key, section.line, section.budget, section.words, state,
            section.missing, tuple(row(bullet) for bullet in section.bullets),
        )
        for number, section, state in _numbered(found)
    )  # fmt: skip
    breaches = tuple(BreachRow(breach.line, breach.kind, breach.message) for breach in plan.breaches)
    return OUTPUT(
        1, found.post.file.path, found.post.file.id, plan.template, plan.words, plan.budget,
        found.unwritten, found.open_questions, sections, breaches, found.letter,
    )  # fmt: skip

"""Write docs/reference/ from the product itself: commands, settings, rules, templates. `make reference` runs it.

Each page is a function that gives Markdown; `tests/docs` fails when a committed page is not what its function gives.
"""

import ast
import importlib
import inspect
import runpy
import sys
from collections.abc import Callable, Iterator
from copy import copy
from functools import partial
from pathlib import Path

import click
from msgspec.structs import fields

from inkwright.cli.main import GROUPS, command_names, describe, module_name
from inkwright.lint.page import page_names, read_page
from inkwright.lint.rule_text import rule_text
from inkwright.model import settings
from inkwright.plan.templates import kinds, template
from inkwright.platforms.generators import all_generators

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference"
MADE = "<!-- Made by `make reference`; do not edit. -->\n\n"


def commands() -> str:
    """All commands by group, each with its whole help."""
    parts = [MADE, "# Commands\n\n", "Every command takes `--help`; reading commands take `--format json`.\n"]
    names = sorted(command_names(), key=lambda name: (GROUPS.index(describe(name)[1]), name))
    group = ""
    for name in names:
        summary, of = describe(name)
        if of != group:
            group = of
            parts.append(f"\n## {group.capitalize()}\n")
        command = importlib.import_module(f"inkwright.cli.commands.{module_name(name)}").command
        parts.append(f"\n### {name}\n\n{summary}\n\n```text\n{help_of(command, f'inkwright {name}')}\n```\n")
        parts += [f"\n#### {said}\n\n```text\n{text}\n```\n" for said, text in verbs(command, name)]
    return "".join(parts)


def help_of(command: click.Command, name: str) -> str:
    """The whole help of a command under its full name."""
    shown = copy(command)
    shown._help_option = None  # a copy that nobody asked for help before, by other names of the option
    context = click.Context(
        shown, info_name=name, max_content_width=100, terminal_width=100, help_option_names=["-h", "--help"]
    )
    return shown.get_help(context)


def verbs(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    """Each verb of a group, and theirs, with its whole help."""
    if isinstance(command, click.Group):
        context = click.Context(command, info_name=f"inkwright {name}")
        for verb in command.list_commands(context):
            found = command.get_command(context, verb)
            if found is not None:
                yield f"{name} {verb}", help_of(found, f"inkwright {name} {verb}")
                yield from verbs(found, f"{name} {verb}")


def settings_page() -> str:
    """Every key of inkwright.toml with its default and what it does."""
    notes = field_notes()
    parts = [MADE, "# Settings\n\n", "Keys of `inkwright.toml`. All are optional.\n"]
    tables = (f.type for f in fields(settings.Settings) if settings.is_table(f.type))
    for kind in (settings.Settings, *tables, settings.DeployTarget):
        heading = "Top level" if kind is settings.Settings else f"`{(kind.__doc__ or '').split('`')[1]}`"
        parts.append(f"\n## {heading}\n\n| key | default | what it does |\n|---|---|---|\n")
        for item in fields(kind):
            if not settings.is_table(item.type):
                default = getattr(kind(), item.name)
                shown = list(default) if isinstance(default, tuple) else default
                said = " ".join(notes[kind.__name__][item.name].split()).replace("|", "\\|")
                parts.append(f"| `{item.name}` | `{shown!r}` | {said} |\n".replace("`''`", '`""`'))
    return "".join(parts)


def field_notes() -> dict[str, dict[str, str]]:
    """By class and field of model/settings.py, the text that stands below the field."""
    notes: dict[str, dict[str, str]] = {}
    for node in ast.parse(inspect.getsource(settings)).body:
        if isinstance(node, ast.ClassDef):
            for field, below in zip(node.body, node.body[1:], strict=False):
                if isinstance(field, ast.AnnAssign) and isinstance(below, ast.Expr):
                    notes.setdefault(node.name, {})[ast.unparse(field.target)] = ast.literal_eval(below.value)
    return notes


def rules() -> str:
    """Every rule by category: what it finds, its severity, whether it can mend, its rate on good prose; other names."""
    parts = [
        MADE,
        "# Rules\n\nEach name leads to the rule's page, which `inkwright rule NAME` shows, too. The rate is ",
    ]
    parts.append(
        "findings per 1,000 words of good published prose. A rule in preview is off until it is switched on.\n"
    )
    category, others = "", {}
    for name in page_names():
        page = read_page(name)
        others.update(dict.fromkeys(page.aliases, name))
        if page.category != category:
            category = page.category
            parts.append(f"\n## {category.capitalize()}\n\n| rule | severity | fix | rate | what it finds |\n")
            parts.append("|---|---|---|---:|---|\n")
        what = " ".join(page.what.split("\n\n")[0].split()).replace("|", "\\|")
        status = "" if page.status == "stable" else " (preview)"
        parts.append(f"| [{name}](rules/{name}.md){status} | {page.severity} | {page.fix} | {page.rate:g} | {what} |\n")
    parts.append("\n## Other names\n\nOld names and those of other tools mean our rules wherever a name is written.\n")
    parts.append("\n| name | rule |\n|---|---|\n")
    parts += [f"| {other} | [{name}](rules/{name}.md) |\n" for other, name in sorted(others.items())]
    return "".join(parts)


def rule(name: str) -> str:
    """The page of one rule."""
    page = read_page(name)
    source = f"../../../src/inkwright/lint/rules/{page.category}/{name}.md"
    return f"{MADE}# {name}\n\n{rule_text(page)}\n[All rules](../rules.md) · [where this is written]({source})\n"


def templates() -> str:
    """Every kind of post with its sections and budgets."""
    parts = [MADE, "# Kinds of post\n\n`inkwright new TITLE --template KIND` lays one out; `--explain` shows its "]
    parts.append("questions and a written example of each section.\n")
    for kind in kinds():
        made = template(kind)
        budget = f" {made.budget.low:,}-{made.budget.high:,} words." if made.budget.high else ""
        parts.append(f"\n## {kind}\n\n{made.name}. {made.summary}{budget}\n")
        if made.sections:
            parts.append("\n| section | words | must hold |\n|---|---:|---|\n")
        for section in made.sections:
            low, high = section.budget
            words = f"{low}-{high}" if low != high else str(low or "")
            parts.append(f"| {section.title} | {words} | {', '.join(section.requires)} |\n")
    return "".join(parts)


def generators() -> str:
    """Every layout that is detected, with what proves it and where that was read up."""
    parts = [MADE, "# Site generators\n\nFolders that `check` and `build` read as they are.\n"]
    parts.append("\n| generator | known by | what is read |\n|---|---|---|\n")
    for generator in all_generators():
        module = importlib.import_module(f"inkwright.platforms.{generator.name.replace('-', '')}")
        said = " ".join((module.__doc__ or "").split("\n\n")[0].split())
        marks = (
            ", ".join(" with ".join(f"`{name}`" for name in marker) for marker in generator.markers)
            or "what its files hold"
        )
        parts.append(f"| {generator.name} | {marks} | {said} |\n")
    return "".join(parts)


def constructs() -> str:
    """What becomes of the constructs of other tools; `scripts/constructs.py` makes it."""
    made: str = runpy.run_path(str(ROOT / "scripts" / "constructs.py"))["page"]()
    return made


PAGES: dict[str, Callable[[], str]] = {
    "commands.md": commands,
    "settings.md": settings_page,
    "rules.md": rules,
    "templates.md": templates,
    "generators.md": generators,
    "constructs.md": constructs,
    **{f"rules/{name}.md": partial(rule, name) for name in page_names()},
}


def main() -> None:
    """Write every page."""
    (TARGET / "rules").mkdir(parents=True, exist_ok=True)
    for old in (TARGET / "rules").glob("*.md"):
        if f"rules/{old.name}" not in PAGES:
            old.unlink()
    for name, page in PAGES.items():
        (TARGET / name).write_text(page(), encoding="utf-8")
        if "/" not in name:
            print(f"docs/reference/{name}")


if __name__ == "__main__":
    sys.exit(main())

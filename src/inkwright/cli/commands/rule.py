"""Show what a rule looks for, why, and examples of both kinds; without a name list all rules.

Group: check
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, format_option, table
from inkwright.flows.rule import Example, RuleLine, RulePage, rule_page, rules


class OUTPUT(Struct, frozen=True):
    """What `rule --format json` prints."""

    version: int
    rules: tuple[RuleLine, ...]


@click.command(epilog="Examples: inkwright rule · inkwright rule weasel-word")
@click.argument("name", required=False)
@format_option
def command(name: str | None, format_: str) -> None:
    """Show the page of rule NAME (an old name or that of another tool will do); without NAME list all by category."""
    page = rule_page(name) if name else None
    if format_ == "json":
        emit_rows("rules", [line for line in rules() if page is None or line.name == page.name])
    elif page:
        _show(page)
    else:
        _list(rules())


def _list(found: list[RuleLine]) -> None:
    category = ""
    for line in found:
        if line.category != category:
            category = line.category
            rows = [
                (f"  {one.name}", one.severity, "" if one.status == "stable" else "preview, off", _fix(one.fix))
                for one in found
                if one.category == category
            ]
            click.echo(f"{category}\n{table(rows)}\n")
    click.echo(f"{len(found)} rules; `inkwright rule NAME` shows one.")


def _fix(kind: str) -> str:
    return {"none": "", "safe": "fixed by --fix", "unsafe": "fixed by --fix --unsafe"}[kind]


def _show(page: RulePage) -> None:
    stage = "" if page.status == "stable" else " · preview, off unless switched on"
    click.echo(f"{page.name} · {page.category} · {page.severity}{stage}")
    known = [f"also known as {', '.join(page.aliases)}"] if page.aliases else []
    known += [_fix(page.fix)] if page.fix != "none" else []
    known += [f"{page.rate:g} findings per 1,000 words of good published prose"]
    known += [f"option {key} = {value}" for key, value in page.options.items() if not isinstance(value, tuple)]
    click.echo(f"{' · '.join(known)}\n")
    for title, text in (("What", page.what), ("Why", page.why), ("Source", page.source)):
        click.echo(f"{title}\n  {text.replace(chr(10), chr(10) + '  ')}\n")
    click.echo("Flagged")
    for example in page.flagged:
        click.echo(f"{_example(example)}{_mended(example)}")
    click.echo("\nClean")
    for example in page.clean:
        click.echo(_example(example))
    click.echo(f"\nTo allow it once, write before the block: <!-- inkwright: allow {page.name} -- why -->")


def _example(example: Example) -> str:
    text = example.marked().rstrip("\n")
    return "  - " + text.replace("\n", "\n    ")


def _mended(example: Example) -> str:
    return "" if example.mended is None else "\n    => " + example.mended.rstrip("\n").replace("\n", "\n       ")

"""Show what a rule looks for, why, and examples of both kinds; without a name list all rules.

Group: check
"""

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, fitted, format_option, room, table
from inkwright.flows.rule import Example, RuleLine, RulePage, rule_page, rules
from inkwright.model.regex import regex

_SOFT = regex(r"(?<=[^\n])\n(?=[^\n])")
"""A line end within a paragraph."""


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
    click.echo(fitted(f"{page.name} · {page.category} · {page.severity}{stage}", "  "))
    known = [f"also known as {', '.join(page.aliases)}"] if page.aliases else []
    known += [_fix(page.fix)] if page.fix != "none" else []
    known += [f"{page.rate:g} findings per 1,000 words of good published prose"]
    known += [f"option {key} = {value}" for key, value in page.options.items() if not isinstance(value, tuple)]
    click.echo(fitted(" · ".join(known), "  ") + "\n")
    for title, text in (("What", page.what), ("Why", page.why), ("Source", page.source)):
        click.echo(f"{title}\n{_paragraphs(text)}\n")
    click.echo("Flagged")
    for example in page.flagged:
        click.echo(fitted(f"{_example(example)}{_mended(example)}", "  "))
    click.echo("\nClean")
    for example in page.clean:
        click.echo(fitted(_example(example), "  "))
    comment = f"<!-- inkwright: allow {page.name} -- why -->"
    click.echo("\n" + fitted(f"To allow it once, write before the block: {comment}", "  ", whole=comment))


def _paragraphs(text: str) -> str:
    """A part of a page, indented; on a terminal its lines end where that does and not where the page's own do."""
    if room() is not None:
        text = _SOFT.sub(" ", text)
    return fitted("\n".join(f"  {line}".rstrip() for line in text.split("\n")))


def _example(example: Example) -> str:
    text = example.marked().rstrip("\n")
    return "\n".join(f"    {line}".rstrip() for line in text.split("\n")).replace("    ", "  - ", 1)


def _mended(example: Example) -> str:
    return "" if example.mended is None else "\n    => " + example.mended.rstrip("\n").replace("\n", "\n       ")

"""Follow notes to the posts that use them, and back; see which notes none uses.

Group: plan and draft
"""

from dataclasses import dataclass

import click

from inkwright.cli.output import emit_rows, format_option, table
from inkwright.flows.trace import trace
from inkwright.model.trace import Use
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace


@dataclass(frozen=True)
class OUTPUT:
    """What `trace --format json` prints."""

    version: int
    uses: tuple[Use, ...]
    unused: tuple[str, ...]


@click.command(epilog="Examples: inkwright trace kv-cache\n\ninkwright trace notes/kv-cache-notes.md")
@click.argument("name", default="", metavar="[POST|NOTE]")
@format_option
def command(name: str, format_: str) -> None:
    """Show which note stands behind which section of POST, or where posts use NOTE; without a name, all of it.

    A note is used by a planned bullet that names it, by a link or embed, or by a link to the address it was clipped
    from. Below stand the notes that are not used: of a post those bound to it by `project:` or a tag, without a name
    those that no post uses. Nothing is written.
    """
    found = trace(open_workspace(), name)
    if format_ == "json":
        emit_rows("uses", found.uses, unused=found.unused)
        return
    rows = [
        (use.note or "(no such note)", f"{use.post}:{use.line}", use.section or "(opening)", use.kind, use.text)
        for use in found.uses
    ]
    click.echo(table(rows, ("NOTE", "POST", "SECTION", "AS", "")) or "No note is used.")
    if found.unused:
        click.echo("\nNot used:\n" + "\n".join(f"  {visible(path)}" for path in found.unused))

"""Follow notes to the posts that use them, and back; see which notes none uses.

Group: plan and draft
"""

import textwrap
from collections.abc import Mapping

import click
from msgspec import Struct

from inkwright.cli.output import emit_rows, format_option, table
from inkwright.flows.trace import trace
from inkwright.model.trace import Trace, Use
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

SHOWN = 70
"""Characters of a bullet or a link that are shown."""
LISTED = 30
"""Notes without a use that are named; the JSON has them all."""


class OUTPUT(Struct, frozen=True):
    """What `trace --format json` prints; `topics` gives the topic of each note by its path."""

    version: int
    uses: tuple[Use, ...]
    unused: tuple[str, ...]
    topics: Mapping[str, str]


@click.command(epilog='Examples: inkwright trace kv-cache\n\ninkwright trace "GPU programming"')
@click.argument("name", default="", metavar="[POST|NOTE|TOPIC]")
@format_option
def command(name: str, format_: str) -> None:
    """Show which note of which topic stands behind which section of POST, or where posts use NOTE or the notes of
    TOPIC; without a name, all of it.

    A note is used by a planned bullet that names it, by a link or embed, or by a link to the address it was clipped
    from. Below stand the notes that are not used: of a post those bound to it by `project:` or a tag, else those
    that no post uses. Nothing is written.
    """
    found = trace(open_workspace(), name)
    if format_ == "json":
        emit_rows("uses", found.uses, unused=found.unused, topics=found.topics)
        return
    rows = [
        (
            use.note or "(no such note)",
            use.topic or "-",
            f"{use.post}:{use.line}",
            use.section or "(opening)",
            use.kind,
            textwrap.shorten(use.text, SHOWN, placeholder=" …"),
        )
        for use in found.uses
    ]
    click.echo(table(rows, ("NOTE", "TOPIC", "POST", "SECTION", "AS", "")) or "No note is used.")
    if found.unused:
        click.echo("\nNot used:\n" + "\n".join(_unused(found, path) for path in found.unused[:LISTED]))
    if len(found.unused) > LISTED:
        click.echo(f"  ... and {len(found.unused) - LISTED} more; `inkwright review` asks about them one by one")


def _unused(found: Trace, path: str) -> str:
    topic = found.topics.get(path, "")
    return visible(f"  {path}{f'  ({topic})' if topic else ''}")

"""Go through the 18-item quality checklist of a post: passed, failed, or for you to decide.

Group: check
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fits, fitted, format_option, say, table
from inkwright.flows.checklist import checklist
from inkwright.model.finding import ChecklistItem
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

MARKS = {"pass": "pass", "fail": "FAIL", "ask": "you decide"}
_WIDE = max(map(len, MARKS.values()))


class OUTPUT(Struct, frozen=True):
    """What `checklist --format json` prints."""

    version: int
    items: tuple[ChecklistItem, ...]
    path: str


@click.command(epilog="Example: inkwright checklist kv-cache")
@click.argument("post")
@format_option
def command(post: str, format_: str) -> None:
    """Show the checklist of POST (a file, an id, a slug or the beginning of one) with what each item rests on.

    It is advice: the exit code is 0 whatever it says.
    """
    workspace = open_workspace(".")
    checked = checklist(workspace, post, today(workspace.capture.timezone))
    if format_ == "json":
        emit_rows("items", checked.checklist, path=checked.path)
        return
    rows = [(MARKS[item.state], item.text, item.evidence) for item in checked.checklist]
    shown = table(rows, ("", "item", "evidence"))
    if fits(shown):
        click.echo(shown)
    else:
        for mark, text, evidence in rows:
            head = f"{mark:{_WIDE}}  {click.style(text, bold=True)}"
            click.echo(fitted(f"{head}: {visible(evidence)}", " " * (_WIDE + 2)))
    counts = [sum(item.state == state for item in checked.checklist) for state in MARKS]
    click.echo()
    say(f"{counts[0]} passed, {counts[1]} failed, {counts[2]} for you to decide: {checked.path}", "  ")

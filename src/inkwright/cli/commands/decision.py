"""Add a dated decision to a post, with its reason.

Group: plan and draft
"""

import click

from inkwright.cli.clock import today
from inkwright.cli.typed import read_text
from inkwright.flows.decision import decide
from inkwright.workspace.folder import workspace_of


@click.command(epilog='Example: inkwright decision kv-cache "One process, no server" --why "one user, one machine"')
@click.argument("post")
@click.argument("text", nargs=-1)
@click.option("--why", default="", metavar="REASON", help="What spoke for it.")
def command(post: str, text: tuple[str, ...], why: str) -> None:
    """Write TEXT with today's date at the end of the section of decisions of POST; `-` reads it from standard input.

    The section is the one marked `<!-- section: decisions -->`, else one whose heading says so; without one it is made
    at the end of the post. Nothing else in the file changes.
    """
    workspace = workspace_of((post,))
    said = decide(workspace, post, read_text(text, "Decision"), why, today(workspace.settings.timezone))
    click.echo(f"{said.path}:{said.line}: {said.text}")

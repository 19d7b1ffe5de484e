"""Drop a one-line idea into the inbox, from anywhere in the workspace.

Group: capture
"""

import click

from inkwright.cli.clock import today
from inkwright.cli.typed import read_text
from inkwright.flows.idea import capture_idea
from inkwright.workspace.folder import require_workspace


@click.command(
    epilog='Example: inkwright idea "KV cache eviction surprised me" --from paper\n\n'
    "Origins: debugged, paper, compared, explained, question, concept, curiosity, work. "
    "Purposes: learn, share, disagree, bat-signal."
)
@click.argument("text", nargs=-1)
@click.option("--from", "origin", default="", metavar="ORIGIN", help="Where it came from.")
@click.option("--purpose", default="", metavar="P", help="What writing it up would be for.")
@click.option("--to", default="", metavar="POST", help="The post or project that it belongs to.")
def command(text: tuple[str, ...], origin: str, purpose: str, to: str) -> None:
    """Add TEXT to the inbox as one dated line; `-` reads it from standard input."""
    workspace = require_workspace(".")
    said = read_text(text, "Idea")
    idea = capture_idea(workspace, said, today(workspace.capture.timezone), origin, purpose, to)
    click.echo(f"Kept in {workspace.capture.ideas}: {idea.text}")

"""Send the built site where it lives: a folder, a branch for GitHub Pages, a server, a bucket.

Group: publish
"""

import click

from inkwright.cli.clock import now
from inkwright.cli.output import say
from inkwright.cli.releasing import sent
from inkwright.flows.deploy import Sending, deploy
from inkwright.workspace.folder import require_workspace


@click.command(epilog="Examples: inkwright deploy --dry-run · inkwright deploy --to staging")
@click.option("--to", "name", default="", metavar="NAME", help="The target; else `to` of [deploy], or the only one.")
@click.option("--dry-run", "dry", is_flag=True, help="Build, say which files would be sent and removed; send nothing.")
@click.option(
    "--all", "everything", is_flag=True, help="Send every file, also over files that somebody else put there."
)
def command(name: str, dry: bool, everything: bool) -> None:
    """Build the site and send what changed. Targets stand in inkwright.toml, keys and passwords never do.

    Only files that the build made are sent, and only files that were sent before are removed; what else lies there is
    left alone. A deployment that was broken off is made good by the next. Uses the network unless the target is a
    folder. Exits with 1 when a post could not be read, after sending the rest.
    """
    workspace = require_workspace(".")
    built, deployed = deploy(workspace, Sending(now(workspace.settings.timezone), name, dry, everything))
    for trouble in built.troubles:
        say(f"inkwright: {trouble}", "  ", err=True)
    for line in sent(deployed):
        say(line, "  ")
    raise click.exceptions.Exit(int(bool(built.troubles)))

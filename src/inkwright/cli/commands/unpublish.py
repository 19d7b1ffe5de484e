"""Take a published post back: it is a draft again, the site loses it, the trail stays.

Group: publish
"""

import click

from inkwright.cli.clock import now
from inkwright.cli.output import say
from inkwright.cli.releasing import blocked, told
from inkwright.cli.who import who
from inkwright.flows.unpublish import Withdrawal, unpublish
from inkwright.workspace.folder import require_workspace


@click.command(epilog='Example: inkwright unpublish kv-cache --why "the benchmark was wrong" --gone')
@click.argument("post")
@click.option("--why", default="", metavar="REASON", help="Kept in the post's record; readers do not see it.")
@click.option("--gone", is_flag=True, help="Say at its address that it is gone for good (410 where the host can).")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would happen; change nothing.")
def command(post: str, why: str, gone: bool, dry: bool) -> None:
    """Make POST a draft again, build the site without it and send that to the usual target. Its date stays.

    POST is named whole, by its path, id or slug. Without --gone its address answers as any that does not exist. A post
    that was only scheduled is taken off the schedule.
    """
    workspace = require_workspace(".")
    how = Withdrawal(now(workspace.settings.timezone), who(workspace), why, gone, dry, whole=not dry)
    release = unpublish(workspace, post, how)
    stands = blocked(release)
    for line in told(release):
        say(line, "  ")
    raise click.exceptions.Exit(int(stands))

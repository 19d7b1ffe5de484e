"""Publish a post: check it, set its dates, build the site, send it where it lives.

Group: publish
"""

import sys

import click

from inkwright.cli.asking import agreed, someone_is_there
from inkwright.cli.clock import now
from inkwright.cli.output import say
from inkwright.cli.releasing import blocked, told
from inkwright.cli.who import who
from inkwright.flows.publish import How, publish
from inkwright.flows.publish_due import publish_due
from inkwright.workspace.folder import require_workspace


@click.command(
    epilog='Examples: inkwright publish kv-cache --dry-run · inkwright publish kv-cache --anyway "figures follow on '
    'Monday" · inkwright publish --due'
)
@click.argument("post", required=False, default="")
@click.option("--anyway", default="", metavar="WHY", help="Publish although something stands in the way; WHY is kept.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would happen; change nothing.")
@click.option("--due", is_flag=True, help="Publish the scheduled posts whose date has come; run twice it is done once.")
@click.option("--yes", is_flag=True, help="The thesis still holds: do not ask. Needed where nobody can be asked.")
def command(post: str, anyway: str, dry: bool, due: bool, yes: bool) -> None:
    """Publish POST. Its date is set where it has none, what makes it a draft is taken away, nothing else is touched.

    Errors of the editor, open questions, TK, stale output and figures that no longer fit their data stand in the way;
    each is told with its line and the command that helps, and the exit code is 1. With a date to come the post is
    scheduled. A published post whose text changed gets `updated`. The site is then built and sent to the usual target
    of `inkwright deploy` (uses the clock, and the network where the target does). POST is a path, an id or a slug; the
    beginning of one does where you are asked before it happens.
    """
    if bool(post) == due:
        raise click.UsageError("Name a post, or give --due.")
    if anyway and due:
        raise click.UsageError("--anyway goes with one post.")
    if anyway != anyway.strip() or (not anyway and "--anyway" in sys.argv):
        raise click.UsageError("--anyway wants a reason.")
    workspace = require_workspace(".")
    ask = (lambda _: True) if yes or due else _ask
    whole = not dry and (yes or not someone_is_there())
    how = How(now(workspace.settings.timezone), who(workspace), anyway, dry, ask, whole=whole)
    release = publish_due(workspace, how) if due else publish(workspace, post, how)
    if due and not release.posts:
        click.echo("No scheduled post is due.")
    stands = blocked(release)
    for line in told(release):
        say(line, "  ")
    raise click.exceptions.Exit(int(stands))


def _ask(thesis: str) -> bool:
    """The thesis once more, before the post goes out. Raises UsageError where nobody is there to hold it."""
    if not thesis:
        say("It has no thesis: `thesis:` in its front matter would say the whole post in one sentence.", err=True)
        return True
    say(f"Thesis: {thesis}", "  ", err=True)
    return agreed("Does the post still say and show that?", yes=False, to="publish it")

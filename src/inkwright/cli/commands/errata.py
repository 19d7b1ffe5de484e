"""Say at the end of a post what was wrong in it.

Group: publish
"""

import click

from inkwright.cli.clock import now
from inkwright.cli.output import say
from inkwright.cli.typed import read_text
from inkwright.cli.who import who
from inkwright.flows.errata import correct
from inkwright.workspace.folder import require_workspace


@click.group(epilog='Example: inkwright errata add kv-cache "The figure is 45 ms, not 54."')
def command() -> None:
    """Keep the corrections of a post, which its readers see at its end."""


@command.command(epilog='Example: inkwright errata add kv-cache "The figure is 45 ms, not 54."')
@click.argument("post")
@click.argument("text", nargs=-1)
def add(post: str, text: tuple[str, ...]) -> None:
    """Add TEXT with today's date to the errata of POST; `-` reads it from standard input.

    It stands in the front matter as `errata`; `updated` is set to today for a published post. The words of the post
    are yours to mend; `inkwright publish POST` then shows both.
    """
    workspace = require_workspace(".")
    moment = now(workspace.settings.timezone)
    done = correct(workspace, post, read_text(text, "Correction"), moment, who(workspace))
    say(done.path if done.changes else f"{done.path}: it says that already")
    for change in done.changes:
        for sign, line in (("-", change.before), ("+", change.after)):
            if line:
                say(f"  {sign} {line}", "  ")
    say(done.hint or f"Next: inkwright publish {done.id}")

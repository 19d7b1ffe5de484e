"""Send a post to your own readers, and prove who got it.

Group: newsletter
"""

import importlib
from pathlib import Path

import click

import inkwright.cli.newsletter

_VERBS = Path(inkwright.cli.newsletter.__file__).parent


class Verbs(click.Group):
    """A group whose commands are the files of `cli/newsletter`, imported only when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the verbs, sorted; a file that starts with `_` is none."""
        return sorted(p.stem.replace("_", "-") for p in _VERBS.glob("*.py") if not p.stem.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, None when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        module = importlib.import_module(f"inkwright.cli.newsletter.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        command.name = cmd_name
        return command


@click.group(cls=Verbs, epilog="Example: inkwright newsletter preview my-post")
def command() -> None:
    """Send a post to your own readers, and prove who got it.

    The list is yours: a file on your machine (or a PostgreSQL of yours), any SMTP relay, no tracking unless you say so.
    """

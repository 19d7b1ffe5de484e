"""Record what a command prints on a terminal as text and as a picture, with its date.

Group: evidence
"""

from pathlib import Path

import click

from inkwright.cli.clock import today
from inkwright.flows.shot import shot
from inkwright.model.counted import counted
from inkwright.model.terminal import Shot
from inkwright.workspace.folder import workspace_of


@click.command(
    epilog="Example: inkwright shot --post kv-cache --width 72 -- pytest -q\n\n"
    'A line for the shell is one word: inkwright shot -- "ls -l | head -3"',
    context_settings={"ignore_unknown_options": True},
)
@click.argument("cmd", nargs=-1, required=True, type=click.UNPROCESSED)
@click.option("--post", default="", metavar="POST", help="Keep the files beside this post instead of here.")
@click.option("--name", default="", metavar="NAME", help="Name of the files; otherwise made from the command.")
@click.option(
    "--width",
    type=click.IntRange(20, 300),
    default=80,
    show_default=True,
    metavar="COLS",
    help="Columns of the terminal.",
)
@click.option(
    "--cwd", type=click.Path(exists=True, file_okay=False), default=".", metavar="DIR", help="Folder to run it in."
)
@click.option("--force", is_flag=True, help="Replace files of that name that show something else.")
def command(cmd: tuple[str, ...], post: str, name: str, width: int, cwd: str, force: bool) -> None:
    """Run CMD on a terminal of its own and keep what it prints as NAME.txt and NAME.svg.

    The picture keeps colours, follows the reader's light or dark theme, holds its text as text, and knows the command,
    the date and the status it ended with. The command sees none of your environment's secrets and an empty home;
    `[run] environment` names variables to pass on. It is stopped after `[run] timeout` seconds or 1 MB of output. No
    post is changed: the line to paste is printed, its alt text is for you to write.

    Exits with 1 when the command was stopped at a limit; a command that fails by itself may be what you want to show.
    """
    workspace = workspace_of((cwd,)) if not post else workspace_of((post, cwd))
    made = shot(workspace, cmd, today(workspace.settings.timezone), post, name, width, Path(cwd), force)
    _show(made)
    raise click.exceptions.Exit(int(made.captured.ended != "ok"))


def _show(made: Shot) -> None:
    captured = made.captured
    ended = f"status {captured.code}" if captured.ended == "ok" else "stopped at a limit"
    click.echo(f"{made.command}: {ended}, {made.lines} line{'s' if made.lines != 1 else ''}, {captured.seconds:.1f} s")
    for path in (made.text, made.svg):
        click.echo(f"  wrote {path}")
    if made.unseen:
        click.echo(f"  the picture leaves out {counted(made.unseen, 'line')} at the end")
    if not captured.terminal:
        click.echo("  there are no pseudo-terminals on this system, so colours may be missing")
    for warning in made.warnings:
        click.echo(f"inkwright: {made.text}:{warning}", err=True)
    click.echo(f"\n{made.markdown}")

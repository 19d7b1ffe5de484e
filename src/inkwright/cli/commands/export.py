"""Take a post out: for another site generator, as a page to paste, as a talk, as code that runs, as plain text.

Group: publish
"""

import os
from pathlib import Path

import click

from inkwright.cli.clock import today
from inkwright.cli.output import fitted
from inkwright.flows.export_code import export_code
from inkwright.flows.export_markdown import export_markdown
from inkwright.flows.export_paste import PAGES, export_paste
from inkwright.flows.export_post import GENERATORS, export_post
from inkwright.flows.export_talk import export_talk
from inkwright.model.abroad import Exchanged
from inkwright.model.export import Exported
from inkwright.model.visible import visible
from inkwright.workspace.folder import workspace_of

CODE = ("notebook", "script")
"""What the code of a post can become."""
TALK = "talk"
"""What a post can become to be spoken."""
NOTE = "markdown"
"""What a note with wikilinks and embeds can become."""


@click.command(
    epilog="Examples: inkwright export dynamic-batching --to hugo --into ../site · "
    "inkwright export dynamic-batching --to talk"
)
@click.argument("post")
@click.option(
    "--to", "target", type=click.Choice((*GENERATORS, *PAGES, *CODE, TALK, NOTE)), required=True, metavar="WHAT",
    help=f"What to make: {', '.join((*GENERATORS, *PAGES, *CODE, TALK, NOTE))}.",
)  # fmt: skip
@click.option(
    "--into", "--out", "out", default="", metavar="DIR",
    help="Repository or folder to write into.  [default: .inkwright/export for a generator, else the post's own]",
)  # fmt: skip
@click.option("--no-prose", is_flag=True, help="Leave the prose out of a script.")
@click.option("--force", is_flag=True, help="Replace files that say something else.")
def command(post: str, target: str, out: str, no_prose: bool, force: bool) -> None:
    """Write POST for another tool. Nothing is run, nothing is sent.

    For a site generator: the post with its pictures and drawings, front matter, callouts and formulas as that generator
    has them, beside the posts that DIR holds already. What it has no form of is listed first. Planning keys, marks and
    comments stay out.

    `--to paste-medium`, `paste-substack` and `paste-linkedin` make one page to copy and paste, its pictures in it;
    `internal` makes such a page for a mail to colleagues, and the same as Markdown. `talk` makes slides for Marp: of
    each section its title, at most four short points that stand in it, its figure, table or code, its text as notes.

    A notebook holds the prose as Markdown, the code as cells and the outputs that the post shows. A script holds the
    prose as comments and runs from the start. Code with `norun=` is shown or commented out with its reason, code with
    `raises=` goes on after its error, fences with `file=` are written when it runs. Into another folder, the files that
    the code reads are copied along. `--to markdown` takes the path of a note of a vault and writes it into the folder
    DIR with plain links, the words of embedded notes in their place.
    """
    workspace = workspace_of((post,))
    folder = workspace.relative(out) if out else ""
    if target == NOTE:
        _told(export_markdown(workspace, post, folder, force))
    elif target in CODE:
        _told(export_code(workspace, post, target, folder, not no_prose, force))
    elif target == TALK:
        _exchanged(export_talk(workspace, post, folder, today(workspace.settings.timezone), force), target)
    elif target in PAGES:
        _exchanged(export_paste(workspace, post, target, folder, today(workspace.settings.timezone), force), target)
    else:
        _exchanged(export_post(workspace, post, target, folder, today(workspace.settings.timezone), force), target)


def _exchanged(done: Exchanged, target: str) -> None:
    for loss in done.losses:
        times = f" ({loss.count} times)" if loss.count > 1 else ""
        click.echo(fitted(visible(f"{loss.path}:{loss.line}: not as at home: {loss.what}{times}"), "    "))
    for what, said in done.needs:
        click.echo(fitted(f"for {what} to show in {target}: {said}", "    "))
    _told(done.files)


def _told(done: Exported) -> None:
    for path, says in done.written:
        click.echo(fitted(visible(f"wrote {_shown(path)}: {says}"), "    "))
    for path in done.unchanged:
        click.echo(visible(f"unchanged {_shown(path)}"))


def _shown(path: str) -> str:
    """A place outside the workspace from the current folder, where that is shorter."""
    return min(os.path.relpath(path), path, key=len) if Path(path).is_absolute() else path

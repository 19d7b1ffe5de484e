"""Take a post out: its code as a notebook or as scripts that run; a note of a vault as plain Markdown.

Group: publish
"""

import click

from inkwright.flows.export_code import export_code
from inkwright.flows.export_markdown import export_markdown
from inkwright.workspace.folder import workspace_of

CODE = ("notebook", "script")
"""What the code of a post can become."""
NOTE = "markdown"
"""What a note with wikilinks and embeds can become."""


@click.command(epilog="Example: inkwright export dynamic-batching --to notebook --out talk")
@click.argument("post")
@click.option("--to", "target", type=click.Choice((*CODE, NOTE)), required=True, help="What to make of it.")
@click.option("--out", default="", metavar="DIR", help="Folder to write into.  [default: the post's own]")
@click.option("--no-prose", is_flag=True, help="Leave the prose out of a script.")
@click.option("--force", is_flag=True, help="Replace files that say something else.")
def command(post: str, target: str, out: str, no_prose: bool, force: bool) -> None:
    """Write the code of POST as a Jupyter notebook or as one script for each language. Nothing is run.

    A notebook holds the prose as Markdown, the code as cells and the outputs that the post shows. A script holds the
    prose as comments and runs from the start. Code with `norun=` is shown or commented out with its reason, code with
    `raises=` goes on after its error, fences with `file=` are written when it runs. Marks and planning stay out. Into
    another folder, the files that the code reads are copied along. `--to markdown` takes the path of a note of a vault
    and writes it into the folder DIR with plain links, the words of embedded notes in their place.
    """
    workspace = workspace_of((post,))
    folder = workspace.relative(out) if out else ""
    if target == NOTE:
        done = export_markdown(workspace, post, folder, force)
    else:
        done = export_code(workspace, post, target, folder, not no_prose, force)
    for path, says in done.written:
        click.echo(f"wrote {path}: {says}")
    for path in done.unchanged:
        click.echo(f"unchanged {path}")

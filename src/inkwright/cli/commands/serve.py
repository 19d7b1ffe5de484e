"""Show the site in the browser while you write; it reloads by itself.

Group: publish
"""

import click

from inkwright.cli.clock import today
from inkwright.cli.serving import ADDRESS, listen, serve
from inkwright.flows.serve import Previews
from inkwright.model.counted import counted
from inkwright.workspace.folder import open_workspace


@click.command(epilog="Example: inkwright serve --drafts")
@click.option("--port", type=click.IntRange(1, 65535), help="Port to listen on.  [default: the first free from 4000]")
@click.option("--drafts", is_flag=True, help="Show drafts and posts dated in the future too, marked as such.")
def command(port: int | None, drafts: bool) -> None:
    """Serve the site on this machine only, as it would be built, and make it anew when a file changes.

    Nothing is written: what `inkwright build` made before stays as it is. Ctrl-C ends it.
    """
    import asyncio

    workspace = open_workspace(".")
    previews = Previews(workspace, lambda: today(workspace.settings.timezone), drafts)
    first = previews.make()
    door = listen(port or 0)
    for problem in first.problems:
        click.echo(f"inkwright: {problem}", err=True)
    held = f", {first.held} of them not published" if first.held else ""
    posts = counted(first.posts, "post or page", "posts and pages")
    click.echo(f"Serving {posts}{held}: http://{ADDRESS}:{door.getsockname()[1]}/  Ctrl-C ends it.")
    asyncio.run(serve(previews, first, door, workspace.root, first.out, click.echo))

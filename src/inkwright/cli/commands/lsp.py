"""Show findings and fixes in your editor while you write: a language server on stdin and stdout.

Group: faces
"""

import click

from inkwright.cli.clock import today
from inkwright.cli.lsp.server import serve


@click.command(epilog="Example: let your editor start `inkwright lsp`; docs/guide/editors.md shows how.")
@click.option("--stdio", is_flag=True, hidden=True, help="What editors add; there is no other way.")
def command(stdio: bool) -> None:
    """Speak the Language Server Protocol with the program that started this one; you do not run it by hand.

    Texts are checked as they stand in the editor, saved or not. Nothing goes over the network, and nothing is written
    but the lists of what you choose to ignore.
    """
    serve(today)

"""Keep a passage, code, a page or a sketch as a note that says where it came from.

Group: capture
"""

import sys
from typing import Any

import click

from inkwright.cli.clock import today
from inkwright.flows.clip import Asked, clip
from inkwright.model.clip import Clip
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import require_workspace


@click.command(
    epilog="Examples: inkwright clip https://example.org/post\n\n"
    'inkwright clip src/cache.py --lines 10-24 --to kv-cache; inkwright clip photo.jpg --text "the ring, drawn"\n\n'
    "Kinds: paragraph, code, paper, post, sketch, discussion."
)
@click.argument("source", default="")
@click.option("--kind", default="", metavar="KIND", help="What it is; found from SOURCE when left out.")
@click.option("--url", default="", help="Where it stands.")
@click.option("--author", default="", help="Whose words they are.")
@click.option("--date", default="", help="When it was published, as the source says it.")
@click.option("--licence", "--license", "licence", default="", help="Terms that it may be used under.")
@click.option("--title", default="", help="What the note is called.")
@click.option("--to", "project", default="", metavar="PROJECT", help="The project or post that it belongs to.")
@click.option("--lines", default="", metavar="N-M", help="Lines of a file of code.")
@click.option("--paper", default="", metavar="KEY", help="Key of the paper that it stands in.")
@click.option("--page", default="", help="Page that it stands on.")
@click.option("--section", default="", help="Section that it stands in.")
@click.option("--language", default="", help="Language of the code.")
@click.option("--text", default="", help="Words that go with a sketch, or the clip itself.")
@click.option("--hearsay", is_flag=True, help="Nobody can check it; a post that uses it needs a caveat.")
def command(source: str, kind: str, lines: str, text: str, **said: Any) -> None:
    """Keep SOURCE (an address, a file, or `-` for standard input) as a note in the folder of clips.

    An address is fetched; a page keeps its code, tables and pictures' addresses and needs the extra inkwright[import].
    """
    workspace = require_workspace(".")
    if source == "-" or (not source and not text):
        if source != "-" and sys.stdin.isatty():
            raise UsageError("there is nothing to clip", hint="Name an address or a file, or `-` for standard input.")
        source, text = "", sys.stdin.read()
    about = Clip("paragraph", "", **said)
    kept = clip(workspace, Asked(source, text, kind, lines, about), today(workspace.settings.timezone))
    click.echo(f"{'Kept in' if kept.new else 'Already in'} {kept.path}: {kept.title}")

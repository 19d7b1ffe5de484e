"""Keep papers as notes to be filled in: problem, method, data, result, limits, my view.

Group: capture
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, format_option, table
from inkwright.flows.later import later
from inkwright.flows.paper import add_papers, list_papers
from inkwright.model.paper import PaperRow
from inkwright.workspace.folder import require_workspace

NAMED = 10
"""Papers with empty cells that are named below a table."""


class OUTPUT(Struct, frozen=True):
    """What `paper list --format json` prints."""

    version: int
    papers: tuple[PaperRow, ...]


@click.group(epilog="Example: inkwright paper add refs.bib")
def command() -> None:
    """Keep papers as notes, one each, and see which still wait for your reading."""


@command.command(epilog="Examples: inkwright paper add refs.bib\n\ninkwright paper add arXiv:1706.03762")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
def add(sources: tuple[str, ...]) -> None:
    """Make a note of each paper of SOURCE.

    A source is a .bib file, a Zotero .rdf or .json, a Readwise .csv, an arXiv number or a DOI.

    A paper that has a note already gets no second one: passages marked since are added below `Passages` in it, or in
    the clip of that article, and nothing else of it changes. Only an arXiv number or a DOI asks the network (arxiv.org,
    doi.org).
    """
    workspace = require_workspace(".")
    done = add_papers(workspace, sources, today(workspace.settings.timezone))
    for path in done.new:
        click.echo(f"Kept in {path}")
    for said in done.broken:
        click.echo(f"Left out: {said}", err=True)
    for path, count in done.merged:
        click.echo(f"{count} new passage{'s' * (count != 1)} in {path}")
    click.echo(f"{len(done.new)} new, {len(done.known)} there already, {len(done.broken)} left out.")
    if done.broken:
        raise click.exceptions.Exit(1)


@command.command("list", epilog="Example: inkwright paper list --format json")
@format_option
def list_(format_: str) -> None:
    """List the papers with the questions that their notes leave open."""
    rows = list_papers(require_workspace("."))
    if format_ == "json":
        emit_rows("papers", rows)
    elif rows:
        shown = [(row.key, row.year, ", ".join(row.open) or "-", row.title) for row in rows]
        click.echo(table(shown, ("KEY", "YEAR", "OPEN", "TITLE")))
    else:
        click.echo("There are no papers yet: inkwright paper add refs.bib")


@command.command("table", epilog="Example: inkwright paper table --topic caching --fields problem,method,result")
@click.argument("keys", nargs=-1, metavar="[KEY]...")
@click.option("--fields", default="", metavar="F,F", help="Of problem, method, data, result, limits, my view.")
@click.option("--tag", default="", help="Only papers with this tag.")
@click.option("--topic", default="", metavar="T", help="Only papers of this topic; inkwright topics names them.")
def table_(keys: tuple[str, ...], fields: str, tag: str, topic: str) -> None:
    """Print the papers of KEY, or all, as a Markdown table in your own words, with citations.

    Each cell is the first paragraph of your note; what is not written yet is TK and is counted.
    """
    made, holes = later("paper_table").table_of_papers(require_workspace("."), keys, fields, tag, topic)
    click.echo(made, nl=False)
    empty: dict[str, list[str]] = {}
    for path, name in holes:
        empty.setdefault(path, []).append(name)
    for path, names in list(empty.items())[:NAMED]:
        click.echo(f"{path}: nothing below {', '.join(names)}", err=True)
    if len(empty) > NAMED:
        click.echo(f"{len(empty) - NAMED} more papers have holes: inkwright paper list", err=True)
    if not made:
        click.echo("No paper matches: inkwright paper list", err=True)

"""Shares of your editorial themes."""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option, table
from inkwright.flows.pillars import pillar_shares
from inkwright.model.pillar import PillarShare
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `stats pillars --format json` prints."""

    version: int
    pillars: tuple[PillarShare, ...]


@click.command(epilog="Example: inkwright stats pillars --drafts")
@click.option("--drafts", is_flag=True, help="Posts that are not published count too.")
@format_option
def command(drafts: bool, format_: str) -> None:
    """For each of your editorial themes its published posts, their words, its share of all words, its last post.

    Themes are the `pillars` of inkwright.toml; a post names its own with `pillar:`.
    """
    workspace = require_workspace()
    found = pillar_shares(workspace, today(workspace.settings.timezone), drafts)
    emit_rows("pillars", found) if format_ == "json" else _print(found)


def _print(found: list[PillarShare]) -> None:
    if not found:
        said = 'No pillar yet. Name your themes in inkwright.toml: pillars = ["GPU programming", "evaluation"]'
        click.echo(fitted(said, "  "))
        return
    rows = [(_named(one), str(one.posts), f"{one.words:,}", f"{one.share:.0%}", one.last or "-") for one in found]
    click.echo(table(rows, ("PILLAR", "POSTS", "WORDS", "SHARE", "LAST"), give=[0]))


def _named(one: PillarShare) -> str:
    if not one.pillar:
        return "(no pillar)"
    return one.pillar if one.declared else f"{one.pillar} (not declared)"

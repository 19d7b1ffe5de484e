"""Make the site: posts, lists, tags, feeds, sitemap.

Group: publish
"""

import sys
from pathlib import Path
from typing import Any

import click

from inkwright.cli.clock import today
from inkwright.cli.output import say
from inkwright.flows.build import build
from inkwright.model.site import Built
from inkwright.workspace.folder import open_workspace

EVERY = 500
"""Posts after which a build that is not watched on a terminal says how far it is."""


@click.command(epilog="Example: inkwright build --out public")
@click.option("--out", type=click.Path(path_type=Path), help="Folder to build into.  [default: public]")
@click.option("--search", is_flag=True, help="Make the page to search the site, which needs no server.")
def command(out: Path | None, search: bool) -> None:
    """Build the whole site into a folder. Drafts and posts dated in the future stay out of every file of it.

    Only files that changed are written; only files of an earlier build are removed. Works as it is in a folder made
    for another generator, where the site goes to `.inkwright/site` unless --out says otherwise. Exits with 1 when a
    post could not be read or its address is taken, after building the rest.
    """
    workspace = open_workspace(".")
    bar = _Progress()
    built = build(workspace, today(workspace.settings.timezone), out.absolute() if out else "", bar.show, search)
    bar.close()
    for trouble in built.troubles:
        say(f"inkwright: {trouble}", "  ", err=True)
    for line in summary(built):
        say(line, "  ")
    if built.troubles:
        raise click.exceptions.Exit(1)


def summary(built: Built) -> list[str]:
    """What a build did, in lines."""
    lines = [
        f"Built {_count(built.posts, 'post')} and {_count(built.pages, 'page')}: {_count(built.files, 'file')} in "
        f"{shown_path(str(Path(built.index).parent))}, {built.written} written, {built.removed} removed."
    ]
    lines += [f"Held back: {path} ({why})" for path, why in built.held_back]
    for loss in sorted(built.losses, key=lambda loss: (-loss.count, loss.what)):
        where = f"{loss.path}:{loss.line}" if loss.line else loss.path
        lines.append(f"Not shown as written: {loss.what}, {_count(loss.count, 'time')}, first in {where}")
    if built.diagrams:
        shown = "diagram is shown as its" if built.diagrams == 1 else "diagrams are shown as their"
        lines.append(f"{built.diagrams} {shown} source: `pip install 'inkwright[diagrams]'` draws them.")
    if built.large:
        shown = (
            "picture is larger than its page shows it" if built.large == 1 else "pictures are larger than pages show"
        )
        lines.append(f"{built.large} {shown}: `pip install 'inkwright[images]'` offers smaller ones too.")
    lines += [str(warning) for warning in built.warnings]
    lines += [f"Left alone, because it was changed by hand: {path}" for path in built.kept]
    if not built.feeds:
        lines.append("No base_url is set, so there is no feed and no sitemap: set it in inkwright.toml.")
    lines.append(f"Open {shown_path(built.index)}, or run `inkwright serve`.")
    return lines


def shown_path(path: str) -> str:
    """A path as short as it can be said from the current folder."""
    place = Path(path)
    here = Path.cwd()
    return str(place.relative_to(here)) if place.is_absolute() and place.is_relative_to(here) else path


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


class _Progress:
    """How far the work is: a bar on a terminal, a line now and then elsewhere."""

    def __init__(self) -> None:
        self._bar: Any = None

    def show(self, done: int, total: int) -> None:
        """Say that so many posts of all are done."""
        if self._bar is None and sys.stderr.isatty():
            self._bar = _bar(total)
        if self._bar is not None:
            self._bar.update(1)
        elif done % EVERY == 0:
            click.echo(f"{done} of {total} posts", err=True)

    def close(self) -> None:
        """Leave the terminal as it was."""
        if self._bar is not None:
            self._bar.render_finish()


def _bar(total: int) -> Any:
    return click.progressbar(length=total, label="Building", file=sys.stderr)

"""The options that narrow what `search` and `ask` look through, and what they mean."""

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar, Unpack

import click

from inkwright.cli.clock import today
from inkwright.flows.search_words import wanted_of
from inkwright.model.found import Wanted
from inkwright.workspace.folder import Workspace

F = TypeVar("F", bound=Callable[..., Any])
_OPTIONS = (
    click.option(
        "--kind", default="", metavar="KIND", help="Only note, paper, post, page, idea, log, or a kind of clip."
    ),
    click.option("--origin", default="", metavar="ORIGIN", help="Only what came from there (paper, debugged, ...)."),
    click.option(
        "--tag", "--theme", "tag", default="", metavar="TAG", help="Only this tag or one below it, pillar or folder."
    ),
    click.option("--topic", default="", metavar="TOPIC", help="Only what this topic holds; see `inkwright topics`."),
    click.option("--since", default="", metavar="WHEN", help="Not older than a date (2026-10-01) or an age (30d, 6m)."),
    click.option("--unused", is_flag=True, help="Only what no post links to and no idea was used for."),
)


class Filters(TypedDict):
    """The values of the options, as the command gets them."""

    kind: str
    origin: str
    tag: str
    topic: str
    since: str
    unused: bool


def filter_options(command: F) -> F:
    """Give a command the options; it hands their values to `wanted_in`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def wanted_in(workspace: Workspace, **given: Unpack[Filters]) -> Wanted:
    """What is looked for in a workspace. Raises UsageError for a date or an origin that is none."""
    now = today(workspace.settings.timezone) if given["since"] else ""
    return wanted_of(**given, today=now)

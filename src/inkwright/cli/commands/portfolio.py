"""What your posts come to: the goal of six in three months, roles and skills they show, a list for a README.

Group: measure
"""

from dataclasses import dataclass

import click

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, format_option
from inkwright.flows.portfolio import latest_block, portfolio, renew_readme
from inkwright.measure.portfolio import GOAL
from inkwright.model.portfolio import Portfolio, Shelf, Target
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

BAR = 24
"""Characters of the bar."""
LISTED = 8
"""Skills that are listed by name; JSON has all."""


@dataclass(frozen=True)
class OUTPUT:
    """What `portfolio --format json` prints."""

    version: int
    portfolio: Portfolio


@click.command(
    epilog="Examples: inkwright portfolio · inkwright portfolio --readme · inkwright portfolio --readme-file README.md"
)
@click.option("--goal", type=click.IntRange(1, 100), default=GOAL, show_default=True, help="Posts in three months.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day on which the three months begin."
)
@click.option("--readme", is_flag=True, help="Print your latest posts as a block for a README.")
@click.option("--readme-file", default="", metavar="FILE", help="Renew that block in FILE; nothing else in it changes.")
@format_option
def command(goal: int, since: object, readme: bool, readme_file: str, format_: str) -> None:
    """Show how far the goal of posts is, with a day for each that is left, and which posts show which role or skill.

    Roles are the `roles:` of a post, skills its tags; newest posts first. The three months begin with your first post
    of the last three, unless --since says otherwise. For the page of your site: `portfolio = true` under [site].
    """
    workspace = require_workspace(".")
    day = today(workspace.settings.timezone)
    if readme_file:
        changed = renew_readme(workspace, readme_file, day)
        click.echo(f"{readme_file}: {'renewed' if changed else 'up to date'}")
        return
    if readme:
        click.echo(latest_block(workspace, day))
        return
    found = portfolio(workspace, day, goal, since.date().isoformat() if since else "")  # type: ignore[attr-defined]
    emit_json(OUTPUT(1, found)) if format_ == "json" else _print(found)


def _print(found: Portfolio) -> None:
    _print_target(found.target)
    _print_shelves("By role", found.roles, "No post names a role yet; write `roles: [ml-engineer]` into one.")
    _print_shelves("By skill", found.skills[:LISTED], "No post has tags yet; they are the skills that it shows.")
    if more := len(found.skills) - LISTED:
        click.echo(f"  and {more} more skill{'s' * (more != 1)}" if more > 0 else "", nl=more > 0)


def _print_target(goal: Target) -> None:
    filled = min(BAR, BAR * goal.done // goal.goal)
    click.echo(f"{'█' * filled}{'░' * (BAR - filled)}  {goal.done} of {goal.goal} posts, {goal.begin} to {goal.end}")
    if goal.due:
        click.echo(f"{goal.left} left; evenly spread they are due {', '.join(goal.due)}")


def _print_shelves(heading: str, shelves: tuple[Shelf, ...], none: str) -> None:
    click.echo(f"\n{heading}" if shelves else f"\n{none}")
    for shelf in shelves:
        click.echo(visible(f"  {shelf.name} ({len(shelf.posts)})"))
        for post in shelf.posts:
            level = f" ({post.level})" if post.level else ""
            click.echo(visible(f"    {post.date or '          '}  {post.title}{level}"))

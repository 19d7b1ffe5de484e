"""What your posts come to: the goal of six in three months, roles and skills they show, a list for a README.

Group: measure
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import clipped, emit_json, emit_rows, fitted, format_option
from inkwright.flows.portfolio import portfolio
from inkwright.flows.portfolio_out import featured_posts, latest_block, renew_readme
from inkwright.measure.portfolio import GOAL
from inkwright.model.portfolio import Featured, Portfolio, Shelf, ShownPost, Target
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

BAR = 24
"""Characters of the bar."""
TALKED = 5
"""Posts whose talking points are shown; JSON has all."""
LISTED = 8
"""Skills that are listed by name; JSON has all."""


class OUTPUT(Struct, frozen=True):
    """What `portfolio --format json` prints: `portfolio`, or with --linkedin `featured`."""

    version: int
    portfolio: Portfolio | None = None
    featured: tuple[Featured, ...] = ()


@click.command(epilog="Examples: inkwright portfolio · inkwright portfolio --linkedin · inkwright portfolio --readme")
@click.option("--goal", type=click.IntRange(1, 100), default=GOAL, show_default=True, help="Posts in three months.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), metavar="DAY", help="The day on which the three months begin."
)
@click.option("--readme", is_flag=True, help="Print your latest posts as a block for a README.")
@click.option("--readme-file", default="", metavar="FILE", help="Renew that block in FILE; nothing else in it changes.")
@click.option("--linkedin", is_flag=True, help="Print your best posts as texts for Featured on LinkedIn.")
@format_option
def command(goal: int, since: object, readme: bool, readme_file: str, linkedin: bool, format_: str) -> None:
    """Show how far the goal of posts is, with a day for each that is left, which posts show which role or skill, and
    what of each there is to talk about: a finding, a choice, a number, in your own sentences, with their lines.

    Roles are the `roles:` of a post, skills its tags; posts with most to talk about come first, then the newest. The
    three months begin with your first post of the last three, unless --since says otherwise; with --since only the goal
    is shown, as nothing else depends on it (JSON has all). For the page of your site: `portfolio = true` under [site].
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
    if linkedin:
        rows = featured_posts(workspace, day)
        emit_rows("featured", rows) if format_ == "json" else _print_featured(rows)
        return
    found = portfolio(workspace, day, goal, since.date().isoformat() if since else "")  # type: ignore[attr-defined]
    emit_json(OUTPUT(1, found)) if format_ == "json" else _print(found, window_only=since is not None)


def _print(found: Portfolio, window_only: bool = False) -> None:
    _print_target(found.target)
    if not found.posts:
        click.echo("\nNo post is published yet; `inkwright coach` leads to the first.")
        return
    if window_only:
        return
    _print_shelves("By role", found.roles, "No post names a role yet; write `roles: [ml-engineer]` into one.")
    _print_shelves("By skill", found.skills[:LISTED], "No post has tags yet; they are the skills that it shows.")
    if more := len(found.skills) - LISTED:
        click.echo(f"  and {more} more skill{'s' * (more != 1)}" if more > 0 else "", nl=more > 0)
    _print_points([post for post in found.posts if post.points])


def _print_points(posts: list[ShownPost]) -> None:
    if posts:
        click.echo("\nTo talk about, in your own words")
    for post in posts[:TALKED]:
        click.echo(fitted(visible(f"  {post.title}"), "  "))
        for one in post.points:
            click.echo(fitted(visible(f"    {one.kind:7}  “{one.text}”"), " " * 9))
            click.echo(visible(f"{' ' * 13}{one.path}:{one.line}"))
    if (more := len(posts) - TALKED) > 0:
        click.echo(f"  and {more} more post{'s' * (more != 1)}")


def _print_featured(posts: list[Featured]) -> None:
    if not posts:
        click.echo("No post is published yet.")
    for number, one in enumerate(posts):
        click.echo(fitted(visible("\n".join(line for line in (one.title, one.text, one.url) if line))))
        if number < len(posts) - 1:
            click.echo()


def _print_target(goal: Target) -> None:
    filled = min(BAR, BAR * goal.done // goal.goal)
    click.echo(f"{'█' * filled}{'░' * (BAR - filled)}  {goal.done} of {goal.goal} posts, {goal.begin} to {goal.end}")
    if said := _ahead(goal):
        click.echo(fitted(said, "  "))


def _ahead(goal: Target) -> str:
    """What is to be said of the days that are left; "" once the goal is reached in time."""
    if goal.over:
        reached = "the goal was reached" if not goal.left else f"{goal.left} short of the goal"
        return f"These three months are over: {reached}. Leave out --since to see how far you are now."
    if len(set(goal.due)) < goal.left:
        return f"{goal.left} left until {goal.end}, more than one a day: name a smaller --goal or a later --since."
    return f"{goal.left} left; evenly spread they are due {', '.join(goal.due)}" if goal.due else ""


def _print_shelves(heading: str, shelves: tuple[Shelf, ...], none: str) -> None:
    click.echo(f"\n{heading if shelves else fitted(none)}")
    for shelf in shelves:
        click.echo(fitted(visible(f"  {shelf.name} ({len(shelf.posts)})"), "  "))
        for post in shelf.posts:
            level = f" ({post.level})" if post.level else ""
            click.echo(clipped(visible(f"    {post.date or '          '}  {post.title}{level}")))

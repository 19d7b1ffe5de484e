"""Say what a good editor would mark, with line, reason and a hint.

Group: check
"""

import click

from inkwright.cli.clock import today
from inkwright.flows.check import check
from inkwright.flows.check_report import FORMATS, render
from inkwright.lint.report.json import CheckOut as OUTPUT  # noqa: F401
from inkwright.model.finding import SEVERITIES


@click.command(epilog="Example: inkwright check posts/kv-cache/index.md")
@click.argument("paths", nargs=-1, type=click.Path())
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True, help="How to print."
)
@click.option("--force", is_flag=True, help="Show all findings of posts that are still being drafted.")
@click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="error",
    show_default=True,
    help="Exit with 1 from this severity up.",
)
def command(paths: tuple[str, ...], format_: str, force: bool, fail_on: str) -> None:
    """Check posts, other files or folders; without PATHS all posts of the workspace. Changes nothing."""
    checked = check(paths, today(), force)
    click.echo(render(checked, format_), nl=False)
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]  # type: ignore[arg-type]
    raise click.exceptions.Exit(
        int(any(f.severity in grave for one in checked if not one.drafting for f in one.findings))
    )

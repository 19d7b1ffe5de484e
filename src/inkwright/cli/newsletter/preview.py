"""Show a post as its readers would get it by mail."""

import sys
from typing import Any

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, format_option
from inkwright.flows.later import later
from inkwright.model.errors import UsageError
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


class LossRow(Struct, frozen=True):
    """Something of the post that a mail cannot show."""

    what: str
    path: str
    line: int
    count: int


class OUTPUT(Struct, frozen=True):
    """What `newsletter preview --format json` prints. Sizes are bytes; `cut` says where the mail ends before its text,
    "" for a whole one; `lacking` is what keeps it from being sent, `sent_before` when another service mailed it."""

    version: int
    slug: str
    subject: str
    preheader: str
    html: int
    text: int
    message: int
    pictures: int
    links: int
    cut: str
    sent_before: str
    lacking: list[str]
    warnings: list[str]
    losses: list[LossRow]
    path: str


@click.command(epilog="Examples: inkwright newsletter preview kv-cache · inkwright newsletter preview kv-cache --text")
@click.argument("post")
@click.option("--html", "part", flag_value="html", help="Print the HTML part, pictures inside.")
@click.option("--text", "part", flag_value="text", help="Print the text part.")
@click.option("--source", "part", flag_value="source", help="Print the whole message as it would be sent.")
@click.option("--out", default="", metavar="FILE", help="Write what is shown to a file of that name.")
@click.option("--force", is_flag=True, help="Replace a file that says something else.")
@format_option
def command(post: str, part: str | None, out: str, force: bool, format_: str) -> None:
    """Show a post as its readers would get it by mail; nothing is sent.

    Without an option the mail is written to a file to open in a browser, and its figures are shown: subject, size,
    where it is cut, what of the post a mail cannot show.
    """
    if part and format_ == "json":
        raise UsageError("--format json shows the figures", hint=f"Leave out --{part} or --format.")
    workspace = require_workspace()
    moment = today(workspace.settings.timezone)
    found = later("newsletter_preview").preview(
        workspace, post, moment, part or "html", out, kept=not part, force=force
    )
    if part and not out:
        sys.stdout.buffer.write(found.data)
    elif format_ == "json":
        emit_json(_row(found))
    else:
        _tell(found, part or "html")


def _row(found: Any) -> OUTPUT:
    issue, figures = found.issue, found.figures
    losses = [LossRow(one.what, one.path, one.line, one.count) for one in issue.losses]
    return OUTPUT(
        1, issue.slug, issue.head.subject, issue.frame.preheader, figures.html, figures.text, figures.message,
        figures.pictures, figures.links, issue.composed.cut_at, issue.sent_before, list(issue.lacking),
        list(issue.warnings), losses, found.path,
    )  # fmt: skip


def _tell(found: Any, part: str) -> None:
    issue, figures = found.issue, found.figures
    weight = f"{_kb(figures.message)} as sent: {_kb(figures.html)} of HTML, {_kb(figures.text)} of text"
    inside = f", {_kb(figures.inside)} of pictures inside" if figures.inside else ""
    rows = [
        ("Subject", issue.head.subject),
        ("Preview line", issue.frame.preheader or "none: the mail program shows the first words"),
        ("From", issue.head.sender),
        ("Size", weight + inside),
        ("Cut", issue.composed.cut_at or "nowhere"),
        ("Links", f"{figures.links}, pictures {figures.pictures}"),
    ]
    for name, value in rows:
        click.echo(fitted(visible(f"{name + ':':14}{value}"), " " * 14))
    lines = [f"Lost: {_place(one)}{one.what}{f' ({one.count} times)' if one.count > 1 else ''}" for one in issue.losses]
    if issue.sent_before:
        lines.append(f"Sent before: {issue.sent_before}, by the service that the post was imported from")
    lines += [f"Warning: {one}" for one in issue.warnings]
    lines += [f"Before it can be sent: {one}" for one in issue.lacking]
    what = "Open it in a browser" if part == "html" else "Written to"
    lines += [f"{what}: {found.path}"] if found.path else []
    for line in lines:
        click.echo(fitted(visible(line), "  "))


def _place(loss: Any) -> str:
    return f"{loss.path}:{loss.line}: " if loss.line else ""


def _kb(size: int) -> str:
    return f"{size / 1000:,.1f} KB" if size < 100_000 else f"{size // 1000:,} KB"

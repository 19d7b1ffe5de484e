"""Bring in the posts of another platform, with an account of everything that came and that did not.

Group: publish
"""

import shlex
from collections import Counter

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, format_option, say, table
from inkwright.cli.progress import Progress
from inkwright.flows.import_posts import Wanted, import_posts
from inkwright.model.imports import ImportReport
from inkwright.workspace.folder import require_workspace

_GRAVE = ("post", "text", "picture", "footnote", "date", "redirect")
_LAST = ("front matter", "script", "button")
_SHOWN = 12
"""Things that did not survive shown on the screen; the file names all."""


class OUTPUT(Struct, frozen=True):
    """What `import --format json` prints. `import` holds the whole account."""

    version: int
    imported: ImportReport


@click.command(
    epilog="Examples: inkwright import substack export.zip --dry-run\n\n"
    "inkwright import wordpress blog.xml; inkwright import hugo ../old-site\n\n"
    "Formats: astro, beehiiv, blogger, buttondown, devto, docusaurus, ghost, hugo, jekyll, mdxcourse, medium, mkdocs, "
    "nextjs, notion, obsidian, plain, quarto, rss, squarespace, substack, wordpress."
)
@click.argument("platform", metavar="FORMAT")
@click.argument("source")
@click.option("--dry-run", is_flag=True, help="Only say what would come in and what would be lost.")
@click.option("--online", is_flag=True, help="Fetch pictures that the export only names by their address.")
@format_option
def command(platform: str, source: str, dry_run: bool, online: bool, format_: str) -> None:
    """Read SOURCE (a zip, a folder or a file of FORMAT) and write each post with its pictures as a folder of its own.

    Drafts stay drafts, old addresses become `aliases`, subscribers are set aside in private/. What did not survive is
    named in inkwright/imports/. Run again it changes nothing; a post that you have edited since is never written over.
    HTML needs the extra inkwright[import].
    """
    workspace = require_workspace(".")
    with Progress("posts") as progress:
        wanted = Wanted(dry_run, online, progress=progress)
        report = import_posts(workspace, platform, source, today(workspace.settings.timezone), wanted)
    if format_ == "json":
        emit_json(OUTPUT(1, report))
    else:
        _tell(report)
    nothing = not report.posts and not report.subscribers
    if nothing or report.troubles or any(post.state == "failed" for post in report.posts):
        raise click.exceptions.Exit(1)


def _tell(report: ImportReport) -> None:
    for post in report.posts:
        if post.state != "unchanged" or post.note:
            note = f" ({post.note})" if post.note else ""
            say(f"{post.state}: {post.path}{note}", "  ", err=post.state == "failed")
    rows = [(one.kind, str(one.source), str(one.kept), str(one.changed), str(one.lost)) for one in report.counts]
    click.echo(table(rows, ("", "source", "kept", "changed", "lost")))
    _losses(report)
    for path in report.subscribers:
        say(f"Subscribers set aside in {path}. To bring them in: inkwright subscribers import {shlex.quote(path)}")
    for name, why in report.troubles:
        say(f"Trouble: {name}: {why}", "  ", err=True)
    if not report.posts:
        say(f"No post was found in it. Is it an export of {report.format}?", err=True)
    if report.dry_run:
        say("Nothing was written (--dry-run).")
    elif report.posts and all(post.state in ("unchanged", "removed") for post in report.posts):
        say(f"Nothing new. The account is in {report.report}.")
    else:
        say(f"The whole account is in {report.report}.")


def _losses(report: ImportReport) -> None:
    """The gravest of what was lost, by name; what is the same is one line with its number."""
    lost = Counter((post.path, one) for post in report.posts for one in post.items if one.fate == "lost")
    lost.update(("", one) for one in report.items if one.fate == "lost")
    if lost:
        say("Lost:")
    shown = sorted(lost.items(), key=lambda found: _place(found[0][1].kind))[:_SHOWN]
    for (path, one), number in shown:
        times = f" ({number} times)" if number > 1 else ""
        where = f" in {path}" if path else ""
        say(f"  {one.kind} {one.what[:80]}{times}{where}{f': {one.why}' if one.why else ''}", "  ")
    if len(lost) > _SHOWN:
        say(f"  and {lost.total() - sum(number for _, number in shown)} more")


def _place(kind: str) -> int:
    """How grave it is that something of a kind was lost, the gravest first."""
    if kind in _GRAVE:
        return _GRAVE.index(kind)
    return len(_GRAVE) + (kind in _LAST)

"""Keep what you mean to read: pages, papers and feeds, one line each.

Group: capture
"""

import click
from msgspec import Struct

from inkwright.cli.clock import now, today
from inkwright.cli.keys import ask_key
from inkwright.cli.output import emit_json, format_option, table
from inkwright.cli.progress import Progress
from inkwright.flows.later import later
from inkwright.flows.reading import add as add_entries
from inkwright.flows.reading import reading_list, still_waiting
from inkwright.model.errors import InkwrightError, NetError
from inkwright.model.reading_list import Entry, Listed, MonthPaper, ReadingList
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, require_workspace

KEYS = "p paper note · c clip · d drop · space later · q quit"
SHOWN = 15
"""Entries that the list shows without --all."""


class OUTPUT(Struct, frozen=True):
    """What `reading list --format json` prints."""

    version: int
    reading: ReadingList


@click.group(
    invoke_without_command=True,
    epilog="Examples: inkwright reading\n\ninkwright reading add arXiv:1706.03762; inkwright reading next",
)
@click.pass_context
def command(context: click.Context) -> None:
    """Keep a reading list and see what you read. Without a word it is `list`."""
    if context.invoked_subcommand is None:
        _show(require_workspace(), False)


@command.command("list", epilog="Example: inkwright reading list --all --format json")
@click.option("--all", "all_", is_flag=True, help="Also what was decided on, and all of a long list.")
@format_option
def list_(all_: bool, format_: str) -> None:
    """Show what waits, what was read in the last weeks and the paper of the month. JSON holds every entry."""
    workspace = require_workspace()
    if format_ == "json":
        emit_json(OUTPUT(1, reading_list(workspace, today(workspace.settings.timezone))))
    else:
        _show(workspace, all_)


@command.command(epilog="Example: inkwright reading add https://example.org/post arXiv:1706.03762 feeds.opml")
@click.argument("what", nargs=-1, required=True, metavar="WHAT...")
def add(what: tuple[str, ...]) -> None:
    """Put WHAT on the list, each once: an address, a number of arXiv, a DOI, a title in quotes, or a file.

    Nothing is fetched. Files are read as `reading import` does.
    """
    _tell(_add(what))


@command.command("import", epilog="Example: inkwright reading import feeds.opml")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(exists=True, dir_okay=False))
def import_(files: tuple[str, ...]) -> None:
    """Put what FILE offers on the list: feeds and links of an .opml, rows of a .csv with a column URL, bookmarks as
    .html, lines of a .txt. Feeds are read by `reading fetch` only."""
    _tell(_add(files))


@command.command(epilog="Example: inkwright reading fetch")
def fetch() -> None:
    """Ask the feeds of the list for what is new, and add it: at most ten items of each, two weeks back at first.

    This asks the network; nothing else here does but `next`, for the entry you press a key on.
    """
    workspace = require_workspace()
    with Progress("feeds") as progress:
        done = later("reading_fetch").fetch_feeds(workspace, today(workspace.settings.timezone), progress=progress)
    for entry in done.added:
        click.echo(visible(f"+ {entry.title or entry.url}"))
    for feed, why in done.failed:
        click.echo(visible(f"Not read: {feed}: {why}"), err=True)
    click.echo(f"{len(done.added)} new from {done.asked - len(done.failed)} of {done.asked} feeds.")
    if done.failed:
        raise click.exceptions.Exit(1)


@command.command("next", epilog="Example: inkwright reading next")
def next_() -> None:
    """Ask about each entry that waits: p makes the note of a paper, c clips the page, d drops it, space puts it off.

    Each answer is on the disk before the next question: stop whenever you like. A number is asked for at arxiv.org or
    doi.org, a page where it stands; when that fails the entry stays.
    """
    workspace = require_workspace()
    found = still_waiting(workspace)
    if not found:
        click.echo("Nothing waits to be read.")
        return
    click.echo(KEYS)
    done = put_off = 0
    for number, entry in enumerate(found, 1):
        put = f", put off {entry.later}" if entry.later else ""
        click.echo(visible(f"\n{number}/{len(found)}  {entry.title or entry.url}  ({entry.date or 'no date'}{put})"))
        if entry.title and (entry.url or entry.is_paper):
            click.echo(visible(f"  {entry.url or entry.doi or f'arXiv:{entry.arxiv}'}"))
        key = ask_key("pcd q", KEYS)
        if key == "q":
            break
        decided = _decide(workspace, entry, key)
        done += decided and key != " "
        put_off += decided and key == " "
    click.echo(f"\n{done} decided, {put_off} put off, {len(found) - done - put_off} left.")


@command.command(epilog="Example: inkwright reading done vaswani2017 --minutes 50")
@click.argument("what", nargs=-1, required=True)
@click.option("--minutes", type=click.IntRange(0, 24 * 60), default=0, metavar="N", help="How long you read.")
def done(what: tuple[str, ...], minutes: int) -> None:
    """Log that you read WHAT: a paper's key, or the line number or title of an entry, which is then ticked off.

    The line in the log is `- 20:30 read [[key]] [minutes:: 50]`; you may write it by hand.
    """
    workspace = require_workspace()
    path, text = later("reading_done").read_done(workspace, " ".join(what), minutes, now(workspace.settings.timezone))
    click.echo(visible(f"Logged in {path}: {text}"))


@command.command(epilog="Example: inkwright reading month vaswani2017")
@click.argument("key", default="")
def month(key: str) -> None:
    """Choose the paper of this month by its KEY; without one, show the one chosen or propose one with the reason.

    Its summary (1,000 words, or what `[reading] summary` says) is due on the last day of the month: below a heading
    `Summary` in its note, or in a post whose front matter says `paper: KEY`.
    """
    workspace = require_workspace()
    day, flow = today(workspace.settings.timezone), later("reading_month")
    found = flow.choose(workspace, key, day) if key else flow.paper_of_month(workspace, day)
    if found:
        click.echo(visible(_of_month(found)))
        return
    found = flow.propose(workspace, day)
    if found is None:
        click.echo("There is no paper to choose: inkwright paper add arXiv:1706.03762")
        return
    click.echo(visible(f"No paper of {found.month} is chosen. One to take: {found.title} ({found.reason})."))
    click.echo(visible(f"-> inkwright reading month {found.key}"))


def _add(what: tuple[str, ...]) -> Listed:
    workspace = require_workspace()
    return add_entries(workspace, what, today(workspace.settings.timezone))


def _tell(made: Listed) -> None:
    for entry in made.new[:SHOWN]:
        click.echo(visible(f"+ {'feed: ' if entry.feed else ''}{entry.title or entry.url or entry.feed}"))
    if len(made.new) > SHOWN:
        click.echo(f"+ {len(made.new) - SHOWN} more")
    for said in made.broken:
        click.echo(visible(f"Left out: {said}"), err=True)
    click.echo(f"{len(made.new)} new, {made.known} there already, {len(made.broken)} left out.")
    if made.broken:
        raise click.exceptions.Exit(1)


def _decide(workspace: Workspace, entry: Entry, key: str) -> bool:
    """Do what a key means; False, with the reason told, when it could not be done."""
    flow, day = later("reading_walk"), today(workspace.settings.timezone)
    try:
        if key == "p":
            click.echo(f"  -> {flow.to_paper(workspace, entry, day)}")
        elif key == "c":
            click.echo(f"  -> {flow.to_clip(workspace, entry, day)}")
        elif key == "d":
            flow.settle(workspace, entry, dropped=day)
        else:
            flow.settle(workspace, entry, tick=False, later=day)
    except InkwrightError as error:
        said = f"{error.path}: {error.message}." if isinstance(error, NetError) else str(error)
        click.echo(visible(f"  {said} It stays on the list."), err=True)
        return False
    return True


def _show(workspace: Workspace, all_: bool) -> None:
    found = reading_list(workspace, today(workspace.settings.timezone))
    wanted = [row for row in found.entries if all_ or row.state in ("open", "later")]
    shown = wanted if all_ else wanted[:SHOWN]
    if shown:
        header = ("LINE", "AGE", "STATE", "KIND", "TITLE")
        lines = [
            (str(row.line), "-" if row.age is None else f"{row.age}d", row.state, row.kind, row.title) for row in shown
        ]
        click.echo(table(lines, header))
        more = f"{len(wanted) - len(shown)} more: inkwright reading list --all. " if len(wanted) > len(shown) else ""
        click.echo(f"\n{more}inkwright reading next asks about each that waits.\n")
    elif found.entries:
        click.echo("Nothing waits to be read.\n")
    else:
        click.echo("The reading list is empty: inkwright reading add https://example.org/post\n")
    _weeks(found)
    if found.feeds:
        click.echo(f"Feeds: {len(found.feeds)}, asked by inkwright reading fetch.")
    if found.month:
        click.echo(visible(_of_month(found.month)))
    else:
        click.echo("No paper of the month: inkwright reading month proposes one.")


def _weeks(found: ReadingList) -> None:
    week = found.weeks[-1]
    papers = f"{len(week.papers)} paper{'s' * (len(week.papers) != 1)}"
    plan = f" of {_hours(week.planned)} planned, {_hours(found.tonight)} for today" if week.planned else ""
    click.echo(f"This week: {papers}, {_hours(week.minutes)}{plan}.")
    if any(one.papers or one.minutes for one in found.weeks[:-1]):
        told = (f"{len(one.papers)} ({_hours(one.minutes)})" for one in found.weeks[:-1])
        click.echo(f"Weeks before, papers and hours: {', '.join(told)}.")


def _hours(minutes: int) -> str:
    return f"{minutes // 60} h {minutes % 60:02} min" if minutes >= 60 else f"{minutes} min"


def _of_month(found: MonthPaper) -> str:
    said = f"Paper of {found.month}: {found.title} ({found.path})."
    if not found.wanted:
        return said
    if found.done:
        return f"{said} Its summary is written: {found.words:,} words in {found.written_in}."
    return f"{said} Summary: {found.words:,} of {found.wanted:,} words, due {found.due}."

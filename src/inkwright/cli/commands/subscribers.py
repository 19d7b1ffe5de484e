"""Keep the list of your readers: who gets the newsletter, and who must not.

Group: newsletter
"""

import sys
from datetime import datetime

import click
from msgspec.structs import asdict

from inkwright.cli.asking import agreed
from inkwright.cli.clock import local, now
from inkwright.cli.output import emit_json, fitted, format_option, table
from inkwright.cli.progress import Progress
from inkwright.flows.later import later
from inkwright.model.errors import UsageError
from inkwright.model.subscriber import Intake, Readers
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, require_workspace

SHOWN = 20
"""Readers, and refused lines, that are named without --all."""
_FORMATS = ("auto", "csv", "inkwright", "substack", "kit", "ghost", "mailchimp", "buttondown", "beehiiv")
_lists = click.option("--list", "lists", multiple=True, metavar="NAME", help="A list of the settings; may be repeated.")


@click.group(epilog="Example: inkwright subscribers import substack-list.csv")
def command() -> None:
    """Keep the list of your readers: a file of yours in private/, or a PostgreSQL that INKWRIGHT_LEDGER names.

    Nobody gets an issue who has not agreed to it; who leaves stays away, whatever is imported later.
    """


@command.command(epilog="Example: inkwright subscribers add ada@example.com --name Ada --list gpu")
@click.argument("email", default="")
@click.option("--name", default="", help="What the greeting calls them.")
@_lists
@click.option("--confirmed", default=None, metavar="WHY", help="They have agreed already: say how. It is kept.")
@click.option("--lift", is_flag=True, help="Mail to this address again although it bounced, or was erased.")
@click.option("--imported", is_flag=True, help="All who came with a list and are pending; needs --confirmed.")
def add(email: str, name: str, lists: tuple[str, ...], confirmed: str | None, lift: bool, imported: bool) -> None:
    """Add a reader. They get one mail that asks them to confirm, and nothing else until they do.

    With --confirmed WHY they are a reader at once. The mail goes out when `inkwright newsletter server` runs.
    """
    vouched = _why(confirmed)
    workspace = require_workspace()
    flow = later("subscribers_add")
    if imported:
        if email or not vouched:
            raise UsageError("--imported goes with --confirmed WHY and without an address")
        done = flow.vouch_for_imported(workspace, vouched, _now(workspace))
        click.echo(f"{done:,} who came with a list are readers now.")
        return
    if not email:
        raise UsageError("there is no address", hint="For example: inkwright subscribers add ada@example.com.")
    done = flow.add_subscriber(workspace, flow.Wanted(email, name, lists, vouched, lift), _now(workspace))
    if done.state == "active":
        said = "is a reader already" if done.was == "active" else "is a reader now"
    elif done.asked:
        said = "is pending: the mail that asks to confirm is in the outbox"
    else:
        said = "is pending and was asked to confirm already; one mail a day, three in all"
    click.echo(visible(f"{done.email} {said}."))


@command.command("list", epilog="Example: inkwright subscribers list --state pending --format json")
@click.option("--state", type=click.Choice(["active", "pending", "unsubscribed"]), default=None, help="Only these.")
@click.option("--list", "list_", default="", metavar="NAME", help="Only who chose this list of the settings.")
@click.option("--all", "all_", is_flag=True, help="Name all of them. JSON always does.")
@format_option
def list_(state: str | None, list_: str, all_: bool, format_: str) -> None:
    """Show how many readers there are, by state and by list, and who they are."""
    most = None if all_ or format_ == "json" else SHOWN + 1
    workspace = require_workspace()
    zone = workspace.settings.timezone
    found: Readers = later("subscribers_list").list_subscribers(workspace, state, list_, most)
    if format_ == "json":
        emit_json({"version": 1, **asdict(found)})
        return
    _counts(found)
    rows = [
        (one.email, one.name, f"{one.status}{f' ({one.suppressed})' * bool(one.suppressed)}", ", ".join(one.lists),
         f"{local(one.created, zone):%Y-%m-%d}")
        for one in (found.subscribers if all_ else found.subscribers[:SHOWN])
    ]  # fmt: skip
    if rows:
        click.echo("\n" + table(rows, ("ADDRESS", "NAME", "STATE", "LISTS", "SINCE"), give=[0, 1, 3]))
    if len(rows) < len(found.subscribers):
        click.echo("\nMore: --all names every one.")


@command.command(
    epilog="Example: inkwright subscribers export --out private/readers.csv; inkwright subscribers export ada@x.org"
)
@click.argument("email", default="")
@click.option("--out", default="", metavar="FILE", help="Where to; without it, standard output.")
@click.option("--force", is_flag=True, help="Replace a file that says something else.")
def export(email: str, out: str, force: bool) -> None:
    """Write all readers as CSV, or with EMAIL all that is known of one as JSON (what a reader may ask you for).

    The CSV comes back as it was with `subscribers import`. A cell that a spreadsheet would run has a ' before it. In
    private/ git does not see the file.
    """
    workspace = require_workspace()
    flow = later("subscribers_export")
    if email:
        import msgspec

        record = flow.export_reader(workspace, email, _now(workspace))
        lines = [msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"]
    else:
        lines = flow.export_table(workspace)
    if out:
        click.echo(f"Written to {flow.save_export(workspace, out, ''.join(lines), force=force)}.")
        return
    sys.stdout.reconfigure(newline="")  # type: ignore[union-attr]
    for line in lines:
        click.echo(line, nl=False)


@command.command(epilog="Example: inkwright subscribers erase ada@example.com")
@click.argument("email")
@click.option("--yes", is_flag=True, help="Do not ask.")
def erase(email: str, yes: bool) -> None:
    """Forget a reader. Only a keyed hash of the address stays, so that no later import brings it back.

    Their deliveries stay in the account of each issue, without the address. It cannot be undone. Copies of the ledger
    were made before and still know them: those of each day go when fourteen newer ones are there, others when you
    delete them.
    """
    workspace = require_workspace()
    if not agreed(f"Forget {email} for ever?", yes, "forget a reader for ever", usual=False):
        raise click.Abort
    flow = later("subscribers_erase")
    done = flow.erase_subscriber(workspace, email, _now(workspace))
    if done.reader:
        blanked = f"; the address is gone from {done.deliveries} deliveries" * bool(done.deliveries)
        click.echo(f"Forgotten{blanked}. The address will not come back by an import.")
        if copies := flow.copies_before(workspace):
            click.echo(f"Copies of the ledger in private/backup that were made before: {copies}.")
        return
    click.echo(visible(f"There is no reader {email}; the address will not come in by an import."), err=True)
    raise click.exceptions.Exit(1)


@command.command(
    "import", epilog='Example: inkwright subscribers import list.csv --confirmed "double opt-in at Substack"'
)
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(dir_okay=False))
@click.option("--format", "format_", type=click.Choice(_FORMATS), default="auto", show_default=True, help="Whose list.")
@click.option(
    "--confirmed", default=None, metavar="WHY", help="Who is subscribed there has agreed: say how. It is kept."
)
@_lists
def import_(files: tuple[str, ...], format_: str, confirmed: str | None, lists: tuple[str, ...]) -> None:
    """Bring in lists of readers: CSV, or the export of Substack, Kit, Ghost, Mailchimp, Buttondown or beehiiv.

    Without --confirmed new addresses are pending and get nothing. An import only ever lowers consent: who has left, who
    bounced or complained, here or there, stays away; who is known keeps their name and lists. Run again it changes
    nothing; interrupted, run it again and it goes on.
    """
    vouched = _why(confirmed)
    workspace = require_workspace()
    flow = later("subscribers_import")
    wrong = False
    for file in files:
        with Progress("lines") as progress:
            wanted = flow.Wanted(format_, vouched, lists)
            done = flow.import_subscribers(workspace, file, wanted, _now(workspace), progress)
        click.echo(visible(f"{done.file} ({done.format}): {done.people.total + len(done.refused):,} lines read."))
        if done.passed_over:
            others = ", ".join(map(repr, done.passed_over))
            click.echo(visible(f"{file}: addresses were taken from {done.column!r}, and not from {others}."), err=True)
        click.echo(table(_fates(done.people, len(done.refused))))
        for one in done.refused[:SHOWN]:
            click.echo(visible(f"{file}:{one.line}: {one.why}: {one.text[:80]!r}"), err=True)
        if done.refused:
            wrong = True
            click.echo(visible(f"All refused lines with the reason: {done.account}"), err=True)
        if done.people.pending and not vouched:
            click.echo(
                "Pending ones get nothing. When they have agreed: inkwright subscribers add --imported --confirmed WHY"
            )
    if wrong:
        raise click.exceptions.Exit(1)


def _why(typed: str | None) -> str:
    """How readers agreed, "" where it was not said. Raises UsageError for a reason without a word in it."""
    if typed is not None and not typed.strip():
        hint = 'For example: --confirmed "double opt-in at Substack".'
        raise UsageError("--confirmed is empty: say how they agreed, since it is kept as the proof", hint=hint)
    return (typed or "").strip()


def _fates(people: Intake, refused: int) -> list[tuple[str, str]]:
    """What became of the people, without what did not happen."""
    rows = (
        (people.active, "new readers"), (people.pending, "new, pending"), (people.left, "new, had unsubscribed there"),
        (people.lowered, "readers here who have left there: unsubscribed"),
        (people.stopped, "bounced or complained there: suppressed"),
        (people.barred, "suppressed or erased here: kept out"),
        (people.same, "known here already: unchanged"), (refused, "refused"),
    )  # fmt: skip
    return [(f"{count:>9,}", what) for count, what in rows if count]


def _counts(found: Readers) -> None:
    """The lines of `list` that count."""
    stopped = found.counts["active"] - found.mailed
    click.echo(", ".join(f"{count:,} {state}" for state, count in found.counts.items()) + ".")
    if stopped:
        click.echo(f"{found.mailed:,} are mailed to: {stopped:,} of the active ones are suppressed.")
    if found.lists:
        chosen = ", ".join(f"{name} {count:,}" for name, count in found.lists.items())
        click.echo(fitted(visible(f"Lists, by who chose them: {chosen}. Who chose none gets every issue.")))
    if found.tags:
        click.echo(fitted(visible(f"Tags: {', '.join(f'{name} {count:,}' for name, count in found.tags.items())}.")))
    if found.suppressed:
        told = ", ".join(f"{count:,} {reason}" for reason, count in found.suppressed.items())
        click.echo(fitted(f"Suppressed, never mailed to: {told}."))
    if found.waiting:
        click.echo(fitted(f"Mails that ask to confirm, waiting for inkwright newsletter server: {found.waiting:,}."))


def _now(workspace: Workspace) -> datetime:
    return now(workspace.settings.timezone)

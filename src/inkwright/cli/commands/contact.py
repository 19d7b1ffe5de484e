"""Note who wrote to you because of a post: the right readers, not many.

Group: measure
"""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_rows, fitted, format_option, table
from inkwright.flows.contact import PATH, add_contact, contacts_by_pillar, list_contacts, unread_lines, with_pillars
from inkwright.model.contact import CONTACT_KINDS, ContactCount, ContactRow
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace


class OUTPUT(Struct, frozen=True):
    """What `contact list --format json` prints."""

    version: int
    contacts: tuple[ContactRow, ...]
    pillars: tuple[ContactCount, ...]


@click.group(epilog='Example: inkwright contact add "Ann Example" "asks whether we hire" --post kv-cache --kind hiring')
def command() -> None:
    """Note who wrote to you because of a post. Kept in private/contacts.md, which never leaves your machine."""


@command.command(
    epilog='Example: inkwright contact add "Ann Example" "invites me to a meetup" --kind talk --post kv-cache'
)
@click.argument("who")
@click.argument("text", nargs=-1)
@click.option("--kind", type=click.Choice(CONTACT_KINDS), default="other", show_default=True, help="What they want.")
@click.option("--post", default="", help="The post that they wrote about.")
@click.option("--pillar", default="", help="The theme, where there is no post; a post's own is known.")
def add(who: str, text: tuple[str, ...], kind: str, post: str, pillar: str) -> None:
    """Note WHO wrote, and what about."""
    workspace = require_workspace(".")
    day = today(workspace.settings.timezone)
    row = add_contact(workspace, who, " ".join(text), day, kind, post, pillar)
    click.echo(fitted(visible(f"Kept in {PATH}: {row.who} ({row.kind}{f', {row.post}' if row.post else ''})"), "  "))


@command.command("list", epilog="Example: inkwright contact list")
@format_option
def list_(format_: str) -> None:
    """List who wrote, and how many each of your themes brought."""
    workspace = require_workspace(".")
    rows = with_pillars(workspace, list_contacts(workspace))
    for line in unread_lines(workspace, rows):
        click.echo(fitted(f"{PATH}:{line}: not read; an entry begins with a day: - 2026-11-21 Ann: asks"), err=True)
    counts = contacts_by_pillar(rows)
    if format_ == "json":
        emit_rows("contacts", rows, pillars=counts)
    elif not rows:
        click.echo(fitted('Nobody yet: inkwright contact add "NAME" "what they wrote" --post POST --kind reply'))
    else:
        shown = [(row.date, row.kind, row.who, row.post or "-", row.text or "-") for row in rows]
        click.echo(table(shown, ("DATE", "KIND", "WHO", "POST", "ABOUT"), (2, 3, 4)))
        click.echo()
        for one in counts:
            kinds = ", ".join(f"{number} {kind}" for kind, number in one.kinds)
            click.echo(fitted(visible(f"{one.pillar or '(no pillar)'}: {one.contacts} ({kinds})"), "  "))

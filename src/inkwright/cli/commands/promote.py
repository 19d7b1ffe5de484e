"""Draft what to say of a post elsewhere, from its own sentences, and tick off what is done. Posts nothing.

Group: promote
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import click
from msgspec import Struct

from inkwright.cli.checking import remark
from inkwright.cli.clock import now
from inkwright.cli.output import emit_json, fitted, format_option, table
from inkwright.flows.later import later
from inkwright.flows.plan_week import place
from inkwright.flows.promote import Wish, promote
from inkwright.flows.promote_calendar import save_items
from inkwright.flows.promote_items import tick
from inkwright.model.counted import counted
from inkwright.model.errors import UnreadableError
from inkwright.model.promotion import DraftFile, ItemState, Person, Promotion, Share
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, require_workspace

ACTIONS = ("done", "open")
SAID = {
    "new": "new", "unchanged": "as it was", "renewed": "renewed", "yours": "yours, left alone",
    "beside": "yours, left alone",
}  # fmt: skip
PHASES = {"day": "on the day", "week": "in the week", "ongoing": "later"}


class OUTPUT(Struct, frozen=True):
    """What `promote --format json` prints. `url` is where readers find the post, "" when it has no address; `closing`
    is your closing line for its pillar where the post lacks it. `remarks` say what stands in the way."""

    version: int
    items: tuple[ItemState, ...]
    post: str
    path: str
    title: str
    url: str
    published: str
    drafts: tuple[DraftFile, ...]
    people: tuple[Person, ...]
    share: Share | None
    remarks: tuple[str, ...]
    closing: str


@click.command(
    epilog="Examples: inkwright promote kv-cache · inkwright promote kv-cache --check · "
    "inkwright promote kv-cache done linkedin x · inkwright promote kv-cache --ics kv-cache.ics"
)
@click.argument("post")
@click.argument("action", metavar="[done|open]", required=False)
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option(
    "--to", "networks", default="", metavar="N,...", help="Only these networks; all without it. Goes with --check too."
)
@click.option("--check", "check_", is_flag=True, help="Hold the drafts against each network's rules; change nothing.")
@click.option("--tagged/--untagged", "tags", default=None, help="Addresses with or without utm_ tags.")
@click.option("--reddit", default="", metavar="EXPORT|COUNT", help="Reddit's data export, or how much you post there.")
@click.option("--questions", default="", metavar="FILE", help="Keep related questions, one a line; - reads them in.")
@click.option("--ics", type=click.Path(dir_okay=False), metavar="FILE", help="Write what is open for your calendar.")
@format_option
def command(
    post: str,
    action: str | None,
    items: tuple[str, ...],
    networks: str,
    check_: bool,
    tags: bool | None,
    reddit: str,
    questions: str,
    ics: str | None,
    format_: str,
) -> None:
    """Make drafts for each network from the sentences of POST, and show what is to be done when.

    The drafts are files below `inkwright/promotion`, for you to edit and to post by hand: every sentence in them stands
    in the post, and what it does not say is a marked place with a question. A draft that you changed is never
    overwritten. `done ITEM` ticks items off, `open ITEM` takes that back. With --check the exit code is 1 for a draft
    that breaks a rule.
    """
    workspace = require_workspace()
    moment = now(workspace.settings.timezone)
    today = moment.date().isoformat()
    wanted = _networks(networks)
    _one_thing(action, {"--check": check_, "--questions": bool(questions)}, {
        "--to": bool(wanted), "--tagged": tags is True, "--untagged": tags is False, "--reddit": bool(reddit),
        "--ics": bool(ics),
    })  # fmt: skip
    if check_:
        _check(workspace, post, today, format_, wanted)
    if action:
        ticked = tick(workspace, post, items, today, undo=action == "open")
        _emit(ticked) if format_ == "json" else _print_items(ticked.items)
        return
    if questions:
        _keep(workspace, post, questions, today)
        return
    calendar = place(Path(ics)) if ics else ""
    found = promote(workspace, post, today, Wish(wanted, tags, reddit))
    count, late = save_items(workspace, found, calendar, moment) if ics else (0, 0)
    if format_ == "json":
        _emit(found)
        return
    _print_answer(found, bool(reddit)) if reddit or ics else _print(found)
    if ics:
        entries = counted(count, "entry", "entries")
        click.echo(fitted(f"\n{entries} written to {visible(ics)}; open it with your calendar."))
    if late:
        was = "1 of them was" if late == 1 else f"{late} of them were"
        click.echo(fitted(f"{was} due before; their days are counted from now on."))


def _networks(typed: str) -> tuple[str, ...]:
    """The names after --to. Raises UsageError where something is typed that names none."""
    wanted = tuple(name.strip() for name in typed.split(",") if name.strip())
    if typed and not wanted:
        raise click.UsageError("--to names no network. For example: --to linkedin,x")
    return wanted


def _one_thing(action: str | None, alone: Mapping[str, bool], making: Mapping[str, bool]) -> None:
    """Refuse an action that is none, and options of which one makes drafts and the other does not."""
    if action not in (None, *ACTIONS):
        raise click.UsageError(f"`{action}` is neither `done` nor `open`. For example: inkwright promote POST done x")
    used = [name for name, given in {action or "": bool(action), **alone, **making}.items() if given]
    clash = [name for name in used[1:] if (used[0], name) != ("--check", "--to")]
    if clash and used[0] not in making:
        raise click.UsageError(f"{used[0]} and {clash[0]} do not go together: call them one after the other.")


def _emit(found: Promotion) -> None:
    emit_json(
        OUTPUT(
            1, found.items, found.post, found.path, found.title, found.url, found.published, found.drafts,
            found.people, found.share, found.remarks, found.closing,
        )
    )  # fmt: skip


def _check(workspace: Workspace, post: str, today: str, format_: str, networks: tuple[str, ...]) -> None:
    checked = later("promote_check").check_drafts(workspace, post, today, networks)
    report = later("check_report").render(checked, format_)
    click.echo(report if format_ == "json" else f"{fitted(report, '  ')}\n", nl=False)
    blocks = any(finding.severity == "error" for one in checked for finding in one.findings)
    raise click.exceptions.Exit(int(blocks))


def _keep(workspace: Workspace, post: str, name: str, today: str) -> None:
    """Keep questions from a file or from standard input."""
    data = sys.stdin.buffer.read() if name == "-" else workspace.read_bytes(Path(name).absolute())
    try:
        pasted = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableError("these questions are not UTF-8", path=name, hint="Save them as UTF-8.") from error
    path, new, all_ = later("promote_questions").keep_questions(workspace, post, pasted, today)
    if not all_:
        click.echo("There is no question in it: a line with a question mark or an address is one.")
        return
    click.echo(visible(f"{new} new question{'s' * (new != 1)}, {all_} in all: {path}"))


def _print_head(found: Promotion) -> None:
    for sentence in found.remarks:
        remark(f"{sentence}.")
    click.echo(fitted(visible(found.title)))
    if found.url:
        click.echo(visible(found.url))


def _print_answer(found: Promotion, asked: bool) -> None:
    """The drafts in a line, and with `asked` how own links on Reddit stand: for whoever asked for one thing."""
    _print_head(found)
    count = len(found.drafts)
    lie, them = ("draft is", "it") if count == 1 else ("drafts are", "them")
    new = sum(one.state in ("new", "renewed") for one in found.drafts)
    where = found.drafts[0].path.rpartition("/")[0] if found.drafts else ""
    newer = sum(one.state == "beside" for one in found.drafts)
    kept = f", {newer} of yours with a newer one beside it" if newer else ""
    said = f"\n{count} {lie} in {where}, {new} of {them} new{kept}; `inkwright promote {found.post}` lists {them}."
    click.echo(fitted(visible(said)))
    if asked and found.share:
        click.echo(fitted(visible(f"\n{found.share.verdict}")))


def _print(found: Promotion) -> None:
    _print_head(found)
    click.echo("\nDrafts, cut from your own sentences. Edit them, then post them by hand:")
    for one in found.drafts:
        open_ = f", {one.open} place{'s' * (one.open != 1)} to fill" if one.open else ""
        click.echo(fitted(visible(f"  {one.path}  {SAID[one.state]}{open_}"), "  "))
        if one.state == "beside":
            click.echo(fitted(visible(f"    a newer draft is beside it: {one.beside}"), "  "))
    click.echo(fitted(f"\nBefore you post: inkwright promote {visible(found.post)} --check"))
    click.echo()
    _print_items(found.items)
    if found.people:
        click.echo("\nPeople to tell, each by hand:")
        for person in found.people:
            click.echo(fitted(visible(f"  {person.name}: {person.why}, {person.path}:{person.line}"), "  "))
    if found.share:
        click.echo(fitted(visible(f"\n{found.share.verdict}")))
    if found.closing:
        click.echo(fitted(visible(f"\nYour closing line for this pillar is not in the post:\n  {found.closing}")))


def _print_items(items: tuple[ItemState, ...]) -> None:
    rows = [
        (
            "[x]" if item.done else "[-]" if item.left_out else "[ ]",
            item.done or item.due or PHASES[item.phase],
            item.id,
        )
        for item in items
    ]
    heads = table(rows).splitlines()
    width = max(map(len, heads), default=0)
    for item, head in zip(items, heads, strict=True):
        left = f" ({item.left_out})" if item.left_out else ""
        click.echo(fitted(visible(f"{head.ljust(width)}  {item.text}{left}"), " " * (width + 2)))
    done, counted = sum(bool(item.done) for item in items), sum(not item.left_out for item in items)
    click.echo(f"\n{done} of {counted} done.")

"""How long posts are read: by week and month since they came out, by where readers came from."""

from collections.abc import Sequence

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, format_option, room, table
from inkwright.flows.later import later
from inkwright.measure.life import NAMES
from inkwright.model.columns import cells
from inkwright.model.life import KINDS, Half, Lives, PostLife, ReaderKind
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

SHOWN = 12
"""Posts that are listed; JSON has all."""
HEADS = {kind: kind.upper() for kind in KINDS} | {"social": "SHARES", "newsletter": "LETTERS"}


class OUTPUT(Struct, frozen=True):
    """What `stats life --format json` prints."""

    version: int
    life: Lives


@click.command(epilog="Examples: inkwright stats life · inkwright stats life kv-cache")
@click.argument("post", default="")
@format_option
def command(post: str, format_: str) -> None:
    """Views of POST by week and month since it came out, and the days within which half of its first year's views came:
    from search, from shares on networks and forums, from letters, and the rest. Without POST: of all posts together.

    Needs readings by day; where readers came from is told by a web server's log, GoatCounter, Umami, or a table with
    `date` and `referrer`.
    """
    workspace = require_workspace()
    found = later("post_life").post_lives(workspace, today(workspace.settings.timezone), post)
    if format_ == "json":
        emit_json(OUTPUT(1, found))
    elif not found.posts and post:
        _say(
            f"Nobody counted {post} by day: inkwright readings import EXPORT (`inkwright readings list` shows the rest)"
        )
    elif not found.posts:
        _say("No readings by day yet: inkwright readings import EXPORT (`--help` names what is read)")
    elif post:
        _print_post(found.posts[0])
    else:
        _print_all(found)


def _print_post(one: PostLife) -> None:
    views = f"{one.views:,} view{'s' * (one.views != 1)}"
    days = f"{one.age + 1:,} day{'s' * (one.age > 0)}"
    _say(f"{one.title}: {views} in {days} since {one.published}, counted by {', '.join(one.sources)}")
    _columns([(row.label, "", {**row.views}) for row in one.periods if row.views])
    _print_halves(one.halves, one.missing)
    for note in one.notes:
        _say(f"{note[0].upper()}{note[1:]}.")


def _print_all(found: Lives) -> None:
    rows = [
        (one.published, f"{one.views:,}", *(_half(one, kind) for kind in ("search", "social", "all")), one.title)
        for one in found.posts[:SHOWN]
    ]
    click.echo("Days until half of the first year's views had come (+ so far):\n")
    click.echo(table(rows, ("DATE", "VIEWS", "SEARCH", "SHARES", "ALL", "POST"), give=[5]))
    if more := len(found.posts) - SHOWN:
        click.echo(f"and {more} more (--format json has them all)" if more > 0 else "", nl=more > 0)
    if found.together:
        click.echo("\nViews of one post, over those that were counted from their first day on:\n")
        _columns([(row.label, str(row.posts), {**row.per_post}) for row in found.together])
    if found.year_posts:
        posts = f"{found.year_posts} post{'s' * (found.year_posts != 1)}"
        click.echo(f"\n{posts} a year old and counted throughout:")
        _print_halves(found.year, "")
    else:
        click.echo()
        _say("No post is a year old and was counted throughout, so no life is known as a whole yet.")
    if not any(set(one.views) - {"untold"} for post in found.posts for one in post.periods):
        _say("No source tells by day where readers came from: a web server's log, GoatCounter, Umami and "
             "`inkwright readings fetch plausible` do.")  # fmt: skip
    if found.early:
        _say(found.early)


def _columns(rows: list[tuple[str, str, dict[str, float]]]) -> None:
    """The table of some periods: on a terminal that is too narrow the kinds with least views stand in one column."""
    views = {kind: sum(found.get(kind, 0) for _, _, found in rows) for kind in KINDS}
    kinds = [kind for kind in KINDS if views[kind]]
    shown, most = _table(rows, kinds, []), room()
    for kind in sorted(kinds, key=lambda kind: views[kind])[:-1]:
        if most is None or max(map(cells, shown.splitlines())) <= most:
            break
        kinds.remove(kind)
        shown = _table(rows, kinds, [one for one in KINDS if one not in kinds])
    click.echo(shown)


def _table(
    rows: list[tuple[str, str, dict[str, float]]], kinds: Sequence[ReaderKind], rest: Sequence[ReaderKind]
) -> str:
    numbered = any(posts for _, posts, _ in rows)
    lines = [
        (label, *((posts,) if numbered else ()), *(_number(views.get(kind, 0)) for kind in kinds),
         *((_number(round(sum(views.get(kind, 0) for kind in rest), 2)),) if rest else ()),
         _number(round(sum(views.values()), 2)))
        for label, posts, views in rows
    ]  # fmt: skip
    head = [*(("POSTS",) if numbered else ()), *(HEADS[kind] for kind in kinds), *(("REST",) if rest else ()), "ALL"]
    return table(lines, ("", *head))


def _print_halves(halves: tuple[Half, ...], missing: str) -> None:
    if missing:
        _say(f"When half of its views had come cannot be said: {missing}.")
        return
    click.echo()
    whole = next((half.views for half in halves if half.kind == "all"), 0)
    for half in halves:
        share = f", {half.views / whole:.0%} of them" if whole and half.kind != "all" else ""
        views = f"{half.views:,} views{share}" if half.views != 1 else f"1 view{share}"
        said = f"half within {half.days} day{'s' * (half.days != 1)}" if half.days else "too few to tell"
        so_far = " so far" if half.so_far and half.days else ""
        _say(f"{NAMES[half.kind]}: {views}; {said}{so_far}")


def _half(one: PostLife, kind: str) -> str:
    half = next((half for half in one.halves if half.kind == kind), None)
    return "-" if half is None or half.days is None else f"{half.days}{'+' * half.so_far}"


def _number(value: float) -> str:
    return "-" if not value else f"{value:,}" if isinstance(value, int) else f"{value:,.1f}"


def _say(text: str) -> None:
    click.echo(fitted(visible(text), "  "))

"""What to write next by what readers used, and why."""

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, format_option, table
from inkwright.flows.later import later
from inkwright.measure.use import VERDICTS
from inkwright.model.visible import visible
from inkwright.model.what_next import USE_METRICS, PerPost, ThemeUse, WhatNext
from inkwright.workspace.folder import require_workspace

COLUMNS = 2
"""Metrics beside the one that is ranked by that a line of 80 columns has room for; JSON has all."""


class OUTPUT(Struct, frozen=True):
    """What `stats next --format json` prints."""

    version: int
    next: WhatNext


@click.command(epilog="Example: inkwright stats next")
@format_option
def command(format_: str) -> None:
    """At most three things to write next, each with its reason in numbers: drafts and open ideas on the themes of which
    readers used most.

    For each pillar (or tag, where no post has a pillar) it shows what a post usually has: views in its first 30 days
    where they were counted by day, clicks, likes, replies, with n and a 95 % interval. An idea without a pillar goes
    with the published post that it is nearest to. Nothing is proposed below six posts with readings and three months.
    What many read is not always what helped; it is the trace that help leaves.
    """
    workspace = require_workspace()
    found = later("what_next").what_next(workspace, today(workspace.settings.timezone))
    if format_ == "json":
        emit_json(OUTPUT(1, found))
        return
    if not found.posts:
        _say("No readings yet: inkwright readings import EXPORT (`--help` names what is read)")
        return
    _print_themes(found)
    for note in found.notes:
        _say(note)
    if found.early or not found.metric:
        _say(found.early or "Too early to compare: no metric was counted of six posts.")
        return
    _print_proposals(found)


def _print_themes(found: WhatNext) -> None:
    known = [one for one in USE_METRICS if any(one in theme.per_post for theme in found.themes)]
    metrics = sorted(known, key=lambda one: one != found.metric)[:COLUMNS]
    rows = [
        (
            one.theme,
            str(one.posts),
            *(_range(one.per_post.get(metric)) for metric in metrics),
            _verdict(one, found),
        )
        for one in found.themes
    ]
    header = (found.by.upper(), "N", *(f"{metric.upper()} A POST" for metric in metrics), "BESIDE THE OTHERS")
    if rows:
        click.echo(table(rows, header, give=[0]))
        if any(per.low is not None for theme in found.themes for per in theme.per_post.values()):
            _say("In brackets the range in which that lies with 95 % certainty, where three posts were counted.")
    else:
        _say("No post names a pillar or a tag; write `pillar: ...` into them, and their readers can be compared.")


def _print_proposals(found: WhatNext) -> None:
    for number, one in enumerate(found.proposals, 1):
        kind = {"draft": "the draft ", "idea": "", "theme": ""}[one.kind]
        click.echo()
        _say(f"{number}. {kind}{one.name}", "   ")
        _say(f"   {one.why}", "")
        _say(f"   -> {one.command}", "   ")
    if not found.proposals:
        _say("\nNo theme is known well enough to propose anything: it takes three posts on it, and three others.")


def _verdict(one: ThemeUse, found: WhatNext) -> str:
    return "too early" if found.early else VERDICTS[one.verdict]


def _range(found: PerPost | None) -> str:
    if found is None:
        return "-"
    ends = "" if found.low is None or found.high is None else f" ({found.low:,.0f}-{found.high:,.0f})"
    return f"{found.value:,.0f}{ends}"


def _say(text: str, indent: str = "  ") -> None:
    click.echo(fitted(visible(text.strip("\n")), indent))

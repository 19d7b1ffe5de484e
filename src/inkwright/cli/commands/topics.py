"""Group notes and ideas into article topics; what you decide by hand stays.

Group: group
"""

from typing import Any

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.commands._topics_edit import EDITS
from inkwright.cli.commands._topics_text import (
    MOST_SHOWN,
    print_demand,
    print_matrix,
    print_shown,
    print_sought,
    print_topics,
)
from inkwright.cli.output import emit_json, emit_rows, format_option
from inkwright.flows.topics import grouping
from inkwright.flows.topics_demand import add_demand, import_demand, list_demand
from inkwright.flows.topics_demand_post import demand_for, import_for, questions_for
from inkwright.flows.topics_matrix import matrix as matrix_of
from inkwright.flows.topics_show import show_topic
from inkwright.model.demand import Demand
from inkwright.model.errors import UsageError
from inkwright.model.topic import Member, Topic
from inkwright.model.visible import visible
from inkwright.workspace.folder import Workspace, open_workspace, require_workspace

target_option = click.option(
    "--target", default="", metavar="WHO",
    help="Employers you write for (research, product, platform, startup, consulting): their kinds of post count more.",
)  # fmt: skip


class OUTPUT(Struct, frozen=True):
    """What `topics --format json` prints; `alone` are the notes in no topic, `left_out` counts those that were not
    grouped because there are too many."""

    version: int
    topics: tuple[Topic, ...]
    alone: tuple[Member, ...]
    left_out: int


@click.group(invoke_without_command=True, epilog="Example: inkwright topics --explain")
@click.option("--explain", is_flag=True, help="Also the kind of post each topic wants, why, and whom it serves.")
@target_option
@format_option
@click.pass_context
def command(context: click.Context, **said: Any) -> None:
    """Group notes, papers and open ideas into article topics, by the words and the subjects that they share.

    Nothing is written until you decide something: rename, merge, split, move, pin and set keep it in
    inkwright/topics.toml, and grouping again leaves it as you said. A topic is a proposal; look at its notes before you
    count on it.
    """
    if not context.invoked_subcommand:
        _list(**said)


@command.command("list", epilog="Example: inkwright topics list --explain --target research")
@click.option("--explain", is_flag=True, help="Also the kind of post each topic wants, why, and whom it serves.")
@target_option
@format_option
def list_(**said: Any) -> None:
    """List all topics, as `inkwright topics` does."""
    _list(**said)


def _list(explain: bool, target: str, format_: str) -> None:
    found = grouping(open_workspace(), target)
    if format_ == "json":
        emit_rows("topics", found.topics, alone=found.alone, left_out=found.left_out)
    else:
        print_topics(found, explain)


@command.command(epilog='Example: inkwright topics show "GPU programming"')
@click.argument("topic")
@target_option
@format_option
def show(topic: str, target: str, format_: str) -> None:
    """Show TOPIC with its notes, the kind of post it wants and why, its demand, and how much it interests you."""
    shown = show_topic(open_workspace(), topic, target)
    emit_json({"version": 1, "topics": [shown]}) if format_ == "json" else print_shown(shown)


@command.command(epilog="Example: inkwright topics matrix --target product")
@target_option
@format_option
def matrix(target: str, format_: str) -> None:
    """Lay the topics out by what you can prove and by what readers or your career need, each with its reasons.

    Proof: your own notes with figures and with code, log entries, posts whose code was run or that hold benchmarks;
    other people's words prove nothing. Need: demand that you noted, questions asked again, the employers that you write
    for, your pillars.
    """
    rows = matrix_of(open_workspace(), target)
    emit_rows("topics", rows) if format_ == "json" else print_matrix(rows)


@command.command(
    epilog='Examples: inkwright topics demand "GPU programming" --source so --count 50\n\n'
    "inkwright topics demand import queries.csv --post kv-cache\n\ninkwright topics demand --post kv-cache"
)
@click.argument("words", nargs=-1, metavar="[TOPIC | import FILE]")
@click.option("--source", default="", help="Where it was seen: so, hn, reddit, a colleague.")
@click.option("--count", type=click.IntRange(0), default=0, help="How many times.")
@click.option("--of", "unit", default="", help="What was counted: questions, searches, votes.")
@click.option("--text", default="", help="What people typed or asked.")
@click.option("--url", default="", help="Where it can be seen.")
@click.option("--date", default="", metavar="DAY", help="When it was seen (2026-11-21); by default today.")
@click.option("--topic", default="", help="With import: the topic that all lines belong to.")
@click.option(
    "--post", default="", help="What of it POST is about, and where POST has the words; with import: its list."
)
@click.option("--questions", is_flag=True, help="With --post: only the questions, a line each, to answer.")
@format_option
def demand(words: tuple[str, ...], topic: str, post: str, questions: bool, format_: str, **said: Any) -> None:
    """Keep what shows that readers want TOPIC, in inkwright/demand.toml; without --source, show what is kept.

    import takes a list of autocomplete phrases, CSV of Google Trends, Search Console or a question site, or JSON that
    such a site gives. Each line goes to the topic that it is about. Nothing is fetched.

    With --post it helps to choose words: of each phrase that POST is about whether its title, a heading, its first 100
    words or its text has it, those that it lacks first. --questions gives what to answer, for `inkwright promote POST
    --questions -`.
    """
    if words[:1] == ("import",) and len(words) > 1:
        if len(words) > 2:
            raise UsageError("one file at a time is imported", hint="inkwright topics demand import FILE")
        _import(words[1], topic, post, said["source"], said["date"])
    elif post:
        _show_post(post, questions, format_)
    elif said["source"]:
        workspace = require_workspace(".")
        _add(workspace, Demand(" ".join(words), **{**said, "date": said["date"] or _day(workspace)}))
    elif any(said.values()):
        raise UsageError("evidence needs a place where it was seen", hint="Give --source, for example so or hn.")
    else:
        _show(" ".join(words), format_)


def _show(topic: str, format_: str) -> None:
    rows = list_demand(open_workspace(), topic)
    if format_ == "json":
        emit_rows("demand", rows)
    elif rows:
        print_demand(rows)
    else:
        click.echo("No demand is noted yet: inkwright topics demand TOPIC --source so --count 50")


def _show_post(post: str, questions: bool, format_: str) -> None:
    workspace = open_workspace()
    found = demand_for(workspace, post, _day(workspace))
    if format_ == "json":
        emit_rows("phrases", found)
    elif questions:
        click.echo("".join(f"{visible(line)}\n" for line in questions_for(found)), nl=False)
    elif found:
        print_sought(found)
    else:
        click.echo(f"Nothing noted is about it: inkwright topics demand import LIST --post {visible(post)}")


def _add(workspace: Workspace, row: Demand) -> None:
    known = add_demand(workspace, row)
    click.echo(visible(f"Kept for {row.topic}: {row.source}{f' {row.count}' if row.count else ''}"))
    if not known:
        click.echo("No topic is called that yet; it is kept under this name.", err=True)


def _import(path: str, topic: str, post: str, source: str, date: str) -> None:
    workspace = require_workspace(".")
    day = date or _day(workspace)
    if topic and post:
        raise UsageError("a list is kept for one topic or for one post", hint="Give --topic or --post.")
    if post:
        done = import_for(workspace, path, post, day, source)
    else:
        done = import_demand(workspace, path, day, topic, source)
    if done.kept:
        print_demand(done.kept)
    click.echo(f"{done.kind}: {len(done.kept)} kept, {len(done.unplaced)} fit no topic, {len(done.broken)} not read.")
    for line, why in done.broken[:MOST_SHOWN]:
        click.echo(visible(f"{path}:{line}: {why}"), err=True)
    if done.unplaced:
        some = "; ".join(done.unplaced[:MOST_SHOWN])
        click.echo(visible(f"Not kept: {some}. --topic NAME keeps them under one topic."), err=True)
    if done.broken:
        raise click.exceptions.Exit(1)


def _day(workspace: Workspace) -> str:
    return today(workspace.settings.timezone)


for _one in EDITS:
    command.add_command(_one)

"""Topics, their matrix and their demand as text for people."""

import shlex
from collections.abc import Sequence

import click

from inkwright.cli.commands._topics_edit import counted
from inkwright.cli.output import fitted, led, table
from inkwright.flows.topics_show import Shown
from inkwright.model.demand import Demand, Placed, Sought
from inkwright.model.topic import Grouping, Topic, interest_warning
from inkwright.model.visible import visible

MOST_SHOWN = 5
"""Lines that fit no topic that are shown of an import."""
MANY, FEW, LISTED = 8, 3, 20
"""From how many topics on each shows only so few of its notes; how many it shows where there are fewer topics."""


def print_topics(found: Grouping, explain: bool) -> None:
    """All topics, how many notes are in none, and how many were left out."""
    most = FEW if len(found.topics) > MANY else LISTED
    for topic in found.topics:
        print_topic(topic, explain, most)
    if found.topics:
        click.echo(f"{counted(len(found.alone))} in no topic.")
        first = shlex.quote(found.topics[0].label)
        if any(len(topic.members) > most for topic in found.topics):
            click.echo(f"-> inkwright topics show {first}   all notes of one topic")
        click.echo(f"-> inkwright new --topic {first}   lay it out as a post")
    else:
        click.echo("No topic yet: no two notes have enough in common.")
    if found.left_out:
        grouped = sum(len(one.members) for one in found.topics) + len(found.alone)
        said = f"Only the newest {grouped:,} notes were grouped; {found.left_out:,} older ones were left out."
        click.echo(
            f"{said} Put the ones that matter into a topic by hand, or leave folders out with `exclude`.", err=True
        )


def print_topic(topic: Topic, explain: bool, most: int = 0) -> None:
    """One topic with its notes, at most so many of them; 0 for all."""
    by_hand = " (yours)" if topic.by_hand else ""
    head = f"{click.style(visible(topic.label), bold=True)}{by_hand}"
    click.echo(f"{head}  {counted(len(topic.members))} -> {topic.post}{_rated(topic)}")
    if topic.shared:
        click.echo(fitted(f"  shares {visible(', '.join(topic.shared))}", "  "))
    if explain:
        click.echo(fitted(f"  {topic.post}: {visible(topic.why)}\n  serves {topic.role}", "  "))
    for one in topic.members[: most or None]:
        place = f"{one.path}:{one.line}" if one.kind == "idea" else one.path
        click.echo(led(visible(place), visible(one.title), "    ", "  "))
    if most and len(topic.members) > most:
        click.echo(f"    ... and {len(topic.members) - most} more")
    click.echo()


def _rated(topic: Topic) -> str:
    low = " (low)" if interest_warning(topic.interest) else ""
    said = (
        f"interest {topic.interest} of 5{low}" if topic.interest else "",
        f"pillar {visible(topic.pillar)}" if topic.pillar else "",
        f"project {visible(topic.project)}" if topic.project else "",
    )
    told = " · ".join(part for part in said if part)
    return f"  [{told}]" if told else ""


def print_shown(shown: Shown) -> None:
    """One topic with its reasons, its demand, a warning where there is one, and the command that goes on."""
    print_topic(shown.topic, True)
    if shown.demand:
        print_demand(shown.demand)
        click.echo()
    if shown.warning:
        click.echo(fitted(f"Think twice: {shown.warning}."))
    click.echo(f"-> inkwright new --topic {shlex.quote(shown.topic.label)} --template {shown.topic.post}")


def print_demand(rows: Sequence[Demand]) -> None:
    """Evidence as a table."""
    shown = [
        (row.topic, row.source, f"{row.count:,}" if row.count else "-", row.unit, row.date, row.text) for row in rows
    ]
    click.echo(table(shown, ("TOPIC", "SOURCE", "COUNT", "OF", "SEEN", "TEXT"), give=(0, 5)))


def print_sought(found: Sequence[Sought]) -> None:
    """Phrases with where a post has them."""
    rows = [
        (
            one.place or "nowhere", f"{one.demand.count:,}" if one.demand.count else "-", one.demand.source,
            "asked" if one.question else "typed", one.demand.text,
        )
        for one in found
    ]  # fmt: skip
    click.echo(table(rows, ("IN THE POST", "COUNT", "SOURCE", "AS", "TEXT"), give=(4,)))


def print_matrix(rows: Sequence[Placed]) -> None:
    """The four places, each with its topics and what put them there."""
    if not rows:
        click.echo("No topic yet: no two notes have enough in common.")
    place = ""
    for row in rows:
        if row.place != place:
            place = row.place
            click.echo(click.style(fitted(f"{place.upper()}  {_MEANT[place]}", "  "), bold=True))
        click.echo(fitted(f"  {visible(row.topic)} -> {row.post}", "  "))
        click.echo(fitted(f"    can prove {row.prove}: {visible('; '.join(row.prove_why))}", "  "))
        if row.need:
            click.echo(fitted(f"    wanted {row.need}: {visible('; '.join(row.need_why))}", "  "))
    if rows and not any(row.need for row in rows):
        click.echo("\nNothing says yet what is wanted:\n-> inkwright topics demand TOPIC --source so --count 50")


_MEANT = {
    "write now": "you can prove it, and it is wanted",
    "prove it first": "wanted, and you have little of your own to show: run or measure something",
    "for your own sake": "you can prove it, and nobody asked yet",
    "let it rest": "little to show, and nobody asked yet",
}

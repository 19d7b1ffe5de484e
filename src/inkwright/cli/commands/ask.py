"""Answer a question with passages of your own notes, papers, posts and log.

Group: group
"""

import textwrap
from dataclasses import dataclass

import click

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, format_option
from inkwright.flows.ask import ask
from inkwright.flows.search_words import wanted_of
from inkwright.model.found import Answer, Reply
from inkwright.model.visible import visible
from inkwright.workspace.folder import open_workspace

LINES = 12
"""Lines of a passage that are printed; JSON has them all."""


@dataclass(frozen=True)
class OUTPUT:
    """What `ask --format json` prints; `nearest` is the passage that comes closest where none answers."""

    version: int
    answers: tuple[Answer, ...]
    asked: tuple[str, ...]
    unknown: tuple[str, ...]
    nearest: Answer | None


@click.command(epilog='Example: inkwright ask "why is the first token slow?" --kind note --since 1y')
@click.argument("question", nargs=-1, required=True)
@click.option("--kind", default="", metavar="KIND", help="Only note, paper, post, page, idea, log, or a kind of clip.")
@click.option("--origin", default="", metavar="ORIGIN", help="Only what came from there (paper, debugged, ...).")
@click.option(
    "--tag", "--theme", "tag", default="", metavar="TAG", help="Only this tag or one below it, pillar or folder."
)
@click.option("--topic", default="", metavar="TOPIC", help="Only what this topic holds; see `inkwright topics`.")
@click.option("--since", default="", metavar="WHEN", help="Not older than a date (2026-10-01) or an age (30d, 6m).")
@click.option("--unused", is_flag=True, help="Only what no post links to and no idea was used for.")
@click.option("--limit", default=5, show_default=True, type=click.IntRange(1, 100), help="At most so many.")
@format_option
def command(
    question: tuple[str, ...], kind: str, origin: str, tag: str, topic: str, since: str, unused: bool, limit: int,
    format_: str,
) -> None:  # fmt: skip
    """Show the passages that answer QUESTION, best first, each with its file and line and whose words it rests on.

    Every sentence shown is one that stands in your files: nothing is made up, summed up or sent anywhere. Where no
    passage holds about half of what you ask for, it says so instead of guessing.
    """
    workspace = open_workspace()
    wanted = wanted_of(kind, origin, tag, since, unused, today(workspace.settings.timezone) if since else "", topic)
    reply = ask(workspace, " ".join(question), wanted, limit)
    if format_ == "json":
        emit_json(OUTPUT(1, reply.answers, reply.asked, reply.unknown, reply.nearest))
        return
    for answer in reply.answers:
        _print(answer)
    if not reply.answers:
        click.echo(_nothing(reply))


def _print(answer: Answer) -> None:
    above = " › ".join(filter(None, (answer.title or answer.kind, *answer.headings)))
    click.echo(f"{click.style(f'{answer.path}:{answer.line}', fg='cyan')}  {visible(above)}")
    lines = visible(answer.text).splitlines()
    more = len(lines) - LINES
    shown = "\n".join(lines[:LINES]) + (f"\n… {more} more line{'s' * (more > 1)}" if more > 0 else "")
    click.echo(textwrap.indent(shown, "    "))
    if answer.source:
        click.echo(click.style(f"    source: {visible(answer.source)}", dim=True))
    click.echo()


def _nothing(reply: Reply) -> str:
    """That nothing answers, and why one may believe it."""
    said = "Nothing you wrote answers this."
    if reply.unknown:
        said += f" No text holds {_listed(reply.unknown)}."
    if reply.nearest:
        at = f"{reply.nearest.path}:{reply.nearest.line}"
        said += f" The nearest passage, {at}, holds only {_listed(reply.nearest.words)} of {_listed(reply.asked)}."
    return said


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f'"{word}"' for word in words)

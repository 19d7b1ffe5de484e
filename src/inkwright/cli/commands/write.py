"""Write on a post for a while, in your own editor; the words and the time go into your log.

Group: plan and draft
"""

import sys
import time
from datetime import datetime
from functools import partial
from typing import get_args

import click

from inkwright.cli.clock import now
from inkwright.flows.session_end import Ended, Finished, end_draft
from inkwright.flows.write import Begun, begin, finish
from inkwright.flows.write_sitting import can_edit, sit, sit_in_editor
from inkwright.model.session import OpenSession, Work
from inkwright.workspace.folder import Workspace, require_workspace

AT_ONCE = 3
"""Seconds within which an editor that is closed again has only handed the file to a window of its own."""


@click.command(
    epilog="Examples: inkwright write kv-cache --minutes 45 · inkwright write kv-cache --stage outline --minutes 20\n\n"
    "The session is kept on the disk as it goes: after a crash, run the same command again to go on."
)
@click.argument("post")
@click.option("--minutes", type=click.IntRange(0, 24 * 60), default=0, metavar="N", help="How long you mean to write.")
@click.option("--stage", "work", type=click.Choice(get_args(Work)), default="draft", show_default=True,
              help="What the session is for.")  # fmt: skip
@click.option("--no-editor", is_flag=True, help="Open no editor: follow the file until Ctrl-C.")
@click.option("--done", is_flag=True, help="End the draft as it is and keep its text; alone, without a session.")
def command(post: str, minutes: int, work: Work, no_editor: bool, done: bool) -> None:
    """Open POST in $VISUAL or $EDITOR and count words and minutes until it is closed.

    Nothing is checked and nothing is written into the post. The log of the day gets one line; --done keeps the ugly
    draft for `inkwright diff`. This command runs with the clock.
    """
    workspace = require_workspace()
    clock = partial(now, workspace.settings.timezone)
    if minutes or no_editor or not done:
        _session(workspace, post, minutes, work, no_editor, clock)
    if done:
        _print_end(end_draft(workspace, post, clock()))


def _session(
    workspace: Workspace, post: str, minutes: int, work: Work, no_editor: bool, clock: partial[datetime]
) -> None:
    if not no_editor:
        can_edit()
    begun = begin(workspace, post, clock(), minutes, work)
    _print_begin(begun)
    goal = partial(_goal, begun.session, not no_editor)
    started = time.monotonic()
    if no_editor:
        session, document = sit(workspace, begun, clock, _sleep, goal)
    else:
        session, document = sit_in_editor(workspace, begun, clock, goal)
        if time.monotonic() - started < AT_ONCE and session.words == begun.session.words and sys.stdin.isatty():
            click.echo("The editor handed the file on; following it. Ctrl-C ends the session.")
            session, document = sit(workspace, begun, clock, _sleep, goal)
    _print_finish(finish(workspace, session, document, clock()))


def _sleep(seconds: float) -> bool:
    time.sleep(seconds)
    return False


def _goal(session: OpenSession, editor: bool) -> None:
    """Say that the minutes are over; only a bell while an editor has the screen."""
    if not editor:
        click.echo(f"The {session.goal} minutes are over. Go on, or end with Ctrl-C.")
    elif sys.stderr.isatty():
        click.echo("\a", nl=False, err=True)


def _print_begin(begun: Begun) -> None:
    session = begun.session
    if begun.kept and begun.kept.log:
        kept = begun.kept.session
        click.echo(f"A session of {_minutes(kept.minutes)} was broken off: {_gained(kept)}, kept in {begun.kept.log}.")
    if begun.resumed:
        click.echo(f"A session of {_minutes(session.minutes)} is open ({_gained(session)}): going on with it.")
    left = session.goal - session.minutes
    goal = f" for {_minutes(left)}" if left > 0 else ""
    noun = "word" if session.words == 1 else "words"
    click.echo(f"{session.path}: {session.words:,} {noun}. Writing{goal}.")
    if begun.ended:
        click.echo(f"The draft was ended on {begun.ended}; `--stage edit` says that you work it over.")
    if begun.due:
        click.echo(begun.due)


def _print_finish(found: Finished) -> None:
    session = found.session
    if not found.log:
        elsewhere = session.words != session.before or session.minutes
        click.echo("The session was ended elsewhere." if elsewhere else "Nothing was written; nothing is logged.")
        return
    click.echo(f"{_minutes(session.minutes)}: {_gained(session)} ({session.before:,} → {session.words:,}). {found.log}")
    for sentence in (found.pace and f"{found.pace}.", found.enough):
        if sentence:
            click.echo(sentence)
    if found.answer:
        click.echo(f"“{found.answer.says}” {found.answer.answer}")


def _print_end(found: Ended) -> None:
    click.echo(f"The draft of {found.id} is ended with {found.words:,} words. Its text is kept: {found.snapshot}")
    many = "s" if found.unwritten != 1 else ""
    if found.unwritten:
        click.echo(f"{found.unwritten} planned bullet{many} not written: write, tick or drop them "
                   f"(`inkwright outline {found.id}`).")  # fmt: skip
    if found.open_questions:
        click.echo(f"Open questions in its plan: {found.open_questions}.")
    click.echo(f"Next: inkwright check {found.id}" if not found.unwritten else f"Next: inkwright outline {found.id}")


def _minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


def _gained(session: OpenSession) -> str:
    words = session.words - session.before
    return f"{words:+,} word" if abs(words) == 1 else f"{words:+,} words"

"""Ask about the emptiest point of a draft; the answers become bullets of its plan.

Group: plan and draft
"""

import sys

import click
from msgspec import Struct

from inkwright.cli.output import emit_json, format_option
from inkwright.flows.unblock import answer, questions
from inkwright.flows.unblock_aside import Moved, aside, back
from inkwright.model.counted import counted
from inkwright.model.errors import InkwrightError, UsageError
from inkwright.workspace.folder import open_workspace, require_workspace


class OUTPUT(Struct, frozen=True):
    """What `unblock --format json` prints: what would be asked."""

    version: int
    section: str
    bullet: str
    questions: tuple[str, ...]


@click.command(
    epilog="Examples: inkwright unblock kv-cache · inkwright unblock kv-cache 3/2 --reader Priya · "
    "inkwright unblock kv-cache --aside"
)
@click.argument("post")
@click.argument("place", metavar="[SECTION[/BULLET]]", default="")
@click.option("--reader", default="", metavar="NAME", help="Somebody to tell the point to, in one sentence.")
@click.option(
    "--aside", "aside_", is_flag=True, help="Set the template aside: unwritten sections become plain bullets."
)
@click.option("--back", "back_", is_flag=True, help="Put the sections back round what was written.")
@click.option("--list", "list_", is_flag=True, help="Only show what would be asked.")
@format_option
def command(
    post: str, place: str, reader: str, aside_: bool, back_: bool, list_: bool, format_: str
) -> None:  # fmt: skip
    """Ask a few questions about one point of POST: the one named, else an open question, else the emptiest bullet.

    Each answer, one line, is added below that point of the plan; an empty line skips a question. Nothing else in the
    file changes. Answers may be piped in, one a line.

    With --aside the headings and questions of sections that hold no word yet are taken out and their bullets stand in
    one list on top; write below it, in any order. --back puts the headings back: bullets where they came from, new ones
    with the bullet above them, paragraphs with the bullet whose words they have, the rest on top.
    """
    if aside_ or back_:
        if (aside_ and back_) or place or list_:
            raise UsageError("--aside and --back stand alone", hint=f"For example: inkwright unblock {post} --aside")
        _print_moved((aside if aside_ else back)(require_workspace(), post), aside_)
        return
    workspace = open_workspace() if list_ or format_ == "json" else require_workspace()
    asked = questions(workspace, post, place, reader)
    if format_ == "json":
        emit_json(OUTPUT(1, asked.section, asked.bullet, asked.questions))
        return
    about = f"“{asked.bullet}” in {asked.section or 'the opening'}" if asked.bullet else asked.section or "the post"
    click.echo(f"About {about}:")
    if list_:
        for number, question in enumerate(asked.questions, 1):
            click.echo(f"{number}. {question}")
        return
    kept = 0
    for question in tuple(asked.questions):
        click.echo(question)
        said = _answer()
        if said is None:
            break
        try:
            found = answer(workspace, post, asked, said)
        except InkwrightError as error:
            raise UsageError(f"{str(error).rstrip('.')}. Your answer was: {said}") from error
        if found:
            kept, asked = kept + 1, found.next
            click.echo(f"{found.path}:{found.line}: - {found.text}")
    click.echo(f"{kept} {'answer' if kept == 1 else 'answers'} kept." if kept else "Nothing was changed.")


def _print_moved(moved: Moved, aside_: bool) -> None:
    id_ = moved.found.post.file.id
    sections = f"{moved.sections} section{'s' * (moved.sections != 1)}"
    if aside_:
        top = f"{counted(moved.top, 'bullet')} {'stands' if moved.top == 1 else 'stand'}"
        click.echo(f"{sections} of {id_} set aside; {top} on top. Write below them, in any order.")
        click.echo(f"`inkwright unblock {id_} --back` brings the headings back round it.")
        return
    click.echo(f"{sections} of {id_} put back.")
    if moved.top:
        belong = "belongs to none and stays" if moved.top == 1 else "belong to none and stay"
        click.echo(f"{counted(moved.top, 'bullet')} {belong} on top: `inkwright outline {id_} move 0/1 2`.")


def _answer() -> str | None:
    """One line that is typed or piped in, None when there are no more."""
    if sys.stdin.isatty():
        return str(click.prompt("", prompt_suffix="> ", default="", show_default=False))
    line = sys.stdin.readline()
    return line.strip() if line else None

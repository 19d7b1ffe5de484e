"""Let a language model read a post and ask; it never hands over a word to paste. Off until you set it up.

Group: check
"""

import os
from collections.abc import Iterator

import click
from msgspec import Struct, field

from inkwright.cli.asking import agreed
from inkwright.cli.output import emit_json, format_option, table
from inkwright.flows.critic import Heard, Prepared, ask, prepare
from inkwright.workspace.folder import workspace_of


class QuestionRow(Struct, frozen=True):
    """A question or doubt: 1-based place of the words it is about, end exclusive, and those words as the post has
    them."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    persona: str
    kind: str
    quote: str
    text: str


class ReplyRow(Struct, frozen=True):
    """What became of one reader's reply: how many parts it had, and how many were refused for each reason. `broken`
    is set for a reply that was no list of questions."""

    persona: str
    parts: int
    refused: dict[str, int]
    broken: bool


class RequestRow(Struct, frozen=True):
    """What is sent to `url` for one reader: the words of it, and its size in bytes."""

    persona: str
    url: str
    model: str
    bytes: int
    words: int
    system: str
    user: str


class OUTPUT(Struct, frozen=True):
    """What `critic --format json` prints; with --dry-run the requests, otherwise questions and replies."""

    version: int
    questions: list[QuestionRow] = field(default_factory=list)
    replies: list[ReplyRow] = field(default_factory=list)
    requests: list[RequestRow] = field(default_factory=list)


@click.command(
    epilog="Examples: inkwright critic kv-cache --dry-run · inkwright critic kv-cache --as sceptic --as newcomer"
)
@click.argument("post")
@click.option("--as", "personas", multiple=True, metavar="READER", help="Who reads; may be given several times.")
@click.option("--dry-run", is_flag=True, help="Show the whole text that would be sent, and send nothing.")
@click.option("--yes", is_flag=True, help="Send without asking.")
@format_option
def command(post: str, personas: tuple[str, ...], dry_run: bool, yes: bool, format_: str) -> None:
    """Send POST (a file, an id, a slug or the beginning of one) to the model that [critic] in inkwright.toml names, and
    print what a reader of your choice asks or doubts: practitioner, leader, newcomer, sceptic, or one of your own from
    inkwright/critic. Uses the network, and says before what goes where.

    The model only asks. What could be pasted into the post is refused and counted, never shown, and no file is changed.
    Exit code 0, whatever is asked; 1 when a whole reply was refused; 2 when nothing could be asked.
    """
    workspace = workspace_of((post,))
    settings = workspace.settings.critic
    prepared = prepare(workspace, post, personas, os.environ.get(settings.key, "").strip())
    rows = _requests(prepared, settings.model)
    if dry_run:
        _show(rows, format_)
        return
    click.echo(_announced(prepared, rows, settings.code), err=True)
    if not agreed("Send it?", yes, "send it; --dry-run shows it", usual=False):
        click.echo("Nothing was sent.", err=True)
        return
    heard: list[Heard] = []
    for one in ask(workspace, prepared):
        heard.append(one)
        if format_ == "text":
            click.echo("\n".join(_lines(prepared, one)))
    if format_ == "json":
        questions = [row for one in heard for row in _questions(prepared, one)]
        replies = [ReplyRow(one.persona, one.parts, one.refused, one.broken) for one in heard]
        emit_json(OUTPUT(1, questions, replies))
    raise click.exceptions.Exit(int(any(_is_refused(one) for one in heard)))


def _requests(prepared: Prepared, model: str) -> list[RequestRow]:
    return [
        RequestRow(
            one.persona.name,
            one.url,
            model,
            len(one.body),
            len(f"{one.system} {one.user}".split()),
            one.system,
            one.user,
        )
        for one in prepared.requests
    ]


def _show(rows: list[RequestRow], format_: str) -> None:
    """Everything that would be sent."""
    if format_ == "json":
        emit_json(OUTPUT(1, requests=rows))
        return
    for row in rows:
        click.echo(f"=== {row.persona}: {row.words:,} words, {row.bytes:,} bytes to {row.url}, model {row.model}\n")
        click.echo(f"{row.system}\n\n=== the post\n\n{row.user}\n")
    click.echo("Nothing was sent.")


def _announced(prepared: Prepared, rows: list[RequestRow], code: bool) -> str:
    """What goes where, and what stays."""
    fences = sum(one.kind == "code" for one in prepared.paragraphs)
    kept = "" if code or not fences else f", {fences} code block{'s' * (fences != 1)}"
    sizes = table([(f"  {row.persona}", f"{row.words:,} words", f"{row.bytes:,} bytes") for row in rows])
    return (
        f"This goes to {rows[0].url}, model {rows[0].model}:\n{sizes}\n"
        f"It is the title and the prose; the rest of the front matter, comments, plans{kept} stay here. "
        "--dry-run shows every word."
    )


def _questions(prepared: Prepared, heard: Heard) -> Iterator[QuestionRow]:
    document = prepared.document
    for one in heard.questions:
        start, end = document.position(one.span.start), document.position(one.span.end)
        quote = " ".join(document.slice(one.span).split())
        yield QuestionRow(
            prepared.path, start.line, start.column, end.line, end.column, one.persona, one.kind, quote, one.text
        )


def _lines(prepared: Prepared, heard: Heard) -> Iterator[str]:
    """One reader's questions, and what was refused."""
    for row in _questions(prepared, heard):
        yield f"{row.path}:{row.line}:{row.column}: {row.kind}: {row.text} [{row.persona}]"
        yield f"    on: {row.quote}"
    if heard.broken:
        yield f"{heard.persona}: the model's reply was refused: it was no list of questions"
    elif heard.refused:
        what = "parts of the reply were not shown" if heard.questions else "the model's reply was refused"
        yield f"{heard.persona}: {what}: {_reasons(heard)}"
    elif not heard.questions:
        yield f"{heard.persona}: no questions"


def _reasons(heard: Heard) -> str:
    """What the refused parts were: `3 of 5 parts were text to insert, 1 misshapen`."""
    (reason, count), *others = heard.refused.items()
    first = f"{count} of {heard.parts} part{'s' * (heard.parts != 1)} {'was' if count == 1 else 'were'} {reason}"
    return ", ".join([first, *(f"{number} {other}" for other, number in others)])


def _is_refused(heard: Heard) -> bool:
    return heard.broken or (heard.parts > 0 and not heard.questions)

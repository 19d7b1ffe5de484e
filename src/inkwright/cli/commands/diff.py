"""Show what became of a draft: a post now against the draft that was ended, or against a commit.

Group: plan and draft
"""

from collections.abc import Sequence

import click
from msgspec import Struct

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, emit_rows, format_option, table
from inkwright.flows.draft_diff import Diff, draft_diff, draft_versions
from inkwright.flows.writing_stats import passes
from inkwright.model.counted import counted
from inkwright.model.session import Session
from inkwright.model.versions import Counts, Version
from inkwright.workspace.folder import open_workspace

SHOWN = ("weasel-word", "passive-voice", "long-sentence")
"""Rules with a column of their own in the table; the JSON has all."""
_COUNTS = (
    ("words", "words"), ("sentences", "sentences"), ("mean_sentence", "words a sentence"),
    ("paragraphs", "paragraphs"), ("headings", "headings"), ("fences", "fences"), ("links", "links"),
)  # fmt: skip


class PieceRow(Struct, frozen=True):
    """Words of a reworked paragraph: kept (`mark` ""), added ("+") or cut ("-")."""

    mark: str
    text: str


class ParagraphRow(Struct, frozen=True):
    """A paragraph of either version; `change` is same, reworked, added or cut."""

    change: str
    line: int
    before: str
    after: str
    pieces: tuple[PieceRow, ...]


class OUTPUT(Struct, frozen=True):
    """What `diff --format json` prints: paragraphs and figures, or with `--metrics` the versions and sessions alone."""

    version: int
    path: str = ""
    since: str = ""
    before: Counts | None = None
    after: Counts | None = None
    paragraphs: tuple[ParagraphRow, ...] = ()
    versions: tuple[Version, ...] = ()
    sessions: tuple[Session, ...] = ()


@click.command(epilog="Example: inkwright diff kv-cache --from draft")
@click.argument("post")
@click.option("--from", "since", default="", metavar="VERSION",
              help="draft (the last one kept), its date, or a commit. [default: draft, else HEAD]")  # fmt: skip
@click.option("--metrics", is_flag=True, help="Figures over all versions: kept drafts, commits, now.")
@format_option
def command(post: str, since: str, metrics: bool, format_: str) -> None:
    """Compare POST with an earlier version of itself, paragraph by paragraph: [-cut-] {+added+}."""
    workspace = open_workspace()
    if metrics:
        versions = draft_versions(workspace, post, today(workspace.settings.timezone))
        if format_ == "json":
            emit_rows("versions", versions, sessions=passes(workspace, post))
        else:
            _print_versions(versions)
            _print_passes(passes(workspace, post))
        return
    found = draft_diff(workspace, post, since)
    if format_ == "json":
        emit_json(_as_output(found))
    else:
        _print(found)


def _as_output(found: Diff) -> OUTPUT:
    rows = tuple(
        ParagraphRow(
            one.change, one.line, one.before, one.after, tuple(PieceRow(part.mark, part.text) for part in one.pieces)
        )
        for one in found.paragraphs
    )
    return OUTPUT(1, found.path, found.since, found.before, found.after, rows)


def _print(found: Diff) -> None:
    click.echo(f"{found.path} against {found.since}\n")
    same = 0
    for one in found.paragraphs:
        if one.change == "same":
            same += 1
            continue
        same = _print_same(same)
        if one.change == "reworked":
            parts = "".join(_marked(part.mark, part.text) for part in one.pieces)
        else:
            parts = _marked("+", one.after) if one.change == "added" else _marked("-", one.before)
        click.echo(f"{click.style(f'line {one.line}, {one.change}', dim=True)}\n{parts}\n")
    _print_same(same)
    rows = []
    for key, label in _COUNTS:
        before, after = getattr(found.before, key), getattr(found.after, key)
        rows.append((label, f"{before:,}", f"{after:,}", f"{round(after - before, 1):+,}" if after != before else ""))
    click.echo(table(rows, ("", "then", "now", "")))


def _print_same(count: int) -> int:
    if count:
        said = "1 paragraph" if count == 1 else f"{count} paragraphs"
        click.echo(click.style(f"... {said} as before\n", dim=True))
    return 0


def _marked(mark: str, text: str) -> str:
    """A text as kept, cut or added; blanks around it stay outside the marks."""
    if not mark or not text.strip():
        return text
    inside = text.strip()
    before, after = text[: text.index(inside)], text[text.index(inside) + len(inside) :]
    drawn = click.style(f"[-{inside}-]", fg="red") if mark == "-" else click.style(f"{{+{inside}+}}", fg="green")
    return f"{before}{drawn}{after}"


def _print_versions(versions: tuple[Version, ...]) -> None:
    rows = []
    for one in versions:
        told = one.counts
        rows.append((
            one.name if one.kind == "draft" else f"{one.date} {one.name}", one.kind, f"{told.words:,}",
            f"{told.sentences:,}", str(told.mean_sentence), *(str(one.rules.get(rule, 0)) for rule in SHOWN),
            str(sum(one.rules.values())),
        ))  # fmt: skip
    click.echo(table(rows, ("version", "", "words", "sentences", "words each", *SHOWN, "all findings")))
    if len(versions) == 1:
        click.echo("\nOnly the file as it is: `inkwright write POST --done` keeps a draft, a commit is a version too.")


def _print_passes(sessions: Sequence[Session]) -> None:
    """How often and how long the post was drafted and worked over."""
    for work, label in (("draft", "Drafted"), ("edit", "Worked over")):
        mine = [one for one in sessions if one.work == work]
        if mine:
            times = "once" if len(mine) == 1 else f"in {len(mine)} sessions"
            words, minutes = sum(one.words for one in mine), sum(one.minutes for one in mine)
            click.echo(f"{label} {times}, {counted(minutes, 'minute')}, {words:+,} words.")

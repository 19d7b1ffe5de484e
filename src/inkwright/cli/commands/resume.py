"""Come back to a post or a project: last log lines, open questions, notes, last paragraph, next step.

Group: start
"""

from pathlib import Path

import click
from msgspec.structs import asdict

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, format_option
from inkwright.flows.resume import resume, resume_pack
from inkwright.model.resume import Resume
from inkwright.workspace.folder import open_workspace

CUT = 300
"""Characters of the last paragraph that the text shows."""


class OUTPUT(Resume, frozen=True, kw_only=True):
    """What `resume --format json` prints: the version, then all that was gathered."""

    version: int


@click.command(epilog="Example: inkwright resume kv-cache --pack kv-cache-pack.md")
@click.argument("name", metavar="[PROJECT|POST]", default="")
@click.option("--pack", "pack", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write outline, questions, sources and the linked notes in full to a new FILE.")  # fmt: skip
@format_option
def command(name: str, pack: Path | None, format_: str) -> None:
    """Show where a project or a post was left; without a name, what was worked on last.

    Ideas kept with `inkwright idea --to NAME` and log lines with `--project NAME` are part of it.
    """
    workspace = open_workspace()
    back = resume(workspace, name, today(workspace.settings.timezone))
    found = back.resume
    if pack:
        target = pack.absolute()
        workspace.write(target, resume_pack(workspace, back), expected="")
    if format_ == "json":
        emit_json({"version": 1, **asdict(found)})
        return
    _print(found)
    if pack:
        click.echo(f"\nEverything is in {pack}.")


def _print(found: Resume) -> None:
    posts = ", ".join(found.posts) or "no post yet"
    click.echo(f"{click.style(found.name, bold=True)} ({found.kind}: {posts})")
    _block("Log", [f"{line.when}  {line.text}" for line in found.log])
    _block(
        "Open questions", [f"? {line.text.removeprefix('? ')}  ({line.path}:{line.line})" for line in found.questions]
    )
    _block("Ideas for it", [f"{line.text}  ({line.path}:{line.line})" for line in found.ideas])
    _block("Linked notes", [f"{note.name}  {note.path or '(not found)'}" for note in found.notes])
    if found.last:
        text = found.last.text if len(found.last.text) <= CUT else f"{found.last.text[:CUT].rsplit(' ', 1)[0]} ..."
        _block("Last paragraph", [f"{text}  ({found.last.path}:{found.last.line})"])
    else:
        _block("Last paragraph", [])
    step = found.next
    _block("Next step", [f"{step.what}: {step.why}{f' -> {step.command}' if step.command else ''}"] if step else [])


def _block(title: str, lines: list[str]) -> None:
    click.echo(f"\n{click.style(title, bold=True)}")
    for line in lines or ["none"]:
        click.echo(f"  {line}")

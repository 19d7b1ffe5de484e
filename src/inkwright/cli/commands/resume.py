"""Come back to a post or a project: last log lines, open questions, notes, last paragraph, next step.

Group: start
"""

from pathlib import Path

import click
from msgspec.structs import asdict, replace

from inkwright.cli.clock import today
from inkwright.cli.output import emit_json, fitted, format_option, say, say_step
from inkwright.flows.resume import resume, resume_pack
from inkwright.model.resume import Line, Resume
from inkwright.model.visible import visible
from inkwright.workspace.folder import require_workspace

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
    workspace = require_workspace()
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
        say(f"\nEverything is in {pack}.", "  ")


def _print(found: Resume) -> None:
    posts = ", ".join(found.posts) or "no post yet"
    click.echo(fitted(f"{click.style(visible(found.name), bold=True)} ({found.kind}: {visible(posts)})", "  "))
    _block("Log", [(f"{line.when}  {line.text}", "") for line in found.log], " " * 18)
    _block("Open questions", [_placed(f"? {line.text.removeprefix('? ')}", line) for line in found.questions])
    _block("Ideas for it", [_placed(line.text, line) for line in found.ideas])
    _block("Linked notes", [(f"{note.name}  {note.path or '(not found)'}", "") for note in found.notes])
    last = found.last
    if last and len(last.text) > CUT:
        last = replace(last, text=f"{last.text[:CUT].rsplit(' ', 1)[0]} ...")
    _block("Last paragraph", [_placed(last.text, last)] if last else [])
    click.echo(f"\n{click.style('Next step', bold=True)}")
    step = found.next
    say_step(f"  {step.what}: {step.why}" if step else "  none", step.command if step else "", "  ")


def _placed(text: str, line: Line) -> tuple[str, str]:
    """A line with where it stands, and that place, which is not to be broken."""
    place = f"({line.path}:{line.line})"
    return f"{text}  {place}", place


def _block(title: str, lines: list[tuple[str, str]], hanging: str = "  ") -> None:
    click.echo(f"\n{click.style(title, bold=True)}")
    for text, whole in lines or [("none", "")]:
        say(f"  {text}", hanging, whole=whole)

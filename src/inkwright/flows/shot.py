"""A command -> what it printed on a terminal, kept as text and as a picture beside a post."""

import posixpath
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from inkwright.evidence.shots import caption_of, cut, shown
from inkwright.evidence.terminal import plain_text
from inkwright.flows.find_post import find_post
from inkwright.flows.shot_private import warnings
from inkwright.flows.survey import survey
from inkwright.model.errors import UsageError
from inkwright.model.regex import regex
from inkwright.model.terminal import Shot
from inkwright.plan.slugs import slug_of
from inkwright.process.capture import Terminal, capture
from inkwright.render.terminal import Caption, escape, terminal_svg
from inkwright.workspace.folder import Workspace

MOST_LINES = 200
"""Lines that a picture shows; the text has them all."""
_NAME = 30
"""Characters of a command that go into the name of its files."""
_BREAKS = regex(r"[\s()<>%?#&\"']")
"""What would end an address in Markdown, or mean something else in it."""
_BAD_NAME = regex(r"[/\\:\x00-\x1f]|^\.")


def shot(
    workspace: Workspace, command: Sequence[str], today: str, post: str = "", name: str = "", columns: int = 80,
    folder: Path = Path(), force: bool = False,
) -> Shot:  # fmt: skip
    """Run a command in `folder` and keep what it printed as `NAME.txt` and `NAME.svg`, beside the post or in the
    current folder. One word with blanks is a line for the shell. A picture of the same command is made anew.

    Raises UsageError when the command cannot be started, or a file of that name shows something else.
    """
    line = command[0] if len(command) == 1 else shlex.join(command)
    words = ["sh", "-c", line] if len(command) == 1 and re.search(r"\s", line) else list(command)
    name = name or _name(line)
    if _BAD_NAME.search(name):
        raise UsageError(
            f"`{name}` is no name for a file", hint="Use letters, digits and hyphens, for example test-run."
        )
    beside = posixpath.dirname(find_post(survey(workspace), post).path) if post else workspace.relative(".")
    text_path, svg_path = (posixpath.normpath(posixpath.join(beside, f"{name}.{end}")) for end in ("txt", "svg"))
    _refuse(workspace, text_path, svg_path, line, force)
    settings = workspace.settings.run
    terminal = Terminal(columns=columns, seconds=settings.timeout, passed=settings.environment)
    captured = capture(words, folder, terminal)
    lines = shown(line, captured, columns, terminal.rows, terminal.seconds)
    text = plain_text(lines)
    seen = cut(lines, MOST_LINES, f"{name}.txt")
    workspace.write(text_path, text)
    workspace.write(svg_path, terminal_svg(seen, Caption(line, today, captured.code, columns, plain_text(seen))))
    address = _BREAKS.sub(lambda one: quote(one[0]), f"{name}.svg")
    markdown = f'![TK what this output shows]({address} "{caption_of(line)}, {today}")'
    return Shot(
        line,
        text_path,
        svg_path,
        markdown,
        captured,
        len(lines),
        max(len(lines) - MOST_LINES, 0),
        warnings(workspace, text),
    )


def _name(command: str) -> str:
    """A name made from the first words of a command."""
    words = slug_of(" ".join(command.split()[:6])).split("-")
    return (
        "-".join(word for at, word in enumerate(words) if len("-".join(words[: at + 1])) <= _NAME) or words[0][:_NAME]
    )


def _refuse(workspace: Workspace, text: str, svg: str, command: str, force: bool) -> None:
    """Stop before anything runs when a file of that name shows another command, or is none of ours."""
    own = f'<shot xmlns="https://inkwright.dev/ns/shot" command="{escape(command)}"'
    same = workspace.exists(svg) and own in workspace.read(svg).text
    taken = next((path for path in (svg, text) if workspace.exists(path)), "")
    if taken and not same and not force:
        hint = "Choose another --name, or add --force to replace it."
        raise UsageError("there is already a file of that name that shows something else", path=taken, hint=hint)

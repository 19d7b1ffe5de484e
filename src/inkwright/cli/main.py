"""Entry point: finds commands by file name, loads one on use, turns errors into one sentence and an exit code."""

import gc
import importlib
import keyword
import os
import signal
import sys
from pathlib import Path
from typing import Any

import click

from inkwright import __version__
from inkwright.model.errors import InkwrightError
from inkwright.model.visible import visible
from inkwright.model.when_needed import when_needed

with when_needed(__name__):
    from inkwright.cli import output

_COMMANDS = Path(__file__).parent / "commands"
GROUPS = (
    "start",
    "capture",
    "group",
    "plan and draft",
    "evidence",
    "check",
    "publish",
    "newsletter",
    "promote",
    "measure",
    "faces",
)
"""Headings of `inkwright --help` in order; a command names its own in the second paragraph of its docstring."""

_PLAIN = (
    ("is not a valid integer range", "is not a whole number"),
    ("is not a valid integer", "is not a whole number"),
    ("does not match the format '%Y-%m-%d'", "is no date; write it as 2027-01-31"),
)
"""Click's words for a wrong value and ours."""


def command_names() -> list[str]:
    """Names of all commands, sorted; each is a file of `cli/commands`."""
    found = (name[:-3] for name in os.listdir(_COMMANDS) if name.endswith(".py"))  # noqa: PTH208 - for each command line
    return sorted(name.rstrip("_").replace("_", "-") for name in found if not name.startswith("_"))


def module_name(command: str) -> str:
    """The name of a command's file; one that Python keeps for itself ends in `_`."""
    name = command.replace("-", "_")
    return f"{name}_" if keyword.iskeyword(name) else name


def describe(name: str) -> tuple[str, str]:
    """First line of a command's docstring and its group, read from the source so that nothing is imported."""
    head = (_COMMANDS / f"{module_name(name)}.py").read_text(encoding="utf-8")[:400]
    lines = head.removeprefix('"""').split("\n")
    group = next((line[len("Group: ") :].strip().rstrip('."') for line in lines if line.startswith("Group: ")), "")
    return lines[0].strip().removesuffix('"""'), group


class LazyGroup(click.Group):
    """A click group whose commands are the files of `cli/commands`, imported only when one is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of all commands, sorted."""
        return command_names()

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None when there is none."""
        if cmd_name not in command_names():
            return None
        gc.disable()  # as in `__main__`
        try:
            module = importlib.import_module(f"inkwright.cli.commands.{module_name(cmd_name)}")
            gc.freeze()  # or the next object made would have all of them walked
        finally:
            gc.enable()
        command: click.Command = module.command
        command.name = cmd_name
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with a guess when the name is unknown."""
        if args and args[0] not in command_names() and not args[0].startswith("-"):
            import difflib

            close = difflib.get_close_matches(args[0], command_names(), 1)
            hint = f" Did you mean `inkwright {close[0]}`?" if close else " `inkwright --help` lists them all."
            raise click.UsageError(f"there is no command `{args[0]}`.{hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Commands under their group's heading."""
        rows: dict[str, list[tuple[str, str]]] = {}
        for name in command_names():
            summary, group = describe(name)
            rows.setdefault(group, []).append((name, summary))
        for group in sorted(rows, key=lambda g: GROUPS.index(g) if g in GROUPS else len(GROUPS)):
            with formatter.section(group.capitalize() or "Other"):
                formatter.write_dl(rows[group])


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with `inkwright demo` to walk through one engineer's week, or `inkwright init my-blog`.",
)
@click.version_option(__version__, prog_name="inkwright")
def main() -> None:
    """You write. Inkwright does everything around the writing."""


def run() -> None:
    """The console script: runs a command and exits with the code of the contract (0, 1, 2, 130)."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.stdout is None:
        _complain("standard output is closed, so there is nowhere to print to.")
        sys.exit(2)
    try:
        code = main(standalone_mode=False, prog_name="inkwright")
        sys.stdout.flush()
    except InkwrightError as error:
        _complain(str(error))
        code = 2
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        code = 0
    except click.UsageError as error:
        _complain(_usage(error))
        code = 2
    except (click.Abort, KeyboardInterrupt):
        _complain("interrupted; nothing is half-written.")
        code = 130
    except click.exceptions.Exit as exit_:
        code = exit_.exit_code
    except click.ClickException as error:
        _complain(error.format_message())
        code = 2
    except BrokenPipeError:
        _print_no_more()
        code = 0
    except OSError as error:
        if error.filename is not None:
            raise
        _print_no_more()
        _complain(f"the output cannot be written ({error.strerror}).")
        code = 2
    gc.freeze()  # a last search for cycles, in what ends with the process anyway, costs a tenth of a short run
    sys.exit(code if isinstance(code, int) else 0)


def _usage(error: click.UsageError) -> str:
    """What click says of a wrong use in plain words; where something is missing, with the command's own example."""
    said = " ".join(error.format_message().split())
    for jargon, plain in _PLAIN:
        said = said.replace(jargon, plain)
    epilog = (error.ctx and error.ctx.command.epilog) or ""
    example = epilog.partition(":")[2].partition("·")[0].strip().partition("\n")[0]
    if isinstance(error, click.MissingParameter) and example:
        return f"{said.rstrip('.')}. For example: {example.strip()}"
    return said


def _print_no_more() -> None:
    """Let what is still buffered for standard output go nowhere, so that the end of the program is quiet."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _complain(sentence: str) -> None:
    click.echo(output.fitted(f"inkwright: {visible(sentence)}", "  ", sys.stderr), err=True)

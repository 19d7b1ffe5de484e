"""A command with verbs of its own: the files of one package, found by their names and imported on use."""

import importlib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import click


def names(package: ModuleType) -> list[str]:
    """The verbs of a package, sorted; a file that starts with `_` is none."""
    folder = Path(str(package.__file__)).parent
    return sorted(path.stem.replace("_", "-") for path in folder.glob("*.py") if not path.stem.startswith("_"))


def module_of(package: ModuleType, verb: str) -> ModuleType:
    """The file of a verb."""
    return importlib.import_module(f"{package.__name__}.{verb.replace('-', '_')}")


def outputs(package: ModuleType) -> Iterator[tuple[str, Any]]:
    """Each verb that prints JSON, with what it prints."""
    for verb in names(package):
        module = module_of(package, verb)
        if hasattr(module, "OUTPUT"):
            yield verb, module.OUTPUT


class Verbs(click.Group):
    """A group of the verbs of `package`; `default` is the one that is meant without any."""

    def __init__(self, *args: Any, package: ModuleType, default: str = "", **said: Any) -> None:
        super().__init__(*args, **said)
        self.package = package
        self.default = default

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the verbs, sorted."""
        return names(self.package)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name, None when there is none."""
        if cmd_name not in names(self.package):
            return None
        command: click.Command = module_of(self.package, cmd_name).command
        command.name = cmd_name
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the default verb put in where none is named."""
        if self.default and (not args or (args[0].startswith("-") and args[0] not in ctx.help_option_names)):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

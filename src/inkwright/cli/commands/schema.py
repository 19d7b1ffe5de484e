"""Print the JSON schema of a command's JSON output, or list those there are.

Group: start
"""

import importlib

import click

from inkwright.cli.main import command_names, module_name
from inkwright.cli.output import emit_json
from inkwright.cli.verbs import Verbs, outputs
from inkwright.model.errors import UsageError
from inkwright.model.settings import Settings


def _types() -> dict[str, type]:
    """Everything that has a schema: each command's and each verb's `OUTPUT`, and the settings file."""
    found: dict[str, type] = {"settings": Settings}
    for name in command_names():
        module = importlib.import_module(f"inkwright.cli.commands.{module_name(name)}")
        if hasattr(module, "OUTPUT"):
            found[name] = module.OUTPUT
        if isinstance(module.command, Verbs):
            found.update((f"{name} {verb}", output) for verb, output in outputs(module.command.package))
    return found


@click.command(epilog="Example: inkwright schema check")
@click.argument("name", nargs=-1)
def command(name: tuple[str, ...]) -> None:
    """Print the JSON schema of what `inkwright NAME --format json` prints; without NAME, list the names."""
    import msgspec

    types = _types()
    wanted = " ".join(name)
    if not wanted:
        click.echo("\n".join(types))
        return
    if wanted not in types:
        raise UsageError(f"there is no schema `{wanted}`", hint=f"There are: {', '.join(types)}")
    emit_json(msgspec.json.schema(types[wanted]))

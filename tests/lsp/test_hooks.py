import re
import shlex
from pathlib import Path

import click
import pytest
import yaml

from inkwright.cli.main import main
from inkwright.platforms.platform import MARKDOWN_GLOB

ROOT = Path(__file__).resolve().parents[2]
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: str(hook["id"]))
def test_a_hook_runs_a_command_that_is_there_on_all_markdown(hook: dict[str, str]) -> None:
    program, name, *options = shlex.split(hook["entry"])
    command = main.get_command(click.Context(main), name)  # type: ignore[attr-defined]
    known = {option for parameter in command.params for option in parameter.opts}
    assert program == "inkwright"
    assert set(options) <= known
    suffixes = MARKDOWN_GLOB.removeprefix("*.{").rstrip("}").split(",")
    assert all(re.search(hook["files"], f"posts/a.{suffix}") for suffix in suffixes)
    assert not re.search(hook["files"], "src/a.py")

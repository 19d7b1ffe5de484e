"""Flows that are imported later are there, and what needs them does not import them at once."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.flows.later import later

SOURCE = Path(__file__).resolve().parents[2] / "src" / "inkwright"
CALL = re.compile(r"\blater\(\"(\w+)\"\)")
CALLS = [(path, name) for path in SOURCE.rglob("*.py") for name in CALL.findall(path.read_text(encoding="utf-8"))]


def test_a_flow_is_found_by_its_name() -> None:
    assert later("check_online").ask_links
    with pytest.raises(ModuleNotFoundError):
        later("no_such_flow")


@pytest.mark.parametrize(("path", "name"), CALLS, ids=[name for _, name in CALLS])
def test_each_later_flow_is_there_and_asked_for_by_a_flow_or_a_face(path: Path, name: str) -> None:
    assert importlib.util.find_spec(f"inkwright.flows.{name}")
    assert path.relative_to(SOURCE).parts[0] in ("flows", "cli")


def test_a_check_of_plain_posts_imports_no_network_and_no_drawing() -> None:
    code = (
        "import sys, inkwright.cli.commands.check\n"
        "print([name for name in sys.modules if name.startswith(('inkwright.net', 'inkwright.render'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

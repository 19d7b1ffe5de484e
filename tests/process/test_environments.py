"""Environments are named by what is declared, and their making fails in one sentence."""

import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.model.errors import UsageError
from inkwright.process.environments import environment_name, environment_python, is_made, make_environment


def test_the_name_depends_on_packages_and_python() -> None:
    names = {environment_name(()), environment_name(("numpy",)), environment_name(("numpy",), "3.9.1")}
    assert len(names) == 3
    assert environment_name(("numpy",)) == environment_name(("numpy",))


def test_an_environment_without_packages_needs_no_network(tmp_path: Path) -> None:
    folder = tmp_path / "env"
    assert not is_made(folder)
    make_environment(folder, (), "post.md")
    assert is_made(folder)
    code = "import sys; print(sys.prefix != sys.base_prefix)\ntry: import click\nexcept ImportError: print('alone')"
    python = str(environment_python(folder))
    assert subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout == "True\nalone\n"


@pytest.mark.parametrize("package", ["no such ((( package", "--index-url=http://127.0.0.1:9"])
def test_a_package_that_is_none_is_a_sentence(tmp_path: Path, package: str) -> None:
    with pytest.raises(UsageError, match=r"post\.md: the environment cannot be made"):
        make_environment(tmp_path / "env", (package,), "post.md")
    assert not is_made(tmp_path / "env")


def test_our_own_packages_do_not_leak_in(tmp_path: Path) -> None:
    assert Path(sys.prefix) not in environment_python(tmp_path).parents

"""What is said about isolation is what holds."""

import ast
from pathlib import Path

import pytest

from inkwright.process import sandbox
from inkwright.process.launch import Limits
from inkwright.process.runner import Runner
from inkwright.process.sandbox import bubblewrap, isolation, wrapped

from .test_runner import cells


def test_without_bubblewrap_the_command_is_its_own_and_the_words_are_plain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "bubblewrap", lambda: "")
    assert wrapped(["python", "x"], [Path("/r")], Path("/r/tmp"), (), False) == ["python", "x"]
    assert "open to code that means harm" in isolation()


def test_with_bubblewrap_there_is_no_network_and_nothing_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sandbox, "bubblewrap", lambda: "/usr/bin/bwrap")
    command = wrapped(["python"], [Path("/r")], Path("/r/tmp"), (), False)
    assert command[0] == "/usr/bin/bwrap"
    assert command[command.index("--ro-bind") :][:3] == ["--ro-bind", "/", "/"]
    assert "--unshare-net" in command
    assert "--unshare-net" not in wrapped(["python"], [Path("/r")], Path("/r/tmp"), (), True)
    assert "no network" in isolation()


@pytest.mark.sandbox
def test_a_real_bubblewrap_holds(tmp_path: Path) -> None:
    assert bubblewrap()
    place = tmp_path / "mine.txt"
    place.write_text("mine", encoding="utf-8")
    codes = (
        f"import os\nos.system('echo theirs > {place}')",
        "import socket\nsocket.create_connection(('127.0.0.1', 9), 1)",
        "import socket\nsocket.getaddrinfo('example.org', 80)",
        "open('/tmp/of-the-run', 'w').write('x')",
        "import os\nlen([name for name in os.listdir('/proc') if name.isdigit()]) < 10",
    )
    shell, connect, resolve, temporary, processes = Runner(tmp_path, Limits()).run(cells(*codes))
    assert place.read_text(encoding="utf-8") == "mine"
    assert (shell.state, shell.outside) == ("ok", ())
    assert (connect.state, resolve.state) == ("error", "error")
    assert (temporary.output, processes.output) == ("1\n", "True\n")
    assert not Path("/tmp/of-the-run").exists()


@pytest.mark.sandbox
def test_a_real_bubblewrap_keeps_services_and_our_own_files_out_of_reach(tmp_path: Path) -> None:
    codes = (
        "import os\nsorted(os.listdir('/run'))",
        "import os\nos.rename('../control', '../other')",
        "open('new.txt', 'w').write('x')",
    )
    services, replaced, own = Runner(tmp_path, Limits()).run(cells(*codes))
    assert set(ast.literal_eval(services.output)) <= {"current-system", "booted-system", "opengl-driver", "wrappers"}
    assert replaced.error_name == "OSError"
    assert (own.state, own.wrote) == ("ok", ("new.txt",))

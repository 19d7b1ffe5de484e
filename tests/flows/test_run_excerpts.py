"""Excerpts in `run`: compared with what is at hand, fetched once with the network."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands import run as run_command
from inkwright.flows import run_excerpts
from inkwright.flows.check import check
from inkwright.flows.run_excerpts import compare_excerpts
from inkwright.model.errors import NetError
from inkwright.model.net import Reply
from inkwright.workspace.folder import open_workspace

RAW = "https://raw.githubusercontent.com/ada/deck/0a1b2c3/deck.py"
POST = """---
title: P
---
It turns.

```python source=ada/deck@0a1b2c3:deck.py#L1-L3
def turn(n):
    pass
    return n
```

```python source=ada/deck@0a1b2c3:deck.py#L1
def turn(n):
```
"""


class Net:
    """One file on the network; every address that was asked for."""

    def __init__(self, status: int = 200) -> None:
        self.status = status
        self.asked: list[str] = []

    def get(self, url: str) -> Reply:
        self.asked.append(url)
        return Reply(url, self.status, body=b"def turn(n):\n    check(n)\n    return n\n")


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts").mkdir()
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts/p.md").write_text(POST)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def states(net: Net, online: bool = True) -> list[str]:
    return [one.state for one in compare_excerpts(open_workspace(), [], online, net.get)]


def test_without_the_network_nothing_is_asked(blog: Path) -> None:
    net = Net()
    assert states(net, online=False) == ["unknown", "unknown"]
    assert net.asked == []


def test_a_file_is_fetched_once_and_known_to_check_from_then_on(blog: Path) -> None:
    net = Net()
    assert states(net) == ["differs", "same"]
    assert states(net) == ["differs", "same"]
    assert net.asked == [RAW]
    (one,) = check(["posts/p.md"], "2026-11-21", force=True)
    assert [finding.rule for finding in one.findings if "excerpt" in finding.rule] == ["changed-excerpt"]


def test_what_the_host_does_not_show_is_broken_and_what_it_cannot_say_unknown(blog: Path) -> None:
    assert states(Net(404)) == ["broken", "broken"]
    assert states(Net(500)) == ["unknown", "unknown"]

    def away(url: str) -> Reply:
        raise NetError("offline", "the network is off", url=url)

    found = list(compare_excerpts(open_workspace(), ["p"], True, away))
    assert [(one.state, "the network is off" in one.reason) for one in found] == [("unknown", True)] * 2


def test_outside_a_workspace_nothing_is_kept(blog: Path) -> None:
    (blog / "inkwright.toml").unlink()
    net = Net()
    found = list(compare_excerpts(open_workspace(), ["posts/p.md"], True, net.get))
    assert [one.state for one in found] == ["differs", "same"]
    assert net.asked == [RAW]
    assert not (blog / ".inkwright").exists()


def test_the_command(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = CliRunner().invoke(run_command.command, ["p"])
    assert result.exit_code == 0
    assert "2 of 2 excerpts not compared: no clone at hand" in result.output
    monkeypatch.setattr(run_excerpts, "Client", Net)
    result = CliRunner().invoke(run_command.command, ["p", "--online"])
    assert result.exit_code == 1
    assert "posts/p.md:6: excerpt of ada/deck@0a1b2c3:deck.py:1-3: differs\n  line 8: the file has `check(n)`" in (
        result.output
    )
    assert "1 of 2 excerpts agree with their repository." in result.output
    told = json.loads(CliRunner().invoke(run_command.command, ["p", "--format", "json"]).stdout)
    assert [(one["line"], one["state"]) for one in told["excerpts"]] == [(6, "differs"), (12, "same")]

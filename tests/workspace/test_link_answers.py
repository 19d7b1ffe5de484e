import sqlite3
from pathlib import Path

import pytest

from inkwright.model.net import LinkAnswer
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.link_answers import FILE, link_answers

ALIVE, MOVED = LinkAnswer("alive"), LinkAnswer("moved", "why", "https://b.dev/")
DEAD, UNCLEAR = LinkAnswer("dead", "404 Not Found"), LinkAnswer("unclear", "403 Forbidden")


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    return open_workspace(tmp_path)


def keep(workspace: Workspace, today: str, **answers: LinkAnswer) -> None:
    with link_answers(workspace, today) as kept:
        for address, answer in answers.items():
            kept.keep(address, answer)


def known(workspace: Workspace, today: str, address: str) -> LinkAnswer | None:
    with link_answers(workspace, today) as kept:
        return kept.get(address)


@pytest.mark.parametrize(
    ("answer", "last", "too_late"),
    [(ALIVE, "2026-11-27", "2026-11-28"), (MOVED, "2026-11-27", "2026-11-28"), (DEAD, "2026-11-21", "2026-11-22")],
)
def test_an_answer_is_fresh_for_some_days(workspace: Workspace, answer: LinkAnswer, last: str, too_late: str) -> None:
    keep(workspace, "2026-11-21", a=answer)
    assert known(workspace, last, "a") == answer
    assert known(workspace, too_late, "a") is None
    assert known(workspace, "2026-11-20", "a") is None  # a clock that went back


def test_what_tells_nothing_is_not_kept(workspace: Workspace) -> None:
    keep(workspace, "2026-11-21", a=UNCLEAR)
    assert known(workspace, "2026-11-21", "a") is None


def test_a_run_over_one_link_forgets_no_others(workspace: Workspace) -> None:
    keep(workspace, "2026-11-21", **{f"a{n}": ALIVE for n in range(500)})
    keep(workspace, "2026-11-21", b=ALIVE)
    assert known(workspace, "2026-11-21", "a499") == ALIVE


@pytest.mark.parametrize("body", ["", "no json", "[]", "[1,2,3,4]", '["2026-11-21", "odd", "", ""]', '{"a": 1}'])
def test_a_damaged_entry_is_none(workspace: Workspace, body: str) -> None:
    keep(workspace, "2026-11-21", a=ALIVE)
    with sqlite3.connect(workspace.state / FILE) as connection:
        connection.execute("UPDATE text SET body = ?", (body,))
    assert known(workspace, "2026-11-21", "a") is None


def test_outside_a_workspace_nothing_is_written(tmp_path: Path) -> None:
    outside = open_workspace(tmp_path)
    keep(outside, "2026-11-21", a=ALIVE)
    assert known(outside, "2026-11-21", "a") is None
    assert list(tmp_path.iterdir()) == []


def test_what_was_answered_before_an_interruption_is_kept(workspace: Workspace) -> None:
    with pytest.raises(KeyboardInterrupt), link_answers(workspace, "2026-11-21") as kept:
        kept.keep("a", ALIVE)
        raise KeyboardInterrupt
    assert known(workspace, "2026-11-21", "a") == ALIVE

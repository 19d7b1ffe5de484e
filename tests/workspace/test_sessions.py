"""Open sessions and ended drafts on the disk."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.model.session import OpenSession
from inkwright.workspace.folder import Workspace
from inkwright.workspace.sessions import (
    drop_session,
    keep_session,
    open_session,
    open_sessions,
    save_snapshot,
    session_path,
    snapshots,
)

NOW = datetime(2026, 11, 21, 14, 5, 7, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    (tmp_path / "inkwright.toml").write_text("")
    return Workspace(tmp_path, inside=True)


def session(post: str = "deep/post", seen: int = 0) -> OpenSession:
    return OpenSession(post, "posts/x.md", NOW, NOW + timedelta(minutes=seen), 1, 2, 45, "edit", 'Zoë said "🦆"\t.')


def test_a_session_comes_back_as_it_was(workspace: Workspace) -> None:
    assert open_session(workspace, "deep/post") is None
    keep_session(workspace, session())
    assert open_session(workspace, "deep/post") == session()
    drop_session(workspace, "deep/post")
    drop_session(workspace, "deep/post")
    assert open_session(workspace, "deep/post") is None


def test_sessions_are_kept_out_of_git(workspace: Workspace) -> None:
    keep_session(workspace, session())
    assert workspace.read("private/.gitignore").text == "*\n"


def test_the_session_seen_last_is_first_and_a_damaged_one_left_out(workspace: Workspace) -> None:
    keep_session(workspace, session("a", 1))
    keep_session(workspace, session("b/c", 9))
    workspace.write(session_path("broken"), "{")
    assert [one.id for one in open_sessions(workspace)] == ["b/c", "a"]


@pytest.mark.parametrize(
    "text", ["{", "[]", "{}", '{"id": 3}', '{"id":"a","path":"b","start":"2026-11-21T10:00:00","seen":"2026-11-21",'
             '"before":1,"words":1,"goal":0,"work":"draft","last":""}'],
)  # fmt: skip
def test_a_damaged_session_is_named(workspace: Workspace, text: str) -> None:
    workspace.write(session_path("a"), text)
    with pytest.raises(UnreadableError, match=r"private/sessions/a\.json: this is no session"):
        open_session(workspace, "a")


def test_drafts_are_kept_in_order_and_not_twice(workspace: Workspace) -> None:
    first = save_snapshot(workspace, "a", "posts/a.mdx", "One.\r\n", NOW)
    assert first == "inkwright/_drafts/a/2026-11-21T140507.mdx"
    assert save_snapshot(workspace, "a", "posts/a.mdx", "One.\r\n", NOW + timedelta(hours=1)) == first
    second = save_snapshot(workspace, "a", "posts/a.mdx", "Two.", NOW + timedelta(hours=2))
    save_snapshot(workspace, "a/b", "posts/a/b.md", "Other.", NOW)
    assert snapshots(workspace, "a") == (first, second)
    assert workspace.read(first).text == "One.\r\n"
    assert snapshots(workspace, "none") == ()

"""Corrections of a post: the bytes that change, what readers see, the trail."""

import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.flows.build import build
from inkwright.flows.errata import correct
from inkwright.flows.publish import How, publish
from inkwright.model.errors import UsageError
from inkwright.platforms.corrections import added
from inkwright.text.front_matter import patch, read_front_matter
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
POST = "---\r\ntitle:   'Odd'   # kept\r\ndate: 2026-01-01\r\n---\r\n\r\nIt takes 54 ms to read the page again.\r\n"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts/kv.md").write_bytes(POST.encode())
    return tmp_path


def test_a_correction_is_a_line_of_front_matter_and_of_the_page(blog: Path) -> None:
    workspace = open_workspace(blog)
    publish(workspace, "kv", How(NOW, "Ann"))
    done = correct(workspace, "kv", "It is 45 ms: <b>not</b> 54.", NOW, "Ann")
    assert [one.after for one in done.changes] == [
        'errata: ["2026-11-21: It is 45 ms: <b>not</b> 54."]',
        "updated: 2026-11-21",
    ]
    now = (blog / "posts/kv.md").read_bytes().decode()
    new = "".join(f"{one.after}\r\n" for one in done.changes)
    assert now == POST.replace("date: 2026-01-01\r\n", f"date: 2026-01-01\r\n{new}")
    assert not correct(workspace, "kv", "It is 45 ms: <b>not</b> 54.", NOW, "Ann").changes
    build(workspace, "2026-11-21")
    html = (blog / "public/posts/kv/index.html").read_text(encoding="utf-8")
    assert (
        "<h2>Corrections</h2>" in html
        and '<time datetime="2026-11-21">21 November 2026</time>: It is 45 ms: &lt;b&gt;' in html
    )
    assert "<h2>Changes</h2>" not in html
    trail = tomllib.loads((blog / "inkwright/posts/kv.toml").read_text(encoding="utf-8"))["publishing"]["trail"]
    assert [one["what"] for one in trail] == ["published", "corrected"]
    assert publish(workspace, "kv", How(NOW, "Ann")).posts[0].state == "unchanged"


def test_a_draft_is_not_marked_as_updated(blog: Path) -> None:
    place = blog / "posts/kv.md"
    place.write_text("---\ntitle: A\ndraft: true\nerrata: One before.\n---\n\nText.\n", encoding="utf-8")
    correct(open_workspace(blog), "kv", "Two", NOW, "Ann")
    front = read_front_matter(place.read_text(encoding="utf-8")).data
    assert front["errata"] == ["One before.", "2026-11-21: Two"] and "updated" not in front


def test_what_is_no_list_of_texts_is_left_alone(blog: Path) -> None:
    (blog / "posts/kv.md").write_text("---\nerrata:\n  a: 1\n---\n\nText.\n", encoding="utf-8")
    with pytest.raises(UsageError, match="no list of texts"):
        correct(open_workspace(blog), "kv", "Two", NOW, "Ann")
    with pytest.raises(UsageError, match="no text"):
        correct(open_workspace(blog), "kv", "  ", NOW, "Ann")


@given(
    st.text(min_size=1).filter(str.strip), st.sampled_from(["---\ntitle: x # y\n---\n", "+++\ntitle = 'x'\n+++\n", ""])
)
def test_any_text_is_read_back_and_nothing_else_changes(text: str, head: str) -> None:
    before = f"{head}\nBody.\n"
    after = patch(before, added(read_front_matter(before).data, "errata", text, "2026-11-21"))
    front = read_front_matter(after)
    assert front.data["errata"] == [f"2026-11-21: {' '.join(text.split())}"]
    assert front.data.get("title") == read_front_matter(before).data.get("title") and after.endswith("\nBody.\n")


def test_the_command_line(blog: Path) -> None:
    command = [sys.executable, "-m", "inkwright", "errata", "add", "kv", "It", "is", "45 ms."]
    done = subprocess.run(command, cwd=blog, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stdout.startswith("posts/kv.md\n  + errata: [") and "publish kv" in done.stdout

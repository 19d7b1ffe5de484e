"""Publishing in repositories of other generators: their keys, their layout, planning keys from the record."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from inkwright.flows.publish import How, publish
from inkwright.flows.unpublish import Withdrawal, unpublish
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
PROSE = "The cache holds forty pages, and the oldest has to leave when a new one comes in.\n"


def repository(root: Path, **files: str) -> Path:
    for name, text in {"inkwright.toml": "", **files}.items():
        place = root / name.replace("__", "/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return root


def how() -> How:
    return How(NOW, "Ann")


def test_hugo_with_toml(tmp_path: Path) -> None:
    text = f"+++\ntitle = 'Odd' # kept\ndraft = true\ntags = ['a']\n+++\n\n{PROSE}"
    root = repository(tmp_path, **{"hugo.toml": "baseURL='https://t.example'\n", "content/posts/kv.md": text})
    (done,) = publish(open_workspace(root), "kv", how()).posts
    assert done.state == "published" and done.hint.startswith("Hugo makes the site here")
    now = (root / "content/posts/kv.md").read_text(encoding="utf-8")
    assert now == text.replace("draft = true\n", "").replace("tags = ['a']\n", "tags = ['a']\ndate = 2026-11-21\n")
    assert not (root / "public").exists() and not (root / ".inkwright/site").exists()
    (root / "content/posts/kv.md").write_text(now + "\nMore.\n", encoding="utf-8")
    assert publish(open_workspace(root), "kv", how()).posts[0].state == "updated"
    assert "lastmod = 2026-11-21\n" in (root / "content/posts/kv.md").read_text(encoding="utf-8")


def test_a_draft_that_a_section_hands_down_is_overruled(tmp_path: Path) -> None:
    index = "---\ncascade:\n  draft: true\n---\n"
    files = {"hugo.toml": "", "content/posts/_index.md": index, "content/posts/kv.md": f"---\ntitle: A\n---\n\n{PROSE}"}
    root = repository(tmp_path, **files)
    publish(open_workspace(root), "posts/kv", how())
    assert "draft: false\n" in (root / "content/posts/kv.md").read_text(encoding="utf-8")


def test_jekyll_has_the_date_in_its_name(tmp_path: Path) -> None:
    text = f"---\ntitle: A\npublished: false\n---\n\n{PROSE}"
    root = repository(tmp_path, **{"_config.yml": "title: T\n", "_posts/2026-01-02-kv.md": text})
    (done,) = publish(open_workspace(root), "2026-01-02-kv", how()).posts
    place = root / "_posts/2026-01-02-kv.md"
    assert done.date == "2026-01-02" and place.read_text(encoding="utf-8") == text.replace("published: false\n", "")
    unpublish(open_workspace(root), "2026-01-02-kv", Withdrawal(NOW, "Ann"))
    assert "published: false\n" in place.read_text(encoding="utf-8")


def test_a_folder_of_drafts_is_left_by_hand(tmp_path: Path) -> None:
    text = f"---\ntitle: A\n---\n\n{PROSE}"
    root = repository(tmp_path, **{"_config.yml": "title: T\n", "_drafts/kv.md": text})
    with pytest.raises(UsageError, match="Move it out"):
        publish(open_workspace(root), "kv", how())
    assert (root / "_drafts/kv.md").read_text(encoding="utf-8") == text


def test_the_thesis_may_stand_in_the_record(tmp_path: Path) -> None:
    text = f"---\ntitle: A\ndraft: true\n---\n\n{PROSE}"
    kept = '[planning]\nthesis = "Forty pages are enough."\n'
    root = repository(tmp_path, **{"hugo.toml": "", "content/posts/kv.md": text, "inkwright/posts/posts/kv.toml": kept})
    asked: list[str] = []
    publish(open_workspace(root), "kv", How(NOW, "Ann", ask=lambda thesis: asked.append(thesis) is None))
    assert asked == ["Forty pages are enough."]
    assert "thesis" not in (root / "content/posts/kv.md").read_text(encoding="utf-8")

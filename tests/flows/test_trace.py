"""From a note to the section that uses it, and back."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.trace import LISTED, command
from inkwright.flows.trace import trace
from inkwright.model.errors import UsageError
from inkwright.model.topic import HandTopic
from inkwright.workspace.folder import Workspace, open_workspace
from inkwright.workspace.topics import save_topics

POST = """---
title: The cache
---

See ![[intro]].

## Why it grows

<!-- plan
- blocks are never freed [[blocks]], as in [[more/eviction|that]]
- ? what of [[lost]]
-->

Growth follows [the log](../notes/log-of-may.md#top), and <https://www.example.org/pool/>.

## Code

```python source=acme/pool@0123456789abcdef0123456789abcdef01234567:a.py#L1-L2
x = 1
```

`[[quoted]]` is no link.
"""
CLIP = "---\nurl: {}\n---\n\nFrom [there](<{}>).\n"
LINES = "https://github.com/acme/pool/blob/0123456789abcdef0123456789abcdef01234567/a.py#L1-L2"


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for folder in ("posts", "notes/more", "notes/clips"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "inkwright.toml").write_text("")
    (tmp_path / "posts/cache.md").write_text(POST)
    (tmp_path / "posts/other.md").write_text("---\ntitle: Other\n---\n\n[[blocks]]\n")
    for name in ("intro", "blocks", "more/eviction", "log-of-may", "quoted"):
        (tmp_path / f"notes/{name}.md").write_text(f"# {name}\n\nhttps://example.org/pool\n")
    (tmp_path / "notes/bound.md").write_text("---\nproject: cache\n---\n\nText.\n")
    (tmp_path / "notes/clips/pool.md").write_text(CLIP.format("https://example.org/pool", "https://example.org/pool"))
    (tmp_path / "notes/clips/lines.md").write_text(CLIP.format(LINES, LINES))
    monkeypatch.chdir(tmp_path)
    return open_workspace(tmp_path)


def test_a_post_names_its_notes_by_section(blog: Workspace) -> None:
    found = trace(blog, "cache")
    assert [(use.note.removeprefix("notes/"), use.line, use.section, use.kind) for use in found.uses] == [
        ("intro.md", 5, "", "link"),
        ("blocks.md", 10, "Why it grows", "plan"),
        ("more/eviction.md", 10, "Why it grows", "plan"),
        ("", 11, "Why it grows", "plan"),
        ("log-of-may.md", 14, "Why it grows", "link"),
        ("clips/pool.md", 14, "Why it grows", "source"),
        ("clips/lines.md", 18, "Code", "source"),
    ]
    assert found.unused == ("notes/bound.md",)


def test_a_note_names_its_posts(blog: Workspace) -> None:
    for name in ("blocks", "notes/blocks.md"):
        assert [(use.post, use.line) for use in trace(blog, name).uses] == [
            ("posts/cache.md", 10),
            ("posts/other.md", 5),
        ]
    assert trace(blog, "quoted").uses == ()
    assert trace(blog, "quoted").unused == ("notes/quoted.md",)


def test_without_a_name_every_note_is_used_or_not(blog: Workspace) -> None:
    found = trace(blog, "")
    assert found.unused == ("notes/bound.md", "notes/quoted.md")
    assert len({use.note for use in found.uses} | set(found.unused)) == len(list(blog.root.glob("notes/**/*.md")))


def test_a_name_of_nothing_and_of_two(blog: Workspace) -> None:
    blog.path("notes/more/blocks.md").write_text("x\n")
    with pytest.raises(UsageError, match="fits 2 notes"):
        trace(blog, "blocks")
    with pytest.raises(UsageError, match="there is no post `nothing`"):
        trace(blog, "nothing")


def test_the_command_prints_both_and_changes_no_text(blog: Workspace) -> None:
    before = {path: path.read_bytes() for path in blog.root.rglob("*.md")}
    printed = CliRunner().invoke(command, ["cache"], catch_exceptions=False).output
    assert "(no such note)" in printed
    assert "Not used:\n  notes/bound.md" in printed
    rows = json.loads(CliRunner().invoke(command, ["blocks", "--format", "json"], catch_exceptions=False).output)
    assert len(rows["uses"]) == 2
    assert rows["unused"] == []
    assert {path: path.read_bytes() for path in blog.root.rglob("*.md")} == before


def test_each_note_is_told_with_its_topic_and_a_topic_names_its_notes(blog: Workspace) -> None:
    save_topics(blog, [HandTopic("Pools", ("notes/blocks.md", "notes/bound.md"))], "")
    found = trace(blog, "cache")
    assert {use.topic for use in found.uses if use.note == "notes/blocks.md"} == {"Pools"}
    assert found.topics["notes/bound.md"] == "Pools"
    of_topic = trace(blog, "pools")
    assert {use.note for use in of_topic.uses} >= {"notes/blocks.md"} and "notes/bound.md" in of_topic.unused
    said = CliRunner().invoke(command, ["cache"], catch_exceptions=False).output
    assert "TOPIC" in said and "  notes/bound.md  (Pools)" in said


def test_among_many_notes_only_topics_by_hand_are_told(blog: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    save_topics(blog, [HandTopic("Pools", ("notes/blocks.md",))], "")
    monkeypatch.setattr("inkwright.flows.topics_of.MOST", 1)
    assert trace(blog, "").topics == {"notes/blocks.md": "Pools"}


def test_of_many_unused_notes_some_are_named_and_the_rest_is_counted(blog: Workspace) -> None:
    for number in range(LISTED + 5):
        blog.write(f"notes/pile/{number:02}.md", "Words.\n")
    shown = CliRunner().invoke(command, []).output
    named = shown.partition("Not used:")[2].count("  notes/")
    assert named == LISTED
    assert "... and 7 more; `inkwright review` asks about them one by one" in shown
    assert len(json.loads(CliRunner().invoke(command, ["--format", "json"]).output)["unused"]) == LISTED + 7

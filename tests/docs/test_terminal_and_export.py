"""The guides to `shot`, `decision` and `export` tell what those commands do."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from inkwright.cli.commands import decision, export, shot
from inkwright.plan.templates import template

GUIDE = Path(__file__).parents[2] / "docs/guide"


def text_of(name: str) -> str:
    return (GUIDE / f"{name}.md").read_text(encoding="utf-8")


def inkwright(blog: Path, *words: str) -> str:
    command = [sys.executable, "-m", "inkwright", *words]
    done = subprocess.run(
        command, cwd=blog, capture_output=True, text=True, check=True, env={**os.environ, "NO_COLOR": "1"}
    )
    return done.stdout


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("command", "guide"),
    [(shot.command, "terminal"), (export.command, "code-export"), (decision.command, "design-first")],
)
def test_every_option_is_in_the_guide(command, guide: str) -> None:
    text = text_of(guide)
    missing = [name for option in command.params for name in option.opts if name.startswith("--") and name not in text]
    assert not missing


def test_the_sections_of_a_project_are_those_of_the_template() -> None:
    text = text_of("design-first")
    assert "lays out eight sections" in text and len(template("project").sections) == 8
    assert [section.title for section in template("project").sections if section.title not in text] == []


def test_the_decision_is_written_as_the_guide_shows_it(blog: Path) -> None:
    text = text_of("design-first")
    words = re.search(
        r'inkwright decision dust-sensor "([^"]*)" --why "([^"]*)"\n\S+?:\d+: \d{4}-\d\d-\d\d(: .*)\n', text
    )
    assert words
    inkwright(blog, "new", "Dust sensor", "--template", "project")
    told = inkwright(blog, "decision", "dust-sensor", words[1], "--why", words[2])
    assert told.endswith(f"{words[3]}\n")
    assert re.match(r"posts/dust-sensor/index\.md:\d+: \d{4}-\d\d-\d\d: ", told)


def test_a_shot_prints_the_line_that_the_guide_shows(blog: Path) -> None:
    shown = re.search(r"!\[TK[^\n]*", text_of("terminal"))
    assert shown
    told = inkwright(blog, "shot", "--name", "test-run", "--", "echo", "-q").splitlines()[-1]
    today = re.search(r"\d{4}-\d\d-\d\d", told)
    assert today
    assert told == re.sub(r"pytest", "echo", shown[0]).replace("2026-11-21", today[0])


def test_an_export_is_told_as_the_guide_tells_it(blog: Path) -> None:
    post = blog / "posts/dynamic-batching/index.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ntitle: D\n---\n\n```python\nopen('results.json')\n```\n", encoding="utf-8")
    (post.parent / "results.json").write_text("{}", encoding="utf-8")
    commands = re.findall(r"^\$ inkwright (export .*)\n((?:wrote .*\n)+)", text_of("code-export"), re.M)
    assert len(commands) == 2
    for words, shown in commands:
        told = inkwright(blog, *words.split())
        assert told.splitlines()[0] == shown.splitlines()[0]
        assert set(shown.splitlines()) <= {*told.splitlines()}

"""The guide to checking: its commands run, and what it says is left alone is."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli.main import main
from inkwright.flows.demo import lay_out

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "guide" / "checking.md").read_text(encoding="utf-8")
POST = "posts/migration-story"


@pytest.fixture
def demo(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(lay_out(str(tmp_path / "demo")).root)
    return tmp_path / "demo"


def called(*words: str) -> Result:
    done = CliRunner().invoke(main, words)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done


def test_its_commands_run_in_the_demo(demo):
    lines = re.findall(r"^\$ inkwright (.*)$", GUIDE, re.M)
    assert len(lines) == 7
    for line in lines:
        assert called(*line.split()).output
    assert (demo / "inkwright/baseline.json").is_file()
    assert "nothing to mark" in called("check", "--new", "--force").output


def test_what_is_ignored_is_kept_where_the_guide_says(demo):
    files = {"--ignore": "inkwright/posts/migration-story.toml", "--ignore-always": "inkwright/ignored.txt"}
    for option, kept in files.items():
        (place,) = re.findall(rf"`inkwright check POST {option} (\S+)`", GUIDE)
        assert kept.replace("migration-story", "ID") in GUIDE
        rule = place.partition(":")[2]
        before = called("check", POST, "--all").output.count(f"[{rule}]")
        assert kept in called("check", POST, option, place).output
        assert called("check", POST, "--all").output.count(f"[{rule}]") < before


def test_its_comments_keep_a_finding_away(demo):
    post = demo / POST / "index.md"
    text, before = post.read_text(encoding="utf-8"), called("check", POST, "--all").output
    for comment in re.findall(r"`(<!-- .*? -->)`", GUIDE):
        rule = comment.split()[3]
        assert f"[{rule}]" in before
        post.write_text(text.replace("\n\n", f"\n\n{comment}\n\n"), encoding="utf-8")
        assert f"[{rule}]" not in called("check", POST, "--all").output, rule
    post.write_text(text, encoding="utf-8")


def test_a_rule_named_in_the_settings_is_off(demo):
    toml = demo / "inkwright.toml"
    assert "[weasel-word]" in called("check", POST, "--all").output
    toml.write_text(
        toml.read_text(encoding="utf-8").replace("[check]", '[check]\noff = ["weasel-word"]'), encoding="utf-8"
    )
    assert "[weasel-word]" not in called("check", POST, "--all").output

import json
from email import message_from_bytes
from email.policy import default

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main


@pytest.fixture
def blog(tmp_path, monkeypatch):
    (tmp_path / "inkwright.toml").write_text('title = "Letters"\nbase_url = "https://me.example"\n')
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "a.md").write_text("---\ntitle: Caches\ndate: 2026-02-01\n---\nWords, see [b](nowhere.md).\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args):
    return CliRunner().invoke(main, ["newsletter", "preview", *args])


def test_the_figures_and_a_file_to_open(blog):
    result = run("a")
    assert result.exit_code == 0
    wanted = (
        "Subject:      Caches", "KB of HTML", "Cut:          nowhere", "sent: `newsletter.sender`",
        "Open it in a browser: .inkwright/export/mail/a.html",
    )  # fmt: skip
    assert all(said in result.output for said in wanted)
    html = (blog / ".inkwright/export/mail/a.html").read_text()
    assert "Words, see" in html and "\ufdd0" not in html
    assert run("a").exit_code == 0  # the earlier preview is replaced


def test_each_part_can_be_printed(blog):
    assert run("a", "--text").output.startswith("Caches\n======\n")
    assert run("a", "--html").output.startswith("<!DOCTYPE html>")
    message = message_from_bytes(run("a", "--source").stdout_bytes, policy=default)
    assert message["Subject"] == "Caches" and message.get_content_type() == "multipart/alternative"
    assert not (blog / ".inkwright/export").exists()


def test_a_part_goes_to_a_file_and_replaces_none_unasked(blog):
    assert "\nWritten to: out/a.txt\n" in run("a", "--text", "--out", "out/a.txt").output
    assert (blog / "out/a.txt").read_text().startswith("Caches")
    (blog / "out/a.txt").write_text("mine")
    refused = run("a", "--text", "--out", "out/a.txt")
    assert refused.exit_code != 0 and (blog / "out/a.txt").read_text() == "mine"
    assert run("a", "--text", "--out", "out/a.txt", "--force").exit_code == 0


def test_the_figures_as_json(blog):
    found = json.loads(run("a", "--format", "json").output)
    assert found["subject"] == "Caches" and found["html"] > 0 and found["cut"] == "" and len(found["lacking"]) == 3
    assert found["path"].endswith("a.html")
    assert run("a", "--format", "json", "--text").exit_code != 0


def test_an_unknown_post_is_one_sentence(blog):
    result = run("nope")
    assert result.exit_code != 0 and "there is no post `nope`" in str(result.exception)


def test_a_long_title_fits_the_terminal_and_a_file_has_it_whole(blog, monkeypatch):
    title = "Some Thoughts on Our Really Quite Exciting Journey to a More Scalable and Robust Platform"
    (blog / "posts" / "a.md").write_text(f"---\ntitle: {title}\ndate: 2026-02-01\n---\n{'Many words. ' * 40}\n")
    assert f"Subject:      {title}\n" in run("a").output
    monkeypatch.setattr("inkwright.cli.output.room", lambda stream=None: 80)
    lines = run("a").output.splitlines()
    assert max(map(len, lines)) <= 80
    assert " ".join(" ".join(lines[:2]).split()) == f"Subject: {title}"
    assert lines[1].startswith(" " * 14)

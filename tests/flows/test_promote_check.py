"""Drafts held against the rules again."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from inkwright.cli import output
from inkwright.cli.commands.promote import command
from inkwright.flows.check_paths import places
from inkwright.flows.promote import Wish, promote
from inkwright.workspace.folder import Workspace

from .promote_blog import TODAY, make_blog, snapshot


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    return make_blog(tmp_path)


def check(*words: str) -> Result:
    return CliRunner().invoke(command, ["slow-cache", "--check", *words])


def test_a_draft_that_may_be_sent_passes(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin", "discord")))
    before = snapshot(blog.root)
    done = check()
    assert done.exit_code == 0, done.output
    assert "nothing to mark in 2 files" in done.output
    assert snapshot(blog.root) == before


def test_what_the_writer_changed_is_looked_at(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    blog.path("inkwright/promotion/slow-cache/linkedin.md").write_text(
        "I wrote a blog post about caches! Check it out: https://me.dev/posts/slow-cache/\n"
    )
    done = check()
    assert done.exit_code == 1
    assert "inkwright/promotion/slow-cache/linkedin.md:1:1: error: it announces the post" in done.output
    assert "[linkedin/announcement]" in done.output


def test_places_to_fill_block_and_json_has_the_form_of_check(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("reddit",)))
    done = check("--format", "json")
    assert done.exit_code == 1
    found = json.loads(done.output)
    first = found["findings"][0]
    assert (first["path"], first["rule"], first["severity"]) == (
        "inkwright/promotion/slow-cache/reddit.md", "reddit/blank", "error",
    )  # fmt: skip
    lines = blog.path(first["path"]).read_text().split("\n")
    assert lines[first["line"] - 1][first["column"] - 1 :].startswith("[? ")
    assert found["summary"]["files"] == 1


def test_one_network_is_looked_at_where_it_is_named(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin", "reddit")))
    assert check("--to", "linkedin").exit_code == 0
    assert "2 errors in 1 file" in check("--to", "reddit").output
    assert str(check("--to", "x").exception) == (
        "posts/slow-cache.md: there is no draft for x yet. `inkwright promote slow-cache` makes it."
    )
    assert "there is no network `telegraph`" in str(check("--to", "telegraph").exception)


def test_on_a_terminal_no_line_is_too_long_and_what_is_piped_is_whole(
    blog: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    promote(blog, "slow-cache", TODAY, Wish())
    piped = check().output
    monkeypatch.setattr(output, "room", lambda stream=None: 80)
    shown = check().output
    assert max(map(len, piped.splitlines())) > 120
    assert max(map(len, shown.splitlines())) <= 80
    assert shown.split() == piped.split()


def test_a_newer_draft_beside_is_not_looked_at(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    blog.path("inkwright/promotion/slow-cache/linkedin.new.md").write_text("[? Why?]\n")
    assert check().exit_code == 0


def test_a_private_word_in_a_draft_blocks(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    blog.path("inkwright/private.txt").write_text("Bluebird\n")
    place = blog.path("inkwright/promotion/slow-cache/linkedin.md")
    place.write_text(place.read_text().replace("Our cache", "Bluebird's cache"))
    done = check()
    assert done.exit_code == 1
    assert "[private-word]" in done.output


def test_the_editor_reads_no_drafts_with_their_folder(blog: Workspace) -> None:
    promote(blog, "slow-cache", TODAY, Wish(("linkedin",)))
    assert [place.path for place in places(["."])] == ["posts/slow-cache.md"]


def test_without_drafts_it_says_how_to_make_them(blog: Workspace) -> None:
    done = check()
    assert done.exception is not None
    assert "there are no drafts yet" in str(done.exception)
    assert "inkwright promote slow-cache" in str(done.exception)

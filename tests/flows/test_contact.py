"""Who wrote, kept where nothing is published from."""

import json

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.flows.contact import PATH, add_contact, contacts_by_pillar, list_contacts, unread_lines, with_pillars
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace


@pytest.fixture
def blog(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inkwright.toml").touch()
    (tmp_path / "posts").mkdir()
    (tmp_path / "posts" / "kv-cache.md").write_text("---\ntitle: KV\npillar: GPU\n---\n\nText.\n", encoding="utf-8")
    return open_workspace(tmp_path)


def test_a_contact_is_kept_in_private_with_its_post(blog):
    assert list_contacts(blog) == [] and with_pillars(blog, []) == []
    row = add_contact(blog, "Ann", "asks", "2026-11-21", "hiring", "kv")
    assert (row.post, row.kind) == ("kv-cache", "hiring")
    assert blog.read("private/.gitignore").text == "*\n"
    add_contact(blog, "Ben", "", "2026-11-22", post="kv-cache")
    assert blog.read(PATH).text.count("\n") == 2
    (count,) = contacts_by_pillar(with_pillars(blog, list_contacts(blog)))
    assert (count.pillar, count.contacts) == ("GPU", 2)


def test_an_unknown_post_is_said_and_nothing_is_kept(blog):
    with pytest.raises(UsageError):
        add_contact(blog, "Ann", "asks", "2026-11-21", post="nothing-like-it")
    assert not blog.exists(PATH)


def test_a_post_that_is_gone_keeps_its_people(blog):
    add_contact(blog, "Ann", "asks", "2026-11-21", post="kv-cache")
    blog.path("posts/kv-cache.md").unlink()
    assert [(one.pillar, one.contacts) for one in contacts_by_pillar(with_pillars(blog, list_contacts(blog)))] == [
        ("", 1)
    ]


def test_a_line_that_is_no_contact_is_named(blog):
    add_contact(blog, "Ann", "asks", "2026-11-21")
    blog.append_line(PATH, "- Ben asked, too")
    blog.append_line(PATH, "a remark")
    assert unread_lines(blog, list_contacts(blog)) == [2]
    shown = CliRunner().invoke(main, ["contact", "list"])
    assert shown.exit_code == 0 and f"{PATH}:2: not read" in shown.stderr and "Ann" in shown.stdout


def test_as_text_and_as_json(blog):
    run = CliRunner().invoke
    assert "Nobody yet" in run(main, ["contact", "list"]).output
    assert (
        "Ann (reply, kv-cache)" in run(main, ["contact", "add", "Ann", "hi", "--post", "kv", "--kind", "reply"]).output
    )
    assert "GPU: 1 (1 reply)" in run(main, ["contact", "list"]).output
    run(main, ["contact", "add", "Ann", "and again", "--post", "kv", "--kind", "reply"])
    found = json.loads(run(main, ["contact", "list", "--format", "json"]).output)
    assert [(one["who"], one["pillar"]) for one in found["contacts"]] == [("Ann", "GPU")] * 2
    assert found["pillars"][0]["contacts"] == 1

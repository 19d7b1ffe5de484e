"""What every platform with an API must do, against a server of our own that answers as its reference says."""

import tomllib

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main
from inkwright.model.errors import UsageError
from inkwright.platforms.writing.found import takes_copies


def run(platform, *more):
    words = ("crosspost", "kv", "--to", platform.name, "--anyway", "--yes", *more)
    return CliRunner().invoke(main, words)


def record(blog, platform):
    return tomllib.loads((blog / "inkwright/posts/kv.toml").read_text())["remote"].get(platform.name, {})


def test_the_second_run_changes_nothing_and_an_edit_updates(blog, platform):
    first = run(platform)
    assert first.exit_code == 0, first.output
    assert ": created https://" in first.output
    assert len(platform.held) == 1
    (number,) = platform.held
    kept = record(blog, platform)
    assert kept["id"] == number
    assert f'syndicated: {{{platform.name}: "{kept["url"]}"}}' in (blog / "posts/kv/index.md").read_text()

    platform.fake.asked.clear()
    assert ": unchanged https://" in run(platform).output
    assert platform.fake.asked == []

    post = blog / "posts/kv/index.md"
    post.write_text(post.read_text().replace("title: KV caches", "title: KV caches at last"))
    said = run(platform)
    assert said.exit_code == 0
    assert (": updated" in said.output) is platform.editable
    assert len(platform.held) == 1


def test_the_original_is_named_and_nothing_planned_leaves(blog, platform):
    run(platform)
    (number,) = platform.held
    assert platform.canonical(number) == "https://me.example/posts/kv/"
    assert b"canary" not in b"".join(body for *_, body in platform.fake.asked)


def test_losses_are_told_before_anything_is_sent(blog, platform):
    said = run(platform, "--dry-run")
    assert said.exit_code == 0
    assert "not as at home: " in said.output
    assert platform.fake.asked == []
    assert not (blog / "inkwright/posts/kv.toml").exists()


@pytest.mark.parametrize("status", [401, 429, 422])
def test_a_refusal_is_one_sentence_and_leaves_nothing_open(blog, platform, status):
    platform.fake.before = [status]
    said = run(platform)
    assert said.exit_code == 1
    assert ": failed: " in said.output
    assert str(status) in said.output
    assert "Traceback" not in said.output
    assert platform.held == {}
    assert run(platform).exit_code == 0
    assert len(platform.held) == 1


@pytest.mark.parametrize("fault", ["half", "cut", 500, 503])
def test_a_run_that_is_cut_off_makes_no_second_copy(blog, platform, fault):
    platform.fake.after = [fault]
    said = run(platform)
    assert said.exit_code == 1, said.output
    assert len(platform.held) == 1
    again = run(platform)
    assert again.exit_code == 0, again.output
    assert len(platform.held) == 1
    assert record(blog, platform)["id"] in platform.held


def test_a_copy_is_found_again_where_the_record_is_lost(blog, platform):
    run(platform)
    (blog / "inkwright/posts/kv.toml").unlink()
    assert run(platform).exit_code == 0
    assert len(platform.held) == 1


def test_a_copy_that_was_deleted_there_is_made_again(blog, platform):
    if not platform.editable:
        return
    run(platform)
    platform.held.clear()
    post = blog / "posts/kv/index.md"
    post.write_text(post.read_text().replace("title: KV caches", "title: KV caches again"))
    said = run(platform)
    assert ": created" in said.output
    assert len(platform.held) == 1


def test_the_key_is_said_nowhere(blog, platform):
    platform.fake.before = [401, 401]
    said = run(platform)
    for value in platform.environment("").values():
        assert not value or value not in said.output
    kept = "".join(path.read_text(errors="replace") for path in blog.rglob("*") if path.is_file())
    assert platform.secret not in kept


def test_without_a_key_nothing_is_sent(blog, platform, monkeypatch):
    for name in platform.environment(""):
        monkeypatch.delenv(name)
    said = run(platform)
    assert isinstance(said.exception, UsageError)
    assert platform.fake.asked == []


def test_a_kill_between_making_a_copy_and_writing_it_down_makes_no_second_one(blog, platform, monkeypatch):
    def killed(*given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("inkwright.flows.crosspost_turn._done", killed)
        run(platform)
    assert len(platform.held) == 1
    assert record(blog, platform)["state"] == "sending"
    assert run(platform).exit_code == 0
    assert len(platform.held) == 1
    assert record(blog, platform)["id"] in platform.held


def test_a_writer_without_a_site_is_at_home_on_the_first_platform(blog, platform):
    (blog / "inkwright.toml").write_text('title = "Blog"\n')
    said = run(platform)
    if platform.text:
        assert record(blog, platform)["home"] is True
        (blog / "inkwright.toml").write_text('base_url = "https://me.example"\n')
        assert ": updated" in run(platform).output
        (number,) = platform.held
        assert platform.canonical(number) == "https://me.example/posts/kv/"
        assert "home" not in record(blog, platform)
    else:
        assert "there is no address to lead to" in said.output
        assert platform.held == {}


def test_what_is_not_published_at_home_is_not_sent(blog, platform):
    post = blog / "posts/kv/index.md"
    post.write_text(post.read_text().replace("tags:", "draft: true\ntags:"))
    said = run(platform)
    assert isinstance(said.exception, UsageError)
    assert "not published (draft)" in str(said.exception)
    assert platform.fake.asked == []


def test_what_is_not_at_its_address_yet_is_not_sent(blog, platform):
    said = CliRunner().invoke(main, ("crosspost", "kv", "--to", platform.name, "--yes"))
    assert isinstance(said.exception, UsageError)
    assert "https://me.example/posts/kv/" in str(said.exception)
    assert platform.held == {}


@pytest.mark.parametrize("form", ["text", "json"])
def test_where_nobody_can_be_asked_nothing_is_sent_without_a_yes(blog, platform, form):
    said = CliRunner().invoke(main, ("crosspost", "kv", "--to", platform.name, "--anyway", "--format", form))
    assert isinstance(said.exception, UsageError)
    assert str(said.exception) == "nobody is there to be asked. Add --yes to send it."
    assert (platform.held, platform.fake.asked) == ({}, [])


def test_other_platforms_are_named_where_there_is_none_of_that_name(blog):
    said = CliRunner().invoke(main, ("crosspost", "kv", "--to", "medium"))
    assert isinstance(said.exception, UsageError)
    assert "no API for writing" in said.exception.hint


def test_every_platform_is_tried(request):
    servers = request.getfixturevalue("all_servers")
    assert {one.name for one in servers} == set(takes_copies())

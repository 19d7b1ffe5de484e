"""Loading a whole site, or one post of it."""

import pytest

from inkwright.flows.load import load_post, load_site
from inkwright.flows.survey import survey
from inkwright.model.errors import SettingsError, UnreadableError
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path):
    def make(**files):
        for name, text in {"inkwright.toml": "", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return open_workspace(tmp_path)

    return make


def test_an_empty_workspace_is_a_site_without_posts(blog):
    site = load_site(blog(), TODAY)
    assert (site.posts, site.unreadable, site.static) == ((), (), ())


def test_a_file_that_cannot_be_read_does_not_hide_the_others(blog):
    workspace = blog(**{"posts/a.md": "---\ntitle: A\n---\n", "posts/b.md": b"line\n\xff\xfe"})
    site = load_site(workspace, TODAY)
    assert [post.file.id for post in site.posts] == ["a"]
    (lost,) = site.unreadable
    assert (lost.path, lost.line) == ("posts/b.md", 2)
    assert lost.hint


def test_only_the_wanted_posts_are_opened(blog, monkeypatch):
    workspace = blog(**{f"posts/{n}.md": f"# {n}" for n in range(20)})
    opened = []
    read = type(workspace).read
    monkeypatch.setattr(type(workspace), "read", lambda self, path: opened.append(path) or read(self, path))
    site = load_site(workspace, TODAY, ["posts/3.md"])
    assert [post.file.id for post in site.posts] == ["3"]
    assert opened == ["posts/3.md"]


def test_one_post_is_loaded_without_its_neighbours_being_opened(blog, monkeypatch):
    workspace = blog(**{f"posts/{n}.md": f"---\ntitle: t{n}\nslug: s{n}\n---\n" for n in range(5)})
    found = survey(workspace)
    opened = []
    read = type(workspace).read
    monkeypatch.setattr(type(workspace), "read", lambda self, path: opened.append(path) or read(self, path))
    assert load_post(found, "posts/3.md", TODAY).url == "/posts/s3/"
    assert opened == ["posts/3.md"]
    assert found.paths["/posts/s4/"] == "posts/4.md"


def test_a_file_outside_the_content_can_be_loaded_and_is_not_published(blog):
    workspace = blog(**{"notes/n.md": "---\ntitle: N\n---\n"})
    post = load_post(survey(workspace), "notes/n.md", TODAY)
    assert (post.file.id, post.published) == ("notes/n", False)
    assert post.held_back


def test_a_missing_file_is_one_sentence(blog):
    with pytest.raises(UnreadableError, match=r"posts/x\.md"):
        load_post(survey(blog()), "posts/x.md", TODAY)


def test_an_unreadable_file_has_no_address_and_breaks_nothing(blog):
    workspace = blog(**{"posts/a.md": "x", "posts/b.md": b"\xff"})
    assert dict(survey(workspace).paths) == {"/posts/a/": "posts/a.md"}


def test_settings_name_other_folders_and_exclude_some(blog):
    workspace = blog(**{
        "inkwright.toml": 'posts = ["writing"]\nexclude = ["writing/old"]\ntitle = "Ours"\nlanguage = "de"\n',
        "writing/a.md": "---\ntitle: A\n---\n", "writing/old/b.md": "x", "posts/c.md": "x",
    })  # fmt: skip
    site = load_site(workspace, TODAY)
    assert [post.file.path for post in site.posts] == ["writing/a.md"]
    assert (site.info.title, site.info.language) == ("Ours", "de")


def test_the_generator_can_be_set_and_an_unknown_one_is_an_error(blog):
    workspace = blog(**{"inkwright.toml": 'generator = "jekyll"\n', "_posts/2026-01-02-a.md": "x"})
    assert load_site(workspace, TODAY).generator == "jekyll"
    workspace = blog(**{"inkwright.toml": 'generator = "jekill"\n'})
    with pytest.raises(SettingsError, match="jekyll"):
        load_site(workspace, TODAY)


def test_a_broken_generator_configuration_is_one_sentence_with_its_line(blog):
    workspace = blog(**{"hugo.toml": "title = \n", "content/a.md": "x"})
    with pytest.raises(UnreadableError) as caught:
        load_site(workspace, TODAY)
    assert str(caught.value).startswith("hugo.toml:1: cannot be read as TOML")


def test_posts_in_formats_that_we_do_not_read_are_named(blog):
    workspace = blog(**{"_quarto.yml": "", "inkwright.toml": 'generator = "quarto"', "posts/a.ipynb": "{}"})
    (lost,) = load_site(workspace, TODAY).unreadable
    assert lost.path == "posts/a.ipynb"
    assert "Quarto" in lost.message and ".ipynb" in lost.message


def test_without_a_clock_nothing_lies_in_the_future(blog):
    workspace = blog(**{"posts/a.md": "---\ntitle: A\ndate: 2999-01-01\n---\n"})
    assert load_site(workspace, TODAY).posts[0].held_back == "dated in the future"
    assert load_site(workspace, "").posts[0].published


def test_our_settings_win_over_the_generators(blog):
    workspace = blog(**{
        "hugo.toml": 'title = "Theirs"\nbaseURL = "https://t.example/x/"\nlanguageCode = "fr"\n',
        "inkwright.toml": 'title = "Ours"\n', "content/posts/a.md": "x",
    })  # fmt: skip
    info = load_site(workspace, TODAY).info
    assert (info.title, info.base_url, info.language) == ("Ours", "https://t.example/x", "fr")


def test_english_said_in_the_settings_wins_over_the_generators_language(blog):
    theirs = {"hugo.toml": 'languageCode = "fr"\n', "content/posts/a.md": "x"}
    assert load_site(blog(**theirs, **{"inkwright.toml": 'language = "en"\n'}), TODAY).info.language == "en"


def test_static_files_and_no_texts_among_them(blog):
    workspace = blog(**{"static/img/a.png": "x", "static/readme.md": "x"})
    assert load_site(workspace, TODAY).static == (("img/a.png", "static/img/a.png"),)


@pytest.mark.parametrize(("settings", "place"), [
    ("", "reading.md"), ('generator = "plain"\n', "reading.md"), ('generator = "obsidian"\n', "reading.md"),
    ('generator = "plain"\n[reading]\nfile = "lists/later.md"\n', "lists/later.md"),
])  # fmt: skip
def test_the_lists_of_the_writer_are_no_pages(tmp_path, settings, place):
    (tmp_path / "inkwright.toml").write_text(settings, encoding="utf-8")
    for name in ("ideas.md", place, "posts/a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("---\ntitle: T\n---\nWords.\n", encoding="utf-8")
    assert [file.path for file in survey(open_workspace(tmp_path)).posts] == ["posts/a.md"]

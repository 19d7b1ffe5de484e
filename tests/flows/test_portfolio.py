"""What a workspace has to show, from its files."""

import pytest

from inkwright.flows.portfolio import latest_block, portfolio, renew_readme
from inkwright.measure.portfolio import BEGIN, END
from inkwright.model.errors import UsageError
from inkwright.workspace.folder import open_workspace

TODAY = "2026-11-21"


@pytest.fixture
def blog(tmp_path):
    (tmp_path / "inkwright.toml").write_text('base_url = "https://me.example"\n', encoding="utf-8")
    (tmp_path / "posts").mkdir()
    for name, front in (
        ("one", "title: One\ndate: 2026-10-01\nroles: [ml-engineer]\nlevel: basics\ntags: [gpu]"),
        ("two", "title: Two\ndate: 2026-11-01\nroles: ml-engineer\ntags: [gpu, python]"),
        ("draft", "title: Draft\ndraft: true\nroles: [secret-role]\ntags: [gpu]"),
        ("unlisted", "title: Unlisted\ndate: 2026-11-02\nvisibility: unlisted\nroles: [secret-role]"),
        ("private", "title: Private\ndate: 2026-11-02\nvisibility: private\nroles: [secret-role]"),
        ("later", "title: Later\ndate: 2027-01-01\nroles: [secret-role]"),
    ):
        (tmp_path / "posts" / f"{name}.md").write_text(f"---\n{front}\n---\n\nSome text.\n", encoding="utf-8")
    return open_workspace(tmp_path)


def test_only_what_every_reader_finds_counts(blog):
    found = portfolio(blog, TODAY)
    assert [(post.id, post.url, post.level) for post in found.posts] == [
        ("two", "https://me.example/posts/two/", ""),
        ("one", "https://me.example/posts/one/", "basics"),
    ]
    assert (found.target.done, found.target.left, found.target.begin) == (2, 4, "2026-10-01")
    assert [(shelf.name, len(shelf.posts)) for shelf in found.roles] == [("ml-engineer", 2)]
    assert [(shelf.name, len(shelf.posts)) for shelf in found.skills] == [("gpu", 2), ("python", 1)]


def test_a_readme_is_renewed_once(blog):
    blog.write("README.md", f"# Me\n\n{BEGIN}\n{END}\n\nBye.\n")
    assert renew_readme(blog, "README.md", TODAY)
    text = blog.read("README.md").text
    assert text.startswith("# Me\n") and text.endswith("\n\nBye.\n")
    assert "- [Two](https://me.example/posts/two/) · 2026-11-01\n- [One]" in text
    assert not renew_readme(blog, "README.md", TODAY)


def test_a_site_without_an_address_cannot_be_linked_to(blog):
    blog.write("inkwright.toml", "")
    with pytest.raises(UsageError, match="no address that a README could link to") as caught:
        latest_block(open_workspace(blog.root), TODAY)
    assert "base_url" in caught.value.hint


def test_an_empty_workspace_begins_today(tmp_path):
    (tmp_path / "inkwright.toml").touch()
    found = portfolio(open_workspace(tmp_path), TODAY)
    assert (found.posts, found.roles, found.target.done, found.target.begin) == ((), (), 0, TODAY)

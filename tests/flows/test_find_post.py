"""What a writer calls a post leads to its file, or to what comes nearest."""

from pathlib import Path

import pytest

from inkwright.flows.find_post import find_post
from inkwright.flows.survey import survey
from inkwright.model.errors import UnreadableError, UsageError
from inkwright.workspace.folder import open_workspace

POSTS = ("kv-cache/index.md", "kv-store.md", "2024-01-02-dated.md", "deep/er.md", "slugged.md", "한글.md")


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    for name in POSTS:
        place = tmp_path / "posts" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        slug = "slug: quite-other\n" if name == "slugged.md" else ""
        place.write_text(f"---\ntitle: T\n{slug}---\n\nWords.\n", encoding="utf-8")
    (tmp_path / "loose.md").write_text("Loose.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("posts/kv-cache/index.md", "posts/kv-cache/index.md"),
        ("./posts/kv-store.md", "posts/kv-store.md"),
        ("posts/kv-cache", "posts/kv-cache/index.md"),
        ("posts/kv-cache/", "posts/kv-cache/index.md"),
        ("posts/kv-store", "posts/kv-store.md"),
        ("kv-cache", "posts/kv-cache/index.md"),
        ("kv-c", "posts/kv-cache/index.md"),
        ("dated", "posts/2024-01-02-dated.md"),
        ("dat", "posts/2024-01-02-dated.md"),
        ("2024", "posts/2024-01-02-dated.md"),
        ("er", "posts/deep/er.md"),
        ("deep/er", "posts/deep/er.md"),
        ("quite-other", "posts/slugged.md"),
        ("한글", "posts/한글.md"),
        ("loose.md", "loose.md"),
    ],
)
def test_names(blog: Path, name: str, path: str) -> None:
    assert find_post(survey(open_workspace(blog)), name).path == path


def test_a_path_counts_from_the_current_folder(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(blog / "posts" / "deep")
    found = survey(open_workspace("."))
    assert find_post(found, "er.md").path == "posts/deep/er.md"
    assert find_post(found, "../kv-store.md").path == "posts/kv-store.md"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kv", "fits 2 posts. Say more of the name: kv-cache, kv-store"),
        ("kv-cahce", "Did you mean kv-cache"),
        ("zzzz", "`inkwright board` lists them all"),
        ("", "there is no post"),
    ],
)
def test_what_fits_nothing_or_too_much(blog: Path, name: str, said: str) -> None:
    with pytest.raises(UsageError) as error:
        find_post(survey(open_workspace(blog)), name)
    assert said in str(error.value)


def test_a_slug_that_two_posts_have_says_so(blog: Path) -> None:
    (blog / "posts/second.md").write_text("---\ntitle: S\nslug: quite-other\n---\n\nWords.\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"fits 2 posts\. Say more of the name: second, slugged"):
        find_post(survey(open_workspace(blog)), "quite-other", whole=True)


def test_without_posts(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text("", encoding="utf-8")
    with pytest.raises(UsageError, match="There are no posts yet"):
        find_post(survey(open_workspace(tmp_path)), "x")


def test_a_file_that_is_no_text_is_no_post(blog: Path) -> None:
    (blog / "x.pdf").write_bytes(b"%PDF-1.7\n")
    (blog / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    for name, said in (("x.pdf", "this is a PDF, not a text"), ("x.png", "this is a picture, not a text")):
        with pytest.raises(UnreadableError, match=said):
            find_post(survey(open_workspace(blog)), name)


def test_a_whole_name_is_asked_for_where_nobody_can_look(blog: Path) -> None:
    found = survey(open_workspace(blog))
    assert find_post(found, "kv-cache", whole=True) == find_post(found, "kv-c")
    assert find_post(found, "quite-other", whole=True).path == "posts/slugged.md"
    with pytest.raises(UsageError, match="only the beginning of a name") as error:
        find_post(found, "kv-c", whole=True)
    assert "kv-cache" in error.value.hint
    with pytest.raises(UsageError, match="there is no post `kv`"):
        find_post(found, "kv", whole=True)

"""The share of own links, from an export or a count."""

import zipfile
from pathlib import Path

import pytest

from inkwright.flows.promote import Wish, promote
from inkwright.flows.promote_items import tick
from inkwright.model.errors import InkwrightError
from inkwright.model.promotion import Share
from inkwright.workspace.folder import Workspace

from .promote_blog import TODAY, make_blog, snapshot

HEAD = "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
POSTS = HEAD + "".join(
    f"p{n},/r/x/p{n},2026-01-02 10:00:00 UTC,,x,0,t,{'https://me.dev/posts/x/' if n < 3 else 'https://o.dev/'},\n"
    for n in range(10)
)
COMMENTS = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n" + "".join(
    f"c{n},/r/x/c{n},2026-01-02 10:00:00 UTC,,x,0,l,,thanks,\n" for n in range(20)
)


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    monkeypatch.chdir(tmp_path)
    export = tmp_path / "export"
    export.mkdir()
    (export / "posts.csv").write_text(POSTS)
    (export / "comments.csv").write_text(COMMENTS)
    return make_blog(tmp_path)


def share(blog: Workspace, given: str) -> Share:
    found = promote(blog, "slow-cache", TODAY, Wish(("reddit",), reddit=given)).share
    assert found is not None
    return found


def test_an_export_is_counted_as_a_folder_and_as_a_zip(blog: Workspace) -> None:
    found = share(blog, "export")
    assert (found.own, found.total, found.over) == (3, 30, True)
    assert "3 of 30 posts and comments" in found.verdict and "10 % that Reddit asks for" in found.verdict
    with zipfile.ZipFile(blog.root / "e.zip", "w") as packed:
        packed.writestr("export_me/posts.csv", POSTS)
        packed.writestr("export_me/comments.csv", COMMENTS)
    assert share(blog, "e.zip") == found


def test_one_table_alone_is_said_so(blog: Workspace) -> None:
    found = share(blog, "export/posts.csv")
    assert (found.own, found.total) == (3, 10)
    assert "without comments.csv" in found.verdict


def test_a_typed_count_uses_what_was_ticked_off(blog: Workspace) -> None:
    assert share(blog, "80").own == 0
    tick(blog, "slow-cache", ["reddit"], TODAY)
    found = share(blog, "80")
    assert (found.own, found.total, found.over) == (1, 80, False)
    assert "what you ticked off here" in found.verdict
    assert share(blog, "9/20").over is True


def test_nothing_given_and_no_address_is_told(blog: Workspace, tmp_path: Path) -> None:
    assert share(blog, "").over is None
    homeless = make_blog(tmp_path, "")
    assert "no address of yours is known" in share(homeless, "export").verdict


@pytest.mark.parametrize("given", ["-3", "3.5", "1,5", "90/80", "nowhere", "export/other.csv", "nowhere.zip"])
def test_what_cannot_be_counted_is_refused_before_anything_is_written(blog: Workspace, given: str) -> None:
    before = snapshot(blog.root)
    with pytest.raises(InkwrightError):
        share(blog, given)
    assert snapshot(blog.root) == before


def test_half_an_export_is_told_with_its_line(blog: Workspace) -> None:
    (blog.root / "export/posts.csv").write_text(POSTS[:-20])
    with pytest.raises(InkwrightError, match=r"posts\.csv:11: this row has"):
        share(blog, "export")

"""The share of own links, from an export or a count."""

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from inkwright.cli.commands.promote import command
from inkwright.flows.promote import Wish, promote
from inkwright.flows.promote_items import tick
from inkwright.model.errors import InkwrightError, UsageError
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


def test_of_a_typed_count_alone_nobody_can_tell(blog: Workspace) -> None:
    assert share(blog, "80").own == 0
    tick(blog, "slow-cache", ["reddit"], TODAY)
    found = share(blog, "80")
    assert (found.own, found.total, found.over) == (1, 80, None)
    assert found.verdict.startswith("Nobody can tell") and "1 of them is ticked off here" in found.verdict
    assert "at most 7 of them" in found.verdict and "--reddit N/80" in found.verdict
    assert share(blog, "7/80").over is False and share(blog, "8/80").over is True
    assert share(blog, "9/20").over is True
    assert share(blog, "5").over is True, "one that was ticked off is too many among five"


@pytest.mark.parametrize("given", ["8O", "nowhere.zip"])
def test_a_name_of_nothing_is_told_as_that(blog: Workspace, given: str) -> None:
    with pytest.raises(UsageError, match="no count, and no file or folder of that name"):
        share(blog, given)


def test_who_asks_for_the_share_is_shown_that_and_not_all_drafts(blog: Workspace) -> None:
    said = CliRunner().invoke(command, ["slow-cache", "--reddit", "export"]).output
    assert said.splitlines()[-1].startswith("3 of 30 posts and comments")
    assert "10 drafts are in inkwright/promotion/slow-cache, 10 of them new" in said
    assert "[ ]" not in said and "linkedin.md" not in said


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

"""Own links among all posts and comments."""

import pytest

from inkwright.model.errors import UnreadableError
from inkwright.promote.reddit import MOST, counted, share, unknown

POSTS = (
    "id,permalink,date,ip,subreddit,gildings,title,url,body\n"
    'a,/r/x/a,2026-01-02 10:00:00 UTC,,x,0,Mine,https://www.me.dev/posts/one/,\n'
    'b,/r/x/b,2026-01-03 10:00:00 UTC,,x,0,"Not, mine",https://other.dev/,\n'
    'c,/r/x/c,2026-01-04 10:00:00 UTC,,x,0,Text,,"see\nhttps://me.dev/posts/two/"\n'
)  # fmt: skip
COMMENTS = (
    "id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n"
    "d,/r/x/d,2026-01-02 10:00:00 UTC,,x,0,https://reddit.com/x,,thanks,\n"
    "e,/r/x/e,2026-01-02 10:00:00 UTC,,x,0,https://reddit.com/x,,ME.DEV/posts/one has it,\n"
)


def test_rows_that_lead_home_are_counted() -> None:
    assert counted("posts.csv", "posts.csv", POSTS, ["me.dev"]) == (2, 3)
    assert counted("comments.csv", "comments.csv", "\ufeff" + COMMENTS, ["me.dev"]) == (1, 2)
    assert counted("comments.csv", "comments.csv", COMMENTS.split("\n")[0] + "\n", ["me.dev"]) == (0, 0)


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://notme.dev/", 0),
        ("https://me.dev.other.example/", 0),
        ("https://not-me.dev/x", 0),
        ("https://other.dev/me.dev/x", 0),
        ("me@me.dev", 0),
        ("https://me.developers.example/", 0),
        ("https://me.dev", 1),
        ("https://me.dev:8443/x", 1),
        ("[mine](me.dev/x)", 1),
        ("See me.dev.", 1),
        ("http://WWW.Me.Dev/?a=b", 1),
        ("https://blog.me.dev/x", 1),
    ],
)
def test_only_a_whole_name_of_a_host_is_ones_own(url: str, own: int) -> None:
    row = f"a,/r/x/a,2026-01-02 10:00:00 UTC,,x,0,Title,{url},\n"
    assert counted("posts.csv", "posts.csv", POSTS.split("\n")[0] + "\n" + row, ["me.dev"]) == (own, 1)


@pytest.mark.parametrize(
    ("url", "own"),
    [("https://me.dev/blog/x", 1), ("https://me.dev/blog", 1), ("https://me.dev/blogs/x", 0), ("https://me.dev/", 0)],
)
def test_only_what_lies_below_the_own_folder_of_a_host_is_ones_own(url: str, own: int) -> None:
    row = f"a,/r/x/a,2026-01-02 10:00:00 UTC,,x,0,Title,{url},\n"
    assert counted("posts.csv", "posts.csv", POSTS.split("\n")[0] + "\n" + row, ["me.dev/blog"]) == (own, 1)


@pytest.mark.parametrize(
    ("text", "said", "line"),
    [
        ("", "the column `id` is missing", 1),
        ("id,title\na,b\n", "the column `url` is missing", 1),
        (POSTS[: POSTS.index(",https://other")], "this row has", 3),
        (POSTS[:-5], "CSV", 5),
        (POSTS + "x,y\n", "this row has 2 of 9 columns", 6),
    ],
)
def test_a_damaged_export_is_told_with_its_line(text: str, said: str, line: int) -> None:
    with pytest.raises(UnreadableError, match=said) as error:
        counted("posts.csv", "export/posts.csv", text, ["me.dev"])
    assert (error.value.path, error.value.line) == ("export/posts.csv", line)


@pytest.mark.parametrize(
    ("own", "total", "over", "more"),
    [(0, 9, False, 0), (0, 8, True, 1), (3, 80, False, 0), (12, 80, True, 49), (7, 79, False, 0), (8, 80, True, 9)],
)
def test_the_share_counts_the_link_to_come(own: int, total: int, over: bool, more: int) -> None:
    found = share(own, total, "by your own count")
    assert found.over is over
    assert f"{own} of {total}" in found.verdict and f"{own + 1} of {total + 1}" in found.verdict
    if over:
        assert f"talk with others {more} times first" in found.verdict
        assert (own + 1) / (total + 1 + more) <= MOST < (own + 1) / (total + more)


def test_it_says_when_nobody_can_tell() -> None:
    assert unknown().over is None
    assert share(0, 0, "x").over is None
    assert unknown("no address").verdict.startswith("Nobody can tell your share of own links on Reddit (no address)")

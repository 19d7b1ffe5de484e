import pytest

from inkwright.model.imports import Incoming
from inkwright.platforms.reading.files import local_name, remote_name
from inkwright.platforms.reading.places import distinct, kept_slug, redirects
from inkwright.platforms.reading.relink import addresses, relinked


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("a-b", "a-b"),
        ("A B", "a-b"),
        ("", "t"),
        ("..", "t"),
        ("con", "t"),
        ("a/b", "a-b"),
        ("%C3%BC", "ü"),
        ("_x", "x"),
    ],
)
def test_a_slug_is_kept_as_far_as_a_folder_can_be_called_so(written, slug):
    assert kept_slug(written, "t", ())[0] == slug


def test_a_taken_slug_gets_a_number():
    assert kept_slug("a", "t", {"A", "a-2"})[0] == "a-3"


def led(*urls, here="/posts/x/", taken=None):
    aliases, elsewhere, items = redirects(Incoming("s", "T", "", urls=urls), here, taken or {})
    return aliases, dict(elsewhere), [(one.what, one.fate) for one in items]


def test_old_addresses_become_aliases():
    assert led("https://e.example.com/2020/x.html")[0] == ("/2020/x.html",)
    assert led("/posts/x")[0] == ()
    assert led("/posts/x")[2] == [("/posts/x", "kept")]
    assert led("https://e.example.com/?p=3")[2] == [("https://e.example.com/?p=3", "lost")]
    assert led("https://medium.com/@a/x")[:2] == ((), {"medium": "https://medium.com/@a/x"})
    assert led("/a", taken={"a": "other"})[2] == [("/a", "lost")]
    assert led("http://[broken/a")[2] == [("http://[broken/a", "lost")]


def test_the_same_post_twice_is_one_and_two_with_one_id_are_two():
    one, other = Incoming("s", "One", "a"), Incoming("s", "Two", "b")
    found, again = distinct([one, other, one, other])
    assert [post.source for post in found] == ["s", "s~2"]
    assert len(again) == 2


def test_links_between_posts_lead_to_where_they_are_now():
    posts = [
        (Incoming("1", "A", "", urls=("https://www.e.example.com/a/",), near="x/A.md"), "/posts/a/"),
        (Incoming("2", "B", "", urls=("/b.html",), near="x/y/B b.md"), "posts/b ü/index.md"),
    ]
    where = addresses(posts)
    body = (
        '[1](https://e.example.com/a?utm=1#part) [2](/b.html) [3](y/B%20b.md "T") [4](https://f.example.com/a) '
        "`[5](/b.html)` [6](A.md) [7](<y/B b.md>)"
    )
    made, items = relinked(body, "x/C.md", where, "posts/c")
    assert made == (
        '[1](/posts/a/#part) [2](../b%20%C3%BC/index.md) [3](../b%20%C3%BC/index.md "T") [4](https://f.example.com/a) '
        "`[5](/b.html)` [6](/posts/a/) [7](../b%20%C3%BC/index.md)"
    )
    assert len(items) == 5


def test_names_of_files_are_safe_and_lasting():
    assert local_name("a/b c (1).PNG") == "b-c-1.png"
    assert local_name("../../x") == "x"
    assert local_name("----.jpg") == "picture.jpg"
    assert local_name("x?y=1&z", b"\x89PNG\r\n") == "x-y-1-z.png"
    assert remote_name("https://e.example.com/a.png?x=1") != remote_name("https://e.example.com/a.png?x=2")
    assert remote_name("https://e.example.com/a.png") == remote_name("https://e.example.com/a.png")

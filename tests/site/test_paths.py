from urllib.parse import unquote, urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.site.paths import base_path, clean, has_scheme, place_of, relative, site_path


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("/posts/x/", "posts/x/index.html"),
        ("/posts/x", "posts/x/index.html"),
        ("/", "index.html"),
        ("", "index.html"),
        ("/about.html", "about.html"),
        ("/v1.2/", "v1.2/index.html"),
        ("/page.html/", "page.html/index.html"),
        ("/%ED%95%9C/", "한/index.html"),
        ("/../../etc/passwd", "etc/passwd/index.html"),
        ("/a/%2e%2e/%2e%2e/b/", "a/b/index.html"),
        ("/x/?q=1#part", "x/index.html"),
        ("/a\\..\\b/", "a..b/index.html"),
        ("/nul\x00l/", "null/index.html"),
    ],
)
def test_place_of(url: str, place: str) -> None:
    assert place_of(url) == place


@given(st.text(max_size=60))
def test_a_place_never_leads_out_of_the_folder(url: str) -> None:
    parts = place_of(url).split("/")
    assert ".." not in parts
    assert "" not in parts
    assert "\x00" not in place_of(url)


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("index.html", "index.html", "./"),
        ("index.html", "posts/x/index.html", "posts/x/"),
        ("posts/x/index.html", "index.html", "../../"),
        ("posts/x/index.html", "posts/y/index.html", "../y/"),
        ("posts/x/index.html", "posts/x/pic.png", "pic.png"),
        ("posts/x/index.html", "posts/x/index.html", "./"),
        ("about.html", "posts/x/index.html", "posts/x/"),
        ("posts/x/index.html", "about.html", "../../about.html"),
        ("index.html", "c:d/index.html", "./c:d/"),
        ("index.html", "한글 x/index.html", "%ED%95%9C%EA%B8%80%20x/"),
    ],
)
def test_relative(source: str, target: str, way: str) -> None:
    assert relative(source, target) == way


SEGMENT = st.text(st.characters(codec="utf-8", exclude_characters="/\\\x7f", min_codepoint=32), min_size=1, max_size=6)
PLACE = st.lists(SEGMENT.filter(lambda part: part not in (".", "..")), max_size=4).map(
    lambda parts: "/".join([*parts, "index.html"])
)


@given(PLACE, PLACE)
def test_a_browser_follows_the_relative_address_to_the_place(source: str, target: str) -> None:
    start = "https://h.example/" + "/".join(
        part for part in relative("index.html", source).removeprefix("./").split("/")
    )
    assert unquote(urljoin(start, relative(source, target))) == "https://h.example/" + site_path(target)


def test_site_path_and_clean() -> None:
    assert site_path("index.html") == ""
    assert site_path("x/index.html") == "x/"
    assert site_path("feed.xml") == "feed.xml"
    assert clean("//a/./b/../c/") == "a/b/c"


@pytest.mark.parametrize(
    ("base", "path"),
    [("https://a.dev", "/"), ("https://a.dev/blog", "/blog/"), ("https://a.dev/x/y/", "/x/y/"), ("", "/")],
)
def test_base_path(base: str, path: str) -> None:
    assert base_path(base) == path


def test_has_scheme() -> None:
    assert has_scheme("https://x") and has_scheme("mailto:x") and has_scheme("//cdn")
    assert not has_scheme("a/b:c") and not has_scheme("/x") and not has_scheme("#y") and not has_scheme("")

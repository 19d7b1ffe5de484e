import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.platforms.addresses import address, address_part, post_id, stem, under


@pytest.mark.parametrize(
    ("path", "found"),
    [("posts/a.md", "a"), ("posts/a/index.md", "a"), ("posts/a/b.mdx", "a/b"), ("other/a.qmd", "other/a"),
     ("posts/index.md", "index"), ("posts/v1.2.md", "v1.2"), ("posts/a/_index.md", "a/_index")],
)  # fmt: skip
def test_ids(path, found):
    assert post_id(path, ("posts", "")) == found


def test_ids_are_composed_unicode():
    assert post_id(unicodedata.normalize("NFD", "Nöte.md"), ("",)) == unicodedata.normalize("NFC", "Nöte")


def test_other_extensions_stay():
    assert stem("a/b.png") == "a/b.png"
    assert stem("a/b.MD") == "a/b"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hello, World!", "hello-world"),
        ("안녕하세요", "안녕하세요"),
        ("C++ & Rust", "c++-rust"),
        ("v1.2", "v1.2"),
        ("!?", ""),
    ],
)
def test_slugs(text, slug):
    assert address_part(text) == slug


@given(st.text(max_size=30))
def test_a_slug_of_a_slug_is_itself_and_no_path(text):
    slug = address_part(text)
    assert address_part(slug) == slug
    assert "/" not in slug
    assert not any(char.isspace() for char in slug)


@given(st.lists(st.text(alphabet="ab/-", max_size=5), max_size=4))
def test_site_paths_have_one_slash_at_each_end(parts):
    path = address(*parts)
    assert path.startswith("/") and path.endswith("/")
    assert not path.strip("/").startswith("/")


@pytest.mark.parametrize(
    ("base", "written", "path"),
    [("", "about", "/about/"), ("", "/a/b.html", "/a/b.html"), ("/de", "about/", "/de/about/"),
     ("/de", "/de/about", "/de/about/"), ("", "/", "/"), ("", "", "/")],
)  # fmt: skip
def test_addresses_as_authors_write_them(base, written, path):
    assert under(base, written) == path

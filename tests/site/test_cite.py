"""How a post is cited."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from inkwright.model.post import Page, Post
from inkwright.site.cite import bibtex, sentence

WHEN = datetime(2026, 3, 5, tzinfo=UTC)
Make = Callable[..., Post]
Pages = Callable[..., dict[str, Page]]


def test_an_entry_for_bibtex() -> None:
    assert bibtex(["Ida Bergh", "Jo Åse"], "Why 50 % of a_b {is} & slow", "Small & Bright", WHEN, "https://a.b/c") == (
        "@misc{bergh202650,\n"
        "  author = {Ida Bergh and Jo Åse},\n"
        r"  title = {{Why 50 \% of a\_b \{is\} \& slow}}," "\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        r"  howpublished = {Small \& Bright}," "\n"
        "  url = {https://a.b/c}\n}"
    )  # fmt: skip


def test_a_key_is_made_of_plain_letters() -> None:
    assert bibtex(["Jo Åse"], "The Über-model", "", WHEN, "u").startswith("@misc{ase2026uber,")
    assert bibtex(["한글"], "한글", "", WHEN, "u").startswith("@misc{anonymous2026,")


def test_a_sentence() -> None:
    said = sentence(["Ida Bergh", "Jo Ek", "Bo Li"], "Slow disks", "Small & Bright", WHEN, "https://a.b/c", "en")
    assert said == "Ida Bergh, Jo Ek and Bo Li. “Slow disks.” Small & Bright, 5 March 2026. https://a.b/c"


@given(st.lists(st.text(), min_size=1, max_size=3), st.text(), st.text())
def test_braces_of_any_entry_are_in_pairs(authors: list[str], title: str, site: str) -> None:
    entry = re.sub(r"\\[{}]", "", bibtex(authors, title, site, WHEN, "https://a.b/{c}"))
    depth = 0
    for char in entry:
        depth += {"{": 1, "}": -1}.get(char, 0)
        assert depth >= 0
    assert depth == 0 and entry.endswith("}")


def test_a_dated_post_ends_with_it_unless_that_is_not_wanted(post: Make, pages: Pages) -> None:
    one = post("posts/a.md", title="A <b>", date="2026-03-05")
    page = HTMLParser(pages(one)["posts/a/index.html"].body.decode())
    assert (
        "Ada Lind. “A <b>.” Warm & Dry, 5 March 2026. https://ada.example/blog/posts/a/"
        in page.css_first(".cite p").text()
    )
    assert page.css_first(".cite code").text().startswith("@misc{lind2026")
    undated = pages(post("posts/b.md", title="B"), post("about.md", title="C", kind="page", date="2026-01-01"))
    shown = [*undated.values(), *pages(one, cite=False).values()]
    assert not any(b"cite" in found.body for found in shown if found.path.endswith(".html"))

"""The page as a whole: golden, valid, alone, safe with any words, and silent where nothing is known."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec
import pytest
from html5lib.html5parser import ParseError
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.measure.report.read_page import SVG, figures, parse, text
from tests.measure.report.sample import EMPTY, FULL

from inkwright.measure.report.facts import Facts
from inkwright.measure.report.render import LONG, MADE_BY, page, sections
from inkwright.model.reading import PostReadings

HERE = Path(__file__).resolve().parent / "golden"
HOSTILE = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "</title></style></svg><p>", "&lt;b&gt; &amp;",
    "]]> <!-- -->", "\u202edesrever\u2066", "\x1b[31m\x00\x85", "\ufdd0\ufffe\ud800", "{{ today }}{% raw %}",
    "tab\tand\nline", "", "   ", "日本語" * 40, "x" * 300,
]  # fmt: skip


@pytest.mark.parametrize(("name", "found"), [("full", FULL), ("empty", EMPTY)])
def test_golden(name: str, found: Facts, request: pytest.FixtureRequest) -> None:
    place, made = HERE / f"{name}.html", page(found)
    if request.config.getoption("--golden"):
        place.write_text(made, encoding="utf-8")
    assert made == place.read_text(encoding="utf-8"), "run `make golden` and read the diff"


@pytest.mark.parametrize("found", [FULL, EMPTY])
def test_it_needs_nothing_else(found: Facts) -> None:
    made = page(found)
    tree = parse(made)
    names = {element.tag for element in tree.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "link", "img", "iframe", "object", "base", "form", f"{SVG}image", f"{SVG}use"}
    attributes = {key for element in tree.iter() for key in element.attrib}
    assert not {key for key in attributes if key.startswith("on") or key in ("src", "style", "srcset")}
    assert all(link.attrib["href"].startswith("#") for link in tree.iter("a"))
    assert "http" not in made.replace("http://www.w3.org/2000/svg", "").replace("http-equiv", "")
    assert "url(" not in made and "@import" not in made
    style = b64encode(sha256(text(next(tree.iter("style"))).encode()).digest()).decode()
    policy = next(one for one in tree.iter("meta") if "http-equiv" in one.attrib).attrib["content"]
    assert policy == f"default-src 'none'; style-src 'sha256-{style}'"
    assert made.count(MADE_BY) == 1 and MADE_BY in made[:2000]


@pytest.mark.parametrize("found", [FULL, EMPTY])
def test_ids_are_there_once_and_lead_somewhere(found: Facts) -> None:
    tree = parse(page(found))
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    led = [link.attrib["href"][1:] for link in tree.iter("a")]
    led += [name for element in tree.iter() for key in ("aria-labelledby", "aria-describedby")
            for name in element.attrib.get(key, "").split()]  # fmt: skip
    assert led and set(led) <= set(ids)


def test_every_drawing_is_one_picture_with_a_name_and_a_table() -> None:
    found = {name: one for name, one in figures(page(FULL)).items() if one.svg is not None}
    assert set(found) == {
        "goal-posts", "posts-counts", "life-halves", "life-days", "pillars-words", "pillars-mails", "themes-use",
        "writing-hours", "writing-year", "writing-months", "lead-time-stages", "newsletter-mails",
    }  # fmt: skip
    for one in found.values():
        assert one.svg.attrib["role"] == "img"
        name, told = one.svg[0], one.svg[1]
        assert (name.tag, told.tag) == (f"{SVG}title", f"{SVG}desc") and name.text and told.text
        assert one.svg.attrib["aria-labelledby"] == name.attrib["id"]
        assert one.svg.attrib["aria-describedby"] == told.attrib["id"]
        assert one.rows


def test_an_empty_blog_has_words_and_no_drawing_but_its_goal() -> None:
    assert [(one.id, bool(one.figures)) for one in sections(EMPTY)] == [
        ("goal", True), ("posts", False), ("life", False), ("pillars", False), ("themes", False), ("writing", False),
        ("lead-time", False),
        ("newsletter", False),
    ]  # fmt: skip
    assert all(one.said for one in sections(EMPTY))
    assert set(figures(page(EMPTY))) == {"goal-posts"}


def test_what_reads_pages_back_is_strict() -> None:
    with pytest.raises(ParseError):
        parse(page(FULL).replace("</table>", "", 1))


def test_long_tables_are_folded() -> None:
    rows = tuple(PostReadings(f"p{n}", f"P {n}", "2026-01-01", {"views": n}) for n in range(LONG + 1))
    assert "<details>" not in page(FULL)
    assert "<details>" not in page(replace(FULL, posts=rows[:-1]))
    assert f"({LONG + 1} rows)</summary>" in page(replace(FULL, posts=rows))


def with_words(value: Any, words: str) -> Any:
    """The same facts with every name and title replaced."""
    if isinstance(value, msgspec.Struct):
        fields = msgspec.structs.asdict(value)
        changed = {key: words if key in ("name", "title", "pillar", "source") else with_words(old, words)
                   for key, old in fields.items()}  # fmt: skip
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(with_words(one, words) for one in value)
    return value


@pytest.mark.parametrize("words", HOSTILE)
def test_words_of_any_kind_stay_words(words: str) -> None:
    check_words(words)


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_words_at_random_stay_words(words: str) -> None:
    check_words(words)


def check_words(words: str) -> None:
    made = page(with_words(FULL, words))
    as_is, hurt = parse(page(FULL)), parse(made)
    assert [one.tag for one in hurt.iter() if one.tag not in (f"{SVG}text",)] == [
        one.tag for one in as_is.iter() if one.tag not in (f"{SVG}text",)
    ]
    assert not re.search("[\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]", made)
    made.encode()

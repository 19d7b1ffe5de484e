"""Which front matter keys publishing changes, under each generator's names."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.post import PostFile
from inkwright.platforms.generators import all_generators, generator_named
from inkwright.platforms.metadata import metadata_of
from inkwright.platforms.platform import Entry
from inkwright.platforms.publishing import changed_lines, dated, held, insisted, refreshed, released

DAY = "2026-11-21"


def entry(front: dict[str, Any], name: str = "inkwright") -> Entry:
    generator = generator_named(name)
    return Entry(PostFile("a", "a.md"), front, metadata_of(front, generator.keys))


@pytest.mark.parametrize(
    ("front", "gone"),
    [
        ({"draft": True}, ["draft"]),
        ({"Draft": "yes"}, ["Draft"]),
        ({"draft": "maybe"}, ["draft"]),
        ({"draft": False}, []),
        ({"published": False, "title": "x"}, ["published"]),
        ({"published": "2026-01-01"}, []),
        ({"status": "Draft", "visibility": "private"}, ["status"]),
        ({"title": "draft"}, []),
    ],
)
def test_what_says_draft_is_taken_away_and_nothing_else(front: dict[str, Any], gone: list[str]) -> None:
    assert released(front) == dict.fromkeys(gone)


@pytest.mark.parametrize(
    ("name", "front", "expected"),
    [
        ("inkwright", {}, {"date": DAY}),
        ("inkwright", {"date": "2020-01-01"}, {}),
        ("inkwright", {"date": "soon"}, {"date": DAY}),
        ("hugo", {"publishDate": "2020-01-01"}, {}),
        ("astro", {"pubDate": None}, {"pubDate": DAY}),
        ("mkdocs", {"date": {"updated": "2020-01-01"}}, {"date": {"updated": "2020-01-01", "created": DAY}}),
    ],
)
def test_a_date_is_set_only_where_there_is_none(name: str, front: dict[str, Any], expected: dict[str, Any]) -> None:
    assert dated(entry(front, name), generator_named(name), DAY) == expected


@pytest.mark.parametrize(
    ("name", "front", "expected"),
    [
        ("inkwright", {}, {"updated": DAY}),
        ("hugo", {}, {"lastmod": DAY}),
        ("hugo", {"updated": "2020-01-01"}, {"updated": DAY}),
        ("jekyll", {"last_modified_at": "2020-01-01"}, {"last_modified_at": DAY}),
        ("docusaurus", {"last_update": {"author": "Ann"}}, {"last_update": {"author": "Ann", "date": DAY}}),
        ("quarto", {}, {"date-modified": DAY}),
        ("mkdocs", {"date": "2020-01-01"}, {"date": {"created": "2020-01-01", "updated": DAY}}),
    ],
)
def test_a_change_is_told_under_the_key_that_is_read(
    name: str, front: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert refreshed(entry(front, name), generator_named(name), DAY) == expected


@pytest.mark.parametrize("generator", all_generators(), ids=lambda one: one.name)
def test_every_generator_reads_back_what_is_set(generator: Any) -> None:
    now = refreshed(entry({}, generator.name), generator, DAY)
    assert metadata_of(now, generator.keys).updated == DAY
    assert metadata_of(dated(entry({}, generator.name), generator, DAY), generator.keys).date == DAY
    ((key, value),) = held(generator).items()
    assert insisted(generator) == {key: not value} and released({key: value}) == {key: None}


@given(st.lists(st.sampled_from(["a", "b", "c"])), st.lists(st.sampled_from(["a", "b", "c"])))
def test_lines_that_differ_are_told_and_no_others(old: list[str], new: list[str]) -> None:
    pairs = list(changed_lines("\n".join(old), "\n".join(new)))
    assert len(new) - len(old) == sum(bool(b) for _, b in pairs) - sum(bool(a) for a, _ in pairs)
    assert bool(pairs) == (old != new)

import pytest

from inkwright.model.paper import Paper
from inkwright.notes.paper_reference import reference_of
from inkwright.notes.papers import note_of


def noted(**said):
    return note_of(
        Paper("On rings.", ("Ann van der Lee", "Bo"), "2020", "lee2020", "Ring Letters", **said), "2026-11-21"
    )


@pytest.mark.parametrize(
    ("said", "url", "label"),
    [
        ({"doi": "10.1/x", "arxiv": "1706.03762"}, "https://doi.org/10.1/x", "doi:10.1/x"),
        ({"arxiv": "1706.03762"}, "https://arxiv.org/abs/1706.03762", "arXiv:1706.03762"),
        ({"url": "https://e.org/a"}, "https://e.org/a", "https://e.org/a"),
        ({}, "", ""),
    ],
)
def test_a_note_says_what_a_list_of_references_needs(said, url, label):
    found = reference_of(noted(**said), "papers/lee2020.md", "lee2020")
    assert found is not None
    assert [person.family for person in found.authors] == ["van der Lee", "Bo"] and found.authors[0].given == "Ann"
    assert (found.title, found.container, found.year, found.url, found.label) == (
        "On rings", "Ring Letters", "2020", url, label,
    )  # fmt: skip


def test_another_key_or_no_paper_is_none():
    assert reference_of(noted(), "p", "other") is None and reference_of("words", "p", "lee2020") is None

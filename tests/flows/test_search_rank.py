import pytest

from inkwright.flows import search_rank
from inkwright.model.found import Wanted
from inkwright.model.index import IndexedFile
from inkwright.notes import search as words
from inkwright.notes.search import parse_query
from inkwright.workspace.finder import Finder
from inkwright.workspace.index import in_memory

TEXTS = {
    "a": "the kernel is here and the launch is far away",
    "b": "a kernel launch is slow",
    "c": "only the kernel",
    "d": "nothing of the sort",
    "e": "kernel kernel kernel",
}


@pytest.fixture
def finder():
    return Finder(in_memory(IndexedFile(f"{name}.md", "note", name, name, text=text) for name, text in TEXTS.items()))


def names(found):
    return [row.id for row, _ in found]


def test_all_words_side_by_side_come_first_then_all_words_then_some(finder):
    assert names(search_rank.ranked(finder, parse_query("kernel launch"), Wanted()))[:2] == ["b", "a"]
    assert set(names(search_rank.ranked(finder, parse_query("kernel launch"), Wanted()))) == {"a", "b", "c", "e"}
    assert search_rank.ranked(finder, parse_query("absent"), Wanted()) == []


def test_among_very_many_texts_the_rarest_words_choose_and_the_best_stay_the_same(finder, monkeypatch):
    monkeypatch.setattr(search_rank, "MANY", 1)
    monkeypatch.setattr(words, "MANY", 1)
    assert names(search_rank.ranked(finder, parse_query("kernel launch"), Wanted())) == ["b", "a"]
    assert search_rank.ranked(finder, parse_query("absent"), Wanted()) == []


def test_paths_that_are_not_wanted_are_left_out(finder):
    assert names(search_rank.ranked(finder, parse_query("kernel launch"), Wanted(), ["b.md"]))[0] == "a"

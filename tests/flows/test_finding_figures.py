"""The figures to reach for search and related notes, on the linked notes of the development corpus."""

import importlib.util
import json
import sys
from functools import cache
from pathlib import Path

import pytest

from inkwright.flows import related
from inkwright.flows.search_rank import ranked
from inkwright.model.found import Wanted
from inkwright.notes.search import parse_query

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "related_figures.py"
SPEC = importlib.util.spec_from_file_location("related_figures", SCRIPT)
figures = importlib.util.module_from_spec(SPEC)
sys.modules["related_figures"] = figures
SPEC.loader.exec_module(figures)


def measured(found, truth):
    words = figures.score(found, truth).split()
    return float(words[1]), float(words[3])


def test_recall_and_rank_are_counted_as_the_truth_file_says():
    truth = [("q", "own", frozenset({"a", "b"})), ("r", "x", frozenset({"c"}))]
    assert measured({"q": ["own", "z", "a"], "r": ["c"]}, truth) == (0.75, 0.75)
    assert measured({}, truth) == (0.0, 0.0)


@pytest.mark.corpus
def test_the_words_of_a_link_find_what_it_led_to(corpus):
    asked = json.loads((corpus / "related" / "til.json").read_text(encoding="utf-8"))["search"]
    truth = [(str(no), one["source"], frozenset({one["target"]})) for no, one in enumerate(asked)]
    finder = figures.finder_of(figures.til(cut=True))
    found = {
        str(no): [row.path for row, _ in ranked(finder, parse_query(one["q"]), Wanted())]
        for no, one in enumerate(asked)
    }
    recall, rank = measured(found, truth)
    assert round(recall, 2) >= 0.92 and rank >= 0.88


@pytest.mark.corpus
def test_related_notes_beat_plain_tfidf_by_more_than_a_twentieth(corpus, monkeypatch):
    """Plain TF-IDF: recall@10 .614, MRR .457 (`related/baselines.json` of the corpus).

    Each note is taken apart once, not for each of the 87 that it is compared with.
    """
    monkeypatch.setattr(related, "parts_of", cache(related.parts_of))
    monkeypatch.setattr(related, "linked_names", cache(related.linked_names))
    plain_recall, plain_rank = json.loads((corpus / "related" / "baselines.json").read_text())["blind/tfidf"]
    texts = figures.til(cut=True)
    pairs = json.loads((corpus / "related" / "til.json").read_text(encoding="utf-8"))["pairs"]
    truth = figures.pairs_truth(pairs)
    recall, rank = measured(figures.ours(texts, [path for path, _, _ in truth]), truth)
    assert recall >= 1.05 * plain_recall and rank >= 1.05 * plain_rank

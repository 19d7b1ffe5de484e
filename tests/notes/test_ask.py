import pytest

from inkwright.model.errors import UsageError
from inkwright.notes.ask import ENOUGH, fit, parse_question, weights
from inkwright.notes.ask_passages import Piece


def best(asked, *pieces, held_by=None, names=()):
    question = parse_question(asked)
    weight = weights(question, held_by or dict.fromkeys(question.roots, 3), 100)
    scores = [fit(question, weight, piece, names, ()).score for piece in pieces]
    return scores.index(max(scores))


def said(prose, *headings, code=""):
    return Piece(0, len(prose), headings, prose, code)


def test_question_words_are_not_asked_about():
    question = parse_question("How and why does it happen that what we cached gets evicted?")
    assert list(question.words.values()) == ["cached", "evicted"]


def test_a_question_of_question_words_is_refused():
    with pytest.raises(UsageError, match="names nothing"):
        parse_question("What is it, and how?")


def test_question_words_do_not_drive_the_order():
    prose = said("Why does it do what it does, and how, and when?"), said("Eviction takes the oldest pages first.")
    assert best("Why and how does eviction work?", *prose) == 1


def test_a_rare_word_counts_more_than_a_common_one():
    held_by = {"model": 60, "quantiz": 2}
    pieces = said("The model and the other model."), said("Quantized weights.")
    assert best("What is a quantized model?", *pieces, held_by=held_by) == 1


def test_words_that_stand_together_come_first():
    apart = said("The cache of the page is cold while another process holds every key of the table.")
    together = said("The cache key of the table says nothing while the page is cold and another waits.")
    assert best("What is in a cache key?", apart, together) == 1


def test_prose_counts_more_than_code():
    assert (
        best("How is a warp scheduled?", said("See", code="warp scheduled"), said("A warp is scheduled at once.")) == 1
    )


def test_a_heading_and_a_title_help_but_do_not_answer_alone():
    question = parse_question("How are pages evicted?")
    weight = weights(question, {}, 10)
    with_heading = fit(question, weight, said("The oldest pages go first.", "Evicting"), (), ())
    without = fit(question, weight, said("The oldest pages go first."), (), ())
    assert with_heading.score > without.score and with_heading.covered == 1
    assert fit(question, weight, said("Nothing to see.", "Evicting pages"), ("Pages",), ()).score == 0


def test_a_word_that_no_text_holds_keeps_a_passage_from_answering():
    question = parse_question("How do I prune tomatoes?")
    held_by = {"prun": 4, "tomato": 0}
    found = fit(question, weights(question, held_by, 500), said("We prune old branches."), (), ())
    assert 0 < found.covered < ENOUGH and found.words == ("prun",)


def test_the_rest_of_a_text_lifts_a_passage_without_covering_the_question():
    question = parse_question("Does the timeline of Mastodon paginate?")
    weight = weights(question, {}, 10)
    piece = said("It paginates by a header.")
    lifted, alone = fit(question, weight, piece, (), {"mastodon"}), fit(question, weight, piece, (), ())
    assert lifted.score > alone.score and lifted.covered == alone.covered

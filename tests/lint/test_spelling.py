"""The dictionary, what it takes for one slip, and which words of a post are doubtful."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inkwright.lint.rules.spelling.misspelling import check
from inkwright.lint.skeleton import frame, letters, skeleton
from inkwright.lint.spelling import ENGLISH, FREQUENT, NAME, pack, words
from inkwright.lint.suggest import distance, meant
from inkwright.lint.suspects import is_word, suspects
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text

LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12)


def said(text: str, *accepted: str) -> list[str]:
    document = parse_text(text, "a.md")
    context = Context(accepted_words=frozenset(accepted))
    return [document.slice(finding.span) for finding in check(document, context)]


@pytest.mark.parametrize("word", ["the", "colour", "color", "don't", "inference", "analyse", "tokenizer", "kubectl"])
def test_a_word_is_known(word: str) -> None:
    assert words().kind(word)


@pytest.mark.parametrize("word", ["", "teh", "recieve", "infrence", "zzzz", "the\tthe", "\n", "#spl", "ünknöwn"])
def test_what_is_no_word_is_not(word: str) -> None:
    assert not words().kind(word)


def test_the_class_says_how_common_a_word_is() -> None:
    kinds = [words().kind(word) for word in ("because", "inference", "mahogany", "abseil")]
    assert kinds == sorted(kinds) and kinds[0] < kinds[-1]
    assert words().kind("katrina") == NAME[0]


def test_packed_entries_are_found_and_packing_is_the_same_twice() -> None:
    entries = {b"one": b"1", b"two": b"2", b"#tu": b"two,too"}
    assert pack(entries) == pack(dict(reversed(entries.items())))
    assert b"\none\t1" in pack(entries) and pack(entries).endswith(b"\n")


def test_the_dictionary_stays_small() -> None:
    assert ENGLISH.stat().st_size < 4_000_000


def test_no_listed_misspelling_is_an_everyday_word_and_each_is_mended_into_words() -> None:
    dictionary = words()
    everyday = {wrong for wrong in dictionary.misspellings if dictionary.kind(wrong) in b"123"}
    assert everyday <= {"programing", "whats", "wont", "payed", "loosing", "knifes", "midwifes", "wheres"}
    targets = {part for right in dictionary.misspellings.values() for part in re.findall(r"[a-z']+", right.lower())}
    assert [part for part in targets if len(part) > 1 and not is_word(part)] == []


def test_every_listed_misspelling_is_flagged() -> None:
    listed = [wrong for wrong in words().misspellings if re.fullmatch("[a-z]+", wrong)]
    missed = [wrong for wrong in listed if said(f"We saw that the {wrong} was there.\n") != [wrong]]
    assert missed == []


def test_nearly_all_misspellings_are_found_without_their_list() -> None:
    listed = [wrong for wrong, right in words().misspellings.items() if len(wrong) > 4 and " " not in right]
    unseen = [wrong for wrong in listed if not meant(wrong)]
    assert len(unseen) <= 0.02 * len(listed)


def test_a_listed_slip_is_a_finding_without_a_safe_fix_and_a_word_where_it_is_used_often() -> None:
    dictionary = words()
    assert not dictionary.slips.keys() & dictionary.misspellings.keys()
    assert [wrong for wrong in dictionary.slips if dictionary.kind(wrong)] == []
    document = parse_text("The basicliy slow job asks for cimptoms.\n", "a.md")
    found = list(check(document, Context()))
    assert [document.slice(finding.span) for finding in found] == ["basicliy", "cimptoms"]
    assert all(finding.fix and not finding.fix.safe and finding.severity == "suggestion" for finding in found)
    assert said("A cimptoms, two cimptoms, three cimptoms.\n") == []


def test_nearly_all_listed_slips_are_found() -> None:
    listed = [wrong for wrong in words().slips if len(wrong) > 4]
    missed = [wrong for wrong in listed if said(f"We saw that the {wrong} was there.\n") != [wrong]]
    assert len(missed) <= 0.01 * len(listed)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("parameer", "parameter"), ("rwleases", "releases"), ("permsisions", "permissions"), ("tommorow", "tomorrow"),
     ("maintainance", "maintenance"), ("enviorment", "environment"), ("secutiry", "security"), ("becuase", "because")],
)  # fmt: skip
def test_the_word_that_was_meant_comes_first(wrong: str, right: str) -> None:
    assert meant(wrong)[0].word == right


@given(LETTERS, st.data())
@settings(max_examples=60)
def test_every_single_slip_is_undone(word: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(word)))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    other = word[:at] + letter + word[at:]
    assert distance(word, other) == 1 == distance(other, word)
    assert distance(word, word) == 0
    if words().kind(word) in FREQUENT and not words().kind(other):
        assert any(distance(one.word, other) == 1 for one in meant(other))


@pytest.mark.parametrize("wrong", ["adviseable", "convertable", "insightfull", "connecticon", "recuring", "followwing"])
def test_chance_compounds_are_slips(wrong: str) -> None:
    assert not is_word(wrong)


@pytest.mark.parametrize(
    "word", ["ramfs", "squashfs", "firewalld", "hostnamed", "arities", "mailboxd", "groupid", "userids"]
)
def test_file_systems_daemons_and_plurals_of_rarer_words_are_words(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize("wrong", ["checkd", "returnd", "workd", "beleifs", "brieffs", "queryies", "delaies"])
def test_slips_at_the_end_are_no_daemons(wrong: str) -> None:
    assert not is_word(wrong)


def test_what_is_left_of_a_word_with_a_bold_initial_is_no_word() -> None:
    assert [one.low for one in suspects(parse_text("It means **s**ubstitution, done **g**lobaly now.\n", "a.md"))] == []
    assert [one.low for one in suspects(parse_text("It means a **substitutoin**, and that.\n", "a.md"))] == [
        "substitutoin"
    ]


@pytest.mark.parametrize("word", ["rerunnable", "unmerged", "subgraph", "keyboardless", "filehandle", "taskmaster"])
def test_formed_words_are_words(word: str) -> None:
    assert is_word(word)


def test_a_swap_counts_once() -> None:
    assert distance("because", "becuase") == 1
    assert distance("abc", "ca") == 3


@given(LETTERS)
@settings(max_examples=60)
def test_sound_and_frame_never_fail(word: str) -> None:
    assert frame(word)[:1] == word[0] and len(letters(word)) == len(word) + 1
    assert len(skeleton(word)) <= len(word) + word.count("qu")


def test_a_word_counts_from_its_third_use_on() -> None:
    assert said("The parameer is small. A parameer it is.\n") == ["parameer", "parameer"]
    assert said("The parameer is small. A parameer it is. One parameer.\n") == []


def test_a_listed_misspelling_never_becomes_a_word() -> None:
    assert said("We recieve it. You recieve it. They recieve it.\n") == ["recieve"] * 3


def test_what_the_post_shows_elsewhere_is_a_word() -> None:
    assert said("The parameer is small.\n\n```\nparameer = 1\n```\n") == []
    assert said("The parameer is [here](https://example.com/parameer).\n") == []


def test_accepted_words_are_known_in_any_case_and_number() -> None:
    assert said("The Parameer and the parameers are in.\n", "parameer") == []


def test_code_math_paths_handles_and_quoted_words_are_left_alone() -> None:
    text = "See `parameer`, $parameer$, src/parameer, @parameer, #parameer, parameer.py, parameer(), “parameer” now.\n"
    assert said(text) == []
    assert said("<!-- parameer -->\n\n    parameer\n") == []


def test_names_inside_a_sentence_are_left_alone_and_slips_at_its_start_are_not() -> None:
    assert said("We asked Marten and Thorat. Wihtout them it failed.\n") == ["Wihtout"]


def test_parts_of_a_hyphenated_word_are_words() -> None:
    assert said("A seperately-run well-defned re-ranker.\n") == ["seperately", "defned"]


def test_another_language_is_left_alone() -> None:
    assert said("Los usuarios de la versión ahora pueden crear sus propios bots para mucho más elegante.\n") == []


def test_the_curly_apostrophe_is_one() -> None:
    assert said("It doesn’t, it’s the model’s, and they’re there.\n") == []
    assert said("It doesnt.\n") == ["doesnt"]


def test_suspects_of_an_empty_text() -> None:
    assert suspects(parse_text("", "a.md")) == ()


def test_what_may_be_a_rare_word_is_only_a_suggestion() -> None:
    found = check(parse_text("We recieve a permsision for skorch.\n", "a.md"), Context())
    assert [finding.severity for finding in found] == ["", "", "suggestion"]


def test_only_listed_slips_are_mended_without_asking() -> None:
    found = check(parse_text("We recieve a permsision.\n", "a.md"), Context())
    assert [finding.fix.safe for finding in found if finding.fix] == [True, False]


def test_letters_between_two_pieces_are_those_of_words_that_may_be_suggested() -> None:
    assert "e" in words().fitting("th", " ")
    assert words().fitting("qz", "x") == ""
    for word in ("receive", "the", "tokenizer", "January", "embeddings"):
        padded = f" {word.lower()} "
        for at in range(1, len(padded) - 1):
            assert padded[at] in words().fitting(padded[max(at - 2, 0) : at], padded[at + 1])


def test_drawn_out_words_and_people_who_open_a_sentence_are_meant() -> None:
    def named(text: str) -> list[str]:
        document = parse_text(text, "a.md")
        return [document.slice(one.span) for one in suspects(document) if one.capital != "name"]

    assert named("It is reeaally hard, and sooo slow, so noooo.") == []
    assert named("Maren helped me with the code.") == []
    assert named("Maren is a name of a helpper.") == ["Maren", "helpper"]
    assert named("It is realy hard, and neccessarry.") == ["realy", "neccessarry"]

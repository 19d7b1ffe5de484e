import pytest

from inkwright.model.errors import UsageError
from inkwright.model.topic import HandTopic, Member, Topic
from inkwright.notes.topic_edits import member_named, merged, moved, renamed, split, topic_named


def member(key, title=""):
    return Member(key, key, 1, title or key, "note")


A = Topic("a", (member("1"), member("2")), ())
B = Topic("b", (member("3"),), ())


def test_rename_pins_what_is_there_and_keeps_the_place():
    first = renamed([], A, " Good  name ")
    assert first == [HandTopic("Good name", ("1", "2"))]
    again = renamed([*first, HandTopic("z")], Topic("Good name", (member("1"),), (), True), "Better")
    assert again == [HandTopic("Better", ("1", "2")), HandTopic("z")]
    with pytest.raises(UsageError, match="already"):
        renamed(again, B, "better")
    with pytest.raises(UsageError, match="name"):
        renamed([], A, " ")


def test_merge_split_and_move():
    assert merged([], A, B) == [HandTopic("a", ("1", "2", "3"))]
    assert split([], A, "new", [member("2")]) == [HandTopic("a", ("1",)), HandTopic("new", ("2",))]
    assert moved([HandTopic("a", ("1", "2"))], member("2"), B) == [HandTopic("a", ("1",)), HandTopic("b", ("3", "2"))]
    for wrong in (lambda: merged([], A, A), lambda: split([], A, "A", [member("2")])):
        with pytest.raises(UsageError):
            wrong()


def test_names_are_found_by_label_key_and_title_or_said_to_be_missing():
    assert topic_named([A, B], "B") is B
    assert member_named([A], [member("9", "Nine")], "nine").key == "9"
    for wrong in (lambda: topic_named([A], "x"), lambda: member_named([A], (), "x")):
        with pytest.raises(UsageError):
            wrong()
    with pytest.raises(UsageError, match="2 notes"):
        member_named([], [member("8", "Same"), member("9", "Same")], "same")


def test_a_name_nearly_right_is_proposed():
    topics = [Topic("SQLite", (), ()), Topic("GPU programming", (), ())]
    for typed, said in (("sqllite", "SQLite"), ("gpu", "GPU programming")):
        with pytest.raises(UsageError, match=f"Did you mean `{said}`"):
            topic_named(topics, typed)
    with pytest.raises(UsageError, match="inkwright topics"):
        topic_named(topics, "zzz")

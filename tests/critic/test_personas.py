"""Readers are Markdown files; the writer's own stand in for the shipped ones or add to them."""

import pytest

from inkwright.critic.personas import LONGEST, persona, shipped
from inkwright.model.errors import UsageError

OWN = {
    "inkwright/critic/sceptic.md": "---\nsummary: mine\n---\nYou doubt me.\n",
    "inkwright/critic/editor-in-chief.md": "You run it.",
}


def test_four_readers_are_shipped() -> None:
    assert list(shipped()) == ["leader", "newcomer", "practitioner", "sceptic"]
    for name in shipped():
        found = persona(name, {})
        assert (
            found.name == name and found.path == "" and found.text.startswith("You ") and "summary:" not in found.text
        )


def test_a_file_of_the_writer_stands_in() -> None:
    found = persona("sceptic", OWN)
    assert (found.text, found.path) == ("You doubt me.", "inkwright/critic/sceptic.md")
    assert persona("leader", OWN).path == ""


def test_a_file_of_the_writer_adds_a_reader() -> None:
    assert persona("editor-in-chief", OWN).text == "You run it."


def test_an_unknown_reader_is_answered_with_those_there_are() -> None:
    with pytest.raises(UsageError, match="editor-in-chief, leader, newcomer, practitioner, sceptic"):
        persona("ghost", OWN)


@pytest.mark.parametrize("text", ["", "---\nsummary: x\n---\n\n", "You " * LONGEST])
def test_a_reader_says_who_it_is_and_not_too_much(text: str) -> None:
    with pytest.raises(UsageError) as error:
        persona("x", {"inkwright/critic/x.md": text})
    assert error.value.path == "inkwright/critic/x.md"
